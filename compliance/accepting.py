"""Findings accepted in the settings of a team, for files that hold no comments: Word, workbooks, PDF, JSON.

    [[accept]]
    glob = "合同/报价.docx"
    rule = "absolute.lowest-price"
    reason = "比价报告已存档"
    until = 2026-12-31

What is accepted stays in the report with its reason, as with a comment. One that is out of date or accepts
nothing is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from compliance.config_values import Acceptance
from compliance.errors import ConfigError, did_you_mean
from compliance.folding import fold
from compliance.override_pack import known_rules
from compliance.report import Notice, Report, Suppressed, Violation


class Checked(NamedTuple):
    """A file that was checked, and what its team accepts in it."""

    report: Report
    accepted: tuple[Acceptance, ...]
    whole: frozenset[str]
    """Settings files of which the run covered every file they speak for: what accepts nothing in such a run
    accepts nothing at all."""


def accept(report: Report, acceptances: Sequence[Acceptance]) -> Report:
    """Set aside the findings that the settings accept today."""
    valid = [a for a in acceptances if a.until is None or a.until >= report.as_of]
    if not valid:
        return report
    kept: list[Violation] = []
    aside: list[Suppressed] = []
    for violation in report.violations:
        fitting = [a for a in valid if _speaks_of(a, violation)]
        if fitting:
            a = fitting[-1]  # the settings closest to the file come last
            aside.append(Suppressed(violation, "settings", a.reason, a.until, a.evidence, a.line))
        else:
            kept.append(violation)
    return report._replace(violations=tuple(kept), suppressed=(*report.suppressed, *aside))


def refuse_unknown_rules(acceptances: Iterable[Acceptance], packs: Sequence[str]) -> None:
    """Check the ids that are accepted against the rules of the built-in packs and of these.

    Raises:
        ConfigError: no rule has that id; names the place and the nearest one.
        PackError: a pack cannot be used.
    """
    named = [(rule, a.place) for a in acceptances for rule in a.rules]
    known = known_rules(packs) if named else frozenset()
    for rule, place in named:
        if rule not in known:
            hint = did_you_mean(rule, sorted(known))
            raise ConfigError(f"{place}: 没有这条规则（no such rule）“{rule}”{hint}")


def with_notices(checked: Sequence[Checked]) -> list[Report]:
    """The reports, the first one of each acceptance saying where it is out of date or accepts nothing.

    An acceptance for a kind of files may have its finding in a file that this run did not check; it is
    called useless only if the run covered them all.
    """
    used = {
        (s.line, s.reason, s.violation.rule_id)
        for c in checked
        for s in c.report.suppressed
        if s.by == "settings"
    }
    said: set[tuple[str, str]] = set()
    reports = []
    for one in checked:
        notices = []
        for acceptance in one.accepted:
            for rule in acceptance.rules:
                text = _notice(acceptance, rule, one, used)
                if text and (acceptance.place, rule) not in said:
                    said.add((acceptance.place, rule))
                    notices.append(Notice(0, text))
        reports.append(one.report._replace(notices=(*one.report.notices, *notices)))
    return reports


def _speaks_of(acceptance: Acceptance, violation: Violation) -> bool:
    if violation.rule_id not in acceptance.rules:
        return False
    return not acceptance.excerpt or fold(acceptance.excerpt).text in fold(violation.excerpt).text


def _notice(acceptance: Acceptance, rule: str, one: Checked, used: set[tuple[int, str, str]]) -> str:
    """What is wrong with an acceptance of a rule, or ""."""
    if acceptance.until is not None and acceptance.until < one.report.as_of:
        day = acceptance.until.isoformat()
        return f"{acceptance.place} 接受 {rule} 的期限 {day} 已过，不再生效；请重新核实，或删掉（expired）"
    if (acceptance.line, acceptance.reason, rule) in used or not (
        acceptance.exact or acceptance.governs in one.whole
    ):
        return ""
    return f"{acceptance.place} 接受的 {rule} 没有发现，已经多余，可以删掉（stale）"
