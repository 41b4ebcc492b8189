"""A vocabulary with its indexes made beforehand: packs are compiled once, texts are checked often."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from compliance.disguise.lexicon import Neighbours, Vocabulary
from compliance.disguise.sketch import Sketched, sketch_of
from compliance.disguise.tables import Entry, Tables

BREAK, BREAK_SIGN = "\n", "\u2028"  # a written form may go over a line
FEW_QUESTIONS = 600  # so many halvings cost as much as making the set
Value = TypeVar("Value")


def pieces_of(vocabulary: Vocabulary) -> dict[str, Any]:
    """Every index of a vocabulary as JSON values."""
    return {
        "terms": "\n".join(sorted(vocabulary.terms)),
        "pairs": "\n".join(sorted(vocabulary.pairs)),
        "by_gap": vocabulary.by_gap,
        "by_sound": _table(vocabulary.by_sound),
        "sound_pairs": "\n".join(sorted(vocabulary.sound_pairs)),
        "heard_pairs": "".join(sorted(vocabulary.heard_pairs)),
        "short_shapes": _sketched(vocabulary.short_shapes),
        "neighbours": "\n".join(sorted(_row(pair, beside) for pair, beside in vocabulary.neighbours.items())),
        "reversed_terms": "\n".join(sorted(f"{k}\t{v}" for k, v in vocabulary.reversed_terms.items())),
        "turned_pairs": _sketched(vocabulary.turned_pairs),
        "by_edge": vocabulary.by_edge,
        "by_initials": vocabulary.by_initials,
        "latin": vocabulary.latin,
        "reversal_cues": list(vocabulary.reversal_cues),
        "favourites": "\n".join(sorted(vocabulary.favourites)),
        "entries": "\n".join(
            sorted(
                f"{e.written.replace(BREAK, BREAK_SIGN)}\t{json.dumps(list(e)[1:], ensure_ascii=False)}"
                for e in vocabulary.tables.entries
            )
        ),
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
        return Decoded(self._piece("entries"), _entry)

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
        return Table(*self._piece("by_sound"))

    @cached_property
    def turned_pairs(self) -> Container[str]:
        sketch, pairs = self._piece("turned_pairs")
        return Sketched(sketch, Listed(pairs))

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
    def heard_pairs(self) -> Collection[str]:
        pairs = self._piece("heard_pairs")
        return frozenset(map("".join, zip(pairs[::2], pairs[1::2], strict=True)))

    @cached_property
    def short_shapes(self) -> Container[str]:
        sketch, shapes = self._piece("short_shapes")
        return Sketched(sketch, Listed(shapes))

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        return Decoded(self._piece("neighbours"), _neighbours)

    @cached_property
    def reversed_terms(self) -> Mapping[str, str]:
        return Lines(self._piece("reversed_terms"))

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
    """Words in sorted lines. The first questions are answered by halving, later ones by a set."""

    def __init__(self, lines: str) -> None:
        self._sorted, self._left = lines.split("\n"), FEW_QUESTIONS

    def __contains__(self, word: object) -> bool:
        if self._left <= 0:
            return word in self._words
        self._left -= 1
        at = bisect_left(self._sorted, str(word))
        return at < len(self._sorted) and self._sorted[at] == word

    def __iter__(self) -> Iterator[str]:
        return iter(self._sorted)

    def __len__(self) -> int:
        return len(self._sorted)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._sorted)


class Table(Mapping[str, Sequence[str]]):
    """Keys and the words each stands for, as lines; a row is cut into words when it is asked for."""

    def __init__(self, keys: str, rows: str) -> None:
        self._row_of = dict(zip(keys.split("\n"), rows.split("\n"), strict=True))

    def __getitem__(self, key: str) -> Sequence[str]:
        return self._row_of[key].split(" ")

    def get(self, key: str, default: Any = None) -> Any:
        """The words of a key, as ``Mapping.get``; asked too often for the general way."""
        row = self._row_of.get(key)
        return default if row is None else row.split(" ")

    def __iter__(self) -> Iterator[str]:
        return iter(self._row_of)

    def __len__(self) -> int:
        return len(self._row_of)


class Lines(Mapping[str, str]):
    """Keys and values as lines, sorted; the first questions are answered by halving, later ones by a dict."""

    def __init__(self, lines: str) -> None:
        self._sorted, self._left = lines.split("\n") if lines else [], FEW_QUESTIONS

    def __getitem__(self, key: str) -> str:
        if self._left <= 0:
            return self._value_of[key]
        self._left -= 1
        begins = f"{key}\t"
        at = bisect_left(self._sorted, begins)
        if at == len(self._sorted) or not self._sorted[at].startswith(begins):
            raise KeyError(key)
        return self._sorted[at][len(begins) :]

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, as ``Mapping.get``; asked too often for the general way."""
        if self._left <= 0:
            return self._value_of.get(key, default)
        try:
            return self[key]
        except KeyError:
            return default

    def __iter__(self) -> Iterator[str]:
        return iter(self._value_of)

    def __len__(self) -> int:
        return len(self._sorted)

    @cached_property
    def _value_of(self) -> dict[str, str]:
        lines = (line.partition("\t") for line in self._sorted)
        return {key: value for key, _, value in lines}


class Decoded(Mapping[str, Value]):
    """Lines whose values are decoded when they are asked for, each once."""

    def __init__(self, lines: str, decode: Callable[[str, str], Value]) -> None:
        self._lines, self._decode = Lines(lines), decode
        self._known: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._decode(key, self._lines[key.replace(BREAK, BREAK_SIGN)])
        return found

    def __iter__(self) -> Iterator[str]:
        return (key.replace(BREAK_SIGN, BREAK) for key in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _neighbours(pair: str, sides: str) -> Neighbours:
    before, _, after = sides.partition("\t")
    return Neighbours(_by_code(before), _by_code(after))


def _entry(written: str, raw: str) -> Entry:
    means, technique, needs, unless, in_term = json.loads(raw)
    return Entry(written, tuple(means), technique, tuple(needs), tuple(unless), in_term)


def _sketched(words: Container[str]) -> tuple[str, str]:
    assert isinstance(words, frozenset)
    return sketch_of(words), "\n".join(sorted(words))


def _table(words_of: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    return "\n".join(words_of), "\n".join(" ".join(words) for words in words_of.values())


def _row(pair: str, beside: Neighbours) -> str:
    sides = (" ".join(f"{code}{found}" for code, found in side.items()) for side in beside)
    return "\t".join((pair, *sides))


def _by_code(side: str) -> dict[str, str]:
    return {entry[0]: entry[1:] for entry in side.split(" ") if entry}
