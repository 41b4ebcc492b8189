"""A report arranged for reading: cards, counts and what lies at the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from compliance.report import Report, Violation
from compliance.rule import CATEGORIES, Severity
from webui.highlight import Gap, Line, Piece, lay_out

NOT_MARKETING = "not_marketing"  # key of the context, see compliance.contexts
LOUDEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with its number (from 1, as people count) and the numbers of those that share its place."""

    number: int
    violation: Violation
    beside: tuple[int, ...]

    @property
    def missing(self) -> bool:
        """Something is absent here, rather than present."""
        return self.violation.start == self.violation.end


@dataclass(frozen=True)
class Review:
    """A report with everything the page shows of it."""

    report: Report

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The findings in the order of the text."""
        found = self.report.violations
        beside = _neighbours(self.lines, len(found))
        return tuple(Card(i + 1, v, tuple(sorted(n + 1 for n in beside[i]))) for i, v in enumerate(found))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The text, cut at every edge."""
        return lay_out(self.report.document, self.report.violations)

    @cached_property
    def severities(self) -> tuple[tuple[str, int], ...]:
        """How many findings of each severity, loudest first, none left out."""
        counts = Counter(v.severity for v in self.report.violations)
        return tuple((severity.value, counts[severity]) for severity in LOUDEST_FIRST)

    @cached_property
    def categories(self) -> tuple[tuple[str, int], ...]:
        """How many findings of each category that has any."""
        counts = Counter(v.category for v in self.report.violations)
        known = [key for key in CATEGORIES if counts[key]]
        return tuple((key, counts[key]) for key in [*known, *sorted(counts.keys() - set(known))])

    @property
    def lowered_as_ordinary(self) -> bool:
        """Whether findings were lowered because the text does not read as marketing."""
        return any(v.lowered and v.lowered.key == NOT_MARKETING for v in self.report.violations)

    def loudest(self, piece: Piece) -> str:
        """The severity a piece is drawn in."""
        found = [self.report.violations[i].severity for i in piece.findings]
        return max(found, key=lambda severity: severity.rank).value


def _neighbours(lines: Sequence[Line], count: int) -> list[set[int]]:
    """For each finding, those it shares at least one character with."""
    beside: list[set[int]] = [set() for _ in range(count)]
    for line in lines:
        for content in line.content:
            found = _named(content)
            for i in found:
                beside[i].update(j for j in found if j != i)
    return beside


def _named(content: Piece | Gap) -> tuple[int, ...]:
    return (content.finding,) if isinstance(content, Gap) else content.findings
