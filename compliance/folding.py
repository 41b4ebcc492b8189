"""Harmless foldings: width, case, traditional characters, compatibility forms, invisible characters.

A folding is harmless when no reader would call the two spellings different words: ＮＯ．１ and no.1, 最髙級
and 最高级 with a zero-width space inside. ``origin`` maps every folded position back to the text as given.
The tables are made by ``tools/build_tables.py``.
"""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from compliance.tables import read_table
from compliance.text import Span

FIRST_TEXTS = 8  # that many are looked at without compiling a pattern
SHORT_TEXT = 4000  # code points
PUNCTUATION: Mapping[str, str] = dict(zip("，！？：；（）％", ",!?:;()%", strict=True))
"""Full-width marks found in every Chinese text, half-width after folding; 。、“”《》 stay as they are."""


class Folded(NamedTuple):
    """``text`` folded; ``origin[i]`` is where ``text[i]`` came from (None: same positions)."""

    text: str
    origin: Sequence[int] | None

    def span(self, start: int, end: int) -> Span:
        """The range of the unfolded text that became ``text[start:end]``; an empty range stays empty."""
        if self.origin is None:
            return Span(start, end)
        if start >= end:
            at = (
                self.origin[start]
                if start < len(self.origin)
                else (self.origin[-1] + 1 if self.origin else 0)
            )
            return Span(at, at)
        return Span(self.origin[start], self.origin[end - 1] + 1)


def fold(text: str) -> Folded:
    """Fold ``text``. Idempotent: folding a folded text changes nothing.

    Most texts hold nothing but everyday characters; a search in C finds that out faster than any table could
    translate them.
    """
    if text.isascii():
        return Folded(text.lower(), None)
    if not _probe().finds_odd(text):
        return Folded(_everyday(text), None)
    tables = _tables()
    even = _everyday(tables.odd.sub(tables.one_to_one, text))
    if not tables.uneven.search(even):
        return Folded(even, None)
    return _resize(even, tables)


def _everyday(text: str) -> str:
    """Lower case and half-width punctuation; the length stays the same where no odd character is left."""
    text = text.lower()
    for full, half in PUNCTUATION.items():
        text = text.replace(full, half)
    return text


def _resize(even: str, tables: _Tables) -> Folded:
    """Drop and expand characters; ``even`` has the length of the source."""
    pieces: list[str] = []
    origin = array("L")
    at = 0
    for found in tables.uneven.finditer(even):
        here = found.start()
        became = tables.resized.get(found[0], found[0])
        pieces += (even[at:here], became)
        origin.extend(range(at, here))
        origin.extend([here] * len(became))
        at = here + 1
    pieces.append(even[at:])
    origin.extend(range(at, len(even)))
    return Folded("".join(pieces), origin)


class _Probe:
    """Tells whether a text holds an odd character.

    A search finds out fastest, but takes milliseconds to compile; the first short texts are looked at
    character by character instead.
    """

    def __init__(self, edges: str) -> None:
        self._edges, self._texts_left = edges, FIRST_TEXTS

    def finds_odd(self, text: str) -> bool:
        """Whether any character is one that ``_everyday`` does not fold."""
        if self._texts_left <= 0 or len(text) > SHORT_TEXT:
            return _tables().odd.search(text) is not None
        self._texts_left -= 1
        return any(bisect_right(self._edges, c) % 2 for c in set(text))


@lru_cache(maxsize=1)
def _probe() -> _Probe:
    """``odd.json`` holds where stretches of odd characters begin and where they are over, in turn."""
    return _Probe(json.loads(read_table("odd.json")))


class _Tables(NamedTuple):
    odd: re.Pattern[str]
    """Any character that ``_everyday`` does not fold (and a few it does)."""
    uneven: re.Pattern[str]
    """Any character that vanishes or becomes several (and a few that do not)."""
    same: Mapping[str, str]
    resized: Mapping[str, str]

    def one_to_one(self, found: re.Match[str]) -> str:
        """What an odd character becomes if it keeps its place; itself where it does not."""
        return self.same.get(found[0], found[0])


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    """The tables of this release, read on first use (a few milliseconds)."""
    raw = json.loads(read_table("fold.json"))
    resized = dict.fromkeys(raw["dropped"], "") | raw["expanded"]
    return _Tables(
        odd=re.compile(f"[{raw['odd']}]"),
        uneven=re.compile(f"[{raw['uneven']}]"),
        same=dict(zip(raw["from"], raw["to"], strict=True)),
        resized=resized,
    )
