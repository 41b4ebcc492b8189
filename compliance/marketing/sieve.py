"""Finds the wordings of many clue groups in one pass over a text.

Every wording is an alternative of a regular expression. A literal that each of its matches contains is its
anchor; one automaton looks for all anchors, and an expression runs only around a hit. The result is the same
as running the whole expressions, at a small part of the cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import ahocorasick_rs

WINDOW = 30  # code points around an anchor that a wording may span
_META = frozenset("\\[](){}.*+?^$|")
_CLASSES = frozenset("dDsSwWbB")
_OPTIONAL = frozenset("?*{")


class ClueGroup(NamedTuple):
    """Wordings that point the same way."""

    name: str
    """For people, in Chinese."""
    weight: float
    """Per distinct wording; positive: not marketing, negative: marketing."""
    cap: int
    """At most so many wordings count."""
    wordings: str
    """Alternatives of one regular expression over folded text."""


class Wording:
    """One alternative of a group; ``order`` is its place there: the first of several at one spot wins."""

    def __init__(self, group: str, order: int, source: str) -> None:
        self.group, self.order, self.source = group, order, source

    @cached_property
    def literal(self) -> bool:
        """Whether the wording is its own anchor."""
        return _META.isdisjoint(self.source)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled on first use."""
        return re.compile(self.source, re.M)

    def spots(self, text: str, start: int, end: int) -> list[tuple[int, int, int]]:
        """(start, order, end) wherever the wording stands around its anchor ``text[start:end]``."""
        first, last = max(0, start - WINDOW), min(len(text), end + WINDOW)
        return [
            (found.start(), self.order, found.end()) for found in self.compiled.finditer(text, first, last)
        ]


class Sieve:
    """Compiled clue groups."""

    def __init__(self, groups: Sequence[ClueGroup]) -> None:
        self._caps = {group.name: group.cap for group in groups}
        owners: dict[str, list[Wording]] = {}
        for group in groups:
            for order, source in enumerate(alternatives(group.wordings)):
                wording = Wording(group.name, order, source)
                for anchor in anchors(source):
                    owners.setdefault(anchor, []).append(wording)
        self._owners = list(owners.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(owners),
            matchkind=ahocorasick_rs.MatchKind.Standard,
            store_patterns=False,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def find(self, text: str) -> dict[str, tuple[str, ...]]:
        """The distinct wordings of every group, first come first, at most its cap."""
        spots: dict[str, set[tuple[int, int, int]]] = {name: set() for name in self._caps}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for wording in self._owners[index]:
                if wording.literal:
                    spots[wording.group].add((start, wording.order, end))
                else:
                    spots[wording.group].update(wording.spots(text, start, end))
        return {
            name: _leftmost(text, spots[name], cap) if spots[name] else () for name, cap in self._caps.items()
        }


def _leftmost(text: str, spots: set[tuple[int, int, int]], cap: int) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    at = 0
    for start, _, end in sorted(spots):
        if start < at:
            continue
        at = end
        seen.setdefault(text[start:end])
        if len(seen) == cap:
            break
    return tuple(seen)


def alternatives(pattern: str) -> list[str]:
    """The alternatives of ``pattern`` outside groups and classes."""
    pieces, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        c = pattern[at]
        if c == "[":
            at = _class_end(pattern, at)
        depth += (c == "(") - (c == ")")
        if c == "|" and depth == 0:
            pieces.append(pattern[start:at])
            start = at + 1
        at += 2 if c == "\\" else 1
    return [*pieces, pattern[start:]]


def anchors(source: str) -> tuple[str, ...]:
    """Literals of which every match of ``source`` contains at least one.

    Raises:
        ValueError: there is none; the wording has to be written with a literal in it.
    """
    if _META.isdisjoint(source):
        return (source,)
    choices = list(_choices(source))
    if not choices:
        raise ValueError(f"wording without a literal that is always there: {source!r}")
    return max(choices, key=lambda literals: (min(map(len, literals)), -len(literals)))


def _choices(source: str) -> Iterator[tuple[str, ...]]:
    """Sets of literals of which a match must contain one: runs of plain characters, groups, classes."""
    run, at = "", 0
    while at < len(source):
        end, literal, options = _step(source, at)
        optional = source[end : end + 1] in _OPTIONAL and end < len(source)
        if literal and not optional:
            run += literal
        if not literal or optional or source[end : end + 1] == "+":
            if run:
                yield (run,)
            run = ""
        if options and not optional:
            yield options
        at = _quantifier_end(source, end)
    if run:
        yield (run,)


def _step(source: str, at: int) -> tuple[int, str, tuple[str, ...]]:
    """The end of the item at ``at``, its literal (or ""), and the literals one of which it must contain."""
    c = source[at]
    if c == "\\":
        return at + 2, "" if source[at + 1] in _CLASSES else source[at + 1], ()
    if c == "[":
        end = _class_end(source, at) + 1
        inner = source[at + 1 : end - 1]
        plain = inner if not inner.startswith("^") and not {"\\", "-"} & set(inner[:-1]) else ""
        return end, "", tuple(plain.lstrip("-")) if plain else ()
    if c == "(":
        end = _group_end(source, at)
        return end, "", _options(source[at:end])
    return at + 1, "" if c in _META else c, ()


def _options(group: str) -> tuple[str, ...]:
    if not group.startswith("(?:"):
        return ()  # a look-around: what it names need not be part of the match
    try:
        return tuple(dict.fromkeys(a for inner in alternatives(group[3:-1]) for a in anchors(inner)))
    except ValueError:
        return ()


def _class_end(source: str, at: int) -> int:
    at += 1
    while source[at] != "]":
        at += 2 if source[at] == "\\" else 1
    return at


def _group_end(source: str, at: int) -> int:
    depth = 0
    while True:
        c = source[at]
        if c == "[":
            at = _class_end(source, at)
        depth += (c == "(") - (c == ")")
        at += 2 if c == "\\" else 1
        if depth == 0:
            return at


def _quantifier_end(source: str, at: int) -> int:
    if source[at : at + 1] == "{":
        return source.index("}", at) + 1
    return at + 1 if source[at : at + 1] in ("?", "*", "+") and at < len(source) else at
