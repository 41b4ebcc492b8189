"""Patterns narrowed to one text match what the whole pattern matches."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from compliance.field import Lexicon
from compliance.narrow import FIRST_TEXTS, SHORT_TEXT
from compliance.rule import PatternCondition, Words

LISTS = {"disease": ["糖尿病", "尿病", "高血压", "病"], "verb": ["治", "治好"]}
SOURCE = r"(?:\L<verb>)了?(?:(?:\L<disease>)|它)"
WHOLE = regex.compile(SOURCE, **LISTS)
TEXTS = st.text(alphabet="治好了它糖尿病高血压,", max_size=24)


@given(st.lists(TEXTS, min_size=1, max_size=FIRST_TEXTS + 2))
def test_narrow_and_whole_patterns_find_the_same(texts: list[str]) -> None:
    lexicon = Lexicon(LISTS)
    for text in texts:
        found = lexicon.pattern(SOURCE, text).finditer(text)
        assert [m.span() for m in found] == [m.span() for m in WHOLE.finditer(text)]


def test_a_list_without_a_word_in_the_text_matches_nothing_and_not_everything() -> None:
    assert Lexicon(LISTS).pattern(SOURCE, "治疗").search("治疗") is None


def test_long_texts_get_the_whole_pattern_at_once() -> None:
    text = "治好糖尿病" + "。" * SHORT_TEXT
    lexicon = Lexicon(LISTS)
    assert lexicon.pattern(SOURCE, text) is lexicon.pattern(SOURCE, "治")


def test_a_text_that_lacks_what_every_match_contains_is_not_searched() -> None:
    condition = PatternCondition(SOURCE, Words(), company=(Words(lists=("disease",)),))
    lexicon = Lexicon(LISTS)
    assert not lexicon.may_match(condition, "治感冒")
    assert lexicon.may_match(condition, "治高血压")
