"""Source text, what a reader sees of it, and every conversion between positions.

All offsets are code points, half-open. No other module does arithmetic between a visible text and its
source, or between code points and lines, UTF-16 units or UTF-8 bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Literal, NamedTuple

Role = Literal["speech", "screen", "direction", "note"]
"""Who meets a part: the audience hears it, sees it, never meets it (stage directions), or reads it."""


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Part(NamedTuple):
    """A stretch of the visible text with a name of its own: cue, paragraph, table cell.

    ``start`` and ``end`` are offsets into ``Document.visible``; parts are in order and do not overlap.
    ``label`` is for people ("字幕 3 00:00:07,000"), ``where`` for programs ({"cue": 3, "time": …}).
    """

    start: int
    end: int
    label: str
    where: Mapping[str, str | int]
    role: Role = "speech"


class Settings(NamedTuple):
    """What a file says about itself (Markdown front matter). None: it does not say."""

    industries: tuple[str, ...] | None = None
    platforms: tuple[str, ...] | None = None
    channel: str | None = None
    sponsored: bool | None = None
    ai_generated: bool | None = None
    as_of: str | None = None
    """ISO date."""


SAYS_NOTHING = Settings()
NOTHING_LONG: Mapping[int, int] = {}


class Document:
    """A script as written (``source``) and as a reader meets it (``visible``). A value: do not change it.

    ``origin[i]`` is the source offset of ``visible[i]``; None means both texts are the same. Offsets given
    to people point into ``source``. For files whose text is packed away (Word, spreadsheets) ``source`` is
    the extracted text itself and ``parts`` say where each piece lives in the file.

    Attributes:
        long: where one visible character stands for several of the source (an entity, an escape), its visible
            offset and the source offset behind it.
        kind: reader key: text, markdown, srt, docx …
        not_checked: what the file holds that no rule can see: pictures, sound, speaker notes …
    """

    def __init__(
        self,
        name: str,
        source: str,
        visible: str,
        origin: Sequence[int] | None = None,
        parts: tuple[Part, ...] = (),
        settings: Settings = SAYS_NOTHING,
        kind: str = "text",
        not_checked: tuple[str, ...] = (),
        long: Mapping[int, int] = NOTHING_LONG,
    ) -> None:
        self.long = long
        self.name, self.source, self.visible, self.origin = name, source, visible, origin
        self.parts, self.settings, self.kind, self.not_checked = parts, settings, kind, not_checked

    def __repr__(self) -> str:
        return f"Document({self.name!r}, {len(self.source)} characters, {len(self.parts)} parts)"

    def with_changes(self, **changes: Any) -> Document:
        """A copy with some attributes changed."""
        names = ("name", "source", "visible", "origin", "parts", "settings", "kind", "not_checked", "long")
        return Document(**({name: getattr(self, name) for name in names} | changes))

    @classmethod
    def plain(cls, text: str, name: str = "<text>") -> Document:
        """A document whose visible text is the source itself."""
        return cls(name=name, source=text, visible=text)

    def source_span(self, start: int, end: int) -> Span:
        """The source range that shows as ``visible[start:end]``; an empty range stays empty."""
        if self.origin is None:
            return Span(start, end)
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else len(self.source)
            return Span(at, at)
        return Span(self.origin[start], self.long.get(end - 1, self.origin[end - 1] + 1))

    def excerpt(self, start: int, end: int) -> str:
        """What a reader sees of the source range ``start``-``end``: markup inside it is left out."""
        if self.origin is None:
            return self.visible[start:end]
        return self.visible[bisect_left(self.origin, start) : bisect_left(self.origin, end)]

    def visible_at(self, offset: int) -> int:
        """The visible offset of the first character that stands at a source offset or behind it."""
        return offset if self.origin is None else bisect_left(self.origin, offset)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """1-based line and column (in code points) of a source offset."""
        return self.lines.line_and_column(offset)

    def part_at(self, offset: int) -> Part | None:
        """The part that holds a visible offset; at a border, the one that ends there counts."""
        at = bisect_right(self._part_starts, offset) - 1
        return self.parts[at] if at >= 0 and offset <= self.parts[at].end else None

    @cached_property
    def lines(self) -> LineTable:
        """Line starts of the source."""
        return LineTable(self.source)

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.start for part in self.parts]


class LineTable:
    """Where the lines of a text start; \\n, \\r\\n and lone \\r end a line, as editors see it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.starts = [0, *(found.end() for found in re.finditer("\r\n|\n|\r", text))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a code-point offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """The range of a 1-based line without its line break."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line_text(self, line: int) -> str:
        """The text of a 1-based line without its line break."""
        span = self.line_span(line)
        return self._text[span.start : span.end]


def whole_characters(text: str) -> str:
    """The text with every lone surrogate replaced by U+FFFD, one for one: offsets stay as they are."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def utf16_length(text: str) -> int:
    """How many UTF-16 code units the text takes (editors and browsers count so)."""
    return len(text) + sum(1 for c in text if ord(c) > 0xFFFF)


def utf8_length(text: str) -> int:
    """How many UTF-8 bytes the text takes; a lone surrogate counts as the three bytes it would need."""
    return len(text.encode("utf-8", "surrogatepass"))
