"""Harmless foldings: width, case, traditional characters, compatibility forms, invisible characters.

A folding is harmless when no reader would call the two spellings different words: ＮＯ．１ and no.1, 最髙級
and 最高级 with a zero-width space inside. ``origin`` maps every folded position back to the text as given.
The tables are made by ``tools/build_tables.py``.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from compliance.text import Span

PUNCTUATION: Mapping[str, str] = dict(zip("，！？：；（）％", ",!?:;()%", strict=True))
"""Full-width marks found in every Chinese text, half-width after folding; 。、“”《》 stay as they are."""


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
    tables = _tables()
    if not tables.odd.search(text):
        return Folded(_everyday(text), None)
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


@dataclass(frozen=True)
class _Tables:
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
    raw = json.loads((Path(__file__).parent / "_data" / "fold.json").read_bytes())
    resized = dict.fromkeys(raw["dropped"], "") | raw["expanded"]
    return _Tables(
        odd=re.compile(f"[{raw['odd']}]"),
        uneven=re.compile(f"[{raw['uneven']}]"),
        same=dict(zip(raw["from"], raw["to"], strict=True)),
        resized=resized,
    )
