"""CSV and TSV: each cell a part, placed in the file itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from compliance.errors import InputError
from compliance.readers.assembly import Assembly
from compliance.readers.decoding import decode
from compliance.readers.intake import shown
from compliance.readers.sheets import Budget, HeaderWatch, cell_name
from compliance.text import Document, Role

_CANDIDATES: Final = ",\t;|"
_SNIFF_LINES: Final = 20
_QUOTED: Final = re.compile(r'[^"]*(?:""[^"]*)*"')
_BREAK: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class _Cell:
    """``text[start:end]`` without the quotes around it; doubled quotes inside stand for one."""

    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    """1-based line of the file on which the record begins."""
    cells: Sequence[_Cell]


def read(content: bytes, name: str) -> Document:
    """The cells, row by row; columns of a shot list get their roles from its header.

    where = {"line": line of the file, "cell": "C4"}; the row in the cell name counts records from 1, so
    that it agrees with what a spreadsheet program shows.

    Raises:
        InputError: a quote that is never closed (with its line).
        InputTooLarge: too many rows or cells.
    """
    text = decode(content, name)
    delimiter = "\t" if name.lower().endswith(".tsv") else _delimiter(text)
    assembly = Assembly(text)
    watch, budget = HeaderWatch(), Budget(name)
    for row, record in enumerate(_records(text, delimiter, name), start=1):
        words = [_unquoted(text, cell) for cell in record.cells]
        budget.spend_row(row, words)
        for column, (cell, role) in enumerate(zip(record.cells, watch.roles(words), strict=True), start=1):
            _write_cell(assembly, cell, record.line, cell_name(column, row), role)
    return assembly.document(name, "csv")


def _delimiter(text: str) -> str:
    """The mark that splits the first lines most evenly; a comma if none does."""
    unquoted = re.sub(r'"[^"]*"', "", text[:20_000])
    sample = [line for line in unquoted.splitlines() if line.strip()][:_SNIFF_LINES]

    def evenness(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in sample]
        if not counts or not counts[0]:
            return 0, 0
        return counts.count(counts[0]), counts[0]

    best = max(_CANDIDATES, key=evenness)  # the first of equals wins: the comma
    return best if evenness(best)[1] else ","


def _records(text: str, delimiter: str, name: str) -> Iterator[_Record]:
    plain = re.compile(rf"[^\r\n{re.escape(delimiter)}]*")
    at, line, first = 0, 1, 1
    cells: list[_Cell] = []
    while at < len(text) or cells:
        cell, at = _cell(text, at, plain, line, name)
        cells.append(cell)
        line += len(_BREAK.findall(text, cell.start, cell.end))
        if text.startswith(delimiter, at):
            at += 1
            continue
        yield _Record(first, cells)
        ending = _BREAK.match(text, at)
        at, cells = (ending.end() if ending else at), []
        line += 1
        first = line


def _cell(text: str, at: int, plain: re.Pattern[str], line: int, name: str) -> tuple[_Cell, int]:
    """The cell that begins at ``at``, and where the mark behind it stands."""
    if not text.startswith('"', at):
        match = plain.match(text, at)
        assert match is not None  # it may be empty, so it matches everywhere
        return _Cell(at, match.end(), quoted=False), match.end()
    closing = _QUOTED.match(text, at + 1)
    if closing is None:
        problem = '这里的英文引号 " 没有配对；请补上，或把单元格里的 " 写成 ""'
        raise InputError(f"{shown(name)}:{line}", problem)
    tail = plain.match(text, closing.end())
    assert tail is not None
    if tail.end() > closing.end() and text[closing.end() : tail.end()].strip():
        return _Cell(at, tail.end(), quoted=False), tail.end()  # "最好"的 — a quotation, not a quoted cell
    return _Cell(at + 1, closing.end() - 1, quoted=True), tail.end()


def _unquoted(text: str, cell: _Cell) -> str:
    words = text[cell.start : cell.end]
    return words.replace('""', '"') if cell.quoted else words


def _write_cell(assembly: Assembly, cell: _Cell, line: int, place: str, role: Role) -> None:
    source = assembly.source
    if not source[cell.start : cell.end].strip():
        return
    with assembly.part(f"第 {line} 行 {place}", {"line": line, "cell": place}, role):
        at = cell.start
        while cell.quoted and (pair := source.find('""', at, cell.end)) >= 0:
            assembly.copy(at, pair)
            assembly.stand('"', pair, pair + 2)
            at = pair + 2
        assembly.copy(at, cell.end)
