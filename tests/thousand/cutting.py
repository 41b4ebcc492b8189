"""What each format points at, cut out of the file by that format's own rule, and by nothing of ours."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from compliance.report import Run
from tests.formats.counting import csv_rows, json_lines, sheet_rows, written, xml

Cut = Callable[[Run, str], list[str]]
"""The stretches of the text that the findings of a run point at, in any order."""


class Place:
    """Offsets from lines and columns that count from 1; a line ends at CRLF, LF or CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(m.end() for m in re.finditer("\r\n|\n|\r", text))]

    def at(self, line: int, column: int) -> int:
        """Columns in code points."""
        return self._starts[line - 1] + column - 1

    def at_byte(self, line: int, column: int) -> int:
        """Columns in UTF-8 bytes; the offset is one into the encoded text."""
        return len(self.text[: self._starts[line - 1]].encode()) + column - 1


def from_json(run: Run, text: str) -> list[str]:
    """By offset; by line and column it has to be the same."""
    return [_row(row, text) for row in json.loads(written("json", run))["reports"][0]["violations"]]


def from_jsonl(run: Run, text: str) -> list[str]:
    """The same facts, one finding a line."""
    return [_row(row, text) for row in json_lines("jsonl", run) if row["type"] == "violation"]


def _row(row: Mapping[str, Any], text: str) -> str:
    place = Place(text)
    first, last = place.at(row["line"], row["column"]), place.at(row["end_line"], row["end_column"])
    assert (first, last) == (row["start"], row["end"])
    return text[first:last]


def from_sarif(run: Run, text: str) -> list[str]:
    """By offset and by line and column, in the unit that the log names."""
    log = json.loads(written("sarif", run))["runs"][0]
    unit = {"unicodeCodePoints": "utf-32-le", "utf16CodeUnits": "utf-16-le"}[log["columnKind"]]
    size = {"utf-32-le": 4, "utf-16-le": 2}[unit]
    encoded = text.encode(unit)

    def cut(region: Mapping[str, Any]) -> str:
        start, length = region["charOffset"] * size, region["charLength"] * size
        words = encoded[start : start + length].decode(unit)
        place = Place(text)
        first = place.at(region["startLine"], region["startColumn"])
        last = place.at(region["endLine"], region["endColumn"])
        assert unit != "utf-32-le" or text[first:last] == words
        assert region["snippet"]["text"] == words
        return words

    return [cut(r["locations"][0]["physicalLocation"]["region"]) for r in log["results"]]


def from_rdjsonl(run: Run, text: str) -> list[str]:
    """By line and column in UTF-8 bytes."""
    place, encoded = Place(text), text.encode()
    spans = [row["location"]["range"] for row in json_lines("rdjsonl", run)]
    ends = [[place.at_byte(s[k]["line"], s[k]["column"]) for k in ("start", "end")] for s in spans]
    return [encoded[start:end].decode() for start, end in ends]


def from_github(run: Run, text: str) -> list[str]:
    """By line and column; a range over several lines names its lines only."""
    place, cuts = Place(text), []
    for command in written("github", run).splitlines():
        given = dict(p.split("=", 1) for p in command.split(" ", 1)[1].split("::", 1)[0].split(","))
        first, last = int(given["line"]), int(given["endLine"])
        start = place.at(first, int(given["col"])) if "col" in given else None
        end = place.at(last, int(given["endColumn"])) if "endColumn" in given else None
        assert (start is None) == (end is None) == (first != last)
        cuts.append(text[start:end])
    return cuts


BY_RANGE: Final[Mapping[str, Cut]] = {
    "json": from_json,
    "jsonl": from_jsonl,
    "sarif": from_sarif,
    "rdjsonl": from_rdjsonl,
    "github": from_github,
}
"""Formats that say where a finding begins and ends."""


def starts_of(name: str, run: Run, text: str) -> list[int]:
    """Where the findings begin, from formats that name line and column of the beginning only."""
    place = Place(text)
    if name == "checkstyle":
        named = [(e.get("line"), e.get("column")) for e in xml(name, run).findall(".//error")]
    elif name == "junit":
        cases = [case.get("name").rpartition(" ")[2] for case in xml(name, run).iter("testcase")]
        named = [
            case.split(":") for case in cases if ":" in case
        ]  # a clean file has one case without a place
    else:
        named = [row[1:3] for row in (csv_rows(run) if name == "csv" else sheet_rows(run))]
    return [place.at(int(line), int(column)) for line, column in named]


BY_START: Final = ("checkstyle", "junit", "csv", "xlsx")


def commented(content: bytes) -> tuple[list[str], int]:
    """The words under each comment of a Word file, and how many findings are listed at its end instead."""
    from docx import Document
    from docx.oxml.ns import qn

    document = Document(io.BytesIO(content))
    under: dict[str, str] = {}
    open_: set[str] = set()
    for node in document.element.body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:t")):
        number = node.get(qn("w:id"))
        if node.tag == qn("w:t"):
            under |= {one: under[one] + (node.text or "") for one in open_}
        elif node.tag == qn("w:commentRangeStart"):
            open_.add(number)
            under[number] = ""
        else:
            open_.discard(number)
    listed = [p for p in document.paragraphs if re.match(r"\d+\. .*“.*”", p.text)]
    return list(under.values()), len(listed)
