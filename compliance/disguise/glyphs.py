"""Characters replaced by others that look the same: 冶疔, 香烔, 朂低价. Some may at once be heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from compliance.disguise import homophone
from compliance.disguise.lexicon import FREQUENT, LONGEST_TERM, Vocabulary, is_han
from compliance.disguise.places import is_lesson
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import is_rare, is_word, ordinary_words, rare_places, sounds, stands_alone
from compliance.segment import dictionary_spans
from compliance.tables import read_table
from compliance.text import Span

TECHNIQUE = "look-alike"
SHORTEST = 3  # characters of a word that is recognised without a claim beside it


@lru_cache(maxsize=1)
def _lines() -> str:
    """Lines of a character and those it looks like, each after a line break."""
    return "\n" + read_table("shapes.txt")


@lru_cache(maxsize=20_000)
def resembled(c: str) -> str:
    """The common characters that ``c`` may be taken for.

    Looked up in the text of the table: a check asks for a few of thirteen thousand.
    """
    lines = _lines()
    at = lines.find(f"\n{c}")
    return lines[at + 2 : lines.find("\n", at + 2)] if at >= 0 else ""


def hides_word(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the character at ``at`` looks like one that makes a word with those around it."""
    if not (0 <= at < len(text) and is_han(text[at])):
        return False
    span, term = _best(text, at, vocabulary)
    return bool(term) and not _is_innocent(text, span, term, vocabulary)


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Characters that make a word of the vocabulary if they are taken for those they look like."""
    text, done = view.text, 0
    if is_lesson(text):
        return
    for at in _odd_places(text, vocabulary):
        if at < done:
            continue
        span, term = _best(text, at, vocabulary)
        if not term or _is_innocent(text, span, term, vocabulary):
            continue
        if any(text[i] != c and view.is_restored(i) for i, c in enumerate(term, span.start)):
            continue
        done = span.end
        for i, c in enumerate(term, span.start):
            if text[i] != c:
                yield Edit(i, i + 1, c, TECHNIQUE)


def _odd_places(text: str, vocabulary: Vocabulary) -> list[int]:
    """Rare characters, and those beside one or two that tell of a word."""
    places = {at + step for at in rare_places(text) for step in (-1, 0, 1)}
    for start, end in vocabulary.find_telling(text):
        places.update((start - 1, end))
    return sorted(p for p in places if 0 <= p < len(text) and is_han(text[p]))


def _best(text: str, at: int, vocabulary: Vocabulary) -> tuple[Span, str]:
    """The longest word that looks like the text around ``at``, with its place; "" if there is none."""
    shapes = resembled(text[at])
    if not shapes or text[at] in FREQUENT:
        return Span(at, at), ""
    first, last = at, at + 1
    while first > max(0, at - LONGEST_TERM + 1) and is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), at + LONGEST_TERM) and is_han(text[last]):
        last += 1
    before = text[at - 1] if at > first else ""
    after = text[at + 1] if at + 1 < last else ""
    as_read, as_heard = _hopeful(shapes, before, after, vocabulary)
    for size in range(min(LONGEST_TERM, last - first) if as_read or as_heard else 2, 1, -1):
        for start in range(max(first, at - size + 1), min(at, last - size) + 1):
            term = _meant(text[start : start + size], at - start, shapes, as_read, as_heard, vocabulary)
            if term:
                return Span(start, start + size), term
    return Span(at, at), ""


def _hopeful(shapes: str, before: str, after: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The shapes that belong beside one of the characters around, as it is written and as it is heard."""
    code, pairs, heard = sounds().code, vocabulary.pairs, vocabulary.heard_pairs
    as_read = [s for s in shapes if before + s in pairs or s + after in pairs]
    left, right = code(before) or "?", code(after) or "?"
    as_heard = [s for s in shapes if left + code(s) in heard or code(s) + right in heard]
    return "".join(as_read), "".join(as_heard)


def _meant(written: str, at: int, shapes: str, as_read: str, as_heard: str, vocabulary: Vocabulary) -> str:
    """The word that ``written`` stands for if its character at ``at`` is one of ``shapes``; "" if none."""
    terms = vocabulary.terms
    for shape in as_read:
        word = written[:at] + shape + written[at + 1 :]
        if word in terms:
            return word if _is_enough(written, word, vocabulary) else ""
    for word in _with_another(written, at, shapes, as_heard, vocabulary):
        return word
    return ""


def _is_enough(written: str, word: str, vocabulary: Vocabulary) -> bool:
    """Whether one strange character suffices."""
    return len(word) >= SHORTEST or (word in vocabulary.favourites and written not in ordinary_words())


def _with_another(written: str, at: int, shapes: str, as_heard: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Well-known words in which a second character is only heard, or only looks right."""
    if written in ordinary_words() or len(written) > 5:
        return
    code, favourites = sounds().code, vocabulary.favourites
    codes = [code(c) or "?" for c in written]
    for shape in as_heard:
        codes[at] = code(shape) or "?"
        for word in vocabulary.by_sound.get("".join(codes), ()):
            if word in favourites and word[at] == shape and _most_agree(written, word):
                yield word
    other = resembled(written[1 - at]) if len(written) == 2 and any(map(is_rare, written)) else ""
    if other:
        for pair in product(*((shapes, other) if at == 0 else (other, shapes))):
            if "".join(pair) in favourites:
                yield "".join(pair)


def _most_agree(written: str, word: str) -> bool:
    """Whether at most two characters differ, and of a longer word one at least does not."""
    changed = [w for w, c in zip(written, word, strict=True) if w != c]
    return len(changed) <= 2 and not any(w in FREQUENT for w in changed)


def _is_innocent(text: str, span: Span, term: str, vocabulary: Vocabulary) -> bool:
    """Whether an ordinary word covers what is changed or runs across the borders, or nothing is sold."""
    written = text[span.start : span.end]
    if len(term) < SHORTEST and not homophone.stands_by_claim(text, span, term):
        return True
    changed = [span.start + i for i, c in enumerate(term) if written[i] != c]
    if not any(is_rare(text[at]) or _is_telling(written, term, vocabulary) for at in changed):
        return True
    if len(term) < SHORTEST and all(stands_alone(text[at]) for at in changed):  # 逼租 is not 返租
        return True
    left, right = max(0, span.start - LONGEST_TERM), min(len(text), span.end + LONGEST_TERM)
    short = len(term) < SHORTEST and not any(is_rare(text[at]) for at in changed)
    return any(
        (is_word(text[word.start : word.end]) and _covers(word, span, changed, short=short))
        or (len(term) < SHORTEST and word == span and (short or len(changed) == len(term)))
        for word in dictionary_spans(text[left:right], left)
    )


def _is_telling(written: str, term: str, vocabulary: Vocabulary) -> bool:
    literal = [c for w, c in zip(written, term, strict=True) if w == c]
    pairs = {written[i : i + 2] for i in range(len(written) - 1)}
    return any(piece in vocabulary.neighbours for piece in (*literal, *pairs))


def _covers(word: Span, span: Span, changed: Sequence[int], *, short: bool) -> bool:
    """Whether a word holds a changed character, or cuts the two everyday ones of a short word apart."""
    if word.end - word.start < 2:
        return False
    crosses = word.start < span.start < word.end or word.start < span.end < word.end
    return any(word.start <= at < word.end for at in changed) or (crosses and short)
