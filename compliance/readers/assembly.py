"""Building a Document: visible text, where each character came from, and the parts it is made of."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from compliance.text import Document, Part, Role, Settings


class Extract:
    """Collects text that was packed away (Word, spreadsheets, PDF): source and visible text are one.

    A line break asked for between two stretches is written only when more text follows, so neither empty
    parts nor the end of a file leave stray line breaks behind.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._parts: list[Part] = []
        self._part_start: int | None = None
        self._break_wanted = False
        self._long: dict[int, int] = {}

    @contextmanager
    def part(self, label: str, where: Mapping[str, str | int], role: Role = "speech") -> Iterator[None]:
        """Everything written inside is one part on a line of its own; a part without text leaves no trace."""
        self.break_line()
        self._part_start = None
        yield
        if self._part_start is not None:
            self._parts.append(Part(self._part_start, self._length, label, where, role))
        self.break_line()

    def say(self, text: str) -> None:
        """Append text."""
        if text:
            self._open_line()
            self._append(text)

    def break_line(self) -> None:
        """What comes next starts on a new line."""
        self._break_wanted = self._length > 0

    def document(
        self, name: str, kind: str, settings: Settings | None = None, not_checked: tuple[str, ...] = ()
    ) -> Document:
        """The finished document."""
        visible = "".join(self._pieces)
        return Document(
            name=name,
            source=self._source(visible),
            visible=visible,
            origin=self._origin_of(visible),
            long=self._long,
            parts=tuple(self._parts),
            settings=settings or Settings(),
            kind=kind,
            not_checked=not_checked,
        )

    @property
    def at_line_start(self) -> bool:
        """Whether the next character begins a line."""
        return self._break_wanted or self._length == 0 or self._pieces[-1].endswith("\n")

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _open_line(self) -> None:
        if self._break_wanted:
            self._break_wanted = False
            self._write_break()
        if self._part_start is None:
            self._part_start = self._length

    def _write_break(self) -> None:
        self._append("\n")

    def _source(self, visible: str) -> str:
        return visible

    def _origin_of(self, visible: str) -> array[int] | None:
        return None


class Assembly(Extract):
    """Collects the visible text of a text file, with the source offset of every character.

    Stretches have to be written in the order of the source.
    """

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
        self._origin = array("I")
        self._cursor = 0
        """Source offset behind the last character written; a line break we add is placed there."""

    def copy(self, start: int, end: int) -> None:
        """``source[start:end]`` is visible as it stands."""
        if start < end:
            self._open_line()
            self._append(self.source[start:end])
            self._origin.extend(range(start, end))
            self._cursor = end

    def stand(self, text: str, start: int, end: int) -> None:
        """``source[start:end]`` shows as ``text`` (an entity, an escape); all of it maps to ``start``."""
        if text:
            self._open_line()
            self._append(text)
            self._origin.extend([start] * len(text))
            if end > start + 1:
                self._long[self._length - 1] = end
            self._cursor = end

    def say(self, text: str) -> None:
        """Append text that the source does not hold (never needed for text files)."""
        raise TypeError("an Assembly maps every character; use copy() or stand()")

    def _write_break(self) -> None:
        self._append("\n")
        self._origin.append(min(self._cursor, len(self.source) - 1))

    def _source(self, visible: str) -> str:
        return self.source

    def _origin_of(self, visible: str) -> array[int] | None:
        return None if visible == self.source else self._origin
