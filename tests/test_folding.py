from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.folding import fold

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "最佳國傢级，。！（）％ＡＢ①⑩⒈Ⅳ½℃ﬁ🈲🅰㊙⼀⾸\u200b\ufeff\u00ad\ufe0f\u202e\u0301éÜİΣς…《》"
        ),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＮＯ．１", "no.1"),
        ("最髙級", "最高级"),
        ("國家級", "国家级"),
        ("全国⾸家", "全国首家"),
        ("最\u200b佳", "最佳"),
        ("\ufeff最\u00ad佳\ufe0f", "最佳"),
        ("最\u202e佳\u202c", "最佳"),
        ("最\u0336佳\u0336", "最佳"),
        ("第①", "第1"),
        ("第❶", "第1"),
        ("第Ⅰ", "第i"),
        ("⑽", "(10)"),
        ("㎏", "kg"),
        ("𝐍𝐎.𝟏", "no.1"),
        ("🅰", "a"),
        ("🈲", "禁"),
        ("㊙", "秘"),
        ("zuì佳", "zui佳"),
        ("囯家", "国家"),
        ("囶家", "国家"),
        ("ᴛᴏᴘ", "top"),
        ("葯", "药"),
        ("効果", "效果"),
        ("½", "1/2"),
        ("1️⃣", "1"),
        ("İ", "i"),
        ("ΑΣ", "ας".replace("ς", "σ")),
    ],
)
def test_spellings_a_reader_takes_for_the_same_fold_to_one(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize(
    "text",
    ["乾坤", "著名", "皇后", "宫商角徵羽", "头发发展", "真的……", "“引号”、《书名》【标签】。", "が", "仮现"],
)
def test_what_is_correct_chinese_already_stays(text: str) -> None:
    assert fold(text).text == text


def test_everyday_full_width_marks_become_half_width_and_keep_their_places() -> None:
    folded = fold("好，真的！是吗？注：（一）；50％")
    assert folded.text == "好,真的!是吗?注:(一);50%"
    assert folded.origin is None


def test_a_text_of_everyday_characters_needs_no_map() -> None:
    assert fold("国家级配方").origin is None
    assert fold("Plain ASCII").origin is None
    assert fold("國家級").origin is None


def test_a_dropped_character_moves_only_what_follows() -> None:
    folded = fold("ab最\u200b佳cd")
    assert folded.text == "ab最佳cd"
    assert list(folded.origin or ()) == [0, 1, 2, 4, 5, 6]
    assert (folded.span(2, 4).start, folded.span(2, 4).end) == (2, 5)


def test_one_dropped_character_in_a_long_text_keeps_every_place() -> None:
    text = "最好" * 5000 + "\u200b" + "第一" * 5000
    folded = fold(text)
    assert len(folded.text) == 20_000
    assert folded.span(0, 2).end == 2
    assert (folded.span(10_000, 10_002).start, folded.span(19_998, 20_000).end) == (10_001, 20_001)


def test_an_empty_range_stays_empty() -> None:
    folded = fold("a\u200bb")
    for at in range(3):
        span = folded.span(at, at)
        assert span.start == span.end
    assert fold("").span(0, 0).start == 0


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    twice = fold(once)
    assert twice.text == once
    assert twice.origin is None or list(twice.origin) == list(range(len(once)))


@given(ANY_TEXT)
def test_origin_has_one_place_for_each_character_and_never_goes_back(text: str) -> None:
    folded = fold(text)
    if folded.origin is None:
        assert len(folded.text) == len(text)
        return
    origin = list(folded.origin)
    assert len(origin) == len(folded.text)
    assert origin == sorted(origin)
    assert all(0 <= at < len(text) for at in origin)


@given(ANY_TEXT, st.data())
def test_a_folded_range_maps_to_a_source_range_that_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.span(start, end)
    assert folded.text[start:end] in fold(text[span.start : span.end]).text


@given(ANY_TEXT)
def test_nothing_is_lost(text: str) -> None:
    """Every source character is either in the folded text or folds to nothing by itself."""
    folded = fold(text)
    kept = set(range(len(text))) if folded.origin is None else set(folded.origin)
    assert all(fold(text[i]).text == "" for i in range(len(text)) if i not in kept)


@given(ANY_TEXT, ANY_TEXT)
def test_folding_does_not_depend_on_the_neighbours(left: str, right: str) -> None:
    assert fold(left + right).text == fold(left).text + fold(right).text
