"""Runs of signs: the quick way for short texts equals the pattern."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compliance.disguise.runs import RUN, runs_of_signs


@given(st.text(alphabet="最好治。、 \n;!-.一二19鿿㐀〇,(aφ❤", max_size=14))
def test_short_texts_give_the_runs_that_the_pattern_gives(text: str) -> None:
    assert runs_of_signs(text) == [found.span() for found in RUN.finditer(text)]


def test_a_run_of_marks_is_whole() -> None:
    assert runs_of_signs("最、 、好。") == [(1, 4)]


def test_letters_beside_a_character_are_a_run() -> None:
    assert runs_of_signs("zui好") == [(0, 3)]
