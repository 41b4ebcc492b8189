"""Comments in a script by which people accept a finding: which rule, why, until when, on what evidence.

    <!-- yushen: ignore absolute.lowest-price 理由：比价报告已存档 until=2026-12-31 evidence=BJ-0042 -->

A comment without a reason, or for a rule that does not exist, is an error and accepts nothing. One that is
out of date or accepts nothing is reported. An accepted finding stays in the report, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from compliance.errors import did_you_mean
from compliance.report import Notice, Report, Suppressed, Violation
from compliance.text import Document, Span

SIGN: Final = "yushen"
VERBS: Final = ("ignore", "ignore-next", "ignore-start", "ignore-end", "ignore-file")
LONGEST: Final = 2000  # code points of one comment; a longer one is a passage somebody commented out

_BOL: Final = r"(?:\A|(?<=[\r\n]))"
_IN_MARKUP: Final = rf"<!--\s*({SIGN}\b.{{0,{LONGEST}}}?)-->"
_LINE: Final = rf"{_BOL}[ \t]*(?:#|//)[ \t]*({SIGN}\b[^\r\n]*)"
_NOTE: Final = rf"{_BOL}NOTE[ \t]+({SIGN}\b[^\r\n]*)"
_SEMICOLON: Final = rf"{_BOL}[ \t]*;[ \t]*({SIGN}\b[^\r\n]*)"
_BRACKETS: Final = rf"\[\[\s*({SIGN}\b.{{0,{LONGEST}}}?)\]\]"
STYLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "markdown": _IN_MARKUP,
        "html": _IN_MARKUP,
        "text": _LINE,
        "csv": _LINE,
        "lrc": _LINE,
        "srt": _NOTE,
        "vtt": _NOTE,
        "ass": _SEMICOLON,
        "screenplay": _BRACKETS,
    }
)
"""Kind of document -> how a comment looks there, as a pattern; Word, workbooks, PDF and JSON have none."""

_WHOLE_PARTS: Final = frozenset({"srt", "vtt", "ass", "screenplay", "csv"})
_FENCE: Final = r"[ \t>]*(`{3,}|~{3,})"
_RULE_ID: Final = r"[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*"
_HEAD: Final = rf"{SIGN}\s*[:：]\s*([A-Za-z-]+)\s*((?:{_RULE_ID}(?:\s*[,，、]\s*)?)*)(.*)"
_KEYS: Final = MappingProxyType(
    {
        "理由": "reason",
        "reason": "reason",
        "until": "until",
        "有效期至": "until",
        "evidence": "evidence",
        "证明": "evidence",
    }
)
_KEY: Final = rf"(?:(?<=\s)|^)({'|'.join(_KEYS)})\s*[=:：]"
_EXAMPLE: Final = "yushen: ignore 规则编号 理由：为什么可以"


class Problem(NamedTuple):
    """A comment that cannot be used, and what to do about it."""

    line: int
    column: int
    text: str


class Comment(NamedTuple):
    """One comment of ours; ``span`` is its place in the source, ``problem`` what is wrong with it or ""."""

    span: Span
    line: int
    column: int
    verb: str = ""
    rules: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    evidence: str = ""
    problem: str = ""


class Outcome(NamedTuple):
    """A report with accepted findings set aside, and the comments that could not be used."""

    report: Report
    problems: tuple[Problem, ...] = ()


class _Cover(NamedTuple):
    """The stretch of the source a comment speaks for."""

    comment: Comment
    span: Span


def comments_in(document: Document) -> tuple[Comment, ...]:
    """The comments of ours in a document, in order; usable or not."""
    style = STYLES.get(document.kind)
    if style is None or SIGN not in document.source.casefold():
        return ()
    fenced = _fenced(document) if document.kind == "markdown" else ()
    found = []
    for match in re.finditer(style, document.source, re.DOTALL | re.IGNORECASE):  # compiled when needed
        span = Span(match.start(), match.end())
        if style is _IN_MARKUP and document.excerpt(*span).strip():
            continue  # readers see it, so it is an example of a comment, not a comment
        if not any(f.start <= span.start < f.end for f in fenced):
            found.append(_read(match[1], span, document))
    return tuple(found)


def without_comments(document: Document, comments: Sequence[Comment]) -> Document:
    """The document with our comments blanked where readers would see them, so that no rule reads a reason.

    Every position stays as it was.
    """
    origin = range(len(document.visible)) if document.origin is None else document.origin
    hidden = {
        at
        for c in comments
        for at in range(document.visible_at(c.span.start), document.visible_at(c.span.end))
    }
    if not hidden:
        return document
    visible = "".join(
        " " if at in hidden and letter not in "\r\n" else letter for at, letter in enumerate(document.visible)
    )
    return document.with_changes(visible=visible, origin=origin)


def suppress(report: Report, comments: Sequence[Comment], known: Callable[[], frozenset[str]]) -> Outcome:
    """Set aside the findings that comments accept.

    Args:
        report: of the document that ``without_comments`` gave.
        comments: those of the same document.
        known: the ids of all rules; asked only if there are comments.
    """
    if not comments:
        return Outcome(report)
    ids = known()
    checked = [c if c.problem else c._replace(problem=_unknown(c, ids)) for c in comments]
    covers, unpaired = _covers(checked, report.document)
    problems = [Problem(c.line, c.column, c.problem) for c in checked if c.problem]
    problems += [Problem(c.line, c.column, text) for c, text in unpaired]
    today = report.as_of
    valid = [c for c in covers if c.comment.until is None or c.comment.until >= today]
    kept, aside, used = _sorted_out(report, valid)
    notices = [*_expired(covers, today), *_stale(valid, used, kept)]
    changed = report._replace(
        violations=tuple(kept),
        suppressed=(*report.suppressed, *aside),
        notices=(*report.notices, *sorted(notices)),
    )
    return Outcome(changed, tuple(sorted(problems)))


def _sorted_out(
    report: Report, covers: Sequence[_Cover]
) -> tuple[list[Violation], list[Suppressed], set[tuple[Comment, str]]]:
    """The findings that stay, those set aside, and which comments were used for which rule."""
    kept, aside, used = [], [], set()
    for violation in report.violations:
        fitting = [c.comment for c in covers if _accepts(c, violation)]
        used |= {(comment, violation.rule_id) for comment in fitting}
        if fitting:
            c = fitting[-1]  # the nearest one before it says most about it
            aside.append(Suppressed(violation, "comment", c.reason, c.until, c.evidence, c.line))
        else:
            kept.append(violation)
    return kept, aside, used


def _accepts(cover: _Cover, violation: Violation) -> bool:
    start, end = violation.start, max(violation.end, violation.start + 1)
    inside = start < cover.span.end + (violation.start == violation.end) and end > cover.span.start
    return inside and violation.rule_id in cover.comment.rules


# -- reading one comment -----------------------------------------------------------------------------------


def _read(words: str, span: Span, document: Document) -> Comment:
    line, column = document.line_and_column(span.start)
    empty = Comment(span, line, column)
    head = re.fullmatch(_HEAD, words.strip(), re.DOTALL | re.IGNORECASE)
    if head is None:
        return empty._replace(problem=f"看不懂的注释；写成 “{_EXAMPLE}”（cannot be understood）")
    verb = head[1].lower()
    if verb not in VERBS:
        hint = did_you_mean(verb, list(VERBS))
        problem = f"没有 “{head[1]}” 这种写法{hint}；可用：{'、'.join(VERBS)}（unknown directive）"
        return empty._replace(problem=problem)
    rules = tuple(dict.fromkeys(re.findall(_RULE_ID, head[2])))
    comment = empty._replace(verb=verb, rules=rules)
    if verb == "ignore-end":
        return comment
    if not rules:
        return comment._replace(problem=f"没有写规则编号；写成 “{_EXAMPLE}”（no rule id）")
    return _with_options(comment, head[3])


def _with_options(comment: Comment, words: str) -> Comment:
    """The comment with reason, last day and evidence."""
    keys = list(re.finditer(_KEY, words, re.IGNORECASE))
    loose = words[: keys[0].start()] if keys else words
    if loose.strip(" \t\r\n-—"):
        problem = f"“{loose.strip()}”看不懂；理由要写成 “理由：……”（write 理由：… or reason=…）"
        return comment._replace(problem=problem)
    ends = [*(k.start() for k in keys), len(words)][1:]
    values = {_KEYS[k[1].lower()]: words[k.end() : end].strip() for k, end in zip(keys, ends, strict=True)}
    comment = comment._replace(reason=values.get("reason", ""), evidence=values.get("evidence", ""))
    if not any(letter.isalnum() for letter in comment.reason):
        return comment._replace(problem=f"没有写理由；写成 “{_EXAMPLE}”（a reason is required）")
    if "until" not in values:
        return comment
    try:
        return comment._replace(until=date.fromisoformat(values["until"]))
    except ValueError:
        problem = f"日期 “{values['until']}” 不对；写成 until=2026-12-31（not a date）"
        return comment._replace(problem=problem)


def _unknown(comment: Comment, known: frozenset[str]) -> str:
    """What is wrong with the ids of a comment, or ""."""
    for rule in comment.rules:
        if rule not in known:
            hint = did_you_mean(rule, sorted(known))
            return f"没有这条规则（no such rule）“{rule}”{hint}"
    return ""


# -- what a comment speaks for -----------------------------------------------------------------------------


def _covers(
    comments: Sequence[Comment], document: Document
) -> tuple[list[_Cover], list[tuple[Comment, str]]]:
    """The stretches of all usable comments, and the starts and ends that have no partner."""
    covers: list[_Cover] = []
    open_: list[Comment] = []
    unpaired: list[tuple[Comment, str]] = []
    for comment in (c for c in comments if not c.problem):
        if comment.verb == "ignore-start":
            open_.append(comment)
        elif comment.verb == "ignore-end":
            start = _partner(open_, comment)
            if start is None:
                unpaired.append((comment, "前面没有对应的 ignore-start（no matching ignore-start）"))
            else:
                open_.remove(start)
                covers.append(_Cover(start, Span(start.span.end, comment.span.start)))
        else:
            covers.append(_Cover(comment, _reach(comment, comments, document)))
    missing_end = "没有结束；在该结束的地方写 “yushen: ignore-end”（never ends）"
    unpaired += [(comment, missing_end) for comment in open_]
    return sorted(covers, key=lambda c: c.comment.span), unpaired


def _partner(open_: Sequence[Comment], end: Comment) -> Comment | None:
    """The last open start with the same rules; an end without rules closes the last one."""
    fitting = (c for c in reversed(open_) if not end.rules or set(end.rules) == set(c.rules))
    return next(fitting, None)


def _reach(comment: Comment, comments: Sequence[Comment], document: Document) -> Span:
    """The file, the own line, or the next line of text (where a comment stands alone or says so)."""
    if comment.verb == "ignore-file":
        return Span(0, len(document.source) + 1)
    if comment.verb == "ignore" and not _stands_alone(comment, comments, document):
        last, _ = document.line_and_column(comment.span.end)
        return Span(document.lines.line_span(comment.line).start, document.lines.line_span(last).end)
    return _next_text(comment, document)


def _stands_alone(comment: Comment, comments: Sequence[Comment], document: Document) -> bool:
    """Whether nothing but comments of ours stands on the lines of the comment."""
    first = document.lines.line_span(comment.line).start
    last = document.lines.line_span(document.line_and_column(comment.span.end)[0]).end
    rest = list(document.source[first:last])
    for other in comments:
        for at in range(max(other.span.start, first), min(other.span.end, last)):
            rest[at - first] = " "
    return not "".join(rest).strip(" \t>")


def _next_text(comment: Comment, document: Document) -> Span:
    """The next line on which readers see something; in subtitles and tables all of that cue or cell row."""
    at = document.visible_at(comment.span.end)
    while at < len(document.visible) and document.visible[at].isspace():
        at += 1
    if at >= len(document.visible):
        return Span(len(document.source), len(document.source) + 1)
    span = document.source_span(at, at + 1)
    lines = document.lines.line_span(document.line_and_column(span.start)[0])
    part = document.part_at(at + 1)
    if part is None or document.kind not in _WHOLE_PARTS:
        return lines
    whole = document.source_span(part.start, part.end)
    return Span(min(lines.start, whole.start), max(lines.end, whole.end))


def _fenced(document: Document) -> tuple[Span, ...]:
    """Fenced code: comments in there are examples."""
    fence = re.compile(_FENCE)
    spans: list[Span] = []
    opened: tuple[str, int] | None = None
    for number in range(1, len(document.lines.starts) + 1):
        line = document.lines.line_span(number)
        mark = fence.match(document.source, line.start, line.end)
        if mark is None:
            continue
        if opened is None:
            opened = (mark[1], line.start)
        elif mark[1].startswith(opened[0]):
            spans.append(Span(opened[1], line.end))
            opened = None
    if opened is not None:
        spans.append(Span(opened[1], len(document.source)))
    return tuple(spans)


# -- what is out of date -----------------------------------------------------------------------------------


def _expired(covers: Sequence[_Cover], today: date) -> Iterator[Notice]:
    for comment, _ in covers:
        if comment.until is not None and comment.until < today:
            rules, day = "、".join(comment.rules), comment.until.isoformat()
            text = f"忽略 {rules} 的注释已于 {day} 到期，不再生效；请重新核实证明，或删掉注释（expired）"
            yield Notice(comment.line, text)


def _stale(
    covers: Sequence[_Cover], used: set[tuple[Comment, str]], kept: Sequence[Violation]
) -> Iterator[Notice]:
    """Comments that accept nothing: the text was changed, or the comment stands in the wrong place."""
    reported = {v.rule_id: v.line for v in reversed(kept)}
    for comment, _ in covers:
        for rule in comment.rules:
            if (comment, rule) in used:
                continue
            text = f"这里没有 {rule} 的发现，注释多余，可以删掉（stale）"
            if rule in reported:
                elsewhere = f"它在第 {reported[rule]} 行；请移动注释，或用 ignore-file（stale）"
                text = f"这里没有 {rule} 的发现，{elsewhere}"
            yield Notice(comment.line, text)
