"""Pictures read aloud: an emoji stands for its name or for what sounds like it (高血🦆, 抗🦀, 假🍷)."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.disguise.lexicon import LONGEST_TERM, Vocabulary, is_han
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import sounds
from compliance.disguise.tables import Entry

TECHNIQUE = "emoji"


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Emoji that make a word of the vocabulary with the characters beside them if they are read aloud."""
    text, done = view.text, 0
    for start, end in vocabulary.find_entries(text):
        entry = vocabulary.entries[text[start:end]]
        names = [name for name in entry.means if len(name) == 1 and is_han(name)]
        if entry.technique != TECHNIQUE or not names or is_han(text[start]) or start < done:
            continue
        for name in names:
            meant = _meant(text, start, end, name, vocabulary)
            if meant:
                done = end
                yield Edit(start, end, meant, TECHNIQUE)
                break


def beside_letters(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Emoji beside spelled syllables as the character they are called by: jian🐷."""
    text = view.text
    for start, end in vocabulary.find_entries(text):
        entry = vocabulary.entries[text[start:end]]
        around = text[start - 1 : start] + text[end : end + 1] if start else text[end : end + 1]
        if entry.technique == TECHNIQUE and any("a" <= c <= "z" for c in around) and len(entry.means[0]) == 1:
            yield Edit(start, end, entry.means[0], TECHNIQUE)


def may_say(entry: Entry, text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether reading the emoji may give a word: ordinary texts are full of pictures that only decorate."""
    if not entry.in_term or is_han(text[start]):
        return True
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if not (is_han(before or " ") or is_han(after or " ")):
        return bool(before.strip() or after.strip())
    for name in entry.means:
        pair = before + name[0] in vocabulary.pairs or name[-1] + after in vocabulary.pairs
        if pair or (len(name) == 1 and _meant(text, start, end, name, vocabulary)):
            return True
    return (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())


def _meant(text: str, start: int, end: int, name: str, vocabulary: Vocabulary) -> str:
    """The character of a word that the picture stands for; "" if no word comes out."""
    known = sounds()
    left, right = _run(text, start, -1), _run(text, end, 1)
    codes = "".join(known.code(c) or "?" for c in left + name + right)
    whole, at = left + name + right, len(left)
    for size in range(min(LONGEST_TERM, len(whole)), 1, -1):
        for first in range(max(0, at - size + 1), min(at, len(whole) - size) + 1):
            for term in vocabulary.by_sound.get(codes[first : first + size], ()):
                place = at - first
                literal = term[:place] + name + term[place + 1 :] == whole[first : first + size]
                if (
                    literal
                    and known.may_sound(term[place], known.main(name))
                    and _tells(term, name, place, vocabulary)
                ):
                    return term[place]
    return ""


def _tells(term: str, name: str, place: int, vocabulary: Vocabulary) -> bool:
    """Whether the word is long or well known enough: only the name itself suffices for a short one."""
    return term[place] == name or len(term) > 2 or term in vocabulary.favourites


def _run(text: str, at: int, step: int) -> str:
    """The Han characters beside ``at``, at most seven; one variation selector is passed over."""
    found = ""
    while len(found) < LONGEST_TERM - 1:
        place = at - 1 if step < 0 else at
        if not 0 <= place < len(text) or not is_han(text[place]):
            break
        found = text[place] + found if step < 0 else found + text[place]
        at += step
    return found
