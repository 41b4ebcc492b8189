"""SRT and WebVTT: the words of the cues, each cue a part with its number and times."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from compliance.errors import InputError
from compliance.readers.assembly import Assembly
from compliance.readers.decoding import decode
from compliance.readers.intake import shown
from compliance.readers.lines import Line, lines_of
from compliance.text import Document

_CLOCK: Final = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,4})?"
_TIMES: Final = re.compile(rf"\s*({_CLOCK})\s*-->\s*({_CLOCK})(?:\s.*)?")
_ALMOST_TIMES: Final = re.compile(r"\s*\d{1,3}[:：]\d{1,2}[^\u4e00-\u9fff]{0,40}(?:-\s?>|→|—>|－>)")
_NUMBER: Final = re.compile(r"\s*(\d{1,9})\s*")
_ASIDE: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_SRT_MARKUP: Final = re.compile(
    r"</?(?:i|b|u|s|font|span|ruby|rt|c|v|lang)\b[^<>]{0,500}>|\{\\[^{}]{0,500}\}|\\[Nn]", re.IGNORECASE
)
_VTT_MARKUP: Final = re.compile(
    r"</?[a-z][^<>]{0,500}>|</?>|<[\d:.]{4,16}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,16});", re.IGNORECASE
)
_EXPECTED: Final = "00:00:01,000 --> 00:00:04,000"


@dataclass(frozen=True, slots=True)
class _Cue:
    number: int
    time: str
    until: str
    lines: Sequence[Line]


def read(content: bytes, name: str) -> Document:
    """The words of all cues; tags, style blocks and notes are left out.

    Each cue is a part, where = {"cue": number, "time": begin, "until": end}; the number is the one written
    in the file, or a running one where the file has none.

    Raises:
        InputError: no cue at all, or a time line that cannot be read (with its line).
    """
    text = decode(content, name)
    lines = list(lines_of(text))
    web = text.startswith("WEBVTT") or name.lower().endswith(".vtt")
    cues = _cues(text, lines, name, blank_ends_cue=web)
    if not cues and text.strip() and not text.startswith("WEBVTT"):
        raise InputError(shown(name), f"没有任何时间行，不像字幕文件；时间行应当写成 {_EXPECTED}")
    assembly = Assembly(text)
    for cue in cues:
        _write_cue(assembly, cue, _VTT_MARKUP if web else _SRT_MARKUP)
    return assembly.document(name, "vtt" if web else "srt")


def _cues(text: str, lines: Sequence[Line], name: str, *, blank_ends_cue: bool) -> list[_Cue]:
    times = _time_lines(text, lines, name)
    cues = []
    for order, (at, match) in enumerate(times):
        limit = times[order + 1][0] if order + 1 < len(times) else len(lines)
        if order + 1 < len(times) and _number(text, lines[limit - 1]) is not None:
            limit -= 1  # the number of the next cue
        end = _first_blank(text, lines, at + 1, limit) if blank_ends_cue else limit
        number = _number(text, lines[at - 1]) if at else None
        cues.append(_Cue(order + 1 if number is None else number, match[1], match[2], lines[at + 1 : end]))
    return cues


def _time_lines(text: str, lines: Sequence[Line], name: str) -> list[tuple[int, re.Match[str]]]:
    """Index and match of every time line; a line that should be one and is not stops the reading."""
    found = []
    aside = False
    for index, line in enumerate(lines):
        content = text[line.start : line.end]
        if not content.strip():
            aside = False
        elif _ASIDE.match(content) and (index == 0 or _blank(text, lines[index - 1])):
            aside = True
        elif aside:
            continue
        elif match := _TIMES.fullmatch(content):
            found.append((index, match))
        elif _ALMOST_TIMES.match(content) or ("-->" in content and _follows_number(text, lines, index)):
            raise InputError(f"{shown(name)}:{line.number}", _broken(content))
    return found


def _broken(content: str) -> str:
    return f"字幕时间写错了：“{content.strip()[:60]}”；应当写成 {_EXPECTED}"


def _follows_number(text: str, lines: Sequence[Line], index: int) -> bool:
    return index > 0 and _number(text, lines[index - 1]) is not None


def _number(text: str, line: Line) -> int | None:
    match = _NUMBER.fullmatch(text, line.start, line.end)
    return int(match[1]) if match else None


def _blank(text: str, line: Line) -> bool:
    return not text[line.start : line.end].strip()


def _first_blank(text: str, lines: Sequence[Line], first: int, limit: int) -> int:
    return next((at for at in range(first, limit) if _blank(text, lines[at])), limit)


def _write_cue(assembly: Assembly, cue: _Cue, markup: re.Pattern[str]) -> None:
    where: dict[str, str | int] = {"cue": cue.number, "time": cue.time, "until": cue.until}
    with assembly.part(f"字幕 {cue.number} {cue.time}", where, "screen"):
        for line in cue.lines:
            _write_line(assembly, line, markup)


def _write_line(assembly: Assembly, line: Line, markup: re.Pattern[str]) -> None:
    """The words of a line; blank lines inside a cue vanish."""
    source = assembly.source
    if not source[line.start : line.end].strip():
        return
    at = line.start
    for match in markup.finditer(source, line.start, line.end):
        assembly.copy(at, match.start())
        if match[0].startswith("&"):
            assembly.stand(html.unescape(match[0]), match.start(), match.end())
        elif match[0].startswith("\\"):
            assembly.break_line()  # players take it over from the SubStation format
        at = match.end()
    assembly.copy(at, line.end)
    assembly.break_line()
