"""A source line with phrases marked underneath, cut to the width of a terminal.

Positions are code points of the line, half-open; widths are cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from compliance.formats.shared.width import visible, width
from compliance.text import Span

ELLIPSIS = "…"


class Mark(NamedTuple):
    """A phrase to mark; ``start == end`` marks a place between two characters."""

    start: int
    end: int
    sign: str
    """The character drawn below it: ^ error, ~ warning, - info."""
    label: str = ""
    """A number at the head of the mark, where a line has several."""


class Piece(NamedTuple):
    """A stretch of the shown line under the same mark; ``sign`` is "" where nothing is marked."""

    text: str
    sign: str


class MarkedLine(NamedTuple):
    """The line as shown and the rows of marks below it."""

    pieces: tuple[Piece, ...]
    rows: tuple[str, ...]


def _cells(char: str) -> int:
    return width(visible(char))


def window(line: str, start: int, end: int, cells: int) -> Span:
    """The part of the line to show: the phrase with as much around it, both sides alike, as fits."""
    room = cells - 2 * len(ELLIPSIS)
    left, right = start, start
    while right < end and room >= _cells(line[right]):
        room -= _cells(line[right])
        right += 1
    if right < end:
        return Span(left, right)
    growing = True
    while growing and room > 0:
        growing = False
        if left > 0 and room >= _cells(line[left - 1]):
            left, room, growing = left - 1, room - _cells(line[left - 1]), True
        if right < len(line) and room >= _cells(line[right]):
            right, room, growing = right + 1, room - _cells(line[right]), True
    return Span(left, right)


def fits(line: str, start: int, end: int, cells: int) -> bool:
    """Whether a stretch of the line can be shown in one piece."""
    return end - start <= cells and sum(map(_cells, line[start:end])) <= cells - 2 * len(ELLIPSIS)


def mark_line(line: str, marks: Sequence[Mark], cells: int) -> MarkedLine:
    """Show the stretch of ``line`` that holds all marks, with the marks in as many rows as overlaps need."""
    shown = window(line, min(m.start for m in marks), max(m.end for m in marks), cells)
    lead = ELLIPSIS if shown.start > 0 else ""
    tail = ELLIPSIS if shown.end < len(line) else ""
    offsets = [len(lead)]
    for char in line[shown.start : shown.end]:
        offsets.append(offsets[-1] + _cells(char))
    pieces = [Piece(lead, ""), *_pieces(line, shown, marks), Piece(tail, "")]
    return MarkedLine(tuple(p for p in pieces if p.text), tuple(_rows(marks, shown, offsets)))


def _pieces(line: str, shown: Span, marks: Sequence[Mark]) -> list[Piece]:
    edges = {shown.start, shown.end}
    edges.update(e for m in marks for e in (m.start, m.end) if shown.start < e < shown.end)
    ordered = sorted(edges)
    pieces = []
    for start, end in pairwise(ordered):
        signs = {m.sign for m in marks if m.start <= start and end <= m.end}
        loudest = next((s for s in "^~-" if s in signs), "")
        pieces.append(Piece("".join(map(visible, line[start:end])), loudest))
    return pieces


def _rows(marks: Sequence[Mark], shown: Span, offsets: Sequence[int]) -> list[str]:
    rows: list[str] = []
    for mark in marks:
        first = min(max(mark.start, shown.start), shown.end) - shown.start
        last = min(max(mark.end, shown.start), shown.end) - shown.start
        drawn = _drawn(mark, offsets[last] - offsets[first])
        at = next((i for i, row in enumerate(rows) if len(row) <= offsets[first]), len(rows))
        if at == len(rows):
            rows.append("")
        rows[at] = rows[at].ljust(offsets[first]) + drawn
    return rows


def _drawn(mark: Mark, cells: int) -> str:
    if mark.start == mark.end or cells <= len(mark.label):
        return mark.sign * max(1, cells) + mark.label
    return mark.label + mark.sign * (cells - len(mark.label))
