"""LRC lyrics: the words of each timed line."""

from __future__ import annotations

import re
from typing import Final

from compliance.readers.assembly import Assembly
from compliance.readers.decoding import decode
from compliance.readers.lines import lines_of
from compliance.text import Document

_TIME: Final = re.compile(r"\s*\[(\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?)\]")
_ABOUT: Final = re.compile(
    r"\s*\[(?:ar|ti|al|au|by|re|ve|la|length|offset|tool|id|#):?[^\]]*\]\s*", re.IGNORECASE
)
_WORD_TIME: Final = re.compile(r"<\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?>")


def read(content: bytes, name: str) -> Document:
    """The words of all lines; times and the tags about the song are left out.

    where = {"cue": running number, "time": "01:02.50"}; lines without a time are kept without it.

    Raises:
        InputError: not text.
    """
    text = decode(content, name)
    assembly = Assembly(text)
    cue = 0
    for line in lines_of(text):
        if _ABOUT.fullmatch(text, line.start, line.end):
            continue
        at, times = line.start, []
        while match := _TIME.match(text, at, line.end):
            times.append(match[1])
            at = match.end()
        if not text[at : line.end].strip():
            continue
        cue += 1
        label = f"第 {cue} 句 {times[0]}" if times else f"第 {cue} 句"
        where: dict[str, str | int] = {"cue": cue, "time": times[0]} if times else {"cue": cue}
        with assembly.part(label, where):
            _write_words(assembly, at, line.end)
    return assembly.document(name, "lrc")


def _write_words(assembly: Assembly, start: int, end: int) -> None:
    at = start
    for match in _WORD_TIME.finditer(assembly.source, start, end):
        assembly.copy(at, match.start())
        at = match.end()
    assembly.copy(at, end)
