"""``terms``: any of these words; of words that overlap, the longest."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.field import Field
from compliance.rule import TermsCondition
from compliance.text import Span


def find(condition: TermsCondition, field: Field) -> Iterable[Span]:
    """Every word found, without those inside a longer one (最好用 wins over 最好)."""
    last = Span(-1, -1)
    for start, end in sorted(field.hits[0], key=lambda hit: (hit[0], -hit[1])):
        if end > last.end:
            last = Span(start, end)
            yield last
