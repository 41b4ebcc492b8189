"""JUnit XML: a suite a file, a test case a finding; errors and warnings fail, infos pass with their text."""

from __future__ import annotations

from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from compliance.formats.shared import wording
from compliance.formats.shared.escapes import xml_safe
from compliance.formats.shared.paths import relative
from compliance.formats.shared.product import NAME
from compliance.formats.shared.view import View
from compliance.messages import say
from compliance.report import InputFailure, Report, Run, Violation


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write one ``testsuites`` document."""
    suites = [_suite(view.lang, r) for r in run.reports] + [_failed(view.lang, f) for f in run.failures]
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(f"<testsuites name={_attribute(NAME)}>\n{''.join(suites)}</testsuites>\n")


def _suite(lang: str, report: Report) -> str:
    name = relative(report.name)
    cases = [_case(lang, report, name, v) for v in report.violations]
    cases += [
        _testcase(name, u.rule_id, f"<error message={_attribute(u.reason)}/>") for u in report.undecided
    ]
    failures = sum(1 for v in report.violations if v.severity.rank > 0)
    if not cases:
        cases = [_testcase(name, say(lang, "junit.clean"), "")]
    return _testsuite(name, cases, failures, len(report.undecided))


def _failed(lang: str, failure: InputFailure) -> str:
    name = relative(failure.path)
    problem = f"<error message={_attribute(failure.problem)}/>"
    return _testsuite(name, [_testcase(name, say(lang, "state.failed"), problem)], 0, 1)


def _testsuite(name: str, cases: list[str], failures: int, errors: int) -> str:
    head = (
        f'  <testsuite name={_attribute(name)} tests="{len(cases)}" '
        f'failures="{failures}" errors="{errors}" skipped="0" time="0">\n'
    )
    return head + "".join(cases) + "  </testsuite>\n"


def _testcase(file: str, name: str, inside: str) -> str:
    return (
        f'    <testcase classname={_attribute(file)} name={_attribute(name)} time="0">{inside}</testcase>\n'
    )


def _case(lang: str, report: Report, file: str, v: Violation) -> str:
    text = escape(xml_safe(f"{file}:{v.line}:{v.column}\n{wording.one_paragraph(lang, report, v)}"))
    if v.severity.rank == 0:
        inside = f"<system-out>{text}</system-out>"
    else:
        inside = f'<failure type="{v.severity.value}" message={_attribute(v.message)}>{text}</failure>'
    return _testcase(file, f"{v.rule_id} {v.line}:{v.column}", inside)


def _attribute(text: str) -> str:
    return quoteattr(xml_safe(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
