"""Words written backwards, where the text says so or the word is long."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.disguise.lexicon import LONGEST_TERM, REVERSAL_CUES, REVERSED_FROM, Vocabulary
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import is_word
from compliance.segment import word_spans

TECHNIQUE = "reversed"


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The longest words that read backwards, from left to right."""
    text = view.text
    told = any(cue in text for cue in REVERSAL_CUES)
    shortest = 2 if told else REVERSED_FROM
    at = 0
    while at < len(text):
        for size in range(min(LONGEST_TERM, len(text) - at), shortest - 1, -1):
            term = vocabulary.reversed_terms.get(text[at : at + size])
            if term and (told or _stands_free(text, at, at + size)):
                yield Edit(at, at + size, term, TECHNIQUE, whole=True)
                at += size - 1
                break
        at += 1


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether no ordinary word runs across the borders."""
    left = max(0, start - LONGEST_TERM)
    return not any(
        span.start < start < span.end or span.start < end < span.end
        for span in word_spans(text[left : end + LONGEST_TERM], left)
        if is_word(text[span.start : span.end])
    )
