"""Overlapping ranges cut into stretches that do not overlap, for highlights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from compliance.text import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[start:end]`` and the numbers of the ranges that cover all of it."""

    start: int
    end: int
    covers: tuple[int, ...]


def cut(spans: Sequence[Span], start: int, end: int) -> list[Stretch]:
    """Cut ``start..end`` at every edge of ``spans``. An empty span becomes an empty stretch of its own."""
    edges = {start, end}
    edges.update(e for s in spans for e in (s.start, s.end) if start < e < end)
    ordered = sorted(edges)
    empty = [i for i, s in enumerate(spans) if s.start == s.end]
    stretches = []
    for left, right in pairwise(ordered):
        stretches += [Stretch(left, left, (i,)) for i in empty if spans[i].start == left]
        covers = tuple(i for i, s in enumerate(spans) if s.start <= left and right <= s.end)
        stretches.append(Stretch(left, right, covers))
    return stretches + [Stretch(end, end, (i,)) for i in empty if spans[i].start == end]
