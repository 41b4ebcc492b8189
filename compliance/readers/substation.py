"""SubStation Alpha (.ass, .ssa): the words of the Dialogue lines, each a part with its times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from compliance.errors import InputError
from compliance.readers.assembly import Assembly
from compliance.readers.decoding import decode
from compliance.readers.intake import shown
from compliance.readers.lines import Line, lines_of
from compliance.text import Document

_FIELDS: Final = (
    "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text",
)  # fmt: skip
_CODE: Final = re.compile(r"\{[^{}]*\}|\\[Nnh]")
_DRAWING: Final = re.compile(r"\\p(\d+)")
_CLOCK: Final = re.compile(r"\d{1,2}:\d{1,2}:\d{1,2}(?:[.:,]\d{1,3})?")


def read(content: bytes, name: str) -> Document:
    r"""The words of all Dialogue lines: override tags and drawings are left out, \N is a line break.

    where = {"cue": running number, "time": begin, "until": end}, and "speaker" where one is named.

    Raises:
        InputError: no Dialogue line, or one with too few fields or a broken time (with its line).
    """
    text = decode(content, name)
    assembly = Assembly(text)
    fields: Sequence[str] = _FIELDS
    cue, events = 0, False
    for line in lines_of(text):
        key, _, value = text[line.start : line.end].partition(":")
        key = key.strip().lower()
        if key.startswith("["):
            events = key == "[events]"
        elif events and key == "format":
            fields = [field.strip().lower() for field in value.split(",")]
        elif key == "dialogue":
            cue += 1
            _write_cue(assembly, line, fields, cue, name)
    if not cue and text.strip():
        raise InputError(shown(name), "没有任何 Dialogue 行，不像 ASS 字幕文件；请检查是否导出完整")
    return assembly.document(name, "ass")


def _write_cue(assembly: Assembly, line: Line, fields: Sequence[str], cue: int, name: str) -> None:
    source = assembly.source
    begin = source.index(":", line.start) + 1
    values = source[begin : line.end].split(",", len(fields) - 1)
    named = dict(zip(fields, (value.strip() for value in values), strict=False))
    time, until = named.get("start", ""), named.get("end", "")
    if len(values) < len(fields) or not (_CLOCK.fullmatch(time) and _CLOCK.fullmatch(until)):
        problem = (
            "Dialogue 行的字段数或时间不对；应当像 Dialogue: 0,0:00:01.00,0:00:04.00,Default,,0,0,0,,文字"
        )
        raise InputError(f"{shown(name)}:{line.number}", problem)
    where: dict[str, str | int] = {"cue": cue, "time": time, "until": until}
    if named.get("name"):
        where["speaker"] = named["name"]
    with assembly.part(f"字幕 {cue} {time}", where, "screen"):
        _write_text(assembly, line.end - len(values[-1]), line.end)


def _write_text(assembly: Assembly, start: int, end: int) -> None:
    at, drawing = start, False
    for match in _CODE.finditer(assembly.source, start, end):
        if not drawing:
            assembly.copy(at, match.start())
        if match[0] == r"\h":
            assembly.stand(" ", match.start(), match.end())
        elif match[0].startswith("\\"):
            assembly.break_line()
        elif modes := _DRAWING.findall(match[0]):
            drawing = modes[-1].strip("0") != ""
        at = match.end()
    if not drawing:
        assembly.copy(at, end)
