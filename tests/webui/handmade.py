"""Reports made by hand, to test what is drawn from them apart from what the rules find."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from compliance.report import (
    Disguise,
    Excuse,
    Excused,
    IndustryChoice,
    PackVersion,
    Report,
    Undecided,
    Violation,
    Where,
)
from compliance.rule import LegalBasis, Severity
from compliance.text import Document

DAY = date(2026, 1, 31)
ADVERTISING_LAW = LegalBasis(
    law="广告法",
    article="第九条第三项",
    title="中华人民共和国广告法",
    number="2021 年修正",
    since=date(2015, 9, 1),
    penalty="第五十七条：广告主处 20 万—100 万元罚款",
)


def violation(
    document: Document, start: int, end: int, severity: Severity = Severity.ERROR, **changes: object
) -> Violation:
    """A finding at ``document.source[start:end]``."""
    line, column = document.line_and_column(start)
    fields: dict[str, object] = {
        "rule_id": "absolute.national-level",
        "pack": "absolute_terms",
        "category": "absolute-claim",
        "severity": severity,
        "start": start,
        "end": end,
        "excerpt": document.source[start:end],
        "line": line,
        "column": column,
        "where": Where(),
        "title": "以“国家级”形容商品或服务",
        "message": f"“{document.source[start:end]}”属于绝对化用语。",
        "why": "广告法点名的三个词之一，含义相同的词同样对待。",
        "suggestions": ("写明可核验的事实，例如认证名称、证书编号与日期",),
        "evidence": ("认定文件或证书编号",),
        "basis": (ADVERTISING_LAW,),
        "fingerprint": f"{start:08x}{end:08x}",
    }
    return Violation(**{**fields, **changes})  # type: ignore[arg-type]


def report(document: Document, violations: Sequence[Violation] = (), **changes: object) -> Report:
    """A report with these findings and nothing else."""
    fields: dict[str, object] = {
        "document": document,
        "violations": tuple(violations),
        "excused": (),
        "undecided": (),
        "industries": (),
        "platforms": (),
        "channel": "public",
        "as_of": DAY,
        "packs": (PackVersion("absolute_terms", "绝对化用语", "2026.11.1", "ab" * 32),),
        "not_checked": (),
    }
    return Report(**{**fields, **changes})  # type: ignore[arg-type]


def rich_report(text: str = "国家级实验室研发，全网最*低*价。\n我们不敢说是最好的。") -> Report:
    """A report that has one of everything the page can show."""
    document = Document.plain(text, "夜场话术.txt")
    hidden = text.index("全网")
    found = [
        violation(document, 0, 3),
        violation(document, 0, 6, Severity.INFO, category="state-authority", title="借国家机构背书"),
        violation(
            document,
            hidden,
            hidden + 7,
            Severity.WARNING,
            category="price-promotion",
            title="全网最低价",
            disguise=Disguise("全网最*低*价", "全网最低价", ("inserted-symbol",)),
            lowered=Excuse("time_place_order", "写明了时间与范围", "广告绝对化用语执法指南第五条"),
            also=("price.lowest",),
            fires_from=date(2026, 3, 1),
        ),
        violation(
            document,
            len(text),
            len(text),
            category="missing-disclosure",
            title="缺少“广告”标明",
            message="缺少“广告”字样。",
            suggestions=("广告",),
        ),
    ]
    at = text.index("最好")
    where = document.line_and_column(at)
    excuse = Excuse("negated", "否定句，不是宣称", "广告绝对化用语执法指南第五条第二项")
    return report(
        document,
        found,
        excused=(Excused("absolute.best", "absolute-claim", at, at + 2, "最好", *where, Where(), excuse),),
        undecided=(Undecided("efficacy.slow", "超过时限"),),
        industries=(IndustryChoice("cosmetics", False, ("精华", "面霜"), 6.0), IndustryChoice("food", True)),
        platforms=("douyin",),
        not_checked=("2 张图片",),
        commercial=False,
    )
