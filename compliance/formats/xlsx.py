"""An Excel workbook: findings, excused matches, summary; text cells only, never formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, BinaryIO

from compliance.errors import ConfigError
from compliance.formats.shared import overview, table, wording
from compliance.formats.shared.escapes import CELL_LIMIT, xml_safe
from compliance.formats.shared.paths import relative
from compliance.formats.shared.view import View
from compliance.messages import say
from compliance.report import Run

WIDTHS = (24, 6, 6, 18, 8, 14, 26, 26, 24, 40, 40, 40, 40, 40, 30, 24, 30, 22)  # characters, by column
TINTS = {"error": "FFFFE3E3", "warning": "FFFFF0C7", "info": "FFDBEAFE"}


def write(run: Run, stream: BinaryIO, view: View) -> None:
    """Write the workbook.

    Raises:
        ConfigError: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as problem:
        hint = say(view.lang, "format.needs_extra", name="xlsx", package="openpyxl")
        raise ConfigError(hint) from problem
    book = Workbook()
    _findings(book.active, run, view.lang)
    _excused(book.create_sheet(), run, view.lang)
    _summary(book.create_sheet(), run, view)
    whole = BytesIO()  # a zip file that could not be written to its end complains again when it is closed
    book.save(whole)
    stream.write(whole.getvalue())


def _findings(sheet: Any, run: Run, lang: str) -> None:
    sheet.title = say(lang, "sheet.findings")
    _fill(sheet, table.heading(lang), table.rows(lang, run), WIDTHS)
    sheet.auto_filter.ref = sheet.dimensions
    column = table.COLUMNS.index("severity") + 1
    for row, (_, violation) in enumerate(overview.findings(run), 2):
        _tint(sheet.cell(row, column), TINTS[violation.severity.value])


def _excused(sheet: Any, run: Run, lang: str) -> None:
    sheet.title = say(lang, "sheet.excused")
    heading = [say(lang, f"column.{k}") for k in ("file", "line", "column", "rule", "excerpt", "excuse")]
    rows: Iterable[table.Row] = (
        [
            relative(r.name),
            e.line,
            e.column,
            e.rule_id,
            e.excerpt,
            wording.excuse_line(e.excuse.reason, e.excuse.basis),
        ]
        for r in run.reports
        for e in r.excused
    )
    _fill(sheet, heading, rows, (24, 6, 6, 26, 24, 60))


def _summary(sheet: Any, run: Run, view: View) -> None:
    lang = view.lang
    sheet.title = say(lang, "sheet.summary")
    rows = [["", overview.headline(lang, run)], ["", overview.files_line(lang, run)]]
    rows += [
        [say(lang, f"summary.{key}"), text] for key, text in overview.summary_rows(lang, run, view.not_read)
    ]
    rows.append(["", say(lang, "summary.notice")])
    _fill(sheet, [say(lang, "summary.heading"), ""], rows, (16, 90))


def _fill(
    sheet: Any, heading: Sequence[str], rows: Iterable[Sequence[str | int]], widths: Sequence[int]
) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate([heading, *rows], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            _put(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    for column, size in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = size
    sheet.freeze_panes = "A2"


def _put(cell: Any, value: str | int) -> None:
    """A value as itself; text stays text even if it begins like a formula."""
    if isinstance(value, int):
        cell.value = value
        return
    cell.value = xml_safe(value)[:CELL_LIMIT]
    cell.data_type = "s"
    cell.quotePrefix = True


def _tint(cell: Any, color: str) -> None:
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", start_color=color)
