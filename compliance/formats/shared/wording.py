"""A finding in words: the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.messages import join, name_of, say
from compliance.report import Disguise, Report, Violation

if TYPE_CHECKING:
    from compliance.rule import LegalBasis


def severity_word(lang: str, violation: Violation) -> str:
    """错误, 警告 or 提示."""
    return say(lang, f"severity.{violation.severity.value}")


def basis_line(lang: str, basis: LegalBasis) -> str:
    """《中华人民共和国广告法》第九条第三项, with a remark where we did not verify it."""
    line = str(basis)
    if basis.confidence == "verified":
        return line
    return line + say(lang, "parentheses", inner=say(lang, f"confidence.{basis.confidence}"))


def basis_text(lang: str, violation: Violation) -> str:
    """Every provision of a finding in one line."""
    return say(lang, "list.semicolon").join(basis_line(lang, b) for b in violation.basis)


def penalties(violation: Violation) -> tuple[str, ...]:
    """The penalties of its provisions, each once."""
    return tuple(dict.fromkeys(b.penalty for b in violation.basis if b.penalty))


def disguise_line(lang: str, disguise: Disguise) -> str:
    """最*低*价 → 最低价（插入符号）."""
    techniques = join(lang, [name_of(lang, "technique", key) for key in disguise.techniques])
    return say(
        lang, "disguise.line", written=disguise.written, restored=disguise.restored, techniques=techniques
    )


def lowered_line(violation: Violation) -> str:
    """Why a context made the finding quieter, with the provision that grants it; "" if none did."""
    return excuse_line(violation.lowered.reason, violation.lowered.basis) if violation.lowered else ""


def excuse_line(reason: str, basis: str) -> str:
    """The reason, then the provision in brackets."""
    return f"{reason}［{basis}］" if basis else reason


def insert_place(lang: str, report: Report, violation: Violation) -> str:
    """Where a missing statement is to be put, in words."""
    source = report.document.source
    if not source[: violation.start].strip():
        return say(lang, "insert.start")
    if not source[violation.start :].strip():
        return say(lang, "insert.end", line=violation.line)
    return say(lang, "insert.line", line=violation.line, column=violation.column)


def category_word(lang: str, violation: Violation) -> str:
    """绝对化用语, absolute claim …"""
    return name_of(lang, "category", violation.category)


def details(lang: str, report: Report, violation: Violation) -> list[tuple[str, str]]:
    """Everything to say below the message, as (label key, text), in the order people need it."""
    lines: list[tuple[str, str]] = []
    if violation.disguise:
        lines.append(("disguise", disguise_line(lang, violation.disguise)))
    if violation.start == violation.end:
        lines.append(("insert", insert_place(lang, report, violation)))
    if violation.why:
        lines.append(("why", violation.why))
    if violation.lowered:
        lines.append(("lowered", lowered_line(violation)))
    for basis in violation.basis:
        lines.append(("basis", basis_line(lang, basis)))
        if basis.penalty:
            lines.append(("penalty", basis.penalty))
    if violation.fires_from:
        lines.append(("fires_from", say(lang, "fires_from.line", day=violation.fires_from.isoformat())))
    lines += [("suggestion", s) for s in violation.suggestions]
    lines += [("evidence", e) for e in violation.evidence]
    if violation.also:
        lines.append(("also", join(lang, violation.also)))
    return lines


def one_paragraph(lang: str, report: Report, violation: Violation) -> str:
    """Message and details as lines of plain text, for tools that show a block."""
    rows = [violation.message]
    colon = say(lang, "colon")
    rows += [f"{say(lang, 'label.' + key)}{colon}{text}" for key, text in details(lang, report, violation)]
    return "\n".join(rows)
