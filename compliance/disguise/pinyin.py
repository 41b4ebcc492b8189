"""Pinyin in place of characters: zui好, zhi疗, 减fei, zhi liao."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from compliance.disguise.homophone import sells_near
from compliance.disguise.lexicon import GRAMMATICAL, LEET, LONGEST_TERM, Vocabulary, is_han
from compliance.disguise.places import is_lesson
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import sounds, spelled
from compliance.late import LatePattern

LETTERS = LatePattern(r"[a-z@$](?:[a-z@$01'-]| (?=[a-z]))*[1-5]?")
DIGITS = frozenset("01")  # they stand for o and i
PARTING = frozenset(" ·.*-_~|/")  # one of these between letters and a character parts nothing
SHORTEST_ALONE = 5  # letters a word must have to count without a Han character beside it …
FEWEST_ALONE = 4  # … and one that is often disguised
LONGEST_TOKEN = 36  # letters; more are no word
TECHNIQUE = "pinyin"
FREE = GRAMMATICAL | frozenset("不要会能可把大小个得上下里中子一")  # they sound like something everywhere


class _Unit(NamedTuple):
    """A Han character or a syllable in letters."""

    start: int
    end: int
    character: str
    syllable: str


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Syllables that make a word of the vocabulary with the characters beside them."""
    if is_lesson(view.text):
        return
    for found in LETTERS.finditer(view.text):
        start, end = found.span()
        for way in spelled_token(found[0]):
            units = _units(view.text, start, end, way)
            done = list(_words(units, vocabulary))
            if done and not _is_name(view.text, start, end, done):
                yield from done
                break


def _is_name(text: str, start: int, end: int, found: Sequence[Edit]) -> bool:
    """Whether syllables parted by a blank, no character beside them, sell nothing: a name."""
    inside = all(start <= edit.start and edit.end <= end for edit in found)
    beside = text[start - 1 : start] + text[end : end + 1]
    return (
        inside
        and " " in text[start:end].strip()
        and not any(map(is_han, beside))
        and not sells_near(text, start, end)
    )


def with_digits(text: str, start: int, end: int) -> int:
    """Where letters in ``text[start:end]`` really end: digits in the place of vowels go on, as in ya0物."""
    found = LETTERS.search(text, start, end)
    whole = found and LETTERS.match(text, found.start())
    return whole.end() if whole and whole.end() > end and is_han(text[whole.end() :][:1] or " ") else end


def hides_word(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether letters in ``text[start:end]`` make a word, alone or with the characters beside them."""
    return any(
        any(_words(_units(text, *found.span(), way), vocabulary))
        for found in LETTERS.finditer(text, start, end)
        for way in spelled_token(found[0])
    )


@lru_cache(maxsize=4096)
def spelled_token(token: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read letters as syllables, look-alike signs and tone numbers aside."""
    bare = re.sub(r"[ '-]", "", token)
    if len(bare) > LONGEST_TOKEN:
        return ()
    return (spelled(bare.rstrip("12345").translate(LEET)) or spelled(bare.translate(LEET)))[:3]


def _units(text: str, start: int, end: int, way: Sequence[str]) -> list[_Unit]:
    """The syllables with up to seven Han characters on either side; one sign between does not part them."""
    units = [
        _Unit(a, b, "", syllable)
        for (a, b), syllable in zip(_places(text, start, end, way), way, strict=True)
    ]
    left = start - 1 if start > 1 and text[start - 1] in PARTING else start
    while left > max(0, start - LONGEST_TERM) and is_han(text[left - 1]):
        left -= 1
        units.insert(0, _Unit(left, left + 1, text[left], ""))
    right = end + 1 if end < len(text) and text[end] in PARTING else end
    while right < min(len(text), end + LONGEST_TERM) and is_han(text[right]):
        units.append(_Unit(right, right + 1, text[right], ""))
        right += 1
    return units


def _places(text: str, start: int, end: int, way: Sequence[str]) -> list[tuple[int, int]]:
    """Where each syllable stands; blanks and hyphens go to the syllable before them, a tone number too."""
    places, at = [], start
    for number, syllable in enumerate(way):
        first, left = at, len(syllable)
        while left:
            left -= text[at] not in " '-"
            at += 1
        if number == len(way) - 1:
            at = end
        places.append((first, at))
    return places


def _words(units: Sequence[_Unit], vocabulary: Vocabulary) -> Iterator[Edit]:
    """Words that cover syllables: those that cover most come first, then the longest, then favourites."""
    codes = "".join(_code(unit) for unit in units)
    found = []
    for at in range(len(units)):
        for size in range(min(LONGEST_TERM, len(units) - at), 1, -1):
            term = _fitting(
                units[at : at + size], vocabulary.by_sound.get(codes[at : at + size], ()), vocabulary
            )
            if term:
                spelled_out = sum(bool(unit.syllable) for unit in units[at : at + size])
                found.append((-spelled_out, -size, term not in vocabulary.favourites, at, term))
    taken: set[int] = set()
    for _, _, _, at, term in sorted(found):
        places = range(at, at + len(term))
        if taken.isdisjoint(places):
            taken.update(places)
            yield from (
                Edit(units[i].start, units[i].end, c, TECHNIQUE)
                for i, c in zip(places, term, strict=True)
                if units[i].character != c
            )


def _code(unit: _Unit) -> str:
    known = sounds()
    return known.codes[unit.syllable] if unit.syllable else known.code(unit.character) or "?"


def _fitting(units: Sequence[_Unit], terms: Sequence[str], vocabulary: Vocabulary) -> str:
    """The first word whose characters are those written, with every syllable exact; "" if none.

    Beside spelled syllables a character of a well-known word may also be one that sounds the same.
    """
    spelled_out = [unit for unit in units if unit.syllable]
    if not spelled_out:
        return ""
    alone = len(spelled_out) == len(units)
    letters = sum(len(unit.syllable) for unit in units)
    if alone and letters < SHORTEST_ALONE:
        terms = [term for term in terms if term in vocabulary.favourites] if letters == FEWEST_ALONE else ()
    known = sounds()
    for term in terms:
        if all(
            known.may_sound(c, unit.syllable) if unit.syllable else c == unit.character
            for unit, c in zip(units, term, strict=True)
        ):
            return term
    for term in terms:
        written = "".join(unit.character for unit in units)
        if term in vocabulary.favourites and not FREE.intersection(written) and len(term) > 2:
            heard = sum(
                unit.character != "" and unit.character != c for unit, c in zip(units, term, strict=True)
            )
            if heard <= 1 and all(
                known.may_sound(c, unit.syllable or known.main(unit.character))
                for unit, c in zip(units, term, strict=True)
            ):
                return term
    return ""
