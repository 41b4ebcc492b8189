"""The text of a report cut into pieces, so that findings may overlap in any way.

The text is cut at every edge of every finding; each piece lists all findings that cover it. Joined in order,
pieces and line ends give the source back, character for character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compliance.report import Violation
from compliance.text import Document, Part, Span

_SEEN = -1  # number of the pseudo-finding that covers what a reader of the script meets


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without any edge inside."""

    text: str
    findings: tuple[int, ...]
    """Indexes into the list of findings, ascending; empty where nothing was found."""
    opens: tuple[int, ...]
    """Those findings that begin with this piece."""
    seen: bool
    """False for what the reader of the script never meets: markup, time codes, front matter."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The place where something is missing."""

    finding: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source with what stands in its margin."""

    number: int
    content: tuple[Piece | Gap, ...]
    end: str
    """The line break as it is in the source, or "" on the last line."""
    label: str = ""
    """The part that begins here, short: a cue's time, a cell, a paragraph."""
    label_full: str = ""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A character that shows nothing, or moves its neighbours: drawn as a chip."""

    char: str

    @property
    def code(self) -> str:
        """U+200B."""
        return f"U+{ord(self.char):04X}"

    @property
    def kept(self) -> str:
        """The character itself where HTML can hold it, so that copying gives the text as it is."""
        holds = self.char != "\0" and not "\ud800" <= self.char <= "\udfff"
        return self.char if holds else "\ufffd"


_EMOJI = "\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
# The joiner between two emoji belongs to the picture; everywhere else it hides something.
_HIDDEN = re.compile(
    f"(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])|"
    "(?P<hidden>[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f])"
)


def reveal(text: str) -> Iterator[str | Hidden]:
    """The text in stretches, hidden characters one by one."""
    at = 0
    for match in _HIDDEN.finditer(text):
        if match["hidden"]:
            if at < match.start():
                yield text[at : match.start()]
            yield Hidden(match["hidden"])
            at = match.end()
    if at < len(text):
        yield text[at:]


def lay_out(document: Document, violations: Sequence[Violation]) -> tuple[Line, ...]:
    """The source of ``document``, line by line, cut at every edge of every violation."""
    table = document.lines
    line_spans = [table.line_span(number + 1) for number in range(len(table.starts))]
    covers = _Cover(document, violations, line_spans)
    gaps = _gaps(document, violations)
    labels = _labels(document)
    lines = []
    for i, span in enumerate(line_spans):
        following = table.starts[i + 1] if i + 1 < len(table.starts) else len(document.source)
        part = labels.get(i + 1)
        content = _with_gaps(covers.pieces(span), gaps.get(i + 1, []))
        label, full = (short_label(part), part.label) if part else ("", "")
        lines.append(Line(i + 1, content, document.source[span.end : following], label, full))
    return tuple(lines)


def short_label(part: Part) -> str:
    """What fits in the margin: the time of a cue without hours it does not need, a cell, or the label."""
    time = str(part.where.get("time", ""))
    if time:
        return re.sub(r"^00:|[.,]\d+$", "", time)
    return str(part.where.get("cell", "")) or part.label


class _Cover:
    """Which findings lie over each stretch between two neighbouring edges."""

    def __init__(self, document: Document, violations: Sequence[Violation], lines: Sequence[Span]) -> None:
        self._source = document.source
        opening: defaultdict[int, list[int]] = defaultdict(list)
        closing: defaultdict[int, list[int]] = defaultdict(list)
        spans = [(v.start, v.end, i) for i, v in enumerate(violations) if v.start < v.end]
        spans += [(run.start, run.end, _SEEN) for run in visible_runs(document)]
        for start, end, finding in spans:
            opening[start].append(finding)
            closing[end].append(finding)
        borders = {edge for span in lines for edge in (span.start, span.end)}
        borders.update(v.start for v in violations if v.start == v.end)
        self._edges = sorted(opening.keys() | closing.keys() | borders)
        self._opens = [tuple(sorted(f for f in opening.get(e, ()) if f != _SEEN)) for e in self._edges]
        self._over = list(self._sweep(opening, closing))

    def _sweep(
        self, opening: dict[int, list[int]], closing: dict[int, list[int]]
    ) -> Iterator[tuple[int, ...]]:
        active: set[int] = set()
        for edge in self._edges:
            active.difference_update(closing.get(edge, ()))
            active.update(opening.get(edge, ()))
            yield tuple(sorted(active))

    def pieces(self, span: Span) -> Iterator[tuple[int, Piece]]:
        """The pieces of a line, each with its offset."""
        at = bisect_left(self._edges, span.start)
        while self._edges[at] < span.end:
            start, over = self._edges[at], self._over[at]
            findings = tuple(f for f in over if f != _SEEN)
            text = self._source[start : self._edges[at + 1]]
            yield start, Piece(text, findings, self._opens[at], _SEEN in over)
            at += 1


def visible_runs(document: Document) -> Iterator[Span]:
    """The stretches of the source that show, in order."""
    if document.origin is None:
        yield Span(0, len(document.source))
        return
    start = end = -1
    for at in document.origin[: len(document.visible)]:
        if at > end or at < start:  # something between the two does not show
            if start < end:
                yield Span(start, end)
            start = at
        end = at + 1
    if start < end:
        yield Span(start, end)


def _gaps(document: Document, violations: Sequence[Violation]) -> dict[int, list[tuple[int, Gap]]]:
    gaps: defaultdict[int, list[tuple[int, Gap]]] = defaultdict(list)
    for i, violation in enumerate(violations):
        if violation.start == violation.end:
            line, _ = document.line_and_column(violation.start)
            gaps[line].append((violation.start, Gap(i)))
    return gaps


def _with_gaps(
    pieces: Iterator[tuple[int, Piece]], gaps: Sequence[tuple[int, Gap]]
) -> tuple[Piece | Gap, ...]:
    """Pieces and gaps by offset; a gap stands before the piece that begins where it points."""
    placed = [(at, 1, piece) for at, piece in pieces] + [(at, 0, gap) for at, gap in gaps]
    return tuple(content for _, _, content in sorted(placed, key=lambda entry: entry[:2]))


def _labels(document: Document) -> dict[int, Part]:
    """The first part that begins on each line."""
    labels: dict[int, Part] = {}
    for part in document.parts:
        place = document.source_span(part.start, part.start).start
        line, _ = document.line_and_column(place)
        labels.setdefault(line, part)
    return labels
