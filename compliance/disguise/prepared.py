"""A vocabulary with its indexes made beforehand: packs are compiled once, texts are checked often."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from compliance.blocks import Blocks
from compliance.disguise.lexicon import Neighbours, Vocabulary
from compliance.disguise.sketch import Sketched, sketch_of
from compliance.disguise.tables import Entry, Tables

FEW_SEARCHES = 24  # then an automaton has paid for itself
SHORT_TEXT = 400  # code points
Value = TypeVar("Value")


def rows_of(vocabulary: Vocabulary) -> dict[str, Mapping[str, str] | Iterable[str]]:
    """Every index of a vocabulary as rows."""
    return {
        "terms": vocabulary.terms,
        "pairs": vocabulary.pairs,
        "by_gap": {gap: _dumped(places) for gap, places in vocabulary.by_gap.items()},
        "by_sound": _joined(vocabulary.by_sound),
        "sound_pairs": vocabulary.sound_pairs,
        "heard_pairs": _words(vocabulary.heard_pairs),
        "short_shapes": _words(vocabulary.short_shapes),
        "neighbours": {pair: _sides(beside) for pair, beside in vocabulary.neighbours.items()},
        "reversed_terms": vocabulary.reversed_terms,
        "turned_pairs": _words(vocabulary.turned_pairs),
        "by_edge": vocabulary.by_edge,
        "by_initials": vocabulary.by_initials,
        "latin": _joined(vocabulary.latin),
        "reversal_cues": vocabulary.reversal_cues,
        "favourites": vocabulary.favourites,
        "entries": {entry.written: _dumped(list(entry)[1:]) for entry in vocabulary.tables.entries},
        "letters": dict(vocabulary.tables.letters),
    }


def sketches_of(vocabulary: Vocabulary) -> dict[str, str]:
    """The sketches of those indexes that are asked for every pair of a text."""
    return {
        "short_shapes": sketch_of(_words(vocabulary.short_shapes)),
        "turned_pairs": sketch_of(_words(vocabulary.turned_pairs)),
        "heard_pairs": sketch_of(_words(vocabulary.heard_pairs)),
    }


class PreparedVocabulary(Vocabulary):
    """A vocabulary whose indexes are read row by row, as they are asked for.

    Args:
        rows: gives the rows of an index by its name in ``rows_of``.
        sketch: gives a sketch by its name in ``sketches_of``.
    """

    def __init__(self, rows: Callable[[str], Blocks], sketch: Callable[[str], str]) -> None:
        self.__dict__.update(rows=rows, sketch=sketch)

    @cached_property
    def terms(self) -> Collection[str]:
        return self._rows("terms")

    @cached_property
    def tables(self) -> Tables:
        return Tables(tuple(self.entries.values()), tuple(self._rows("letters").items()))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        return Decoded(self._rows("entries"), _entry)

    @cached_property
    def letters(self) -> dict[int, str]:
        return {ord(a): b for a, b in self._rows("letters").items()}

    @cached_property
    def pairs(self) -> Collection[str]:
        return self._rows("pairs")

    @cached_property
    def by_gap(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        return Decoded(self._rows("by_gap"), _places)

    @cached_property
    def by_sound(self) -> Mapping[str, Sequence[str]]:
        return Decoded(self._rows("by_sound"), _cut)

    @cached_property
    def turned_pairs(self) -> Container[str]:
        return self._sketched("turned_pairs")

    @cached_property
    def by_edge(self) -> Mapping[str, str]:
        return self._rows("by_edge")

    @cached_property
    def by_initials(self) -> Mapping[str, str]:
        return self._rows("by_initials")

    @cached_property
    def sound_pairs(self) -> Collection[str]:
        return self._rows("sound_pairs")

    @cached_property
    def heard_pairs(self) -> Container[str]:
        return self._sketched("heard_pairs")

    @cached_property
    def short_shapes(self) -> Container[str]:
        return self._sketched("short_shapes")

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        return Decoded(self._rows("neighbours"), _neighbours)

    @cached_property
    def reversed_terms(self) -> Mapping[str, str]:
        return self._rows("reversed_terms")

    @cached_property
    def latin(self) -> Mapping[str, Sequence[str]]:
        return Decoded(self._rows("latin"), _cut)

    @cached_property
    def reversal_cues(self) -> Collection[str]:
        return self._rows("reversal_cues")

    @cached_property
    def favourites(self) -> Collection[str]:
        return self._rows("favourites")

    def find_entries(self, text: str) -> list[tuple[int, int]]:
        found = self._looked_up("entries", text)
        return super().find_entries(text) if found is None else found

    def find_telling(self, text: str) -> list[tuple[int, int]]:
        found = self._looked_up("neighbours", text)
        return super().find_telling(text) if found is None else found

    def _looked_up(self, name: str, text: str) -> list[tuple[int, int]] | None:
        """Where keys of an index stand; None where an automaton should look.

        Making one takes longer than looking up what the first short texts begin with.
        """
        left: dict[str, int] = self.__dict__.setdefault("_searches_left", {})
        left[name] = left.get(name, FEW_SEARCHES) - 1
        return self._rows(name).occurring(text) if left[name] >= 0 and len(text) <= SHORT_TEXT else None

    def _rows(self, name: str) -> Blocks:
        known: dict[str, Blocks] = self.__dict__.setdefault("_known_rows", {})
        if name not in known:
            known[name] = self.__dict__["rows"](name)
        return known[name]

    def _sketched(self, name: str) -> Sketched:
        return Sketched(self.__dict__["sketch"](name), self._rows(name))


class Decoded(Mapping[str, Value]):
    """Rows whose texts are decoded when they are asked for, each once."""

    def __init__(self, rows: Blocks, decode: Callable[[str, str], Value]) -> None:
        self._rows, self._decode = rows, decode
        self._known: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        value: Value = found
        return value

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, as ``Mapping.get``; asked too often for the general way."""
        found = self._known.get(key)
        if found is None:
            text = self._rows.get(key)
            if text is None:
                return default
            found = self._known[key] = self._decode(key, text)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _joined(words_of: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {key: "\t".join(words) for key, words in words_of.items()}


def _cut(_: str, words: str) -> Sequence[str]:
    return words.split("\t")


def _words(words: Container[str]) -> frozenset[str]:
    assert isinstance(words, frozenset)
    return words


def _sides(beside: Neighbours) -> str:
    return "\t".join(" ".join(f"{code}{found}" for code, found in side.items()) for side in beside)


def _neighbours(_: str, sides: str) -> Neighbours:
    before, _, after = sides.partition("\t")
    return Neighbours(_by_code(before), _by_code(after))


def _by_code(side: str) -> dict[str, str]:
    return {entry[0]: entry[1:] for entry in side.split(" ") if entry}


def _places(_: str, raw: str) -> Sequence[tuple[str, int]]:
    return [(term, place) for term, place in json.loads(raw)]


def _entry(written: str, raw: str) -> Entry:
    means, technique, needs, unless, in_term = json.loads(raw)
    return Entry(written, tuple(means), technique, tuple(needs), tuple(unless), in_term)
