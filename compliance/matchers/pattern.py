"""``pattern``: a regular expression, run only in sentences that hold one of its anchors."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.field import Field
from compliance.rule import PatternCondition
from compliance.text import Span


def find(condition: PatternCondition, field: Field) -> Iterable[Span]:
    """Every match; its group ``here`` where it has one."""
    for sentence in field.sentences:
        for match in field.matches(condition, sentence):
            start, end = match.span("here") if "here" in match.re.groupindex else match.span()
            if start < end:
                yield Span(start, end)
