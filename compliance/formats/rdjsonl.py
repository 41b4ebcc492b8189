"""For reviewdog: one diagnostic a line. Its columns count UTF-8 bytes from 1 and its ends are exclusive."""

from __future__ import annotations

import json
from typing import Any, TextIO

from compliance.formats.shared import overview, wording
from compliance.formats.shared.paths import relative, replacement
from compliance.formats.shared.product import NAME
from compliance.formats.shared.view import View
from compliance.report import InputFailure, Report, Run, Undecided, Violation
from compliance.text import Document, utf8_length


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write a line for every finding, and one for everything that could not be checked."""
    rows = [_finding(view.lang, report, v) for report, v in overview.findings(run)]
    rows += [_undecided(r, u) for r in run.reports for u in r.undecided]
    rows += [_failure(f) for f in run.failures]
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _finding(lang: str, report: Report, v: Violation) -> dict[str, Any]:
    span = {"start": _position(report.document, v.start), "end": _position(report.document, v.end)}
    row: dict[str, Any] = {
        "message": wording.one_paragraph(lang, report, v),
        "location": {"path": relative(report.name), "range": span},
        "severity": v.severity.value.upper(),
        "source": {"name": NAME},
        "code": {"value": v.rule_id},
    }
    text = replacement(report, v)
    if text:
        row["suggestions"] = [{"range": span, "text": text}]
    return row


def _position(document: Document, offset: int) -> dict[str, int]:
    line, column = document.line_and_column(offset)
    before = document.source[offset - column + 1 : offset]
    return {"line": line, "column": utf8_length(before) + 1}


def _undecided(report: Report, undecided: Undecided) -> dict[str, Any]:
    return {
        "message": undecided.reason,
        "location": {"path": relative(report.name)},
        "severity": "ERROR",
        "source": {"name": NAME},
        "code": {"value": undecided.rule_id},
    }


def _failure(failure: InputFailure) -> dict[str, Any]:
    return {
        "message": failure.problem,
        "location": {"path": relative(failure.path)},
        "severity": "ERROR",
        "source": {"name": NAME},
    }
