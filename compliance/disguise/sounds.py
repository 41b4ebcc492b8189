"""How characters sound: tone-less syllables, and which syllables many speakers do not tell apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

TABLES = Path(__file__).parent.parent / "_data"
COMMON = 3500  # characters
FIRST_TEXTS = 8  # that many short texts take as long as compiling the pattern that would find faster
SHORT_TEXT = 4000  # code points
EVERYDAY = 12_000  # two-character words so common that they hint at nothing
FIRST_CODE = 0xE000  # private use: one code point per class of near syllables
LONGEST_SYLLABLE = 6
NEAR = (
    (re.compile("^([zcs])h"), r"\1"),
    (re.compile("^l"), "n"),
    (re.compile("([aei])ng$"), r"\1n"),
    (re.compile("^nv"), "nu"),
)
NO_VOWEL = frozenset({"m", "n", "ng", "hm", "hng"})  # interjections; as letters they are abbreviations


@dataclass(frozen=True)
class Sounds:
    """The sound tables of this release."""

    main: Mapping[str, str]
    """Character to its commonest syllable."""
    others: Mapping[str, tuple[str, ...]]
    """Character to the syllables it also has."""
    codes: Mapping[str, str]
    """Syllable to one private-use character; near syllables share it."""
    code_of: Mapping[str, str]
    """Character to the code of its commonest syllable."""

    def may_sound(self, c: str, syllable: str) -> bool:
        """Whether the character can be read with exactly this syllable."""
        return self.main.get(c) == syllable or syllable in self.others.get(c, ())

    def readings(self, c: str) -> tuple[str, ...]:
        """The syllables of a character, the commonest first."""
        return (self.main[c], *self.others.get(c, ())) if c in self.main else ()


@lru_cache(maxsize=1)
def sounds() -> Sounds:
    """The tables, read on first use."""
    main: dict[str, str] = {}
    others: dict[str, tuple[str, ...]] = {}
    codes: dict[str, str] = {}
    classes: dict[str, str] = {}
    for line in (TABLES / "sounds.txt").read_text("utf-8").splitlines():
        syllable, _, characters = line.partition(" ")
        first, _, second = characters.partition("|")
        near = _near(syllable)
        codes[syllable] = classes.setdefault(near, chr(FIRST_CODE + len(classes)))
        main.update(dict.fromkeys(first, syllable))
        for c in second:
            others[c] = (*others.get(c, ()), syllable)
    return Sounds(main, others, codes, {c: codes[s] for c, s in main.items()})


@lru_cache(maxsize=1)
def ranks() -> Mapping[str, int]:
    """Characters to their place in the order of frequency, from 1."""
    return {c: i for i, c in enumerate((TABLES / "frequency.txt").read_text("utf-8"), 1)}


@lru_cache(maxsize=1)
def common_characters() -> frozenset[str]:
    """The commonest Han characters, which make up 99 % of everyday text."""
    return frozenset((TABLES / "frequency.txt").read_text("utf-8")[:COMMON])


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
        return re.compile(f"[{(TABLES / 'rare.txt').read_text('utf-8')}]")


@lru_cache(maxsize=1)
def _rare_characters() -> _RareCharacters:
    return _RareCharacters()


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Two-character words of everyday Chinese."""
    text = (TABLES / "words.txt").read_text("utf-8")
    return frozenset(text[i : i + 2] for i in range(0, len(text), 2))


def is_word(piece: str) -> bool:
    """Whether a piece cut by the segmenter is a word and not characters it could not place."""
    if len(piece) == 3:  # the segmenter's model glues odd characters together, mostly three
        return not any(map(is_rare, piece))
    return len(piece) > 3 or piece in ordinary_words()


@lru_cache(maxsize=1)
def everyday_pairs() -> frozenset[str]:
    """The commonest two-character words: they hint at nothing, for every text is full of them."""
    text = (TABLES / "words.txt").read_text("utf-8")
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
    for pattern, replacement in NEAR:
        syllable = pattern.sub(replacement, syllable)
    return syllable
