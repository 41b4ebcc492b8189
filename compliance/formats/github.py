"""GitHub Actions: workflow commands that annotate lines, and a job summary, for few annotations are shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from compliance.errors import ConfigError
from compliance.formats.shared import overview, wording
from compliance.formats.shared.escapes import one_line
from compliance.formats.shared.paths import relative
from compliance.formats.shared.view import View
from compliance.messages import say
from compliance.report import Report, Run, Violation

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
SUMMARY_ROWS = 500  # a job summary may hold 1 MiB; a row takes some hundred bytes


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write one command a finding; append the summary to ``view.step_summary`` if there is one."""
    for report, violation in overview.findings(run):
        stream.write(_command(view.lang, report, violation) + "\n")
    for line in _troubles(run):
        stream.write(line + "\n")
    if view.step_summary:
        _append(view.step_summary, summary(run, view))


def _command(lang: str, report: Report, v: Violation) -> str:
    end_line, end_column = report.document.line_and_column(v.end)
    properties: dict[str, object] = {"file": relative(report.name), "line": v.line, "endLine": end_line}
    if end_line == v.line:  # GitHub refuses columns on a range of several lines
        properties |= {"col": v.column, "endColumn": end_column}
    properties["title"] = f"{v.title} [{v.rule_id}]"
    return _line(COMMANDS[v.severity.value], properties, wording.one_paragraph(lang, report, v))


def _troubles(run: Run) -> Iterator[str]:
    for report in run.reports:
        for undecided in report.undecided:
            properties = {"file": relative(report.name), "title": undecided.rule_id}
            yield _line("error", properties, undecided.reason)
    for failure in run.failures:
        yield _line("error", {"file": relative(failure.path)}, failure.problem)


def _line(command: str, properties: dict[str, object] | dict[str, str], text: str) -> str:
    given = ",".join(f"{name}={escape_property(str(value))}" for name, value in properties.items())
    return f"::{command} {given}::{escape_text(text)}"


def escape_text(text: str) -> str:
    """As the runner decodes it: % first, then line breaks."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The same, and the characters that separate properties."""
    return escape_text(text).replace(":", "%3A").replace(",", "%2C")


def summary(run: Run, view: View) -> str:
    """The job summary in Markdown."""
    lang = view.lang
    heading = say(lang, "html.title")
    rows = [f"## {heading}", "", f"**{overview.headline(lang, run)}** · {overview.files_line(lang, run)}", ""]
    shown = list(overview.findings(run))
    if shown:
        rows += [say(lang, "github.summary.table"), "| --- | --- | --- | --- | --- |"]
        rows += [_row(lang, report, v) for report, v in shown[:SUMMARY_ROWS]]
    if len(shown) > SUMMARY_ROWS:
        rows += ["", say(lang, "github.summary.cut", count=len(shown) - SUMMARY_ROWS)]
    rows.append("")
    applied = overview.summary_rows(lang, run, view.not_read)
    rows += [f"- {say(lang, 'summary.' + key)}{say(lang, 'colon')}{_cell(text)}" for key, text in applied]
    rows += [f"- {_cell(say(lang, 'failure.line', path=f.path, problem=f.problem))}" for f in run.failures]
    return "\n".join([*rows, "", f"> {say(lang, 'summary.notice')}", ""])


def _row(lang: str, report: Report, v: Violation) -> str:
    place = f"{relative(report.name)}:{v.line}:{v.column}"
    cells = (wording.severity_word(lang, v), place, v.excerpt, v.message, wording.basis_text(lang, v))
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    """Text of a script that Markdown takes for nothing else."""
    text = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    for sign in "|`*_[]":
        text = text.replace(sign, "\\" + sign)
    return text


def _append(path: str, text: str) -> None:
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(text)
    except OSError as problem:
        raise ConfigError(f"GITHUB_STEP_SUMMARY: {path}: {problem.strerror}") from problem
