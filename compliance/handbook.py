"""Documents that come out of the rules: handbook, pre-publication checklist, changes of the law.

All three are written from the packs alone, as Markdown in Chinese, the language of the rules. They follow the
rules when those change; nothing in them is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from compliance.messages import name_of
from compliance.packs import Library, Pack
from compliance.rule import LegalBasis, MissingCondition, Rule, Severity

LANG = "zh"
NOT_A_CERTIFICATE = "本文由规则生成，提示风险与依据，不是法律意见，也不代表照做就合规。"


class Change(NamedTuple):
    """A provision that comes into force or goes out of it, and the rules that rest on it."""

    day: date
    starts: bool
    law: str
    article: str
    rules: tuple[Rule, ...]


def chosen(library: Library, industries: Sequence[str], platforms: Sequence[str]) -> tuple[Pack, ...]:
    """The packs that apply to these industries and platforms: the general ones first."""
    fitting = [
        pack
        for pack in library.packs
        if pack.general
        or any(i in pack.industries for i in industries)
        or any(p in pack.platforms for p in platforms)
    ]
    return tuple(sorted(fitting, key=lambda p: (not p.general, bool(p.platforms))))


def handbook(
    library: Library, industries: Sequence[str], platforms: Sequence[str], *, general: bool = True
) -> str:
    """What is forbidden, why, with examples, what to write instead, and what must be stated.

    ``general=False`` leaves out the packs that apply to everybody; they have a handbook of their own.
    """
    lines = [f"# {_title(industries, platforms)}合规手册", "", NOT_A_CERTIFICATE, ""]
    for pack in chosen(library, industries, platforms):
        rules = [
            r for r in library.rules_of(pack) if _applies(r, industries) and (general or not pack.general)
        ]
        if rules:
            lines += [f"## {pack.title}", "", f"规则包 `{pack.name}` {pack.version}", ""]
            for rule in rules:
                lines += _chapter(rule)
    return "\n".join(lines)


def checklist(library: Library, industries: Sequence[str], platforms: Sequence[str]) -> str:
    """What a team works through before it publishes, as a Markdown task list."""
    packs = chosen(library, industries, platforms)
    rules = [r for p in packs for r in library.rules_of(p) if _applies(r, industries)]
    duties = [r for r in rules if _statement(r)]
    lines = [f"# {_title(industries, platforms)}发布前检查清单", "", NOT_A_CERTIFICATE, ""]
    lines += ["## 一、必须写明", ""] + [_duty(rule) for rule in duties]
    lines += ["", "## 二、不能出现", ""]
    lines += [f"- [ ] {_without_mark(r.title)}（{_bases(r.basis)}）" for r in rules if _is_ban(r)]
    lines += ["", "## 三、有证据才能说", ""]
    for rule in rules:
        if rule.evidence and not _statement(rule):
            lines.append(f"- [ ] {rule.title}：已备好{'、'.join(rule.evidence)}")
    lines += ["", "## 四、机器看不到的", "", *_beyond_the_machine()]
    return "\n".join(lines) + "\n"


def changes(library: Library, since: date) -> tuple[Change, ...]:
    """What changed for users from ``since`` on: provisions that begin or end, also those announced."""
    found: dict[tuple[date, bool, str, str], list[Rule]] = {}
    for rule in library.rules():
        for basis in rule.basis:
            for day, starts in ((basis.since, True), (basis.until, False)):
                if day is not None and day >= since:
                    found.setdefault((day, starts, basis.title, basis.article), []).append(rule)
    ordered = sorted(found.items(), key=lambda item: (item[0][0], item[0][2], item[0][3]))
    return tuple(Change(*key, tuple(rules)) for key, rules in ordered)


def changes_page(library: Library, since: date, today: date) -> str:
    """The changes as a Markdown table."""
    lines = [
        f"# {since.isoformat()} 以来的法规变化",
        "",
        "| 日期 | 法规 | 状态 | 涉及的规则 |",
        "|---|---|---|---|",
    ]
    for change in changes(library, since):
        if change.starts:
            state = "已施行" if change.day <= today else "将施行（到期前只提示）"
        else:
            state = "已废止" if change.day <= today else "将废止"
        rules = "、".join(f"`{r.id}`" for r in change.rules)
        lines.append(f"| {change.day.isoformat()} | 《{change.law}》{change.article} | {state} | {rules} |")
    if len(lines) == 4:
        lines.append("| – | 没有变化 | – | – |")
    return "\n".join(lines) + "\n"


def html_page(markdown: str, title: str) -> str:
    """A Markdown page as one self-contained HTML file that prints well."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark").enable("table").render(markdown.replace("- [ ] ", "- ☐ "))
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><main>{body}</main></body></html>\n"
    )


_STYLE = (
    "body{font:16px/1.7 system-ui,'Noto Sans CJK SC',sans-serif;color:#1c2430;margin:0;background:#fff}"
    "main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem}"
    "h1{font-size:1.7rem}h2{margin-top:2.5rem;border-bottom:2px solid #e3e8ef}h3{margin-top:1.6rem}"
    "code{background:#f3f5f8;padding:.1em .3em;border-radius:.25em;font-size:.9em}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #d5dbe3;padding:.35em .6em}"
    "th{text-align:left}"
    "li{margin:.2em 0}@media print{main{max-width:none;padding:0}h3{break-after:avoid}}"
)


def _title(industries: Sequence[str], platforms: Sequence[str]) -> str:
    names = [name_of(LANG, "industry", key) for key in industries]
    names += [name_of(LANG, "platform", key) for key in platforms]
    return "·".join(names) or "通用"


def _applies(rule: Rule, industries: Sequence[str]) -> bool:
    levels = [
        rule.by_industry[i]
        for i in (*industries, *(() if industries else ("general",)))
        if i in rule.by_industry
    ]
    return not rule.switched_off and (not levels or any(level != "off" for level in levels))


def _chapter(rule: Rule) -> list[str]:
    severity = name_of(LANG, "severity", rule.severity)
    category = name_of(LANG, "category", rule.category)
    lines = [f"### {rule.title}", "", f"`{rule.id}` · {severity} · {category}", ""]
    if rule.why:
        lines += [rule.why, ""]
    lines += [f"- **依据**：{_bases(rule.basis)}"]
    penalty = next((b.penalty for b in rule.basis if b.penalty), "")
    lines += [f"- **罚则**：{penalty}"] if penalty else []
    statement = _statement(rule)
    if statement:
        lines.append(f"- **要写明**：{statement}")
    lines += _bullets("会被指出", (_marked(e.text, e.start, e.end) for e in rule.examples.flag[:3]))
    lines += _bullets("没有问题", (e.text for e in rule.examples.passing[:3]))
    lines += _bullets("可以改写成", (s.write for s in rule.suggestions))
    lines += _bullets("要有的证明", rule.evidence)
    return [*lines, ""]


def _bullets(label: str, texts: Iterable[str]) -> list[str]:
    written = [f"  - {text}" for text in texts]
    return [f"- **{label}**", *written] if written else []


def _marked(text: str, start: int, end: int) -> str:
    flat = text.replace("\n", " ")
    return f"{flat[:start]}**{flat[start:end]}**{flat[end:]}" if start >= 0 else flat


def _bases(bases: Sequence[LegalBasis]) -> str:
    return "；".join(dict.fromkeys(str(b) for b in bases))


def _statement(rule: Rule) -> str:
    return next((c.statement.name for c in rule.conditions if isinstance(c, MissingCondition)), "")


def _duty(rule: Rule) -> str:
    condition = next(c for c in rule.conditions if isinstance(c, MissingCondition))
    wording = f"：“{condition.statement.exact[0]}”" if condition.statement.exact else ""
    when = "" if condition.always else "（出现相应内容时）"
    return f"- [ ] {condition.statement.name}{wording}{when}（{_bases(rule.basis)}）"


def _is_ban(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR and not _statement(rule)


def _without_mark(text: str) -> str:
    return text.rstrip("。")


def _beyond_the_machine() -> list[str]:
    return [
        "- [ ] 画面、图片、商品实物与文案一致，没有画面里才出现的违规内容",
        "- [ ] 必须写明的内容清楚、显著，字号、时长、语速够人看清听清",
        "- [ ] 引用的数据、证书、授权原件已归档，能在被问到时拿出来",
        "- [ ] 落地页、评论区、私信自动回复与本稿说法一致",
    ]
