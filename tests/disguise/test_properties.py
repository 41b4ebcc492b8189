"""Any word, any composition of harmless foldings, one risky technique: found, with the exact span."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.disguise import Vocabulary, evident, views
from compliance.folding import fold
from tests.disguise.cases import places

WORDS = (
    "国家级",
    "糖尿病",
    "高血压",
    "根治",
    "最佳",
    "治疗",
    "减肥",
    "独一无二",
    "稳赚不赔",
    "包治百病",
    "药到病除",
    "处方药",
)
BEFORE = st.sampled_from(["", "这是", "本店，", "老板说：", "A8 款", "買它！", "第３次 "])
AFTER = st.sampled_from(["", "。", "，放心買", "！！", "（详询客服）", " 100g"])
SYMBOLS = st.sampled_from(["*", "★", "🌟", "_", "▪", "^", "◆"])
WIDE = {
    "国": "國",
    "级": "級",
    "药": "藥",
    "压": "壓",
    "疗": "療",
    "赚": "賺",
    "赔": "賠",
    "独": "獨",
    "无": "無",
}
SYLLABLES = """
guo jia ji tang niao bing gao xue ya gen zhi zui jia liao jian fei du yi wu er wen zhuan bu pei bao bai yao
dao chu chu fang
"""
PINYIN = dict(
    zip("国家级糖尿病高血压根治最佳疗减肥独一无二稳赚不赔包百药到除处方", SYLLABLES.split(), strict=True)
)


@st.composite
def harmless(draw: st.DrawFn, text: str) -> str:
    """Traditional characters and marks nobody sees."""
    pieces = []
    for i, c in enumerate(text):
        pieces.append(WIDE.get(c, c) if draw(st.booleans()) else c)
        if i < len(text) - 1:
            pieces.append(draw(st.sampled_from(["", "", "\u200b", "\ufeff", "\u00ad"])))
    return "".join(pieces)


@given(st.sampled_from(WORDS), SYMBOLS, BEFORE, AFTER, st.data())
@settings(max_examples=150, deadline=None)
def test_a_word_with_signs_inside_is_found_exactly(
    vocabulary: Vocabulary, word: str, symbol: str, before: str, after: str, data: st.DataObject
) -> None:
    written = data.draw(harmless(symbol.join(word)))
    found = places(before + written + after, vocabulary)
    assert (word, len(before), len(before) + len(written)) in found


@given(st.sampled_from(WORDS), BEFORE, AFTER, st.data())
@settings(max_examples=150, deadline=None)
def test_a_word_with_one_character_in_pinyin_is_found_exactly(
    vocabulary: Vocabulary, word: str, before: str, after: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    left, right = data.draw(harmless(word[:at])), data.draw(harmless(word[at + 1 :]))
    letters = PINYIN[word[at]]
    if data.draw(st.booleans()):
        letters = "".join(chr(ord(c) + 0xFEE0) for c in letters)  # full-width
    written = left + letters + right
    assert (word, len(before), len(before) + len(written)) in places(before + written + after, vocabulary)


@given(st.sampled_from([w for w in WORDS if len(w) > 2]), BEFORE, AFTER, st.data())
@settings(max_examples=100, deadline=None)
def test_a_word_with_a_masked_character_is_found_exactly(
    vocabulary: Vocabulary, word: str, before: str, after: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    written = data.draw(harmless(word[:at])) + "*" + data.draw(harmless(word[at + 1 :]))
    assert (word, len(before), len(before) + len(written)) in places(before + written + after, vocabulary)


@given(st.text("最佳国家级治疗减肥加薇信zhifei *&;#0126 \n，。、🌟💊①❤月半疒丙倒着读vx", max_size=40))
@settings(max_examples=300, deadline=None)
def test_views_of_any_text_map_back_into_it(vocabulary: Vocabulary, text: str) -> None:
    folded = fold(text)
    for view in views(folded.text, vocabulary):
        assert len(view.text) == len(view.origin) == len(view.ends)
        assert view.marks
        for start, (a, b) in enumerate(zip(view.origin, view.ends, strict=True)):
            assert 0 <= a <= b <= len(folded.text)
            if view.text[start] != "\n" and not view.marks_in(start, start + 1):
                assert view.text[start] == folded.text[a:b]
        for mark in view.marks:
            assert 0 <= mark.start <= mark.end <= len(view.text)


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_the_search(vocabulary: Vocabulary, text: str) -> None:
    folded = fold(text).text
    for view in views(folded, vocabulary):
        for start in range(len(view.text)):
            evident(view, start, start + 1, folded)
    assert views(folded, vocabulary) == views(folded, vocabulary)


def test_cue_places_given_by_the_caller_make_no_difference(vocabulary: Vocabulary) -> None:
    text = fold("蕞佳的加薇领，高血丫也能吃，赔不赚稳").text
    assert views(text, vocabulary, vocabulary.find_cues(text)) == views(text, vocabulary)
