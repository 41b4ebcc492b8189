"""One JSON object a line: findings, then what could not be checked, then a summary line.

Each line has a ``type``: violation, undecided, failure, not_read or summary.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from compliance.formats.shared import overview
from compliance.formats.shared.record import SCHEMA, violation_record
from compliance.formats.shared.view import View
from compliance.messages import say
from compliance.report import Run


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write the run line by line."""
    for row in _rows(run, view):
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _rows(run: Run, view: View) -> Iterator[dict[str, Any]]:
    for report, violation in overview.findings(run):
        yield {"type": "violation", "file": report.name, **violation_record(report, violation)}
    for report in run.reports:
        for undecided in report.undecided:
            row = {"type": "undecided", "file": report.name}
            yield {**row, "rule_id": undecided.rule_id, "reason": undecided.reason}
    for failure in run.failures:
        yield {"type": "failure", "file": failure.path, "problem": failure.problem}
    for path in view.not_read:
        yield {"type": "not_read", "file": path}
    yield {
        "type": "summary",
        "schema": SCHEMA,
        "files": len(run.reports),
        "severity": overview.by_severity(run),
        "notice": say(view.lang, "summary.notice"),
    }
