"""A phrase is marked under itself, whatever stands before it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.formats.shared.marking import ELLIPSIS, Mark, mark_line
from compliance.formats.shared.width import clean, width, wrap


def under(line: str, start: int, end: int, cells: int = 80) -> str:
    """What stands above the marks in a terminal, cell by cell."""
    shown = mark_line(line, [Mark(start, end, "^")], cells)
    text = "".join(p.text for p in shown.pieces)
    row = shown.rows[0]
    first, last = row.index("^"), len(row)
    above, at = "", 0
    for char in text:
        if first <= at < last:
            above += char
        at += width(char)
    return above


@pytest.mark.parametrize(
    "before",
    [
        "",
        "abc ",
        "这款面霜",
        "😀😀",
        "ｆｕｌｌ",
        "a\tb\t",
        "é",
        "e\u0301",
        "\u200b",
        "🇨🇳",
        "“引”…",
        "\x1b[31m",
    ],
)
def test_mark_stands_under_the_phrase(before: str) -> None:
    line = f"{before}最低价在这里"
    assert under(line, len(before), len(before) + 3).strip("\u0301") == "最低价"


@given(st.text(max_size=60), st.text(min_size=1, max_size=20), st.text(max_size=60), st.integers(20, 100))
def test_shown_line_never_exceeds_the_terminal(before: str, phrase: str, after: str, cells: int) -> None:
    line = "".join(c for c in before + phrase + after if c not in "\r\n")
    start = min(len(before), len(line))
    marks = [Mark(start, min(start + len(phrase), len(line)), "~", "12")]
    shown = mark_line(line, marks, cells)
    assert sum(width(p.text) for p in shown.pieces) <= cells
    assert all(len(row) <= cells + len("12") for row in shown.rows)


def test_long_line_is_cut_around_the_phrase() -> None:
    line = "前" * 5000 + "最低价" + "后" * 5000
    shown = mark_line(line, [Mark(5000, 5003, "^")], 60)
    text = "".join(p.text for p in shown.pieces)
    assert text.startswith(ELLIPSIS) and text.endswith(ELLIPSIS)
    assert under(line, 5000, 5003, 60) == "最低价"


def test_overlapping_phrases_get_a_row_each() -> None:
    shown = mark_line("全网最低价", [Mark(0, 5, "^", "1"), Mark(2, 5, "~", "2")], 80)
    assert shown.rows == ("1^^^^^^^^^", "    2~~~~~")
    assert [(p.text, p.sign) for p in shown.pieces] == [("全网", "^"), ("最低价", "^")]


def test_neighbouring_phrases_share_a_row() -> None:
    shown = mark_line("全网最低价，三天见效", [Mark(0, 5, "^", "1"), Mark(6, 10, "~", "2")], 80)
    assert shown.rows == ("1^^^^^^^^^  2~~~~~~~",)


def test_missing_statement_is_marked_between_characters() -> None:
    assert mark_line("好物推荐", [Mark(4, 4, "~")], 80).rows == ("        ~",)


@given(st.text())
def test_nothing_invisible_reaches_the_terminal(text: str) -> None:
    hidden = [
        c for c in clean(text) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c != "\u200d"
    ]
    assert hidden == []


@given(st.text(st.sampled_from("字词，。（）ab c“”"), max_size=80), st.integers(10, 40))
def test_wrapping_loses_no_character_but_spaces(text: str, cells: int) -> None:
    assert "".join(wrap(text, cells)).replace(" ", "") == text.replace(" ", "")


def test_wrapped_line_does_not_begin_with_a_comma() -> None:
    lines = wrap("写明可核验的事实，例如认证名称、证书编号与日期", 18)
    assert len(lines) > 2
    assert not any(line[0] in "，、。" for line in lines)
    assert all(width(line) <= 20 for line in lines)
