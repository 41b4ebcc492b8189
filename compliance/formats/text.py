"""For people at a terminal: every finding with its line, the phrase marked, why, law and rewrite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from compliance.formats.shared import overview, wording
from compliance.formats.shared.marking import Mark, MarkedLine, fits, mark_line
from compliance.formats.shared.paint import Paint
from compliance.formats.shared.paths import relative
from compliance.formats.shared.view import View
from compliance.formats.shared.width import clean, pad, width, wrap
from compliance.messages import say
from compliance.report import Excused, Report, Run, Violation

SIGNS = {"error": "^", "warning": "~", "info": "-"}
STYLE_OF_SIGN = {"^": "error", "~": "warning", "-": "info"}
PIPED_WIDTH = 100  # cells of an excerpt where there is no terminal to ask
NARROWEST = 40  # below this wrapping makes text harder to read, not easier
WIDEST = 120  # longer lines are hard to follow
ONCE = frozenset({"why", "penalty", "evidence"})
"""Said once a file: the same sentence below every finding would bury the findings."""


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write findings grouped by line, then what was applied and what was not."""
    page = _Page(view)
    for report in run.reports:
        for line in page.report(report):
            stream.write(line + "\n")
    if not view.quiet:
        for line in page.summary(run):
            stream.write(line + "\n")


class _Page:
    """Turns reports into lines for one view."""

    def __init__(self, view: View) -> None:
        self.view, self.lang, self.paint = view, view.lang, Paint(view.color)
        cells = min(max(view.width or PIPED_WIDTH, NARROWEST), WIDEST)
        self.cells = cells
        self.prose: int | None = cells if view.width else None

    def report(self, report: Report) -> Iterator[str]:
        """The lines of one file."""
        said: set[tuple[str, str]] = set()
        for group in _groups(report, self.cells):
            yield from self._group(report, group, said)
            yield ""
        if self.view.show_excused and report.excused:
            yield from self._excused(report)
            yield ""

    def _group(self, report: Report, group: Sequence[Violation], said: set[tuple[str, str]]) -> Iterator[str]:
        first = group[0]
        yield self._place(report, first.line, first.column, str(first.where))
        if report.document.lines.line_text(first.line).strip():
            yield from self._marked(report, group)
        for number, violation in enumerate(group, 1):
            label = str(number) if len(group) > 1 else ""
            rows = [r for r in self._details(report, violation) if r not in said]
            said.update(r for r in rows if r[0] in ONCE)
            yield from self._finding(violation, label, rows)

    def _place(self, report: Report, line: int, column: int, where: str) -> str:
        place = self.paint("bold", f"{clean(relative(report.name))}:{line}:{column}")
        return place + (self.paint("dim", f" · {clean(where)}") if where else "")

    def _marked(self, report: Report, group: Sequence[Violation]) -> Iterator[str]:
        gutter = f"{group[0].line:>5} │ "
        blank = " " * 5 + " │ "
        shown = _mark(report, group, self.cells - width(gutter))
        line = "".join(self._piece(p.text, p.sign) for p in shown.pieces)
        yield self.paint("dim", gutter) + line
        for row in shown.rows:
            yield self.paint("dim", blank) + self._marks(row)

    def _piece(self, text: str, sign: str) -> str:
        return self.paint("under-" + STYLE_OF_SIGN[sign], text) if sign else text

    def _marks(self, row: str) -> str:
        painted = []
        style = ""
        for sign, chars in groupby(row, lambda c: c if c in STYLE_OF_SIGN else " " if c == " " else "#"):
            text = "".join(chars)
            style = STYLE_OF_SIGN.get(sign, "bold")
            painted.append(text if sign == " " else self.paint(style, text))
        return "".join(painted)

    def _finding(self, v: Violation, label: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
        number = f"{label} " if label else ""
        word = wording.severity_word(self.lang, v)
        head = self.paint("bold", number) + self.paint(v.severity.value, word)
        place = self.paint("dim", f" {v.line}:{v.column}") if label not in ("", "1") else ""
        title, rule = clean(v.title), self.paint("dim", f"[{v.rule_id}]")
        yield f"  {head}{place} {self.paint('bold', title)} {rule}"
        indent = " " * (2 + width(number))
        yield from self._wrapped(clean(v.message), indent)
        yield from self._rows("label", rows, indent)

    def _details(self, report: Report, v: Violation) -> list[tuple[str, str]]:
        rows = wording.details(self.lang, report, v)
        end_line, end_column = report.document.line_and_column(v.end)
        if end_line != v.line:
            text = say(self.lang, "multiline", excerpt=v.excerpt, line=end_line, column=end_column)
            rows.insert(0, ("excerpt", text))
        return rows

    def _rows(self, prefix: str, rows: Sequence[tuple[str, str]], indent: str) -> Iterator[str]:
        """Label and text; a label said once stands for the rows that follow under the same."""
        cells = max(
            (width(say(self.lang, f"{prefix}.{key}")) for key, _ in rows if key != "penalty"), default=0
        )
        before = ""
        for key, text in rows:
            if key == "penalty":
                yield from self._penalty(text, indent + " " * (cells + 4))
                continue
            label = "" if key == before else say(self.lang, f"{prefix}.{key}")
            head = indent + self.paint("dim", pad(label, cells)) + "  "
            lines = wrap(clean(text), self._room(indent, cells + 2))
            yield head + lines[0]
            yield from (indent + " " * (cells + 2) + line for line in lines[1:])
            before = key

    def _penalty(self, text: str, indent: str) -> Iterator[str]:
        """Below the provision it belongs to, a little to the right."""
        head = say(self.lang, "label.penalty") + " "
        lines = wrap(clean(text), self._room(indent, width(head)))
        yield indent + self.paint("dim", head) + lines[0]
        yield from (indent + " " * width(head) + line for line in lines[1:])

    def _wrapped(self, text: str, indent: str) -> Iterator[str]:
        for line in wrap(text, self._room(indent, 0)):
            yield indent + line

    def _room(self, indent: str, taken: int) -> int | None:
        return self.prose - width(indent) - taken if self.prose else None

    def _excused(self, report: Report) -> Iterator[str]:
        yield self.paint("bold", say(self.lang, "excused.heading"))
        for excused in report.excused:
            yield "  " + self._place(report, excused.line, excused.column, str(excused.where))
            yield from self._excused_lines(excused)

    def _excused_lines(self, excused: Excused) -> Iterator[str]:
        rule = self.paint("dim", f"[{excused.rule_id}]")
        yield f"    {clean(excused.excerpt)} {rule}"
        yield from self._wrapped(
            clean(wording.excuse_line(excused.excuse.reason, excused.excuse.basis)), "    "
        )

    def summary(self, run: Run) -> Iterator[str]:
        """What was found in all, what was applied, what was not."""
        yield self.paint("dim", "─" * min(self.cells, 60))
        counts = overview.headline(self.lang, run)
        quiet = "good" if overview.complete(run) else "error"
        style = next((k for k, n in overview.by_severity(run).items() if n), quiet)
        yield self.paint(style, counts) + f" · {overview.files_line(self.lang, run)}"
        yield from self._rows("summary", overview.summary_rows(self.lang, run, self.view.not_read), "  ")
        excused = overview.excused_count(run)
        if excused and not self.view.show_excused:
            yield from self._wrapped(say(self.lang, "summary.excused", count=excused), "  ")
        yield from self._wrapped(say(self.lang, "summary.notice"), "  ")


def _groups(report: Report, cells: int) -> Iterator[list[Violation]]:
    """Findings that start on the same line, as many together as one shown stretch of it can hold."""
    for line, on_line in groupby(report.violations, key=lambda v: v.line):
        text = report.document.lines.line_text(line)
        group: list[Violation] = []
        for violation in on_line:
            if group and not fits(text, group[0].column - 1, _end_in_line(violation, text), cells - 10):
                yield group
                group = []
            group.append(violation)
        yield group


def _end_in_line(violation: Violation, text: str) -> int:
    return min(violation.column - 1 + violation.end - violation.start, len(text))


def _mark(report: Report, group: Sequence[Violation], cells: int) -> MarkedLine:
    text = report.document.lines.line_text(group[0].line)
    marks = []
    for number, v in enumerate(group, 1):
        start = min(v.column - 1, len(text))
        end = max(start, _end_in_line(v, text))
        marks.append(Mark(start, end, SIGNS[v.severity.value], str(number) if len(group) > 1 else ""))
    return mark_line(text, marks, cells)
