"""A plan: the packs that may apply, ready to scan — one automaton over every word any of them asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import ahocorasick_rs

from compliance.packs.cells import CUE, SIGNAL, CellEntry
from compliance.packs.library import Library, Pack

if TYPE_CHECKING:
    from compliance.disguise import Vocabulary
    from compliance.field import Field, Lexicon, Sentences
    from compliance.rule import Condition, Rule

Hits = list[list[tuple[int, int]]]
"""Where the words of a condition were found, group by group."""


class Selection(NamedTuple):
    """Which packs may apply."""

    industries: tuple[str, ...] | None
    """None: any industry, to be detected."""
    platforms: tuple[str, ...]

    def admits(self, pack: Pack) -> bool:
        """Whether the pack may apply under this selection."""
        wanted = self.industries
        by_industry = not pack.industries or wanted is None or any(i in pack.industries for i in wanted)
        return by_industry and (not pack.platforms or any(p in pack.platforms for p in self.platforms))


SHORT_TEXT = 20_000  # code points; up to here a scan for the words that may occur is cheaper than a full one
FEW_SCANS = 3  # then the full automaton, built once, has paid for itself

Waiting = tuple[tuple[int, int], ...]
"""The (cell, group) pairs that wait for a word."""


class Plan:
    """Everything a check needs that does not depend on the text."""

    def __init__(self, library: Library, selection: Selection) -> None:
        self.library, self.selection = library, selection
        self._admitted = [selection.admits(pack) for pack in library.packs]
        self.packs = tuple(pack for pack, fits in zip(library.packs, self._admitted, strict=True) if fits)
        self.absences = tuple(n for n in library.absences if self._is_active(n))
        self._waiting: dict[str, Waiting] = {}
        self._scans_left = FEW_SCANS
        self._rules: dict[int, Rule] = {}
        self._conditions: dict[int, Condition] = {}

    def scan(self, text: str) -> tuple[dict[int, Hits], list[tuple[int, int]]]:
        """The anchor hits in a folded text, by cell number and word group; and the cues of disguises."""
        found: dict[int, Hits] = {}
        cues: list[tuple[int, int]] = []
        automaton, table = self._scanner(text)
        cells = self.library.cells
        for key, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            for cell, group in table[key]:
                if cell == CUE:
                    cues.append((start, end))
                    continue
                hits = found.get(cell)
                if hits is None:
                    hits = found[cell] = [[] for _ in range(cells[cell].groups)]
                hits[group].append((start, end))
        return found, cues

    def _scanner(self, text: str) -> tuple[Any, list[Waiting]]:
        """An automaton that finds every word in this text, and what waits for each of its words."""
        if self._scans_left <= 0 or len(text) > SHORT_TEXT or "_full" in self.__dict__:
            return self._full
        self._scans_left -= 1
        return self._automaton(self.library.words.likely(text))

    @cached_property
    def _full(self) -> tuple[Any, list[Waiting]]:
        return self._automaton(self.library.words.items())

    def _automaton(self, rows: Iterable[tuple[str, str]]) -> tuple[Any, list[Waiting]]:
        """An automaton over some of the words, without those nothing active waits for."""
        words, table = [], []
        for word, numbers in rows:
            waiting = self._waiting_for(numbers)
            if waiting:
                words.append(word)
                table.append(waiting)
        automaton = ahocorasick_rs.AhoCorasick(
            words,
            matchkind=ahocorasick_rs.MatchKind.Standard,
            store_patterns=False,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )
        return automaton, table

    def _waiting_for(self, numbers: str) -> Waiting:
        """The active ones of “cell group cell group …”."""
        waiting = self._waiting.get(numbers)
        if waiting is None:
            flat = list(map(int, numbers.split()))
            pairs = zip(flat[::2], flat[1::2], strict=True)
            waiting = tuple(p for p in pairs if p[0] == CUE or self._is_active(p[0]))
            self._waiting[numbers] = waiting
        return waiting

    def _is_active(self, number: int) -> bool:
        cell = self.library.cells[number]
        return self._admitted[cell.pack] and (cell.role != SIGNAL or self.selection.industries is None)

    def cell(self, number: int) -> CellEntry:
        """What cell ``number`` belongs to."""
        return self.library.cells[number]

    def rule(self, number: int) -> Rule:
        """Rule ``number`` of the library as a value."""
        rule = self._rules.get(number)
        if rule is None:
            from compliance.packs.decode import rule_from

            rule = self._rules[number] = rule_from(self.library.spec(number))
        return rule

    def condition(self, number: int) -> Condition:
        """The condition of cell ``number`` as a value."""
        condition = self._conditions.get(number)
        if condition is None:
            cell = self.library.cells[number]
            condition = self._conditions[number] = self._decoded(cell)
        return condition

    def field(self, text: str, hits: Hits, sentences: Sentences | None = None) -> Field:
        """What a matcher works on; ``sentences`` may be shared by all conditions of one text."""
        from compliance.field import Field, Sentences

        return Field(text, hits, self.lexicon, sentences or Sentences(text))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Shared lists and compiled patterns."""
        from compliance.field import Lexicon

        return Lexicon(self.library.lists)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that may stand in a text in disguise."""
        from compliance.disguise.prepared import PreparedVocabulary

        return PreparedVocabulary(self.library.vocabulary_rows, self.library.vocabulary_sketch)

    @property
    def words(self) -> Sequence[str]:
        """Every word the scan looks for (benchmarks compare against a bare scan of them)."""
        return [word for word, numbers in self.library.words.items() if self._waiting_for(numbers)]

    def _decoded(self, cell: CellEntry) -> Condition:
        if cell.role != SIGNAL:
            return self.rule(cell.owner).conditions[cell.place]
        from compliance.packs.decode import condition_from

        return condition_from(self.library.condition_spec(cell))
