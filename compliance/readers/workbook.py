"""Excel workbooks (.xlsx, .xlsm): every cell as the sheet shows it, each a part.

Sheets, rows and columns that are hidden are read as well, and say so: what is hidden today is often pasted
into the caption tomorrow.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from compliance.readers.assembly import Extract
from compliance.readers.cell_format import format_code, shown_number
from compliance.readers.package import Package
from compliance.readers.sheets import MAX_HEADER_COLUMNS, Budget, HeaderWatch, cell_name, cell_position
from compliance.text import Document

_BOOK: Final = "xl/workbook.xml"
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class _Sheet:
    title: str
    member: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class _Look:
    """What the whole workbook says about how cells show."""

    strings: list[str]
    codes: list[str]
    epoch_1904: bool


@dataclass(slots=True)
class _Row:
    number: int
    hidden: bool
    columns: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def read(content: bytes, name: str) -> Document:
    """The cells of all sheets; columns of a shot list get their roles from its header.

    where = {"sheet": title, "cell": "C4"}, label 分镜!C4. A formula shows its stored result.

    Raises:
        InputError: damaged, encrypted, or not a workbook.
        InputTooLarge, UnsafeInput: over a limit, or made to harm.
    """
    package = Package(content, name)
    package.require(_BOOK, "Excel")
    extract, budget = Extract(), Budget(name)
    look = _look(package)
    without_result = 0
    for sheet in _sheets(package):
        reading = _SheetReading(package, sheet, look)
        watch = HeaderWatch()
        for row in reading.rows():
            budget.spend_row(row.number, row.words)
            _write_row(extract, sheet, row, watch, reading.hidden_columns)
        without_result += reading.without_result
    return extract.document(name, "xlsx", not_checked=_not_checked(package, without_result))


def _write_row(extract: Extract, sheet: _Sheet, row: _Row, watch: HeaderWatch, hidden: set[int]) -> None:
    roles = watch.roles(_dense(row))
    for column, words in zip(row.columns, row.words, strict=True):
        place = cell_name(column, row.number)
        label = f"{sheet.title}!{place}" + (
            _hidden_note(sheet, row) or ("（隐藏列）" if column in hidden else "")
        )
        role = roles[column - 1] if column <= len(roles) else "speech"
        with extract.part(label, {"sheet": sheet.title, "cell": place}, role):
            extract.say(words)


def _dense(row: _Row) -> list[str]:
    """The first cells of a row, empty ones included, as a header needs them."""
    cells = [""] * min(max(row.columns, default=0), MAX_HEADER_COLUMNS)
    for column, words in zip(row.columns, row.words, strict=True):
        if column <= len(cells):
            cells[column - 1] = words
    return cells


def _hidden_note(sheet: _Sheet, row: _Row) -> str:
    if sheet.hidden:
        return "（隐藏的工作表）"
    return "（隐藏行）" if row.hidden else ""


def _not_checked(package: Package, without_result: int) -> tuple[str, ...]:
    notes = []
    pictures = len(package.matching("xl/media/"))
    if pictures:
        notes.append(f"{pictures} 张图片里的文字没有检查")
    if package.matching("xl/drawings/drawing") or package.matching("xl/charts/chart"):
        notes.append("图形、文本框和图表里的文字没有检查")
    if package.matching("xl/comments") or package.matching("xl/threadedComments/"):
        notes.append("批注没有检查")
    if without_result:
        notes.append(f"{without_result} 个公式没有保存结果，没有检查；请在 Excel 里打开并保存一次")
    if "xl/vbaProject.bin" in package.members:
        notes.append("文件带有宏；宏没有运行，也没有检查")
    return tuple(notes)


def _local(element: Element) -> str:
    """The tag without its namespace: the strict and the usual variant differ in nothing else."""
    return element.tag.rpartition("}")[2]


def _sheets(package: Package) -> Iterator[_Sheet]:
    targets = _targets(package)
    book = package.xml(_BOOK)
    for element in book.iter() if book is not None else ():
        if _local(element) != "sheet":
            continue
        relation = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
        member = targets.get(relation, "")
        if "/worksheets/" in member:  # chart sheets have no cells
            yield _Sheet(element.get("name", ""), member, element.get("state", "visible") != "visible")


def _targets(package: Package) -> dict[str, str]:
    """Relation id -> member."""
    relations = package.xml("xl/_rels/workbook.xml.rels")
    found = {}
    for relation in relations if relations is not None else ():
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        found[relation.get("Id", "")] = posixpath.normpath(path)
    return found


def _look(package: Package) -> _Look:
    book = package.xml(_BOOK)
    properties = [e for e in book.iter() if _local(e) == "workbookPr"] if book is not None else []
    epoch_1904 = any(e.get("date1904", "0") in ("1", "true") for e in properties)
    strings = next((m for m in package.members if m.lower() == "xl/sharedstrings.xml"), "")
    return _Look(_shared_strings(package, strings), _codes(package.xml("xl/styles.xml")), epoch_1904)


def _shared_strings(package: Package, member: str) -> list[str]:
    strings = []
    for event, element in package.xml_events(member):
        if event == "end" and _local(element) == "si":
            strings.append(_rich_text(element))
            element.clear()  # a large table must not pile up in memory
    return strings


def _rich_text(element: Element) -> str:
    """The words of a cell, joined over its differently formatted runs; reading aids (pinyin) left out."""
    pieces = []
    for child in element:
        if _local(child) == "t":
            pieces.append(child.text or "")
        elif _local(child) == "r":
            pieces.extend(t.text or "" for t in child if _local(t) == "t")
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(pieces))


def _codes(styles: Element | None) -> list[str]:
    """The format code of each cell style."""
    if styles is None:
        return []
    custom: dict[int, str] = {}
    codes: list[str] = []
    for group in styles:
        if _local(group) == "numFmts":
            for one in group:
                custom[_int(one.get("numFmtId"))] = one.get("formatCode", "")
        elif _local(group) == "cellXfs":
            codes = [format_code(_int(xf.get("numFmtId")), custom) for xf in group]
    return codes


def _int(value: str | None, default: int = 0) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 10 else default


class _SheetReading:
    """One pass over the XML of a sheet, row by row."""

    def __init__(self, package: Package, sheet: _Sheet, look: _Look) -> None:
        self._package, self._sheet, self._look = package, sheet, look
        self.hidden_columns: set[int] = set()
        self.without_result = 0

    def rows(self) -> Iterator[_Row]:
        """The rows that the file holds, in order."""
        number = 0
        rows: Element | None = None
        for event, element in self._package.xml_events(self._sheet.member):
            tag = _local(element)
            if event == "start":
                rows = element if tag == "sheetData" else rows
            elif tag == "col" and element.get("hidden") in ("1", "true"):
                self._hide_columns(element)
            elif tag == "row":
                number = _int(element.get("r"), number + 1)
                yield self._row(element, number)
                if rows is not None:
                    rows.clear()  # a large sheet must not pile up in memory

    def _hide_columns(self, element: Element) -> None:
        first, last = _int(element.get("min")), _int(element.get("max"))
        self.hidden_columns.update(range(first, min(last, first + 1000) + 1))

    def _row(self, element: Element, number: int) -> _Row:
        row = _Row(number, element.get("hidden") in ("1", "true"))
        column = 0
        for cell in element:
            reference = _REFERENCE.fullmatch(cell.get("r", ""))
            column = cell_position(reference[0])[0] if reference else column + 1
            words = self._words(cell)
            if words.strip() and column <= _MAX_COLUMNS:
                row.columns.append(column)
                row.words.append(words)
        return row

    def _words(self, cell: Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return next((_rich_text(child) for child in cell if _local(child) == "is"), "")
        value = next((child.text or "" for child in cell if _local(child) == "v"), "")
        if not value:
            computed = kind != "str" and any(_local(child) == "f" for child in cell)
            self.without_result += computed  # a result that is empty text says so by its type
            return ""
        return self._shown(kind, value, _int(cell.get("s")))

    def _shown(self, kind: str, value: str, style: int) -> str:
        look = self._look
        if kind == "s":
            index = _int(value, -1)
            return look.strings[index] if 0 <= index < len(look.strings) else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind == "n":
            code = look.codes[style] if style < len(look.codes) else ""
            return shown_number(value, code, epoch_1904=look.epoch_1904)
        return "" if kind == "e" else value  # e: an error value such as #REF!


_MAX_COLUMNS: Final = 16_384
"""Columns of a sheet in Excel itself."""
