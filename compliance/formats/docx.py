"""The user's own Word file back, with a native comment on the exact characters of every finding.

Nothing else in the file changes. What cannot carry a comment (headers, notes, text boxes) is listed at its
end.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from compliance.errors import ConfigError
from compliance.formats.shared import wording
from compliance.formats.shared.escapes import xml_safe
from compliance.formats.shared.view import View
from compliance.messages import say
from compliance.report import Report, Run, Violation
from compliance.text import Part


def write(run: Run, stream: BinaryIO, view: View) -> None:
    """Write the commented copy of the one Word file of the run.

    Raises:
        ConfigError: not exactly one Word input, its file is gone, or python-docx is not installed.
    """
    reports = [r for r in run.reports if r.document.kind == "docx"]
    if len(reports) != 1 or len(run.reports) + len(run.failures) != 1:
        raise ConfigError(say(view.lang, "docx.needs_docx", count=len(reports)))
    name = reports[0].name
    try:
        content = Path(name).read_bytes()
    except OSError as problem:
        raise ConfigError(say(view.lang, "docx.missing", path=name, problem=problem.strerror)) from problem
    stream.write(annotate(reports[0], content, view.lang))


def annotate(report: Report, content: bytes, lang: str = "zh") -> bytes:
    """The Word file ``content``, which ``report`` is about, with comments.

    Raises:
        ConfigError: python-docx is not installed or cannot open the file.
    """
    document = _open(report.name, content, lang)
    unplaced = [v for v in report.violations if not _comment(document, report, v, lang)]
    if unplaced:
        _append_list(document, report, unplaced, lang)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _open(name: str, content: bytes, lang: str) -> Any:
    try:
        from docx import Document
    except ImportError as problem:
        hint = say(lang, "format.needs_extra", name="docx", package="python-docx")
        raise ConfigError(hint) from problem
    try:
        return Document(BytesIO(content))
    except Exception as problem:  # python-docx, lxml and zipfile each have their own
        raise ConfigError(say(lang, "docx.missing", path=name, problem=problem)) from problem


def _comment(document: Any, report: Report, violation: Violation, lang: str) -> bool:
    """Attach the finding; False where its place cannot carry a comment."""
    from docx.text.run import Run as WordRun

    runs = _runs(document, report, violation)
    if runs is None:
        return False
    ends = [WordRun(run, document) for run in runs]
    document.add_comment(
        runs=ends,
        text=xml_safe(_text(report, violation, lang)),
        author=say(lang, "docx.author"),
        initials=say(lang, "docx.initials"),
    )
    return True


def _runs(document: Any, report: Report, violation: Violation) -> tuple[Any, Any] | None:
    """First and last run of the phrase, split to its exact characters."""
    from compliance.formats.shared.word_places import block_at
    from compliance.formats.shared.word_runs import letters, runs_of

    part = _part(report, violation)
    if part is None or violation.end > part.end:
        return None
    block = block_at(document.element.body, part.where)
    if block is None:
        return None
    if "".join(letter.char for letter in letters(block)) != report.document.visible[part.start : part.end]:
        return None  # not the text that was checked: a comment might sit on the wrong words
    start, end = violation.start - part.start, violation.end - part.start
    if start == end:  # a comment needs something to hold on to: the character before, or the one after
        start, end = (start - 1, end) if start > 0 else (start, end + 1)
    return runs_of(block, start, end)


def _part(report: Report, violation: Violation) -> Part | None:
    """The part that holds the first character of the phrase."""
    inside = (p for p in report.document.parts if p.start <= violation.start < p.end)
    return next(inside, report.document.part_at(violation.start))


def _text(report: Report, violation: Violation, lang: str) -> str:
    """The comment: severity and title, why, law, rewrite; the first one also says what a report is not."""
    head = f"{wording.severity_word(lang, violation)} · {violation.title} [{violation.rule_id}]"
    text = f"{head}\n{wording.one_paragraph(lang, report, violation)}"
    if violation is report.violations[0]:
        text += "\n" + say(lang, "summary.notice")
    return text


def _append_list(document: Any, report: Report, unplaced: Sequence[Violation], lang: str) -> None:
    document.add_page_break()
    heading = document.add_paragraph()
    heading.add_run(say(lang, "docx.unplaced", count=len(unplaced))).bold = True
    for number, violation in enumerate(unplaced, 1):
        place = str(violation.where) or f"{violation.line}:{violation.column}"
        text = f"{number}. {place} “{violation.excerpt}” {_text(report, violation, lang)}"
        document.add_paragraph(xml_safe(text))
