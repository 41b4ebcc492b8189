"""Characters replaced by signs: 糖*病, 高血○, 根**风."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.disguise.lexicon import LONGEST_TERM, TELLING_RANK, UNRANKED, Vocabulary, is_han
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import is_word, ranks, stands_alone
from compliance.late import LatePattern
from compliance.segment import dictionary_spans

MASK = LatePattern("(?<=[一-鿿])[*x×○〇□■●◯✕✖_❌⭕#▓█▇◆]{1,2}+(?=[一-鿿])")
AT_EDGE = LatePattern(
    "(?<=[一-鿿])[*×○〇□■●◯✕✖❌⭕▓█▇◆]{1,2}+(?![a-z0-9*×(),。;:!?%])"
    "|(?<![a-z0-9*×一-鿿])[*×○〇□■●◯✕✖❌⭕▓█▇◆]{1,2}+(?=[一-鿿])|(?<=[一-鿿])x(?![a-z0-9一-鿿])"
)
MASKS = frozenset("*x×○〇□■●◯✕✖_❌⭕#▓█▇◆")
ENDS = " \n,。;:!?()《》"
TECHNIQUE = "masked"


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Signs in the place of as many characters of a word whose other characters are all there."""
    text, done = view.text, 0
    for found in sorted((*MASK.finditer(text), *AT_EDGE.finditer(text)), key=lambda f: f.span()):
        start, end = found.span()
        meant = "" if start < done else meant_at(text, start, end, vocabulary)
        if meant:
            done = end
            yield Edit(start, end, meant, TECHNIQUE)


def places(text: str) -> list[tuple[int, int]]:
    """Where signs stand that may stand for characters."""
    if MASKS.isdisjoint(text):
        return []
    return [found.span() for pattern in (MASK, AT_EDGE) for found in pattern.finditer(text)]


def meant_at(text: str, start: int, end: int, vocabulary: Vocabulary) -> str:
    """What the signs ``text[start:end]`` stand for; "" if no word has everything around them."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if end - start == 1:
        for term, place in vocabulary.by_gap.get(before + after, ()):
            first = start - place
            if first >= 0 and text[first:start] + term[place] + text[end : first + len(term)] == term:
                return term[place]
    return _at_edge(text, start, end, vocabulary)


def _at_edge(text: str, start: int, end: int, vocabulary: Vocabulary) -> str:
    """The same where the signs come first or last, or stand for two characters."""
    left, right = _run(text, start, -1), _run(text, end, 1)
    size = end - start
    for here in range(min(len(left), LONGEST_TERM - size), 0, -1):
        key = left[-here:] + "*" * size
        for term in _terms(key, vocabulary):
            rest = term[here + size :]
            if right.startswith(rest) and (rest or _is_loose(text, start - here, end, right, vocabulary)):
                return term[here : here + size]
    if "*" in text[start:end] and text.count("*") > 1:  # emphasis and footnotes
        return ""
    for here in range(min(len(right), LONGEST_TERM - size), 1, -1):
        for term in _terms("*" * size + right[:here], vocabulary):
            if len(term) == size + here:
                return term[:size]
    return ""


def _terms(key: str, vocabulary: Vocabulary) -> Sequence[str]:
    return vocabulary.by_edge.get(key, "").split()


def _is_loose(text: str, start: int, sign_end: int, right: str, vocabulary: Vocabulary) -> bool:
    """Whether what is left of the word is no word by itself: 祛斑* has a footnote, 降血* hides something.

    A single character must be rare, or a word of the vocabulary must follow: 根○牛皮癣.
    """
    end = start + len(text[start:sign_end].rstrip("".join(MASKS)))
    if end - start == 1 and (
        stands_alone(text[start])
        or (
            ranks().get(text[start], UNRANKED) < TELLING_RANK
            and not any(right[:size] in vocabulary.terms for size in range(2, len(right) + 1))
        )
    ):
        return False
    if text[end:sign_end] != "*" or text.count("*") == 1 == len(text[sign_end : sign_end + 1].strip(ENDS)):
        return bool(right)  # other signs are no footnotes, and nothing goes on at once behind one
    left = max(0, start - LONGEST_TERM)
    return not any(
        span.start < end <= span.end and span.end - span.start > 1 and is_word(text[span.start : span.end])
        for span in dictionary_spans(text[left:end], left)
    )


def _run(text: str, at: int, step: int) -> str:
    end = at
    while 0 <= (end - 1 if step < 0 else end) < len(text) and is_han(text[end - 1 if step < 0 else end]):
        end += step
        if abs(end - at) >= LONGEST_TERM:
            break
    return text[end:at] if step < 0 else text[at:end]
