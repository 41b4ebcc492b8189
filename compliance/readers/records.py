r"""JSON and JSON Lines: the strings that are copy, placed in the file through every escape.

Which strings: those under a key that names copy (text, title, caption, 口播, 字幕 …), and any other string
with Chinese in it that is longer than one character, unless its key names an address, an identifier or the
like. Keys themselves are never copy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from compliance.errors import InputError
from compliance.readers.assembly import Assembly
from compliance.readers.columns import key_role
from compliance.readers.decoding import decode
from compliance.readers.intake import shown
from compliance.readers.lines import lines_of, trimmed
from compliance.text import Document, LineTable

TEXT_KEYS: Final = frozenset(
    (
        *("text", "title", "subtitle", "headline", "caption", "script", "content", "desc", "description"),
        *("body", "line", "copy", "slogan", "summary", "message", "comment", "reply", "note", "remark"),
        *(
            "voiceover",
            "narration",
            "dialogue",
            "口播",
            "旁白",
            "台词",
            "话术",
            "字幕",
            "花字",
            "文案",
            "标题",
        ),
        *("正文", "内容", "描述", "简介", "卖点", "标语"),
    )
)
SKIPPED_KEYS: Final = frozenset(
    (
        *("id", "uuid", "guid", "url", "uri", "link", "href", "src", "path", "file", "filename", "filepath"),
        *("type", "mime", "date", "time", "datetime", "timestamp", "created", "updated", "created_at"),
        *("updated_at", "lang", "language", "locale", "encoding", "hash", "md5", "sha256", "token", "key"),
        *("version", "cookie", "useragent", "user_agent", "ip"),
    )
)

_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SIMPLE: Final[Mapping[str, str]] = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class _String:
    """A string value: ``text[start:end]`` without its quotes, under ``key`` at ``path``."""

    start: int
    end: int
    key: str
    path: str


def read(content: bytes, name: str) -> Document:
    """The copy in a JSON file, each string a part: where = {"line": n, "path": "slides[2].text"}.

    In JSON Lines, and in several JSON values one after the other, the path counts within its line.

    Raises:
        InputError: not valid JSON (with line and column), or nested too deep.
    """
    text = decode(content, name)
    assembly = Assembly(text)
    lined = name.lower().endswith((".jsonl", ".ndjson"))
    strings = _strings_of_lines(text, name) if lined else _strings_of_file(text, name)
    lines = LineTable(text)
    for string in strings:
        words = _unescaped(text[string.start : string.end])
        if _is_copy(string.key, words):
            line = lines.line_and_column(string.start)[0]
            where: dict[str, str | int] = {"line": line, "path": string.path}
            with assembly.part(f"第 {line} 行 {string.path}".rstrip(), where, key_role(string.key)):
                _write(assembly, string)
    return assembly.document(name, "jsonl" if lined else "json")


def _is_copy(key: str, words: str) -> bool:
    name = key.strip().lower()
    if not words.strip() or name in SKIPPED_KEYS or name.endswith(("_id", "_url")):
        return False
    return name in TEXT_KEYS or (len(words) > 1 and _HAN.search(words) is not None)


def _strings_of_file(text: str, name: str) -> Iterator[_String]:
    if not text.strip():
        return
    try:
        _validate(text, name, 1, 0)
    except InputError:
        if not _looks_lined(text):
            raise
        yield from _strings_of_lines(text, name)  # JSON Lines under the name .json
        return
    yield from _strings(text, 0, len(text))


def _looks_lined(text: str) -> bool:
    """Whether the first two lines with content are JSON values of their own."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:2]
    try:
        return len(lines) == 2 and all(isinstance(json.loads(line), dict | list) for line in lines)
    except (ValueError, RecursionError):
        return False


def _strings_of_lines(text: str, name: str) -> Iterator[_String]:
    for line in lines_of(text):
        start, end = trimmed(text, line.start, line.end)
        if start < end:
            _validate(text[start:end], name, line.number, start - line.start)
            yield from _strings(text, start, end)


def _validate(text: str, name: str, first_line: int, indent: int) -> None:
    """Raise InputError unless ``text`` is one JSON value that begins on ``first_line``, ``indent`` in."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        column = error.colno + (indent if error.lineno == 1 else 0)
        problem = f"不是有效的 JSON（{error.msg}）；请检查引号、逗号和括号是否成对"
        raise InputError(f"{shown(name)}:{line}:{column}", problem) from None
    except ValueError:  # a number with thousands of digits
        raise InputError(f"{shown(name)}:{first_line}", "JSON 里有长得离谱的数字；请检查文件") from None


@dataclass(slots=True)
class _Level:
    """An open object or array: where we are in it."""

    is_array: bool
    path: str
    key: str
    """The key of the value at hand; in an array the key above it."""
    root: bool = False
    index: int = 0
    wants_key: bool = False

    def __post_init__(self) -> None:
        self.wants_key = not self.is_array

    def child_path(self) -> str:
        """The path of the value at hand."""
        if self.root:
            return ""
        if self.is_array:
            return f"{self.path}[{self.index}]"
        return f"{self.path}.{self.key}" if self.path else self.key

    def next(self) -> None:
        """A comma: the next value or key follows."""
        self.index += 1
        self.wants_key = not self.is_array


def _strings(text: str, start: int, end: int) -> Iterator[_String]:
    """All string values of one valid JSON value, in order."""
    levels: list[_Level] = []
    for match in _TOKEN.finditer(text, start, end):
        mark = match[0][0]
        level = levels[-1] if levels else _Level(is_array=True, path="", key="", root=True)
        if mark == '"' and level.wants_key:
            level.key = _unescaped(match[0][1:-1])
            level.wants_key = False
        elif mark == '"':
            yield _String(match.start() + 1, match.end() - 1, level.key, level.child_path())
        elif mark in "{[":
            levels.append(_Level(is_array=mark == "[", path=level.child_path(), key=level.key))
        elif mark in "}]":
            levels.pop()
        elif mark == ",":
            level.next()


def _unescaped(body: str) -> str:
    return "".join(shows for shows, _, _ in _characters(body, 0, len(body)))


def _characters(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """What the string shows, piece by piece, each with its range; plain runs come whole."""
    at = start
    while at < end:
        match = _ESCAPE.search(text, at, end)
        first = match.start() if match else end
        if first > at:
            yield text[at:first], at, first
        if match is None:
            return
        shows, at = _escape(text, match, end)
        yield shows, match.start(), at


def _escape(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    """The character of an escape, two escapes of a surrogate pair taken together, and where it ends."""
    if match[1] is None:
        return _SIMPLE.get(match[2], match[2]), match.end()
    high = int(match[1], 16)
    if 0xD800 <= high < 0xDC00:
        follower = _ESCAPE.match(text, match.end(), end)
        low = int(follower[1], 16) if follower and follower[1] else 0
        if follower and 0xDC00 <= low < 0xE000:
            return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)), follower.end()
    return chr(high), match.end()


def _write(assembly: Assembly, string: _String) -> None:
    for shows, start, end in _characters(assembly.source, string.start, string.end):
        if shows == assembly.source[start:end]:
            assembly.copy(start, end)
        else:
            assembly.stand(shows, start, end)
