"""GitLab Code Quality: a JSON array; paths without ./ and a fingerprint of its own for every entry."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any, TextIO

from compliance.formats.shared import overview
from compliance.formats.shared.escapes import one_line
from compliance.formats.shared.paths import relative
from compliance.formats.shared.view import View
from compliance.report import Run

LEVELS = {"error": "critical", "warning": "major", "info": "info"}
UNREADABLE = "blocker"


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write the array; entries GitLab would take for duplicates are told apart by a running number."""
    seen: Counter[str] = Counter()
    entries = [_entry(seen, *row) for row in _rows(run)]
    json.dump(entries, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def _rows(run: Run) -> list[tuple[str, str, str, str, int, int, str]]:
    """path, rule, text, level, first line, last line, fingerprint"""
    rows = []
    for report, v in overview.findings(run):
        last, _ = report.document.line_and_column(v.end)
        text = one_line(f"{v.title}: {v.message}")
        level = LEVELS[v.severity.value]
        rows.append((relative(report.name), v.rule_id, text, level, v.line, last, v.fingerprint))
    for report in run.reports:
        path = relative(report.name)
        rows += [
            (path, u.rule_id, one_line(u.reason), UNREADABLE, 1, 1, "undecided") for u in report.undecided
        ]
    for failure in run.failures:
        path = relative(failure.path)
        rows.append((path, "unreadable-input", one_line(failure.problem), UNREADABLE, 1, 1, "failure"))
    return rows


def _entry(
    seen: Counter[str], path: str, rule: str, text: str, level: str, first: int, last: int, mark: str
) -> dict[str, Any]:
    key = f"{path}\x1f{rule}\x1f{mark}"
    number = seen[key]
    seen[key] += 1
    name = f"{key}\x1f{number}".encode("utf-8", "surrogatepass")
    return {
        "description": text,
        "check_name": rule,
        "fingerprint": hashlib.sha256(name).hexdigest()[:32],
        "severity": level,
        "location": {"path": path, "lines": {"begin": first, "end": last}},
    }
