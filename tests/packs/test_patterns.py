"""Patterns made ready: folding of their literals, anchors, named lists."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from compliance.packs.patterns import SHORT_LIST, NoAnchor, fold_pattern, prepare

LISTS = {"disease": ["高血压"], "symptom": ["咳嗽"]}


def anchors(pattern: str) -> set[str]:
    return set(prepare(pattern, LISTS).anchor_terms)


def test_a_literal_is_its_own_anchor() -> None:
    assert anchors("没有之一") == {"没有之一"}


def test_of_two_certain_pieces_the_rarer_is_chosen() -> None:
    assert anchors("的.{0,4}疗效") == {"疗效"}


def test_alternatives_all_become_anchors() -> None:
    assert anchors("(?:稳赚|保本).{0,3}不") == {"稳赚", "保本"}


def test_an_optional_piece_is_no_anchor() -> None:
    assert anchors("(?:销量)?第一名") == {"第一名"}


def test_a_list_can_be_the_anchor() -> None:
    many = {"disease": [f"病{chr(0x4E00 + n)}" for n in range(SHORT_LIST + 1)]}
    prepared = prepare(".{0,2}{disease}.{0,2}", many)
    assert (prepared.anchor_terms, prepared.anchor_lists) == ((), ("disease",))


def test_the_words_of_a_short_list_are_anchors_together_with_what_stands_beside_them() -> None:
    assert anchors("(?:治好|治疗){disease}") == {"治好高血压", "治疗高血压"}


@pytest.mark.parametrize("pattern", [r"\d+", ".{2,4}", "(?:甲)?乙?", "[一-鿿]+"])
def test_a_pattern_without_certain_text_does_not_load(pattern: str) -> None:
    with pytest.raises(NoAnchor):
        prepare(pattern, LISTS)


def test_a_number_is_no_anchor_for_it_may_be_written_in_words() -> None:
    prepared = prepare("(?:{number}|几)分钟.{0,4}放款", LISTS)
    assert prepared.anchor_terms == ("放款",)
    assert prepared.guards in ((), (("分钟",),))


def test_the_guard_is_a_further_literal_every_match_contains() -> None:
    prepared = prepare("(?:包|必).{0,3}(?:见效|痊愈)", LISTS)
    assert set(prepared.anchor_terms) == {"见效", "痊愈"}
    assert set(prepared.guards[0]) == {"包", "必"}


def test_an_author_may_name_the_anchors() -> None:
    assert prepare(r"\d+[天日]", LISTS, ["天", "日"]).anchor_terms == ("天", "日")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        prepare("{diseases}好了", LISTS)


def test_full_width_marks_and_capitals_are_folded_but_syntax_is_not() -> None:
    assert fold_pattern(r"ＮＯ．１（首选）？\S(?P<here>A)") == r"no\.1\(首选\)\?\S(?P<here>a)"


def test_named_lists_reach_the_regex_package() -> None:
    prepared = prepare("治好了{disease}", LISTS)
    assert regex.search(prepared.source, "三天治好了高血压", disease=LISTS["disease"])


@given(
    st.lists(
        st.sampled_from(["甲", "乙丙", "[丁戊]", "(?:己|庚辛)", ".{0,3}", r"\d+", "壬?"]),
        min_size=1,
        max_size=6,
    )
)
def test_every_match_contains_an_anchor(pieces: list[str]) -> None:
    pattern = "".join(pieces)
    try:
        found = anchors(pattern)
    except NoAnchor:
        return
    sample = "".join(
        {"[丁戊]": "戊", "(?:己|庚辛)": "庚辛", ".{0,3}": "xy", r"\d+": "12", "壬?": "壬"}.get(p, p)
        for p in pieces
    )
    match = re.search(pattern, sample)
    assert match is not None
    assert any(a in match.group() for a in found)
