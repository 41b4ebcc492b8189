"""Fountain-like scripts (.fountain, .spmd): dialogue is heard, scene headings and action are directions.

A speaker stands on a line of his own before his words (``@阿茶`` or capitals, as in Fountain; a short Chinese
name that speaks at least once in the form “阿茶：……” too), or in front of them: “阿茶：……”.
"""

from __future__ import annotations

import re
from typing import Final

from compliance.readers.assembly import Assembly
from compliance.readers.decoding import decode
from compliance.readers.inline_markup import visible_pieces
from compliance.readers.lines import Line, lines_of, trimmed
from compliance.text import Document, Role

_CUT_OPENING: Final = re.compile(r"/\*|\[\[")
_CUT_CLOSING: Final = {"/*": "*/", "[[": "]]"}
_HEADING: Final = re.compile(
    r"(?:int|ext|est|i/e|int\./ext)[. ].*|\.(?!\.).+|(?:内景|外景|内/外景|内外景|场景)(?:[\s.:：·、].*)?"
    r"|第\s*[\d一二三四五六七八九十百]+\s*[场幕](?:[\s.:：·、].*)?",
    re.IGNORECASE,
)
_SECTION: Final = re.compile(r"#{1,6}\s.*|=(?!==).*|={3,}|>.*[^<]|\(.*\)|（.*）")
_CENTERED: Final = re.compile(r">\s*(.+?)\s*<")
_TIME: Final = re.compile(
    r"\s*[\[(【（]\s*(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)(?:\s*[-–~—]\s*[\d:.]+)?\s*[\])】）]\s*"
)
_NAME: Final = r"[\w·.\u4e00-\u9fff -]{1,16}"
_ASIDE: Final = r"(?:\s*[(（][^()（）\n]{1,20}[)）])?"
_CUE_FORCED: Final = re.compile(rf"@\s*({_NAME}){_ASIDE}\s*\^?")
_CUE_CAPITALS: Final = re.compile(rf"([A-Z][A-Z0-9 .'-]{{0,30}}){_ASIDE}\s*\^?")
_CUE_CHINESE: Final = re.compile(rf"([\u4e00-\u9fff·]{{1,6}}\d?){_ASIDE}")
_INLINE_CUE: Final = re.compile(rf"({_NAME}){_ASIDE}\s*[:：]\s*(?=\S)")
_DIRECTION_NAMES: Final = re.compile(
    r"画面|镜头|场景|动作|音效|音乐|bgm|转场|备注|时长|景别|运镜|道具|场记|人物", re.IGNORECASE
)
_SCREEN_NAMES: Final = re.compile(r"字幕|花字|标题|贴片|屏幕", re.IGNORECASE)
_TITLE_KEYS: Final = re.compile(
    r"(?:title|credit|author|authors|source|draft date|contact|copyright|notes|revision)\s*:.*", re.I
)


def read(content: bytes, name: str) -> Document:
    """The script, each stretch a part with its role: speech, screen or direction.

    where = {"line": n}, with "speaker" and "time" where the script gives them; the timecode itself is not
    visible. Notes ``[[ ]]`` and cut passages ``/* */`` are left out.

    Raises:
        InputError: not text.
    """
    text = decode(content, name)
    reading = _Reading(text)
    for line in lines_of(text):
        reading.take(line)
    return reading.assembly.document(name, "screenplay")


class _Reading:
    def __init__(self, text: str) -> None:
        self.assembly = Assembly(text)
        self._text = text
        self._gaps = _gaps(text)
        self._gap = 0
        self._speaker = ""
        self._time = ""
        self._after_blank = True
        self._title_page = _TITLE_KEYS.match(text) is not None

    def take(self, line: Line) -> None:
        """The next line."""
        kept = self._kept(*trimmed(self._text, line.start, line.end))
        if not kept:
            self._speaker, self._after_blank, self._title_page = "", True, False
            return
        for start, end in kept:
            self._take_stretch(line, start, end)
        self._after_blank = False

    def _kept(self, start: int, end: int) -> list[tuple[int, int]]:
        """The line without notes and cut passages."""
        kept = []
        while self._gap < len(self._gaps) and self._gaps[self._gap][1] <= start:
            self._gap += 1
        at, index = start, self._gap
        while index < len(self._gaps) and self._gaps[index][0] < end:
            kept.append((at, self._gaps[index][0]))
            at, index = self._gaps[index][1], index + 1
        kept.append((at, end))
        return [(a, b) for a, b in kept if a < b and self._text[a:b].strip()]

    def _take_stretch(self, line: Line, start: int, end: int) -> None:
        if time := _TIME.match(self._text, start, end):
            self._time = time[1]
            start = time.end()
        start, end = trimmed(self._text, start, end)
        if start == end:
            return
        role, start, end = self._role(start, end)
        if role is not None:
            self._write(line, start, end, role)

    def _role(self, start: int, end: int) -> tuple[Role | None, int, int]:
        """The role of a stretch and the range of its words; None: a speaker's name."""
        text = self._text
        if self._title_page:
            return "note", start, end
        if centered := _CENTERED.fullmatch(text, start, end):
            return "screen", *centered.span(1)
        if _HEADING.fullmatch(text, start, end) or _SECTION.fullmatch(text, start, end):
            self._speaker = self._speaker if text[start] in "(（" else ""
            return "direction", start, end
        if self._speaker:
            return "speech", start, end
        if spoken := _INLINE_CUE.match(text, start, end):
            return self._inline(spoken, end)
        return self._cue_or_action(start, end)

    def _inline(self, spoken: re.Match[str], end: int) -> tuple[Role, int, int]:
        name = spoken[1].strip()
        if _DIRECTION_NAMES.fullmatch(name):
            return "direction", spoken.start(), end
        return ("screen" if _SCREEN_NAMES.fullmatch(name) else "speech"), spoken.start(), end

    def _cue_or_action(self, start: int, end: int) -> tuple[Role | None, int, int]:
        text = self._text
        if text[start] == "!":
            return "direction", start + 1, end
        if text[start] == "~":
            return "speech", start + 1, end
        follows = self._words_follow(end)
        for pattern in (_CUE_FORCED, _CUE_CAPITALS, _CUE_CHINESE):
            cue = pattern.fullmatch(text, start, end)
            if cue and self._after_blank and follows:
                self._speaker = cue[1].strip()
                return None, start, end
        return "direction", start, end

    def _words_follow(self, end: int) -> bool:
        """Whether the next line is not blank."""
        match = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?=[^\s])").match(self._text, end)
        return match is not None

    def _write(self, line: Line, start: int, end: int, role: Role) -> None:
        where: dict[str, str | int] = {"line": line.number}
        speaker = self._speaker
        if role == "speech" and not speaker and (spoken := _INLINE_CUE.match(self._text, start, end)):
            speaker = spoken[1].strip()
        if speaker:
            where["speaker"] = speaker
        if self._time:
            where["time"] = self._time
        label = " ".join(piece for piece in (f"第 {line.number} 行", speaker, self._time) if piece)
        with self.assembly.part(label, where, role):
            self._write_words(start, end)

    def _write_words(self, start: int, end: int) -> None:
        for piece in visible_pieces(self._text[start:end]):
            if piece.shows is None:
                self.assembly.copy(start + piece.start, start + piece.end)
            else:
                self.assembly.stand(piece.shows, start + piece.start, start + piece.end)


def _gaps(text: str) -> list[tuple[int, int]]:
    """Notes and cut passages; an opening mark that nothing closes is text."""
    gaps: list[tuple[int, int]] = []
    unclosed: set[str] = set()
    at = 0
    while opening := _CUT_OPENING.search(text, at):
        mark, at = opening[0], opening.end()
        end = -1 if mark in unclosed else text.find(_CUT_CLOSING[mark], at)
        if end < 0:
            unclosed.add(mark)  # searched to the end of the file once, not again for each mark
        else:
            at = end + len(_CUT_CLOSING[mark])
            gaps.append((opening.start(), at))
    return gaps
