"""One JSON document with everything; described by docs/json-schema/report-1.json."""

from __future__ import annotations

import json
from typing import Any, TextIO

from compliance.formats.shared import overview
from compliance.formats.shared.product import NAME, VERSION
from compliance.formats.shared.record import SCHEMA, report_record
from compliance.formats.shared.view import View
from compliance.messages import say
from compliance.report import Run


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write the run; the same run gives the same bytes."""
    json.dump(document(run, view), stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def document(run: Run, view: View) -> dict[str, Any]:
    """The run as plain values."""
    return {
        "schema": SCHEMA,
        "tool": {"name": NAME, "version": VERSION},
        "notice": say(view.lang, "summary.notice"),
        "summary": {
            "files": len(run.reports),
            "failed": len(run.failures),
            "severity": overview.by_severity(run),
            "category": overview.by_category(run),
            "excused": overview.excused_count(run),
            "suppressed": sum(overview.suppressed_count(run).values()),
            "undecided": sum(len(r.undecided) for r in run.reports),
        },
        "reports": [report_record(r) for r in run.reports],
        "failures": [{"path": f.path, "problem": f.problem} for f in run.failures],
        "not_read": list(view.not_read),
    }
