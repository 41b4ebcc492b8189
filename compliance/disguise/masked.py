"""A character replaced by a sign: 糖*病, 高血○."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.disguise.lexicon import Vocabulary
from compliance.disguise.reading import Edit, View
from compliance.late import LatePattern

MASK = LatePattern("(?<=[一-鿿])[*x×○〇□■●◯✕✖_](?=[一-鿿])")
TECHNIQUE = "masked"


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Signs in the place of exactly one character of a word whose other characters are all there."""
    text = view.text
    for found in MASK.finditer(text):
        at = found.start()
        for term, place in vocabulary.by_gap.get(text[at - 1] + text[at + 1], ()):
            start = at - place
            if start >= 0 and text[start:at] + term[place] + text[at + 1 : start + len(term)] == term:
                yield Edit(at, at + 1, term[place], TECHNIQUE)
                break
