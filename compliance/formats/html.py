"""A self-contained page: every text with its findings marked, a list beside it, good to print and to send.

No script, nothing loaded from elsewhere; the page forbids both to itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TextIO

from compliance.formats.shared import overview, wording
from compliance.formats.shared.html_style import CSS
from compliance.formats.shared.layers import cut
from compliance.formats.shared.paths import relative
from compliance.formats.shared.view import View
from compliance.formats.shared.width import visible
from compliance.messages import say
from compliance.report import Report, Run, Violation
from compliance.text import Span

WHOLE_TEXT = 100_000  # code points; a longer text shows only the lines with findings
LINE_SHOWN = 2_000  # code points of one line kept on either side of its findings


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write the page."""
    stream.write(_head(view.lang))
    stream.write(_summary(run, view))
    for number, report in enumerate(run.reports, 1):
        for part in _file(view.lang, report, f"f{number}"):
            stream.write(part)
    stream.write(f'<footer><p class="notice">{_text(say(view.lang, "summary.notice"))}</p></footer>\n')
    stream.write("</main></body></html>\n")


def _text(text: str) -> str:
    """Text as HTML, hidden and lone characters made visible."""
    return escape("".join(c if c == "\t" else visible(c) for c in text), quote=True)


def _head(lang: str) -> str:
    title = _text(say(lang, "html.title"))
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{"en" if lang == "en" else "zh-CN"}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{CSS}</style></head>\n<body><main><h1>{title}</h1>\n"
    )


def _summary(run: Run, view: View) -> str:
    lang = view.lang
    counts, files = overview.headline(lang, run), overview.files_line(lang, run)
    rows = [f"<p><strong>{_text(counts)}</strong> · {_text(files)}</p>"]
    rows.append('<dl class="applied">')
    for key, text in overview.summary_rows(lang, run, view.not_read):
        rows.append(f"<dt>{_text(say(lang, 'summary.' + key))}</dt><dd>{_text(text)}</dd>")
    rows.append("</dl>")
    for failure in run.failures:
        line = say(lang, "failure.line", path=relative(failure.path), problem=failure.problem)
        rows.append(f'<p class="failure">{_text(line)}</p>')
    return "\n".join(["<section>", *rows, "</section>\n"])


def _file(lang: str, report: Report, anchor: str) -> Iterator[str]:
    heading = say(lang, "html.findings", count=len(report.violations))
    yield f'<section class="file"><h2>{_text(relative(report.name))}</h2><p>{_text(heading)}</p>\n'
    if len(report.document.source) > WHOLE_TEXT:
        yield f"<p>{_text(say(lang, 'html.partly'))}</p>\n"
    yield '<div class="sides"><ol class="script">\n'
    yield from _lines(lang, report, anchor)
    yield '</ol>\n<ol class="findings">\n'
    for number, violation in enumerate(report.violations, 1):
        yield _finding(lang, report, violation, f"{anchor}-{number}", number)
    yield "</ol></div>\n"
    yield _excused(lang, report)
    yield "</section>\n"


def _lines(lang: str, report: Report, anchor: str) -> Iterator[str]:
    """Each line as a list item; the findings that touch it are cut at their edges."""
    document = report.document
    touching = _by_line(report)
    whole = len(document.source) <= WHOLE_TEXT
    for line in range(1, len(document.lines.starts) + 1):
        found = touching.get(line, ())
        if whole or found:
            yield f'<li value="{line}">{_marked(lang, report, line, found, anchor)}</li>\n'


def _by_line(report: Report) -> dict[int, list[int]]:
    touching: dict[int, list[int]] = {}
    for number, v in enumerate(report.violations):
        last, _ = report.document.line_and_column(max(v.start, v.end - 1))
        for line in range(v.line, last + 1):
            touching.setdefault(line, []).append(number)
    return touching


def _marked(lang: str, report: Report, line: int, found: Sequence[int], anchor: str) -> str:
    span = report.document.lines.line_span(line)
    spans = [_clipped(report.violations[n], span) for n in found]
    first = min((s.start for s in spans), default=span.start)
    last = max((s.end for s in spans), default=span.start)
    start, end = max(span.start, first - LINE_SHOWN), min(span.end, last + LINE_SHOWN)
    pieces = ["…"] if start > span.start else []
    for stretch in cut(spans, start, end):
        numbers = [found[i] for i in stretch.covers]
        pieces.append(_piece(lang, report, stretch.start, stretch.end, numbers, anchor))
    return "".join(pieces) + ("…" if end < span.end else "")


def _clipped(violation: Violation, span: Span) -> Span:
    return Span(max(violation.start, span.start), max(span.start, min(violation.end, span.end)))


def _piece(lang: str, report: Report, start: int, end: int, numbers: Sequence[int], anchor: str) -> str:
    text = _text(report.document.source[start:end])
    if not numbers:
        return text
    found = [(n, report.violations[n]) for n in numbers]
    loudest = max((v for _, v in found), key=lambda v: v.severity.rank)
    links = "".join(
        f'<a id="{anchor}-{n + 1}-text" href="#{anchor}-{n + 1}">{n + 1}</a>'
        for n, v in found
        if v.start == start
    )
    inside = text or f"[{_text(say(lang, 'html.missing'))}]"
    return f'<mark class="{loudest.severity.value}">{inside}</mark>' + (
        f"<sup>{links}</sup>" if links else ""
    )


def _finding(lang: str, report: Report, v: Violation, anchor: str, number: int) -> str:
    word = wording.severity_word(lang, v)
    place = f"{v.line}:{v.column}" + (f" · {v.where}" if v.where.label else "")
    rows = "".join(
        f"<dt>{_text(say(lang, 'label.' + key))}</dt><dd>{_text(text)}</dd>"
        for key, text in wording.details(lang, report, v)
    )
    back = f'<a href="#{anchor}-text" title="{_text(say(lang, "html.back"))}">{_text(place)}</a>'
    excerpt = f"<blockquote>{_text(v.excerpt)}</blockquote>" if v.excerpt else ""
    return (
        f'<li id="{anchor}" class="{v.severity.value}"><h3>{number} <span class="badge">{_text(word)}</span> '
        f"{_text(v.title)}</h3><p>{back} · <code>{_text(v.rule_id)}</code></p>{excerpt}"
        f"<p>{_text(v.message)}</p><dl>{rows}</dl></li>\n"
    )


def _excused(lang: str, report: Report) -> str:
    if not report.excused:
        return ""
    rows = "".join(
        f"<li>{e.line}:{e.column} <q>{_text(e.excerpt)}</q> <code>{_text(e.rule_id)}</code> "
        f"{_text(wording.excuse_line(e.excuse.reason, e.excuse.basis))}</li>"
        for e in report.excused
    )
    title = _text(say(lang, "excused.title", count=len(report.excused)))
    return f"<details><summary>{title}</summary><ul>{rows}</ul></details>\n"
