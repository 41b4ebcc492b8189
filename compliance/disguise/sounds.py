"""How characters sound: tone-less syllables, and which syllables many speakers do not tell apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate

from compliance.tables import read_table

COMMON = 3500  # characters
MOST_COMMON = 500
FEW_QUESTIONS = 256  # so many searches cost as much as making the set
FIRST_TEXTS = 8  # that many short texts take as long as compiling the pattern that would find faster
SHORT_TEXT = 4000  # code points
EVERYDAY = 12_000  # two-character words so common that they hint at nothing
FIRST_CODE = 0xE000  # private use: one code point per class of near syllables
LONGEST_SYLLABLE = 6
BLURRED_H = {"": "fu", "i": "fei", "n": "fen"}
NO_VOWEL = frozenset({"m", "n", "ng", "hm", "hng"})  # interjections; as letters they are abbreviations


class Sounds:
    """The sound tables of this release.

    A line of the table is a syllable and the characters that mostly sound so, then those that sometimes do.
    Characters are looked up in the joined lines when they are asked for: a check needs a few of twenty
    thousand.
    """

    def __init__(self, table: str) -> None:
        self._syllables: list[str] = []
        first, second = [], []
        for line in table.splitlines():
            syllable, _, characters = line.partition(" ")
            mostly, _, sometimes = characters.partition("|")
            self._syllables.append(syllable)
            first.append(mostly)
            second.append(sometimes)
        self._first, self._first_ends = "".join(first), list(accumulate(map(len, first)))
        self._second, self._second_ends = "".join(second), list(accumulate(map(len, second)))
        self._main: dict[str, str] = {}
        self._code_of: dict[str, str] = {}

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Syllable to one private-use character; near syllables share it."""
        classes: dict[str, str] = {}
        return {s: classes.setdefault(_near(s), chr(FIRST_CODE + len(classes))) for s in self._syllables}

    def main(self, c: str) -> str:
        """The commonest syllable of a character; "" if none is known."""
        found = self._main.get(c)
        if found is None:
            at = self._first.find(c) if c else -1
            found = self._syllables[bisect_right(self._first_ends, at)] if at >= 0 else ""
            self._main[c] = found
        return found

    def code(self, c: str) -> str:
        """The code of the commonest syllable of a character; "" if none is known."""
        found = self._code_of.get(c)
        if found is None:
            syllable = self.main(c)
            found = self._code_of[c] = self.codes[syllable] if syllable else ""
        return found

    def others(self, c: str) -> tuple[str, ...]:
        """The syllables a character also has."""
        found, at = [], self._second.find(c)
        while at >= 0:
            found.append(self._syllables[bisect_right(self._second_ends, at)])
            at = self._second.find(c, at + 1)
        return tuple(found)

    def may_sound(self, c: str, syllable: str) -> bool:
        """Whether the character can be read with exactly this syllable."""
        return self.main(c) == syllable or syllable in self.others(c)

    def readings(self, c: str) -> tuple[str, ...]:
        """The syllables of a character, the commonest first."""
        main = self.main(c)
        return (main, *self.others(c)) if main else ()


@lru_cache(maxsize=1)
def sounds() -> Sounds:
    """The tables, read on first use."""
    return Sounds(read_table("sounds.txt"))


@lru_cache(maxsize=1)
def ranks() -> Mapping[str, int]:
    """Characters to their place in the order of frequency, from 1."""
    return {c: i for i, c in enumerate(read_table("frequency.txt"), 1)}


@lru_cache(maxsize=1)
def common_characters() -> frozenset[str]:
    """The commonest Han characters, which make up 99 % of everyday text."""
    return frozenset(read_table("frequency.txt")[:COMMON])


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    return frozenset(read_table("frequency.txt")[:MOST_COMMON])


def is_everyday(c: str) -> bool:
    """Whether a character is one of the very commonest, which nobody takes for another."""
    return c in _everyday()


@lru_cache(maxsize=1)
def _alone() -> frozenset[str]:
    return frozenset(read_table("alone.txt"))


def stands_alone(c: str) -> bool:
    """Whether a character is often a word by itself."""
    return c in _alone()


def is_rare(c: str) -> bool:
    """Whether a Han character is outside the commonest."""
    return "一" <= c <= "\u9fff" and c not in common_characters()


def rare_places(text: str) -> list[int]:
    """Where rare Han characters stand."""
    return _rare_characters().places(text)


class _RareCharacters:
    """A pattern finds rare characters fastest but is slow to compile: the first texts do without."""

    def __init__(self) -> None:
        self._texts_left = FIRST_TEXTS

    def places(self, text: str) -> list[int]:
        if self._texts_left <= 0 or len(text) > SHORT_TEXT:
            pattern = self._pattern
            return [found.start() for found in pattern.finditer(text)] if pattern.search(text) else []
        self._texts_left -= 1
        rare = {c for c in set(text) - common_characters() if is_rare(c)}
        return [at for at, c in enumerate(text) if c in rare] if rare else []

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f"[{read_table('rare.txt')}]")


@lru_cache(maxsize=1)
def _rare_characters() -> _RareCharacters:
    return _RareCharacters()


@lru_cache(maxsize=1)
def ordinary_words() -> Collection[str]:
    """Two-character words of everyday Chinese."""
    return PairList(read_table("words.txt"))


@lru_cache(maxsize=1)
def new_words() -> frozenset[str]:
    """Two-character words of today that dictionaries lack, of clothes and other goods above all."""
    return frozenset(
        line[i : i + 2] for line in read_table("new_words.txt").split() for i in range(0, len(line), 2)
    )


class PairList(Collection[str]):
    """Words of two characters, one after the other. The first questions are answered by looking."""

    def __init__(self, text: str) -> None:
        self._text, self._left, self._known = text, FEW_QUESTIONS, dict[object, bool]()

    def __contains__(self, word: object) -> bool:
        if self._left <= 0:
            return word in self._words
        found = self._known.get(word)
        if found is None:
            self._left -= 1
            found = self._known[word] = self._is_there(word)
        return found

    def _is_there(self, word: object) -> bool:
        if not isinstance(word, str) or len(word) != 2:
            return False
        at = self._text.find(word)
        while at % 2 == 1:  # across two words; -1 is odd, too
            at = self._text.find(word, at + 1) if at >= 0 else -2
        return at >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._text) // 2

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._text[i : i + 2] for i in range(0, len(self._text), 2))


def is_word(piece: str) -> bool:
    """Whether a piece cut by the segmenter is a word and not characters it could not place."""
    if len(piece) == 3:  # the segmenter's model glues odd characters together, mostly three
        return not any(map(is_rare, piece))
    return len(piece) > 3 or piece in ordinary_words()


@lru_cache(maxsize=1)
def everyday_pairs() -> frozenset[str]:
    """The commonest two-character words: they hint at nothing, for every text is full of them."""
    text = read_table("words.txt")
    return frozenset(text[i : i + 2] for i in range(0, 2 * EVERYDAY, 2))


@lru_cache(maxsize=4096)
def spelled(letters: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a run of letters as syllables, the one with the fewest first."""
    known = sounds().codes.keys() - NO_VOWEL
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in letters)]
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - LONGEST_SYLLABLE), end):
            if letters[start:end] in known:
                ways[end] += [(*way, letters[start:end]) for way in ways[start]]
        ways[end] = sorted(ways[end], key=len)[:4]
    return tuple(ways[-1]) if letters else ()


def _near(syllable: str) -> str:
    """The syllable blurred: zh is z, l and r are n, hu- is f-, -ng is -n, -ian is -in, -ong is -un."""
    if syllable[:2] in ("zh", "ch", "sh"):
        syllable = syllable[0] + syllable[2:]
    if syllable.startswith(("l", "r")):
        syllable = "n" + syllable[1:]
    if syllable.endswith("ong"):
        syllable = syllable[:-3] + "un"
    if syllable.startswith("hu") and syllable != "huo":
        syllable = BLURRED_H.get(syllable[2:], "f" + syllable[2:])
    if syllable.endswith(("ang", "eng", "ing")):
        syllable = syllable[:-1]
    if syllable.endswith("ian"):
        syllable = syllable[:-3] + "in"
    if syllable == "er":
        syllable = "e"
    return "nu" + syllable[2:] if syllable.startswith("nv") else syllable
