"""A plan: the rules that may apply, ready to scan — one automaton over every word any of them asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import ahocorasick_rs

from compliance.disguise import Vocabulary
from compliance.field import Field, Lexicon
from compliance.matchers import anchor_groups
from compliance.packs import Library, Pack
from compliance.packs.decode import condition_from, rule_from
from compliance.rule import Condition, MissingCondition, Rule

Hits = list[list[tuple[int, int]]]


class Program:
    """A rule of the plan; the full value is made on first use, for most rules never speak."""

    __slots__ = ("_rule", "cells", "pack", "spec")

    def __init__(self, spec: dict[str, Any], pack: Pack) -> None:
        self.spec, self.pack = spec, pack
        self.cells: list[Cell] = []
        self._rule: Rule | None = None

    @property
    def rule(self) -> Rule:
        """The rule as a value."""
        if self._rule is None:
            self._rule = rule_from(self.spec)
        return self._rule


class Signal:
    """A sign that a text belongs to the industries of a pack."""

    __slots__ = ("pack", "weight")

    def __init__(self, pack: Pack, weight: float) -> None:
        self.pack, self.weight = pack, weight


class Cell:
    """One condition of a rule or signal, with the number of word groups it waits for."""

    __slots__ = ("_condition", "groups", "owner", "spec")

    def __init__(self, spec: dict[str, Any], owner: Program | Signal, groups: int) -> None:
        self.spec, self.owner, self.groups = spec, owner, groups
        self._condition: Condition | None = None

    @property
    def condition(self) -> Condition:
        """The condition as a value."""
        if self._condition is None:
            self._condition = condition_from(self.spec)
        return self._condition


@dataclass(frozen=True)
class Selection:
    """Which packs may apply."""

    industries: tuple[str, ...] | None
    """None: any industry, to be detected."""
    platforms: tuple[str, ...]

    def admits(self, pack: Pack) -> bool:
        """Whether the pack may apply under this selection."""
        by_industry = (
            not pack.industries
            or self.industries is None
            or any(i in pack.industries for i in self.industries)
        )
        by_platform = not pack.platforms or any(p in pack.platforms for p in self.platforms)
        return by_industry and by_platform


class Plan:
    """Everything a check needs that does not depend on the text."""

    def __init__(self, library: Library, selection: Selection) -> None:
        self.library, self.selection = library, selection
        self.packs = tuple(p for p in library.packs if selection.admits(p))
        self.lexicon = Lexicon(library.lists)
        self.absences: list[Cell] = []
        self._owners: dict[str, list[tuple[int, int]]] = {}
        self._followers: dict[str, list[tuple[int, int]]] = {}
        self.cells: list[Cell] = []
        for pack in self.packs:
            self._add_pack(pack)
        self._keys, self._table = self._finish()
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._keys,
            matchkind=ahocorasick_rs.MatchKind.Standard,
            store_patterns=False,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def scan(self, text: str) -> dict[int, Hits]:
        """The anchor hits in a folded text, by cell number and word group."""
        found: dict[int, Hits] = {}
        table, cells = self._table, self.cells
        for key, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for cell, group in table[key]:
                hits = found.get(cell)
                if hits is None:
                    hits = found[cell] = [[] for _ in range(cells[cell].groups)]
                hits[group].append((start, end))
        return found

    def field(self, text: str, hits: Hits) -> Field:
        """What a matcher works on."""
        return Field(text, hits, self.lexicon)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that may stand in a text in disguise."""
        return Vocabulary(frozenset(k for k in self._keys if len(k) >= 2))

    @property
    def words(self) -> Sequence[str]:
        """Every word the scan looks for (benchmarks compare against a bare scan of them)."""
        return self._keys

    def _add_pack(self, pack: Pack) -> None:
        if pack.industries and self.selection.industries is None:
            for signal in pack.spec["signals"]:
                self._add_cells(signal["conditions"], Signal(pack, signal["weight"]))
        for spec in pack.spec["rules"]:
            if not spec.get("switched_off"):
                program = Program(spec, pack)
                program.cells = self._add_cells(spec["conditions"], program)

    def _add_cells(self, specs: Iterable[dict[str, Any]], owner: Program | Signal) -> list[Cell]:
        added = []
        for spec in specs:
            groups = anchor_groups(spec)
            cell = Cell(spec, owner, len(groups))
            number = len(self.cells)
            self.cells.append(cell)
            added.append(cell)
            for at, words in enumerate(groups):
                for term in words.terms:
                    self._owners.setdefault(term, []).append((number, at))
                for name in words.lists:
                    self._followers.setdefault(name, []).append((number, at))
            if spec["kind"] == "missing":
                self.absences.append(cell)
        return added

    def _finish(self) -> tuple[list[str], list[tuple[tuple[int, int], ...]]]:
        """One key per word; words of one set of lists share one tuple of followers."""
        listed: dict[str, list[str]] = {}
        for name in self._followers:
            for word in self.library.lists[name]:
                listed.setdefault(word, []).append(name)
        shared: dict[tuple[str, ...], tuple[tuple[int, int], ...]] = {}
        table: dict[str, tuple[tuple[int, int], ...]] = {}
        for word, names in listed.items():
            group = tuple(names)
            if group not in shared:
                shared[group] = tuple(dict.fromkeys(f for name in group for f in self._followers[name]))
            table[word] = shared[group]
        for word, owners in self._owners.items():
            table[word] = (*table.get(word, ()), *dict.fromkeys(owners))
        return list(table), list(table.values())


def is_missing(cell: Cell) -> bool:
    """Whether the cell's condition is about something absent."""
    return isinstance(cell.condition, MissingCondition)
