"""How many findings each format shows, counted as its readers would."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from lxml import etree
from openpyxl import load_workbook

from compliance.formats import FORMATS, View
from compliance.report import Run


def written(name: str, run: Run, **view: Any) -> str:
    """The run in a text format."""
    stream = io.StringIO(newline="")
    FORMATS[name].write(run, stream, view=View(**view))
    return stream.getvalue()


def sheet_rows(run: Run) -> list[tuple[Any, ...]]:
    """The findings in the spreadsheet, a row each."""
    stream = io.BytesIO()
    FORMATS["xlsx"].write(run, stream)
    sheet = load_workbook(io.BytesIO(stream.getvalue())).worksheets[0]
    return list(sheet.iter_rows(min_row=2, values_only=True))


def csv_rows(run: Run) -> list[list[str]]:
    """The findings in the CSV file, a row each."""
    return list(csv.reader(io.StringIO(written("csv", run), newline="")))[1:]


def xml(name: str, run: Run) -> Any:
    """The root of an XML format."""
    return etree.fromstring(written(name, run).encode())


def json_lines(name: str, run: Run) -> list[dict[str, Any]]:
    """The values of a format with one JSON value a line."""
    return [json.loads(line) for line in written(name, run).splitlines()]


_IN_TEXT: Final = re.compile(r"^  (?:\d+ )?(?:错误|警告|提示)(?: \d+:\d+)? ", re.M)

COUNTERS: Final[Mapping[str, Callable[[Run], int]]] = {
    "text": lambda run: len(_IN_TEXT.findall(written("text", run))),
    "json": lambda run: sum(len(r["violations"]) for r in json.loads(written("json", run))["reports"]),
    "jsonl": lambda run: sum(row["type"] == "violation" for row in json_lines("jsonl", run)),
    "sarif": lambda run: len(json.loads(written("sarif", run))["runs"][0]["results"]),
    "github": lambda run: len(written("github", run).splitlines()),
    "rdjsonl": lambda run: len(json_lines("rdjsonl", run)),
    "gitlab": lambda run: len(json.loads(written("gitlab", run))),
    "junit": lambda run: len(xml("junit", run).xpath(".//failure | .//system-out")),
    "checkstyle": lambda run: len(xml("checkstyle", run).findall(".//error")),
    "csv": lambda run: len(csv_rows(run)),
    "xlsx": lambda run: len(sheet_rows(run)),
    "html": lambda run: written("html", run).count('<span class="badge">'),
}
"""Every format but Word, whose comments ``test_docx`` counts."""
