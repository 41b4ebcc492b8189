"""The inline markup of Markdown, undone with places: emphasis, code, links, pictures, tags, entities.

Written by hand because a Markdown library gives inline text without positions. It errs to the side of the
reader: a pair of asterisks next to a Chinese quotation mark counts as emphasis even where CommonMark leaves
it standing, for that is what the writer means, and a term must not fall apart over it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_SPECIAL: Final = re.compile(r"[\\`*_~=<&!\[\]]|https?://|www\.")
_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK: Final = re.compile(
    r"<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>"
)
_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]{0,40})(?:\s[^<>]{0,2000})?/?>")
_COMMENT_END: Final = "-->"
_URL: Final = re.compile(r"(?:https?://|www\.)[!-;=?-~]+")  # printable ASCII without < and >
_TARGET: Final = re.compile(
    r"\(\s{0,20}(?:<[^<>\n]{0,2000}>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,1000}\)){0,2000})"
    r"(?:\s{1,20}(?:\"[^\"]{0,1000}\"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s{0,20}\)"
)
_REFERENCE: Final = re.compile(r"\[([^\[\]]{0,200})\]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_REACH: Final = 50  # open delimiters looked at for one closer; deeper nesting is no prose


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:end]`` shows as ``shows``; None: as it stands."""

    start: int
    end: int
    shows: str | None = None


def visible_pieces(text: str, references: frozenset[str] = frozenset()) -> list[Piece]:
    """What a reader sees of a block of Markdown, in order.

    Left out: markers, link targets, addresses, tags, comments, struck text, and code without Chinese (an
    address and code leave a space, so that the words around them do not grow together). Code with Chinese in
    it is copy in another type face and stays.

    ``references`` are the known link labels, lower case, for ``[text][label]``.
    """
    scanner = _Scanner(text, references)
    scanner.scan()
    return list(scanner.pieces())


@dataclass(slots=True)
class _Delimiter:
    start: int
    length: int
    opens: bool


class _Scanner:
    def __init__(self, text: str, references: frozenset[str]) -> None:
        self._text, self._references = text, references
        self._cuts: list[tuple[int, int, str]] = []
        """Ranges that do not show as they stand, with what they show."""
        self._delimiters: dict[str, list[_Delimiter]] = {"*": [], "_": [], "~": [], "=": []}
        self._brackets: list[int] = []
        self._struck_tag = -1
        self._no_comment_end = False
        self._code_ends = _code_runs(text)

    def scan(self) -> None:
        """Find all markup."""
        at = 0
        while match := _SPECIAL.search(self._text, at):
            at = self._take(match[0], match.start())

    def pieces(self) -> Iterator[Piece]:
        """The visible text between and inside the cuts."""
        at = 0
        for start, end, shows in sorted(self._cuts, key=lambda cut: (cut[0], -cut[1])):
            if start < at:
                continue  # inside something struck
            if start > at:
                yield Piece(at, start)
            if shows:
                yield Piece(start, end, shows)
            at = end
        if at < len(self._text):
            yield Piece(at, len(self._text))

    def _cut(self, start: int, end: int, shows: str = "") -> int:
        self._cuts.append((start, end, shows))
        return end

    def _take(self, mark: str, at: int) -> int:
        """Handle the mark at ``at``; returns where to go on."""
        if mark == "\\":
            return self._escape(at)
        if mark == "`":
            return self._code(at)
        if mark in self._delimiters:
            return self._run(mark, at)
        if mark == "<":
            return self._angle(at)
        if mark == "&":
            return self._entity(at)
        return self._link_or_address(mark, at)

    def _link_or_address(self, mark: str, at: int) -> int:
        if mark in ("[", "!"):
            return self._open_bracket(at)
        if mark == "]":
            return self._close_bracket(at)
        match = _URL.match(self._text, at)
        return self._cut(at, match.end(), " ") if match else at + len(mark)

    def _escape(self, at: int) -> int:
        follower = self._text[at + 1 : at + 2]
        if follower in _PUNCTUATION or follower == "\n":
            self._cut(at, at + 1)
            return at + 1 + (follower != "\n")
        return at + 1

    def _code(self, at: int) -> int:
        end_of_run = at + _run_length(self._text, at)
        length = end_of_run - at
        closing = self._code_ends.get(at)
        if closing is None:
            return end_of_run
        end = closing + length
        if _HAN.search(self._text, end_of_run, closing):
            self._cut(at, end_of_run)
            return self._cut(closing, end)
        return self._cut(at, end, " ")

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self._text, at)
        if match is None or (shows := html.unescape(match[0])) == match[0]:
            return at + 1
        return self._cut(at, match.end(), shows)

    def _angle(self, at: int) -> int:
        text = self._text
        if text.startswith("<!--", at):
            end = -1 if self._no_comment_end else text.find(_COMMENT_END, at + 2)
            self._no_comment_end = end < 0
            return at + 1 if end < 0 else self._cut(at, end + len(_COMMENT_END))
        if link := _AUTOLINK.match(text, at):
            return self._cut(at, link.end(), " ")
        tag = _TAG.match(text, at)
        if tag is None:
            return at + 1
        self._strike_by_tag(tag)
        return self._cut(at, tag.end(), "\n" if tag[1].lower() == "br" else "")

    def _strike_by_tag(self, tag: re.Match[str]) -> None:
        """<del>, <s> and <strike> hide what they enclose; <script> and <style> are never seen."""
        if tag[1].lower() not in ("del", "s", "strike", "script", "style"):
            return
        if not tag[0].startswith("</"):
            self._struck_tag = tag.start() if self._struck_tag < 0 else self._struck_tag
        elif self._struck_tag >= 0:
            self._cut(self._struck_tag, tag.end())
            self._struck_tag = -1

    def _open_bracket(self, at: int) -> int:
        text = self._text
        picture = text[at] == "!"
        if picture and not text.startswith("[", at + 1):
            return at + 1
        begin = at + 1 + picture
        if text.startswith("^", begin) and (note := _REFERENCE.match(text, begin - 1)):
            return self._cut(at, note.end())  # the mark of a footnote
        self._brackets.append(at)
        return begin

    def _close_bracket(self, at: int) -> int:
        if not self._brackets:
            return at + 1
        opened = self._brackets.pop()
        begin = opened + 1 + (self._text[opened] == "!")
        end = self._link_end(at, self._text[begin:at] if at - begin < 200 else "")
        if end < 0:
            return at + 1
        self._cut(opened, begin)
        return self._cut(at, end)

    def _link_end(self, at: int, label: str) -> int:
        """Where the link whose text ends at ``at`` ends itself; -1: these are plain brackets."""
        if target := _TARGET.match(self._text, at + 1):
            return target.end()
        reference = _REFERENCE.match(self._text, at + 1)
        if reference and (reference[1] or label).strip().lower() in self._references:
            return reference.end()
        return at + 1 if label.strip().lower() in self._references else -1

    def _run(self, mark: str, at: int) -> int:
        text, length = self._text, _run_length(self._text, at)
        end = at + length
        before, after = text[at - 1 : at], text[end : end + 1]
        opens, closes = _opens_and_closes(mark, length, before, after)
        if closes and self._close_run(mark, at, length):
            return end
        if opens:
            self._delimiters[mark].append(_Delimiter(at, length, opens=True))
        return end

    def _close_run(self, mark: str, at: int, length: int) -> bool:
        """Pair a closing run with the nearest open one of its length, else with the nearest."""
        stack = self._delimiters[mark]
        first = max(0, len(stack) - _REACH)
        same = next((i for i in range(len(stack) - 1, first - 1, -1) if stack[i].length == length), -1)
        if mark in "~=" and same < 0:
            return False
        index = same if same >= 0 else len(stack) - 1
        if index < 0:
            return False
        opener = stack[index]
        del stack[index:]
        self._pair(mark, opener, at, length)
        return True

    def _pair(self, mark: str, opener: _Delimiter, at: int, length: int) -> None:
        if mark == "~":
            self._cut(opener.start, at + length)
            return
        taken = min(opener.length, length)
        self._cut(opener.start + opener.length - taken, opener.start + opener.length)
        self._cut(at, at + taken)
        rest = opener.length - taken
        if rest:
            self._delimiters[mark].append(_Delimiter(opener.start, rest, opens=True))


def _opens_and_closes(mark: str, length: int, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run of delimiters may begin or end emphasis, by its neighbours."""
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace()
    if mark == "_":  # snake_case is no emphasis
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    if mark in "~=" and length != 2:
        return False, False
    return opens, closes


def _run_length(text: str, at: int) -> int:
    end = at
    while text.startswith(text[at], end):
        end += 1
    return end - at


def _code_runs(text: str) -> dict[int, int]:
    """Start of each run of backticks -> start of the next run of the same length."""
    nexts: dict[int, int] = {}
    last: dict[int, int] = {}
    for run in re.finditer(r"`+", text):
        length = run.end() - run.start()
        if length in last:
            nexts[last[length]] = run.start()
        last[length] = run.start()
    return nexts
