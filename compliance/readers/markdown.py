"""Markdown: what a reader of the rendered page sees, placed in the file.

Blocks (headings, paragraphs, lists, quotations, tables, code) come from markdown-it; the inline markup inside
them is undone by ``inline_markup``, because places are needed there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compliance.readers.assembly import Assembly
from compliance.readers.decoding import decode
from compliance.readers.front_matter import read_front_matter
from compliance.readers.inline_markup import visible_pieces
from compliance.readers.lines import Line, lines_of, trimmed
from compliance.readers.sheets import HeaderWatch, cell_name
from compliance.text import Document, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEFINITION: Final = re.compile(r"\s{0,3}\[([^\[\]^][^\[\]]{0,200})\]:\s*<?[!-~]+>?(?:\s+[\"'(].{0,500})?\s*")
_FOOTNOTE: Final = re.compile(r"\s{0,3}\[\^[^\[\]\s]{1,100}\]:\s*")
_MARKER: Final = re.compile(r"[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)*")
_TABLE_PREFIX: Final = re.compile(r"[\s>]*")
_PIPE: Final = re.compile(r"\\.|\|", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that belong together: a paragraph, a heading, a run of HTML."""

    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class _Table:
    rows: Sequence[Line]


def read(content: bytes, name: str) -> Document:
    """The visible text; table cells are parts: where = {"table": n, "cell": "C3"}.

    Left out: front matter (it fills ``settings``), fenced and indented code, link targets and addresses,
    tags, comments, struck text. Alternative texts of pictures stay. Line breaks inside a paragraph stay.

    Raises:
        InputError: not text, or broken front matter (with line and column).
        ConfigError: the front matter names an unknown industry, platform, channel or date.
    """
    text = decode(content, name)
    front = read_front_matter(text, name)
    writer = _Writer(text, [line for line in lines_of(text) if line.start >= front.body])
    writer.write()
    return writer.assembly.document(name, "markdown", front.settings, writer.notes())


class _Writer:
    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.assembly = Assembly(text)
        self._text, self._lines = text, lines
        self._tables = self._code = 0
        self._references = frozenset(self._definitions())

    def write(self) -> None:
        """All blocks in order; lines that no block claims are written as they stand."""
        done = 0
        for token in _leaves(self._text, self._lines):
            assert token.map is not None
            first, last = token.map
            self._write_lost(done, first)
            done = max(done, last)
            self._write_leaf(token, first, last)
        self._write_lost(done, len(self._lines))

    def notes(self) -> tuple[str, ...]:
        """What was left out and could matter."""
        return (f"{self._code} 处代码块没有检查",) if self._code else ()

    def _write_leaf(self, token: Token, first: int, last: int) -> None:
        if token.type in ("fence", "code_block"):
            self._code += 1
        elif token.type == "table_open":
            self._write_table(first, last)
        elif token.type == "html_block":
            self._write_block(_Block([Span(line.start, line.end) for line in self._lines[first:last]]))
        elif token.type == "inline":
            self._write_paragraph(token.content, first)

    def _write_paragraph(self, content: str, first: int) -> None:
        spans: list[Span] = []
        for offset, piece in enumerate(content.split("\n")):
            span = self._place(piece, self._lines[first + offset])
            if _DEFINITION.fullmatch(self._text, span.start, span.end):
                continue
            footnote = _FOOTNOTE.match(self._text, span.start, span.end)
            spans.append(Span(footnote.end(), span.end) if footnote else span)
        self._write_block(_Block(spans))

    def _place(self, piece: str, line: Line) -> Span:
        """Where a line of a block stands in the file: behind the marks of lists and quotations."""
        piece = piece.strip()
        at = self._text.rfind(piece, line.start, line.end)
        if at < 0:  # markdown-it changed the line (tabs, NUL): keep all but the marks
            marker = _MARKER.match(self._text, line.start, line.end)
            at = marker.end() if marker else line.start
            return Span(*trimmed(self._text, at, line.end))
        return Span(at, at + len(piece))

    def _write_lost(self, first: int, last: int) -> None:
        """Nothing is dropped silently: what the block parser gave up on (extreme nesting) is text."""
        for line in self._lines[first:last]:
            marker = _MARKER.match(self._text, line.start, line.end)
            begin = marker.end() if marker else line.start
            span = Span(*trimmed(self._text, begin, line.end))
            words = self._text[span.start : span.end]
            if words.strip("-=*_+>#.`~ \t") and not _DEFINITION.fullmatch(words):
                self._write_block(_Block([span]))

    def _write_block(self, block: _Block) -> None:
        self.assembly.break_line()
        self._write_inline(block.spans)
        self.assembly.break_line()

    def _write_inline(self, spans: Sequence[Span]) -> None:
        """Write stretches of source as one text, with a line break between two of them."""
        joined = "\n".join(self._text[span.start : span.end] for span in spans)
        offsets = _Offsets(spans)
        for piece in visible_pieces(joined, self._references):
            if piece.shows is not None:
                self._write_shown(piece.shows, *offsets.range(piece.start, piece.end))
                continue
            for span in offsets.stretches(piece.start, piece.end):
                if span.start == span.end:
                    self.assembly.break_line()
                else:
                    self.assembly.copy(span.start, span.end)

    def _write_shown(self, shows: str, start: int, end: int) -> None:
        if shows == "\n":
            self.assembly.break_line()
        else:
            self.assembly.stand(shows, start, end)

    def _write_table(self, first: int, last: int) -> None:
        self._tables += 1
        watch = HeaderWatch()
        number = 0
        for order, line in enumerate(self._lines[first:last]):
            if order == 1:
                continue  # |---|---|
            number += 1
            spans = _cells(self._text, line)
            roles = watch.roles([self._text[span.start : span.end] for span in spans])
            for column, (span, role) in enumerate(zip(spans, roles, strict=True), start=1):
                place = cell_name(column, number)
                where: dict[str, str | int] = {"table": self._tables, "cell": place}
                with self.assembly.part(f"表 {self._tables} {place}", where, role):
                    self._write_inline([span])

    def _definitions(self) -> Iterator[str]:
        for line in self._lines:
            match = _DEFINITION.fullmatch(self._text, line.start, line.end)
            if match:
                yield match[1].strip().lower()


class _Offsets:
    """From the joined text of a block back to the source."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts: list[int] = []
        at = 0
        for span in spans:
            self._starts.append(at)
            at += span.end - span.start + 1  # the line break between two stretches

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The source range from the first to the last character of a piece."""
        covered = [span for span in self.stretches(start, end) if span.start < span.end]
        return covered[0].start, covered[-1].end

    def stretches(self, start: int, end: int) -> Iterator[Span]:
        """The source ranges of a piece; an empty one for each line break in it."""
        from bisect import bisect_right

        at = bisect_right(self._starts, start) - 1
        while start < end:
            span, base = self._spans[at], self._starts[at]
            length = span.end - span.start
            stop = min(end, base + length)
            if start < stop:
                yield Span(span.start + start - base, span.start + stop - base)
            if stop < end:
                yield Span(span.end, span.end)
            start, at = base + length + 1, at + 1


def _leaves(text: str, lines: Sequence[Line]) -> Iterator[Token]:
    """The blocks without blocks inside, in order, with maps counted in ``lines``."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    parser.disable("reference")  # “[注]: 本品……” would be taken for a link definition and vanish
    parser.core.ruler.enableOnly(["normalize", "block"])
    body = "\n".join(text[line.start : line.end].replace("\0", "\ufffd") for line in lines)
    table_end = -1
    for token in parser.parse(body):
        if token.map is None or token.map[0] < table_end:
            continue
        if token.type == "table_open":
            table_end = token.map[1]
        if token.type in ("inline", "fence", "code_block", "html_block", "table_open", "hr"):
            yield token


def _cells(text: str, line: Line) -> list[Span]:
    """The cells of a table row, without the white space around them."""
    prefix = _TABLE_PREFIX.match(text, line.start, line.end)
    begin = prefix.end() if prefix else line.start
    pipes = [m.start() for m in _PIPE.finditer(text, begin, line.end) if m[0] == "|"]
    borders = [begin - 1, *pipes, line.end]
    cells = [Span(*trimmed(text, a + 1, b)) for a, b in pairwise(borders)]
    if len(cells) > 1 and pipes[0] == begin:
        del cells[0]
    if len(cells) > 1 and cells[-1].start == cells[-1].end:
        del cells[-1]
    return cells
