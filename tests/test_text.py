"""Spans, parts and every conversion between positions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compliance.text import Document, LineTable, Part, Span, utf8_length, utf16_length, whole_characters

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


def test_lines_end_at_every_kind_of_line_break() -> None:
    lines = LineTable("一\n二\r\n三\r四")
    assert [lines.line_text(n) for n in (1, 2, 3, 4)] == ["一", "二", "三", "四"]


def test_columns_count_code_points_and_start_at_one() -> None:
    assert LineTable("甲🌟乙\n丙").line_and_column(2) == (1, 3)
    assert LineTable("甲🌟乙\n丙").line_and_column(4) == (2, 1)


def test_an_offset_at_the_end_of_the_text_has_a_place() -> None:
    assert LineTable("甲\n").line_and_column(2) == (2, 1)
    assert LineTable("").line_and_column(0) == (1, 1)


@given(ANY_TEXT)
def test_every_offset_goes_to_a_line_that_holds_it(text: str) -> None:
    lines = LineTable(text)
    for offset in range(len(text)):
        line, column = lines.line_and_column(offset)
        assert lines.starts[line - 1] + column - 1 == offset


@given(ANY_TEXT)
def test_lines_and_their_breaks_tile_the_text(text: str) -> None:
    lines = LineTable(text)
    rebuilt = "".join(
        text[start:end] for start, end in zip(lines.starts, [*lines.starts[1:], len(text)], strict=True)
    )
    assert rebuilt == text


def test_a_document_without_markup_maps_to_itself() -> None:
    document = Document.plain("甲乙丙")
    assert document.source_span(1, 2) == Span(1, 2)
    assert document.source_span(3, 3) == Span(3, 3)


def test_markup_inside_a_term_belongs_to_its_source_range() -> None:
    document = Document("x.md", "全网**最低**价", "全网最低价", origin=[0, 1, 4, 5, 8])
    assert document.source_span(0, 5) == Span(0, 9)
    assert document.source_span(2, 4) == Span(4, 6)


def test_an_escape_is_covered_whole() -> None:
    document = Document("x.html", "&#26368;佳", "最佳", origin=[0, 8], long={0: 8})
    assert document.source_span(0, 1) == Span(0, 8)
    assert document.source_span(0, 2) == Span(0, 9)
    assert document.excerpt(0, 9) == "最佳"


def test_an_empty_range_maps_to_an_insertion_point() -> None:
    document = Document("x.md", "**甲**", "甲", origin=[2])
    assert document.source_span(0, 0) == Span(2, 2)
    assert document.source_span(1, 1) == Span(5, 5)


def test_parts_are_found_by_visible_offset() -> None:
    parts = (Part(0, 2, "字幕 1", {"cue": 1}), Part(3, 5, "字幕 2", {"cue": 2}))
    document = Document("x.srt", "一二\n三四", "一二\n三四", parts=parts)
    assert [document.part_at(n).label for n in (0, 1, 3, 4)] == ["字幕 1", "字幕 1", "字幕 2", "字幕 2"]


def test_an_offset_outside_every_part_has_none() -> None:
    document = Document("x", "一二三四", "一二三四", parts=(Part(0, 1, "甲", {}),))
    assert document.part_at(3) is None


def test_emoji_take_two_utf16_units_and_four_bytes() -> None:
    assert utf16_length("甲🌟") == 3
    assert utf8_length("甲🌟") == 7


@given(ANY_TEXT)
def test_unit_counts_agree_with_the_encoders(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert utf8_length(text) == len(text.encode("utf-8", "surrogatepass"))


@given(ANY_TEXT)
def test_lone_surrogates_are_replaced_one_for_one(text: str) -> None:
    whole = whole_characters(text)
    whole.encode("utf-8")
    assert len(whole) == len(text)
    assert all(
        a == b or (a == "\ufffd" and 0xD800 <= ord(b) <= 0xDFFF) for a, b in zip(whole, text, strict=True)
    )
