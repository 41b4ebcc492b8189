"""A plan: the packs that may apply, ready to scan — one automaton over every word any of them asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import ahocorasick_rs

from compliance.packs.index import CUE, RULE, CellEntry
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


class Plan:
    """Everything a check needs that does not depend on the text."""

    def __init__(self, library: Library, selection: Selection) -> None:
        self.library, self.selection = library, selection
        admitted = [selection.admits(pack) for pack in library.packs]
        self.packs = tuple(pack for pack, fits in zip(library.packs, admitted, strict=True) if fits)
        detecting = selection.industries is None
        active = [admitted[c.pack] and (c.role == RULE or detecting) for c in library.cells]
        self.absences = tuple(n for n, c in enumerate(library.cells) if c.kind == "missing" and active[n])
        self._keys, self._table = _waiting(library.index, active)
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._keys,
            matchkind=ahocorasick_rs.MatchKind.Standard,
            store_patterns=False,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )
        self._rules: dict[int, Rule] = {}
        self._conditions: dict[int, Condition] = {}

    def scan(self, text: str) -> tuple[dict[int, Hits], list[tuple[int, int]]]:
        """The anchor hits in a folded text, by cell number and word group; and the cues of disguises."""
        found: dict[int, Hits] = {}
        cues: list[tuple[int, int]] = []
        table, cells = self._table, self.library.cells
        for key, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for cell, group in table[key]:
                if cell == CUE:
                    cues.append((start, end))
                    continue
                hits = found.get(cell)
                if hits is None:
                    hits = found[cell] = [[] for _ in range(cells[cell].groups)]
                hits[group].append((start, end))
        return found, cues

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

        return PreparedVocabulary(self.library.vocabulary_piece)

    @property
    def words(self) -> Sequence[str]:
        """Every word the scan looks for (benchmarks compare against a bare scan of them)."""
        return self._keys

    def _decoded(self, cell: CellEntry) -> Condition:
        if cell.role == RULE:
            return self.rule(cell.owner).conditions[cell.place]
        from compliance.packs.decode import condition_from

        return condition_from(self.library.condition_spec(cell))


def _waiting(
    index: dict[str, Any], active: Sequence[bool]
) -> tuple[list[str], list[tuple[tuple[int, int], ...]]]:
    """The words that some active cell waits for, and for each the (cell, group) pairs."""
    combos = []
    for flat in index["combos"]:
        pairs = zip(flat[::2], flat[1::2], strict=True)
        combos.append(tuple(pair for pair in pairs if pair[0] == CUE or active[pair[0]]))
    words = index["words"].split("\n") if index["words"] else []
    chosen = index["chosen"]
    if all(combos):
        return words, [combos[n] for n in chosen]
    kept = [(word, combos[n]) for word, n in zip(words, chosen, strict=True) if combos[n]]
    return [word for word, _ in kept], [combo for _, combo in kept]
