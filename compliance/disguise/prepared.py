"""A vocabulary with its indexes made beforehand: packs are compiled once, texts are checked often."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from compliance.disguise.lexicon import Neighbours, Vocabulary
from compliance.disguise.tables import Entry, Tables

PIECES = (
    "terms", "pairs", "by_gap", "by_sound", "sound_pairs", "short_shapes", "neighbours", "reversed_terms",
    "latin", "reversal_cues", "favourites", "entries", "letters",
)  # fmt: skip


def pieces_of(vocabulary: Vocabulary) -> dict[str, Any]:
    """Every index of a vocabulary as JSON values."""
    return {
        "terms": "\n".join(sorted(vocabulary.terms)),
        "pairs": "".join(sorted(vocabulary.pairs)),
        "by_gap": vocabulary.by_gap,
        "by_sound": vocabulary.by_sound,
        "sound_pairs": "".join(sorted(vocabulary.sound_pairs)),
        "short_shapes": "\n".join(sorted(vocabulary.short_shapes)),
        "neighbours": {pair: [beside.before, beside.after] for pair, beside in vocabulary.neighbours.items()},
        "reversed_terms": vocabulary.reversed_terms,
        "latin": vocabulary.latin,
        "reversal_cues": list(vocabulary.reversal_cues),
        "favourites": "\n".join(sorted(vocabulary.favourites)),
        "entries": [
            [e.written, e.means, e.technique, e.needs, e.unless, e.in_term] for e in vocabulary.tables.entries
        ],
        "letters": vocabulary.tables.letters,
    }


class PreparedVocabulary(Vocabulary):
    """A vocabulary whose indexes are read piece by piece, each when it is first asked for."""

    def __init__(self, piece: Callable[[str], Any]) -> None:
        self.__dict__["piece"] = piece

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    @cached_property
    def terms(self) -> frozenset[str]:
        return frozenset(self._piece("terms").split("\n"))

    @cached_property
    def tables(self) -> Tables:
        entries = (
            Entry(written, tuple(means), technique, tuple(needs), tuple(unless), in_term)
            for written, means, technique, needs, unless, in_term in self._piece("entries")
        )
        return Tables(tuple(entries), tuple((a, b) for a, b in self._piece("letters")))

    @cached_property
    def pairs(self) -> frozenset[str]:
        return _pairs(self._piece("pairs"))

    @cached_property
    def by_gap(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        found: Mapping[str, Sequence[tuple[str, int]]] = self._piece("by_gap")
        return found

    @cached_property
    def by_sound(self) -> Mapping[str, Sequence[str]]:
        found: Mapping[str, Sequence[str]] = self._piece("by_sound")
        return found

    @cached_property
    def sound_pairs(self) -> frozenset[str]:
        return _pairs(self._piece("sound_pairs"))

    @cached_property
    def short_shapes(self) -> frozenset[str]:
        return frozenset(self._piece("short_shapes").split("\n"))

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        return {pair: Neighbours(*beside) for pair, beside in self._piece("neighbours").items()}

    @cached_property
    def reversed_terms(self) -> Mapping[str, str]:
        found: Mapping[str, str] = self._piece("reversed_terms")
        return found

    @cached_property
    def latin(self) -> Mapping[str, tuple[str, ...]]:
        return {shape: tuple(words) for shape, words in self._piece("latin").items()}

    @cached_property
    def reversal_cues(self) -> Mapping[str, None]:
        return dict.fromkeys(self._piece("reversal_cues"))

    @cached_property
    def favourites(self) -> frozenset[str]:
        return frozenset(self._piece("favourites").split("\n"))

    def _piece(self, name: str) -> Any:
        return self.__dict__["piece"](name)


def _pairs(joined: str) -> frozenset[str]:
    return frozenset(joined[i : i + 2] for i in range(0, len(joined), 2))
