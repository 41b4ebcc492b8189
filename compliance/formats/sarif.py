"""SARIF 2.1.0 for code scanning. Columns and offsets count code points, and the log says so.

Excused matches are left out: viewers show suppressed results as open alerts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, TextIO

from compliance.formats.shared import overview, wording
from compliance.formats.shared.paths import replacement, uri
from compliance.formats.shared.product import NAME, VERSION
from compliance.formats.shared.view import View
from compliance.messages import name_of, say
from compliance.report import Report, Run, Violation

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write one log with one run."""
    json.dump(log(run, view), stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def log(run: Run, view: View) -> dict[str, Any]:
    """The log as plain values; the loudest findings come first, for viewers show a limited number."""
    lang = view.lang
    found = sorted(overview.findings(run), key=lambda pair: -pair[1].severity.rank)
    rules = _first_of_each_rule([v for _, v in found])
    index = {rule_id: i for i, rule_id in enumerate(rules)}
    seen: Counter[str] = Counter()
    results = [_result(lang, report, v, index[v.rule_id], seen) for report, v in found]
    driver = {
        "name": NAME,
        "semanticVersion": VERSION,
        "language": "en-US" if lang == "en" else "zh-CN",
        "rules": [_rule(lang, v) for v in rules.values()],
    }
    one_run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(run, view)],
        "artifacts": _artifacts(run),
        "results": results,
        "properties": {"notice": say(lang, "summary.notice"), "packs": _packs(run)},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [one_run]}


def _first_of_each_rule(violations: Sequence[Violation]) -> dict[str, Violation]:
    rules: dict[str, Violation] = {}
    for violation in violations:
        rules.setdefault(violation.rule_id, violation)
    return dict(sorted(rules.items()))


def _rule(lang: str, v: Violation) -> dict[str, Any]:
    return {
        "id": v.rule_id,
        "name": v.rule_id,
        "shortDescription": {"text": v.title},
        "fullDescription": {"text": v.why or v.title},
        "help": {
            "text": _help(lang, v, bold="", bullet=""),
            "markdown": _help(lang, v, bold="**", bullet="- "),
        },
        "defaultConfiguration": {"level": LEVELS[v.severity.value]},
        "properties": {"tags": [v.category, v.pack], "category": name_of(lang, "category", v.category)},
    }


def _help(lang: str, v: Violation, *, bold: str, bullet: str) -> str:
    """Why, law with penalty, rewrites and proof, as text or Markdown."""
    sections: list[tuple[str, Sequence[str]]] = [
        ("why", [v.why] if v.why else []),
        ("basis", [wording.basis_line(lang, b) for b in v.basis]),
        ("penalty", wording.penalties(v)),
        ("suggestion", v.suggestions),
        ("evidence", v.evidence),
    ]
    blocks = [f"{bold}{v.title}{bold}"]
    for key, rows in sections:
        if rows:
            head = f"{bold}{say(lang, 'label.' + key)}{bold}"
            blocks.append("\n".join([head, "", *(f"{bullet}{row}" for row in rows)]))
    return "\n\n".join([*blocks, say(lang, "summary.notice")])


def _result(lang: str, report: Report, v: Violation, rule: int, seen: Counter[str]) -> dict[str, Any]:
    key = f"{uri(report.name)}\x1f{v.fingerprint}"
    seen[key] += 1
    result: dict[str, Any] = {
        "ruleId": v.rule_id,
        "ruleIndex": rule,
        "level": LEVELS[v.severity.value],
        "message": {"text": wording.one_paragraph(lang, report, v)},
        "locations": [_location(report, v)],
        "partialFingerprints": {
            "yushenFinding/v1": v.fingerprint,
            "primaryLocationLineHash": f"{v.fingerprint}:{seen[key]}",
        },
        "properties": {"category": v.category, "also": list(v.also)},
    }
    text = replacement(report, v)
    if text:
        result["fixes"] = [_fix(lang, report, v, text)]
    return result


def _location(report: Report, v: Violation) -> dict[str, Any]:
    physical = {"artifactLocation": {"uri": uri(report.name)}, "region": _region(report, v)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if v.where.label:
        location["logicalLocations"] = [{"name": v.where.label, "properties": dict(v.where.facts)}]
    return location


def _region(report: Report, v: Violation) -> dict[str, Any]:
    end_line, end_column = report.document.line_and_column(v.end)
    return {
        "startLine": v.line,
        "startColumn": v.column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": v.start,
        "charLength": v.end - v.start,
        "snippet": {"text": report.document.source[v.start : v.end]},
    }


def _fix(lang: str, report: Report, v: Violation, text: str) -> dict[str, Any]:
    region = {"charOffset": v.start, "charLength": v.end - v.start}
    replacement = {"deletedRegion": region, "insertedContent": {"text": text}}
    change = {"artifactLocation": {"uri": uri(report.name)}, "replacements": [replacement]}
    return {"description": {"text": say(lang, "label.fix")}, "artifactChanges": [change]}


def _invocation(run: Run, view: View) -> dict[str, Any]:
    """What could not be checked, so that an empty log is not read as a clean one."""
    notes = [_note("error", f.problem, f.path) for f in run.failures]
    for report in run.reports:
        notes += [_note("error", f"{u.rule_id}: {u.reason}", report.name) for u in report.undecided]
        label = say(view.lang, "summary.not_checked") + say(view.lang, "colon")
        notes += [_note("note", label + what, report.name) for what in report.not_checked]
    notes += [_note("warning", say(view.lang, "summary.not_read"), path) for path in view.not_read]
    return {"executionSuccessful": run.exit_code(None) == 0, "toolExecutionNotifications": notes}


def _note(level: str, text: str, path: str) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}
    return {"level": level, "message": {"text": text}, "locations": [location]}


def _artifacts(run: Run) -> list[dict[str, Any]]:
    names = overview.unique(uri(r.name) for r in run.reports)
    return [{"location": {"uri": name}} for name in names]


def _packs(run: Run) -> list[str]:
    return list(
        overview.unique(f"{p.name} {p.version} sha256:{p.sha256}" for r in run.reports for p in r.packs)
    )
