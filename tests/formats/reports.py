"""Reports made by hand: a text, the phrases found in it, and everything a finding can carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from compliance.report import (
    Disguise,
    Excuse,
    Excused,
    IndustryChoice,
    PackVersion,
    Report,
    Run,
    Undecided,
    Violation,
    Where,
    fingerprint,
)
from compliance.rule import LegalBasis, Severity
from compliance.text import Document, Part

LAW = LegalBasis(
    law="广告法",
    article="第九条第三项",
    title="中华人民共和国广告法",
    since=date(2015, 9, 1),
    penalty="第五十七条：广告主处二十万元以上一百万元以下罚款，情节严重的可以吊销营业执照",
)
DAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Found:
    """A phrase to be found in the text (its ``nth`` occurrence, from 0); "" means missing at the end."""

    phrase: str
    severity: str = "error"
    rule_id: str = "absolute.lowest"
    category: str = "absolute-claim"
    nth: int = 0
    disguise: Disguise | None = None
    lowered: Excuse | None = None
    suggestions: tuple[str, ...] = ("写明活动价与活动起止日期",)
    fix: str | None = None
    excerpt: str | None = None


def place(text: str, phrase: str, nth: int = 0) -> tuple[int, int]:
    """Where the phrase stands; the end of the text for an empty one."""
    if not phrase:
        return len(text), len(text)
    at = -1
    for _ in range(nth + 1):
        at = text.index(phrase, at + 1)
    return at, at + len(phrase)


def violation(document: Document, found: Found) -> Violation:
    """The finding, placed in the document."""
    start, end = place(document.source, found.phrase, found.nth)
    line, column = document.line_and_column(start)
    part = document.part_at(start)
    excerpt = found.phrase if found.excerpt is None else found.excerpt
    return Violation(
        rule_id=found.rule_id,
        pack="absolute_terms",
        category=found.category,
        severity=Severity(found.severity),
        start=start,
        end=end,
        excerpt=excerpt,
        line=line,
        column=column,
        where=Where(part.label, part.where) if part else Where(),
        title="使用绝对化用语",
        message=f"“{excerpt}”属于绝对化用语。" if excerpt else "缺少“广告”标识。",
        why="无法证明且排斥同业。",
        suggestions=found.suggestions,
        evidence=("第三方比价记录",),
        basis=(LAW,),
        fingerprint=fingerprint(found.rule_id, excerpt, "", found.nth),
        disguise=found.disguise,
        lowered=found.lowered,
        fix=found.fix,
    )


def excused(document: Document, phrase: str) -> Excused:
    """A match that a negation excused."""
    start, end = place(document.source, phrase)
    line, column = document.line_and_column(start)
    excuse = Excuse("negated", "否定句，不是宣称", "广告绝对化用语执法指南第五条")
    return Excused("absolute.best", "absolute-claim", start, end, phrase, line, column, Where(), excuse)


def report(
    text: str,
    findings: Sequence[Found] = (),
    *,
    name: str = "script.md",
    excuse: Sequence[str] = (),
    undecided: Sequence[Undecided] = (),
    parts: tuple[Part, ...] = (),
    kind: str = "text",
    not_checked: tuple[str, ...] = (),
) -> Report:
    """A report on ``text``."""
    document = Document(name=name, source=text, visible=text, parts=parts, kind=kind)
    violations = sorted((violation(document, f) for f in findings), key=lambda v: (v.start, -v.severity.rank))
    return Report(
        document=document,
        violations=tuple(violations),
        excused=tuple(excused(document, p) for p in excuse),
        undecided=tuple(undecided),
        industries=(IndustryChoice("cosmetics", False, ("面霜", "精华"), 6.0),),
        platforms=("douyin",),
        channel="public",
        as_of=DAY,
        packs=(PackVersion("absolute_terms", "绝对化用语", "2026.11.1", "0" * 64),),
        not_checked=not_checked,
    )


SAMPLE = report(
    "# 面霜上新\n\n😀 这款面霜全网最低价，三天见效，无效退款！\n我们不敢说最好。\n",
    [
        Found("全网最低价"),
        Found("最低价", "warning", "price.lowest", "price-promotion", fix="活动价"),
        Found("三天见效", "warning", "efficacy.days", "exaggerated-efficacy"),
        Found("无效退款", "info", "guarantee.refund", "guarantee"),
        Found("", "warning", "disclosure.ad-label", "missing-disclosure"),
    ],
    excuse=["最好"],
    not_checked=("图片",),
)
RUN = Run(reports=(SAMPLE, report("今天天气不错。\n", name="clean file.txt")))
