"""Latin words and numbers written with look-alike signs: n0.1, 1oo%, Cyrillic о, b@o."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.disguise.lexicon import LOOSE, Vocabulary, shape
from compliance.disguise.reading import Edit, View
from compliance.late import LatePattern

TOKEN = LatePattern(
    r"[a-z0-9@$!|°+\u0250-\u02af\u0370-\u04ff]+(?:[ .·_-]{1,2}[a-z0-9@$!|°\u0370-\u04ff]+)*%?"
)
PERCENT = LatePattern(r"(?<![a-z0-9.])(?=[ol0-9]*\d)(?=\d*[ol])[ol0-9]{2,4}(?=%)")
LEET_TOKEN = LatePattern(r"(?<![a-z0-9@$!|])(?=[0-9@$!|]*+[a-z])(?=[a-z]*+[0-9@$!|])[a-z0-9@$!|]{4,16}")
FIGURES_OF_LETTERS = "013457@$!|"
DIGITS = str.maketrans("ol", "01")
CAPITALS = str.maketrans("νημυ", "nhmy")
"""Greek letters whose capitals look like another letter than they do themselves."""
TECHNIQUE = "look-alike"


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Brings look-alike signs back to the letters and digits of a word of the vocabulary."""
    for found in PERCENT.finditer(view.text):
        yield Edit(*found.span(), found[0].translate(DIGITS), TECHNIQUE)
    for found in TOKEN.finditer(view.text):
        yield from _token(found, vocabulary)


def places(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where letters and figures together look like a Latin word: w3chat."""
    if not any(c in text for c in FIGURES_OF_LETTERS):
        return []
    return [
        found.span()
        for found in LEET_TOKEN.finditer(text)
        if shape(found[0]) in vocabulary.latin and found[0] not in vocabulary.terms
    ]


def imitates(run: str, vocabulary: Vocabulary) -> bool:
    """Whether foreign letters stand among Latin ones, or all of them look like a Latin word."""
    plain = run.translate(vocabulary.letters)
    changed = sum(a != b for a, b in zip(run, plain, strict=True))
    mixed = changed > 0 and any("a" <= c <= "z" for c in run)
    return mixed or (changed > 1 and plain.isascii())


def _token(found: re.Match[str], vocabulary: Vocabulary) -> Iterator[Edit]:
    token = found[0]
    plain = token.translate(vocabulary.letters)
    capital = shape(token.translate(CAPITALS).translate(vocabulary.letters))
    terms = vocabulary.latin.get(shape(plain), ()) or vocabulary.latin.get(capital, ())
    if terms:
        if token.translate(LOOSE) not in (term.translate(LOOSE) for term in terms):
            yield Edit(*found.span(), terms[0], TECHNIQUE)
    elif plain != token and not token.isascii() and imitates(token, vocabulary):
        yield Edit(*found.span(), plain, TECHNIQUE)
