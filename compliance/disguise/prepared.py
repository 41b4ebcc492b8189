"""A vocabulary with its indexes made beforehand: packs are compiled once, texts are checked often."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from compliance.disguise.lexicon import Neighbours, Vocabulary
from compliance.disguise.tables import Entry, Tables

FEW_QUESTIONS = 64  # so many searches cost as much as making the set
PIECES = (
    "terms", "pairs", "by_gap", "by_sound", "sound_pairs", "short_shapes", "neighbours", "reversed_terms",
    "latin", "reversal_cues", "by_edge", "by_initials", "turned_pairs", "favourites", "entries", "letters",
)  # fmt: skip


def pieces_of(vocabulary: Vocabulary) -> dict[str, Any]:
    """Every index of a vocabulary as JSON values."""
    return {
        "terms": "\n".join(sorted(vocabulary.terms)),
        "pairs": "\n".join(sorted(vocabulary.pairs)),
        "by_gap": vocabulary.by_gap,
        "by_sound": vocabulary.by_sound,
        "sound_pairs": "\n".join(sorted(vocabulary.sound_pairs)),
        "short_shapes": "\n".join(sorted(vocabulary.short_shapes)),
        "neighbours": "\n".join(_row(pair, beside) for pair, beside in vocabulary.neighbours.items()),
        "reversed_terms": vocabulary.reversed_terms,
        "turned_pairs": "\n".join(sorted(vocabulary.turned_pairs)),
        "by_edge": vocabulary.by_edge,
        "by_initials": vocabulary.by_initials,
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

    @cached_property
    def terms(self) -> Collection[str]:
        return Listed(self._piece("terms"))

    @cached_property
    def tables(self) -> Tables:
        entries = tuple(self.entries[written] for written in self.entries)
        return Tables(entries, tuple((a, b) for a, b in self._piece("letters")))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        return Entries(self._piece("entries"))

    @cached_property
    def letters(self) -> dict[int, str]:
        return {ord(a): b for a, b in self._piece("letters")}

    @cached_property
    def pairs(self) -> Collection[str]:
        return Listed(self._piece("pairs"))

    @cached_property
    def by_gap(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        found: Mapping[str, Sequence[tuple[str, int]]] = self._piece("by_gap")
        return found

    @cached_property
    def by_sound(self) -> Mapping[str, Sequence[str]]:
        found: Mapping[str, Sequence[str]] = self._piece("by_sound")
        return found

    @cached_property
    def turned_pairs(self) -> Collection[str]:
        return Listed(self._piece("turned_pairs"))

    @cached_property
    def by_edge(self) -> Mapping[str, str]:
        found: Mapping[str, str] = self._piece("by_edge")
        return found

    @cached_property
    def by_initials(self) -> Mapping[str, str]:
        found: Mapping[str, str] = self._piece("by_initials")
        return found

    @cached_property
    def sound_pairs(self) -> Collection[str]:
        return Listed(self._piece("sound_pairs"))

    @cached_property
    def short_shapes(self) -> Collection[str]:
        return Listed(self._piece("short_shapes"))

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        return Rows(self._piece("neighbours"))

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
    def favourites(self) -> Collection[str]:
        return Listed(self._piece("favourites"))

    def _piece(self, name: str) -> Any:
        return self.__dict__["piece"](name)


class Listed(Collection[str]):
    """Words in the lines of a text. The first questions are answered by looking, later ones by a set."""

    def __init__(self, lines: str) -> None:
        self._lines, self._left = f"\n{lines}\n", FEW_QUESTIONS

    def __contains__(self, word: object) -> bool:
        if self._left > 0:
            self._left -= 1
            return f"\n{word}\n" in self._lines
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._lines[1:-1].split("\n"))


class Rows(Mapping[str, Neighbours]):
    """What stands beside telling pairs: a row for each pair, decoded when it is asked for."""

    def __init__(self, rows: str) -> None:
        self._rows, self._left = f"\n{rows}\n", FEW_QUESTIONS
        self._decoded: dict[str, Neighbours] = {}

    def __getitem__(self, pair: str) -> Neighbours:
        found = self._decoded.get(pair)
        if found is None:
            before, _, after = self._row(pair).partition("\t")
            found = self._decoded[pair] = Neighbours(_by_code(before), _by_code(after))
        return found

    def __contains__(self, pair: object) -> bool:
        if self._left > 0:
            self._left -= 1
            return f"\n{pair}\t" in self._rows
        return pair in self._row_of

    def __iter__(self) -> Iterator[str]:
        return iter(self._row_of)

    def __len__(self) -> int:
        return len(self._row_of)

    def _row(self, pair: str) -> str:
        if self._left <= 0:
            return self._row_of[pair]
        self._left -= 1
        at = self._rows.find(f"\n{pair}\t")
        if at < 0:
            raise KeyError(pair)
        start = at + len(pair) + 2
        return self._rows[start : self._rows.index("\n", start)]

    @cached_property
    def _row_of(self) -> dict[str, str]:
        pairs = (row.partition("\t") for row in self._rows[1:-1].split("\n") if row)
        return {pair: sides for pair, _, sides in pairs}


class Entries(Mapping[str, Entry]):
    """Known disguises by what is written, each made when it is asked for."""

    def __init__(self, raw: Sequence[Sequence[Any]]) -> None:
        self._raw = {fields[0]: fields for fields in raw}

    def __getitem__(self, written: str) -> Entry:
        _, means, technique, needs, unless, in_term = self._raw[written]
        return Entry(written, tuple(means), technique, tuple(needs), tuple(unless), in_term)

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


def _row(pair: str, beside: Neighbours) -> str:
    sides = (" ".join(f"{code}{found}" for code, found in side.items()) for side in beside)
    return "\t".join((pair, *sides))


def _by_code(side: str) -> dict[str, str]:
    return {entry[0]: entry[1:] for entry in side.split(" ") if entry}
