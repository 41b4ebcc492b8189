"""A reading of a text and the edits that make one: every character knows which stretch it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from compliance.text import Span


class Mark(NamedTuple):
    """``view.text[start:end]`` stands for something written differently in the folded text.

    An empty range marks a place where something was taken out.
    """

    start: int
    end: int
    technique: str
    """Key: inserted-symbol, inserted-space, emoji, line-break, markdown-markup, html-entity, look-alike,
    homophone, pinyin, initials, split-character, styled-numeral, masked, reversed, slang."""


class View(NamedTuple):
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

    def is_restored(self, place: int) -> bool:
        """Whether a character was put here by an earlier step."""
        return any(m.start <= place < m.end for m in self.marks)

    def marks_in(self, start: int, end: int) -> tuple[Mark, ...]:
        """The rewritten stretches that a match on ``text[start:end]`` rests on."""
        return tuple(
            m
            for m in self.marks
            if (m.start < end and start < m.end if m.start < m.end else start < m.start < end)
        )


class Edit(NamedTuple):
    """``text[start:end]`` of a view reads as ``becomes``; nothing: it is only there to disturb."""

    start: int
    end: int
    becomes: str
    technique: str
    whole: bool = False
    """Each new character stands for the whole stretch, even where the lengths agree (reversed text)."""


def as_written(folded: str, start: int, end: int) -> View:
    """The view of ``folded[start:end]`` that changes nothing."""
    return View(folded[start:end], range(start, end), range(start + 1, end + 1), ())


def edited(view: View, edits: Iterable[Edit]) -> View:
    """The view after the edits; of edits that overlap, the first and longest is done."""
    writer = _Writer(view)
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.start >= writer.at:
            writer.replace(edit)
    return writer.view()


def joined(views: Sequence[View]) -> View:
    """One view that holds all, separated by line breaks."""
    text, origin, ends, marks = [], list[int](), list[int](), list[Mark]()
    at = 0
    for view in views:
        marks += (Mark(m.start + at, m.end + at, m.technique) for m in view.marks)
        text.append(view.text)
        origin += (*view.origin, view.ends[-1])
        ends += (*view.ends, view.ends[-1])
        at += len(view.text) + 1
    return View("\n".join(text), origin[:-1], ends[:-1], tuple(marks))


class _Writer:
    """Writes a new view from left to right; ``at`` is how much of the old one has been read."""

    def __init__(self, view: View) -> None:
        self.old, self.at = view, 0
        self.pieces: list[str] = []
        self.length = 0
        self.origin: list[int] = []
        self.ends: list[int] = []
        self.marks: list[Mark] = []
        self.pending = sorted(view.marks, key=lambda m: m.start)

    def copy(self, to: int) -> None:
        """Take over everything before ``to``, with its marks."""
        shift = self.length - self.at
        while self.pending and self.pending[0].start < to:
            mark = self.pending.pop(0)
            self.marks.append(
                Mark(max(mark.start, self.at) + shift, min(mark.end, to) + shift, mark.technique)
            )
            if mark.end > to:
                self.pending.insert(0, Mark(to, mark.end, mark.technique))
                break
        self._write(self.old.text[self.at : to], self.old.origin[self.at : to], self.old.ends[self.at : to])
        self.at = to

    def replace(self, edit: Edit) -> None:
        """Write what the stretch of the edit reads as."""
        self.copy(edit.start)
        size, count = edit.end - edit.start, len(edit.becomes)
        old = self.old
        while self.pending and self.pending[0].start < edit.end:
            inner = self.pending.pop(0)
            self.marks.append(Mark(self.length, self.length + count, inner.technique))
        self.marks.append(Mark(self.length, self.length + count, edit.technique))
        if size == count and not edit.whole:
            self._write(edit.becomes, old.origin[edit.start : edit.end], old.ends[edit.start : edit.end])
        else:
            first, last = old.origin[edit.start], old.ends[edit.end - 1]
            self._write(edit.becomes, [first] * count, [last] * count)
        self.at = edit.end

    def view(self) -> View:
        """The finished view."""
        self.copy(len(self.old.text))
        for mark in self.pending:
            self.marks.append(Mark(self.length, self.length, mark.technique))
        return View("".join(self.pieces), self.origin, self.ends, tuple(dict.fromkeys(self.marks)))

    def _write(self, text: str, origin: Iterable[int], ends: Iterable[int]) -> None:
        self.pieces.append(text)
        self.length += len(text)
        self.origin += origin
        self.ends += ends
