"""The text comes back exactly, however findings overlap and whatever it holds."""

from __future__ import annotations

import re

from flask import Flask, render_template
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.rule import Severity
from compliance.text import Document, Part
from tests.webui import handmade
from tests.webui.drawn import parse, text_lines
from webui import create_app
from webui.findings import Review
from webui.highlight import Gap, Hidden, Line, Piece, lay_out, reveal

NASTY = [
    "<script>alert(1)</script>",
    "&amp;",
    '"',
    "'",
    "</mark>",
    "{{ 7*7 }}",
    "👨‍👩‍👧",
    "e\u0301",
    "\u200b",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\r\n",
    "\r",
    "\n",
    "\t",
    "\0",
    "\x85",
    "\u2028",
    "\ud800",
    "\udfff",
    "国家级",
    "最*低*价",
    "  ",
]
TEXTS = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=4)), max_size=12).map("".join)
APP: Flask = create_app()


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    """A text, plain or with stretches that do not show."""
    source = draw(TEXTS)
    if draw(st.booleans()):
        return Document.plain(source)
    kept = [i for i in range(len(source)) if draw(st.booleans())]
    return Document("x.md", source, "".join(source[i] for i in kept), kept)


@st.composite
def _reviews(draw: st.DrawFn) -> Review:
    document = draw(_documents())
    place = st.integers(0, len(document.source))
    spans = draw(st.lists(st.tuples(place, place).map(sorted), max_size=6))
    found = [
        handmade.violation(document, start, end, draw(st.sampled_from(list(Severity))))
        for start, end in spans
    ]
    return Review(handmade.report(document, found))


def _pieces(lines: tuple[Line, ...]) -> list[Piece]:
    return [content for line in lines for content in line.content if isinstance(content, Piece)]


@given(_reviews())
def test_pieces_and_line_ends_joined_give_the_source(review: Review) -> None:
    joined = "".join(
        "".join(c.text for c in line.content if isinstance(c, Piece)) + line.end for line in review.lines
    )
    assert joined == review.report.document.source


@given(_reviews())
def test_each_piece_names_exactly_the_findings_that_cover_it(review: Review) -> None:
    at = 0
    for line in review.lines:
        for piece in (c for c in line.content if isinstance(c, Piece)):
            end = at + len(piece.text)
            over = [i for i, v in enumerate(review.report.violations) if v.start <= at and end <= v.end]
            assert list(piece.findings) == over
            at = end
        at += len(line.end)


@given(_reviews())
def test_every_missing_statement_is_marked_once(review: Review) -> None:
    marked = [c.finding for line in review.lines for c in line.content if isinstance(c, Gap)]
    absent = [i for i, v in enumerate(review.report.violations) if v.start == v.end]
    assert sorted(marked) == absent


@settings(max_examples=60, deadline=None)  # a template is rendered each time
@given(_reviews())
def test_the_page_holds_the_text_and_nothing_of_it_becomes_markup(review: Review) -> None:
    with APP.test_request_context("/"):
        html = render_template("_result.html", review=review, note="", file_name="")
    page = parse(html)
    assert text_lines(page) == re.split(r"\r\n|\r|\n", review.report.document.source)
    assert page.all("script") == []
    html.encode("utf-8", "replace").decode("utf-8")


@given(TEXTS)
def test_revealing_hidden_characters_loses_none(text: str) -> None:
    assert "".join(s.char if isinstance(s, Hidden) else s for s in reveal(text)) == text


def test_a_joiner_inside_an_emoji_stays_and_one_inside_a_word_is_revealed() -> None:
    assert list(reveal("👩‍💻")) == ["👩‍💻"]
    assert list(reveal("最\u200d低")) == ["最", Hidden("\u200d"), "低"]


def test_what_a_chip_cannot_hold_is_replaced() -> None:
    assert [Hidden(c).kept for c in "\0\ud800\u200b"] == ["\ufffd", "\ufffd", "\u200b"]


def test_a_missing_statement_cuts_the_text_where_it_points() -> None:
    document = Document.plain("甲乙\n丙")
    (first, second) = lay_out(document, [handmade.violation(document, 1, 1)])
    assert [c.text if isinstance(c, Piece) else c for c in first.content] == ["甲", Gap(0), "乙"]
    assert [type(c) for c in second.content] == [Piece]


def test_a_finding_that_covers_only_a_line_break_still_has_a_card() -> None:
    document = Document.plain("甲\n乙")
    (card,) = Review(handmade.report(document, [handmade.violation(document, 1, 2)])).cards
    assert (card.number, card.beside) == (1, ())


def test_markup_that_readers_never_see_is_told_apart() -> None:
    document = Document("x.md", "全网**最低**价", "全网最低价", [0, 1, 4, 5, 8])
    (line,) = lay_out(document, [handmade.violation(document, 0, 9)])
    assert [(p.text, p.seen) for p in _pieces((line,))] == [
        ("全网", True),
        ("**", False),
        ("最低", True),
        ("**", False),
        ("价", True),
    ]
    assert [p.opens for p in _pieces((line,))] == [(0,), (), (), (), ()]


def test_the_margin_shows_the_time_of_a_cue_where_it_begins() -> None:
    text = "1\n00:00:07,500 --> 00:00:09,000\n全网最低价\n"
    start = text.index("全")
    cue = Part(0, 5, "字幕 1 00:00:07,500", {"cue": 1, "time": "00:00:07,500"})
    document = Document("x.srt", text, "全网最低价", list(range(start, start + 5)), (cue,))
    lines = lay_out(document, [])
    assert [line.label for line in lines] == ["", "", "00:07", ""]
    assert lines[2].label_full == "字幕 1 00:00:07,500"
