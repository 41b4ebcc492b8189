"""``tokens``: a spaCy Matcher pattern over the words of a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable

from compliance.field import Field
from compliance.rule import TokensCondition
from compliance.segment import spacy_matches
from compliance.text import Span


def find(condition: TokensCondition, field: Field) -> Iterable[Span]:
    """Every stretch of words that fits, in sentences that hold an anchor.

    Raises:
        ImportError: spaCy is not installed; the engine reports the rule as undecided.
    """
    pattern = json.loads(condition.tokens)
    for sentence in field.sentences:
        for span in spacy_matches([pattern], field.text[sentence.start : sentence.end]):
            yield Span(sentence.start + span.start, sentence.start + span.end)
