"""Characters replaced by others that sound the same: 高血鸭, 根致, 失棉."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.disguise.lexicon import LONGEST_TERM, Vocabulary, is_han
from compliance.disguise.places import is_lesson
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import ordinary_words, rare_character, sounds
from compliance.segment import word_spans
from compliance.text import Span

TECHNIQUE = "homophone"
SHORTEST = 3  # a two-character word needs a character that is odd by itself


def suspicious(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether beside the literal pair ``text[start:end]`` stands the right sound in the wrong character."""
    beside = vocabulary.neighbours.get(text[start:end])
    if beside is None:
        return False
    code_of = sounds().code_of
    for c, expected in ((text[start - 1 : start], beside.before), (text[end : end + 1], beside.after)):
        written = expected.get(code_of.get(c, ""))
        if written is not None and c not in written:
            return True
    return False


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Characters that make a word of the vocabulary if they are heard rather than read."""
    if is_lesson(view.text):
        return
    done = 0
    for at in _odd_places(view.text, vocabulary):
        if at < done:
            continue
        span, term = _best(view.text, at, vocabulary)
        if not term or _is_ordinary(view.text, span, term):
            continue
        done = span.end
        for i, c in enumerate(term):
            if view.text[span.start + i] != c:
                yield Edit(span.start + i, span.start + i + 1, c, TECHNIQUE)


def _odd_places(text: str, vocabulary: Vocabulary) -> list[int]:
    places = {found.start() for found in rare_character().finditer(text)}
    for i in range(len(text) - 1):
        if suspicious(text, i, i + 2, vocabulary):
            places.update((i - 1, i + 2))
    return sorted(p for p in places if 0 <= p < len(text) and is_han(text[p]))


def _best(text: str, at: int, vocabulary: Vocabulary) -> tuple[Span, str]:
    """The longest word that sounds like the text around ``at``, with its place; "" if there is none."""
    code_of = sounds().code_of
    first, last = max(0, at - LONGEST_TERM + 1), min(len(text), at + LONGEST_TERM)
    codes = "".join(code_of.get(c, "?") for c in text[first:last])
    for size in range(min(LONGEST_TERM, last - first), 1, -1):
        for start in range(max(first, at - size + 1), min(at, last - size) + 1):
            for term in vocabulary.by_sound.get(codes[start - first : start - first + size], ()):
                if _is_close(text[start : start + size], term):
                    return Span(start, start + size), term
    return Span(at, at), ""


def _is_close(written: str, term: str) -> bool:
    """Whether enough of the word is literal and the rest sounds right."""
    known = sounds()
    changed = [(w, c) for w, c in zip(written, term, strict=True) if w != c]
    if not changed or 2 * len(changed) > len(term):
        return False
    exact = sum(known.may_sound(c, known.main.get(w, "")) for w, c in changed)
    if len(term) < SHORTEST:
        return exact == 1 and rare_character().match(changed[0][0]) is not None
    return exact >= len(changed) - (len(changed) == 1)


def _is_ordinary(text: str, span: Span, term: str) -> bool:
    """Whether an ordinary word covers a changed character, so that nothing is odd about it."""
    left, right = max(0, span.start - LONGEST_TERM), min(len(text), span.end + LONGEST_TERM)
    changed = [span.start + i for i, c in enumerate(term) if text[span.start + i] != c]
    return any(_covers(word, text, span, changed) for word in word_spans(text[left:right], left))


def _covers(word: Span, text: str, span: Span, changed: Sequence[int]) -> bool:
    if word.end - word.start < 2 or not any(word.start <= at < word.end for at in changed):
        return False
    crosses = word.start < span.start or span.end < word.end
    return text[word.start : word.end] in ordinary_words() or (crosses and word.end - word.start > 2)
