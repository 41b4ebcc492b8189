"""Checkstyle XML: a file element a script, an error element a finding; columns are code points from 1."""

from __future__ import annotations

from typing import TextIO
from xml.sax.saxutils import quoteattr

from compliance.formats.shared.escapes import xml_safe
from compliance.formats.shared.paths import relative
from compliance.formats.shared.product import NAME
from compliance.formats.shared.view import View
from compliance.report import InputFailure, Report, Run


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write one ``checkstyle`` document."""
    files = [_file(r) for r in run.reports] + [_failed(f) for f in run.failures]
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(f'<checkstyle version="4.3">\n{"".join(files)}</checkstyle>\n')


def _file(report: Report) -> str:
    rows = [_error(v.line, v.column, v.severity.value, v.message, v.rule_id) for v in report.violations]
    rows += [_error(1, 1, "error", u.reason, u.rule_id) for u in report.undecided]
    return f"  <file name={_attribute(relative(report.name))}>\n{''.join(rows)}  </file>\n"


def _failed(failure: InputFailure) -> str:
    row = _error(1, 1, "error", failure.problem, "unreadable-input")
    return f"  <file name={_attribute(relative(failure.path))}>\n{row}  </file>\n"


def _error(line: int, column: int, severity: str, message: str, rule: str) -> str:
    source = _attribute(f"{NAME}.{rule}")
    return (
        f'    <error line="{line}" column="{column}" severity="{severity}" '
        f"message={_attribute(message)} source={source}/>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(xml_safe(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
