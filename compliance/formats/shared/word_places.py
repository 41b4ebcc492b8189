"""Where in a Word file a part of the checked text lives, by the numbers the reader gave it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml.ns import qn

_CELL = re.compile(r"([A-Z]+)([0-9]+)")


def block_at(body: Any, facts: Mapping[str, str | int]) -> Any | None:
    """The paragraph, cell or content control named by ``facts``; None for headers, notes and text boxes."""
    if "paragraph" in facts:
        return _nth(body, "w:p", facts["paragraph"])
    if "control" in facts:
        return _nth(body, "w:sdt", facts["control"])
    if "table" in facts and "cell" in facts:
        table = _nth(body, "w:tbl", facts["table"])
        return None if table is None else _cell(table, str(facts["cell"]))
    return None


def _nth(body: Any, tag: str, number: str | int) -> Any | None:
    found = body.findall(qn(tag))
    index = int(number) - 1
    return found[index] if 0 <= index < len(found) else None


def _cell(table: Any, name: str) -> Any | None:
    """The cell "C3": column C with merged columns counted, third row that is not deleted."""
    parsed = _CELL.fullmatch(name)
    if parsed is None:
        return None
    rows = [row for row in _through(table, qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None]
    number = int(parsed[2])
    if not 1 <= number <= len(rows):
        return None
    wanted = _column_number(parsed[1])
    row = rows[number - 1]
    column = 1 + _value(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    for cell in _through(row, qn("w:tc")):
        if column == wanted:
            return cell
        column += _value(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)
    return None


def _through(parent: Any, tag: str) -> Iterator[Any]:
    """Children with the tag, also inside content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")):
            yield from _through(child, tag)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _value(element: Any, default: int) -> int:
    text = element.get(qn("w:val"), "") if element is not None else ""
    return int(text) if text.isdecimal() else default
