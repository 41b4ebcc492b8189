"""The lines of a text with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its 1-based number, and ``text[start:end]`` without the line break."""

    number: int
    start: int
    end: int


def lines_of(text: str) -> Iterator[Line]:
    r"""All lines in order; \n, \r\n and a lone \r end one. A last empty line is left out."""
    at, number = 0, 1
    while at < len(text):
        match = _LINE.match(text, at)
        assert match is not None  # the pattern matches at every position
        yield Line(number, at, match.end(1))
        at, number = match.end(), number + 1


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at both ends (empty ranges stay at ``start``)."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return (start, start) if left == len(piece) else (start + left, start + len(piece.rstrip()))
