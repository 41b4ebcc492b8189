"""Views: types, and how they are made and judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compliance.text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """``view.text[start:end]`` stands for something written differently in the folded text."""

    start: int
    end: int
    technique: str
    """Key: inserted-symbol, inserted-space, emoji, line-break, homophone, pinyin, initials, split-character,
    look-alike, styled-numeral, reversed, masked, html-entity, slang …"""


@dataclass(frozen=True, slots=True)
class View:
    """One reading of (parts of) a folded text.

    ``origin[i]`` is the folded offset where ``text[i]`` begins, ``ends[i]`` where it ends. Stretches from
    different places of the text are separated by a line break in ``text``.
    """

    text: str
    origin: Sequence[int]
    ends: Sequence[int]
    marks: tuple[Mark, ...]

    def span(self, start: int, end: int) -> Span:
        """The folded range that reads as ``text[start:end]``."""
        return Span(self.origin[start], self.ends[end - 1])

    def marks_in(self, start: int, end: int) -> tuple[Mark, ...]:
        """The rewritten stretches that a match on ``text[start:end]`` rests on."""
        return tuple(m for m in self.marks if m.start < end and start < max(m.end, m.start + 1))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that might be hidden: folded literal terms of the active rules and lists."""

    terms: frozenset[str]


def views(folded: str, vocabulary: Vocabulary) -> tuple[View, ...]:
    """The readings of ``folded`` worth scanning besides itself; none for ordinary text."""
    return ()


def evident(view: View, start: int, end: int, folded: str) -> bool:
    """Whether the disguise under ``view.text[start:end]`` is evident rather than a coincidence."""
    return True
