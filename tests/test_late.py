"""Patterns compiled on first use behave like compiled ones."""

from __future__ import annotations

import re

import pytest

from compliance.late import LatePattern


def test_nothing_is_compiled_before_the_first_use() -> None:
    broken = LatePattern("(")
    assert repr(broken) == "LatePattern('(')"
    with pytest.raises(re.error):
        broken.search("x")


def test_it_finds_what_a_compiled_pattern_finds() -> None:
    late, compiled = LatePattern("[一-鿿]+", re.ASCII), re.compile("[一-鿿]+", re.ASCII)
    text = "a最好b第一"
    assert [m.span() for m in late.finditer(text)] == [m.span() for m in compiled.finditer(text)]
    assert late.sub("_", text) == "a_b_"
    assert late.search(text, 3) is not None


def test_other_attributes_do_not_exist() -> None:
    assert not hasattr(LatePattern("a"), "scanner")
