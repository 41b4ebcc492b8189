"""Findings as rows of a table; CSV and spreadsheet show the same."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.formats.shared import overview, wording
from compliance.formats.shared.paths import relative
from compliance.messages import say
from compliance.report import Report, Run, Violation

COLUMNS = (
    "file",
    "line",
    "column",
    "where",
    "severity",
    "category",
    "rule",
    "title",
    "excerpt",
    "message",
    "why",
    "basis",
    "penalty",
    "suggestions",
    "evidence",
    "disguise",
    "lowered",
    "fingerprint",
)
Row = list[str | int]


def heading(lang: str) -> list[str]:
    """Names of the columns."""
    return [say(lang, f"column.{key}") for key in COLUMNS]


def rows(lang: str, run: Run) -> Iterator[Row]:
    """A row a finding; then a row for everything that could not be checked or decided."""
    for report, violation in overview.findings(run):
        yield _row(lang, report, violation)
    for report in run.reports:
        for u in report.undecided:
            yield _trouble(relative(report.name), say(lang, "state.undecided"), u.rule_id, u.reason)
    for failure in run.failures:
        yield _trouble(relative(failure.path), say(lang, "state.failed"), "", failure.problem)


def _row(lang: str, report: Report, v: Violation) -> Row:
    return [
        relative(report.name),
        v.line,
        v.column,
        str(v.where),
        wording.severity_word(lang, v),
        wording.category_word(lang, v),
        v.rule_id,
        v.title,
        v.excerpt,
        v.message,
        v.why,
        wording.basis_text(lang, v),
        "\n".join(wording.penalties(v)),
        "\n".join(v.suggestions),
        "\n".join(v.evidence),
        wording.disguise_line(lang, v.disguise) if v.disguise else "",
        wording.lowered_line(v),
        v.fingerprint,
    ]


def _trouble(path: str, state: str, rule: str, problem: str) -> Row:
    row: Row = [""] * len(COLUMNS)
    known = {"file": path, "severity": state, "rule": rule, "message": problem}
    for key, text in known.items():
        row[COLUMNS.index(key)] = text
    return row
