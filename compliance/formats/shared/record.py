"""Findings as plain values for JSON: the one place that names their keys (schema yushen-report/1)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from compliance.report import Excused, IndustryChoice, PackVersion, Report, Suppressed, Violation, Where

if TYPE_CHECKING:
    from compliance.rule import LegalBasis

SCHEMA = "yushen-report/1"


def violation_record(report: Report, violation: Violation) -> dict[str, Any]:
    """Every fact of a finding; offsets are code points of the source, half-open, lines and columns from 1."""
    end_line, end_column = report.document.line_and_column(violation.end)
    v = violation
    return {
        "rule_id": v.rule_id,
        "also": list(v.also),
        "pack": v.pack,
        "category": v.category,
        "severity": v.severity.value,
        "start": v.start,
        "end": v.end,
        "line": v.line,
        "column": v.column,
        "end_line": end_line,
        "end_column": end_column,
        "where": _where(v.where),
        "excerpt": v.excerpt,
        "title": v.title,
        "message": v.message,
        "why": v.why,
        "suggestions": list(v.suggestions),
        "fix": v.fix,
        "evidence": list(v.evidence),
        "basis": [_basis(b) for b in v.basis],
        "disguise": _disguise(v),
        "lowered": _excuse(v.lowered.key, v.lowered.reason, v.lowered.basis) if v.lowered else None,
        "fires_from": _day(v.fires_from),
        "fingerprint": v.fingerprint,
    }


def excused_record(excused: Excused) -> dict[str, Any]:
    """A match that does not count, and why."""
    return {
        "rule_id": excused.rule_id,
        "category": excused.category,
        "start": excused.start,
        "end": excused.end,
        "line": excused.line,
        "column": excused.column,
        "where": _where(excused.where),
        "excerpt": excused.excerpt,
        "excuse": _excuse(excused.excuse.key, excused.excuse.reason, excused.excuse.basis),
    }


def report_record(report: Report) -> dict[str, Any]:
    """One file: what was applied to it and what was found."""
    return {
        "name": report.name,
        "kind": report.document.kind,
        "channel": report.channel,
        "platforms": list(report.platforms),
        "as_of": report.as_of.isoformat(),
        "commercial": report.commercial,
        "industries": [_industry(i) for i in report.industries],
        "packs": [pack_record(p) for p in report.packs],
        "not_checked": list(report.not_checked),
        "passed": report.passed,
        "violations": [violation_record(report, v) for v in report.violations],
        "excused": [excused_record(e) for e in report.excused],
        "undecided": [{"rule_id": u.rule_id, "reason": u.reason} for u in report.undecided],
        "suppressed": [suppressed_record(report, s) for s in report.suppressed],
        "notices": [{"line": n.line, "text": n.text} for n in report.notices],
    }


def suppressed_record(report: Report, suppressed: Suppressed) -> dict[str, Any]:
    """A finding that was set aside, by what and why; ``line`` is that of the comment, or 0."""
    return {
        "by": suppressed.by,
        "reason": suppressed.reason,
        "until": _day(suppressed.until),
        "evidence": suppressed.evidence,
        "line": suppressed.line,
        "violation": violation_record(report, suppressed.violation),
    }


def pack_record(pack: PackVersion) -> dict[str, Any]:
    """Which rules “checked” meant."""
    return {"name": pack.name, "title": pack.title, "version": pack.version, "sha256": pack.sha256}


def _industry(choice: IndustryChoice) -> dict[str, Any]:
    return {"key": choice.key, "given": choice.given, "why": list(choice.why), "score": choice.score}


def _basis(basis: LegalBasis) -> dict[str, Any]:
    return {
        "law": basis.law,
        "title": basis.title,
        "article": basis.article,
        "number": basis.number,
        "since": _day(basis.since),
        "until": _day(basis.until),
        "penalty": basis.penalty,
        "confidence": basis.confidence,
    }


def _where(where: Where) -> dict[str, Any]:
    return {"label": where.label, "facts": dict(where.facts)}


def _excuse(key: str, reason: str, basis: str) -> dict[str, Any]:
    return {"key": key, "reason": reason, "basis": basis}


def _disguise(violation: Violation) -> dict[str, Any] | None:
    if violation.disguise is None:
        return None
    hidden = violation.disguise
    return {"written": hidden.written, "restored": hidden.restored, "techniques": list(hidden.techniques)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
