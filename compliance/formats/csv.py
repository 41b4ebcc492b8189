"""CSV for spreadsheets: a row a finding, cells that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
from typing import TextIO

from compliance.formats.shared import table
from compliance.formats.shared.escapes import formula_safe
from compliance.formats.shared.view import View
from compliance.report import Run


def write(run: Run, stream: TextIO, view: View) -> None:
    """Write a heading and the rows; open the stream as ``utf-8-sig`` so that Excel reads the Chinese."""
    writer = csv.writer(stream)
    writer.writerow(table.heading(view.lang))
    for row in table.rows(view.lang, run):
        writer.writerow([formula_safe(c) if isinstance(c, str) else c for c in row])
