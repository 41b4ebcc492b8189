"""Readers: a file becomes a Document. One file an input kind; the table below finds them by suffix.

A reader is a module with ``read(content: bytes, name: str) -> Document``. It is imported when a file of its
kind is met and not before: checking a text file must not pay for the others. Readers do not know each other;
what they share lives in ``intake``, ``decoding``, ``lines``, ``assembly``, ``columns``, ``package`` and
``inline_markup``.
"""

from __future__ import annotations

import os
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from compliance.errors import InputError, UnsupportedInput
from compliance.readers import intake
from compliance.text import Document

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES: Final = MappingProxyType(
    {
        ".txt": "plain",
        ".text": "plain",
        ".md": "markdown",
        ".markdown": "markdown",
        ".srt": "subtitles",
        ".vtt": "subtitles",
        ".ass": "substation",
        ".ssa": "substation",
        ".lrc": "lyrics",
        ".docx": "word",
        ".docm": "word",
        ".xlsx": "workbook",
        ".xlsm": "workbook",
        ".csv": "delimited",
        ".tsv": "delimited",
        ".html": "webpage",
        ".htm": "webpage",
        ".xhtml": "webpage",
        ".pdf": "pdf",
        ".json": "records",
        ".jsonl": "records",
        ".ndjson": "records",
        ".fountain": "screenplay",
        ".spmd": "screenplay",
    }
)
"""Suffix (lower case) -> module of this package."""

_CONVERT: Final = MappingProxyType(
    {
        ".doc": "请在 Word 或 WPS 里另存为 .docx",
        ".wps": "请在 WPS 里另存为 .docx",
        ".rtf": "请另存为 .docx",
        ".odt": "请另存为 .docx",
        ".pages": "请导出为 .docx",
        ".xls": "请在 Excel 或 WPS 里另存为 .xlsx",
        ".et": "请在 WPS 里另存为 .xlsx",
        ".ods": "请另存为 .xlsx",
        ".numbers": "请导出为 .xlsx",
        ".ppt": "请把讲稿文字存成 .docx 或 .txt",
        ".pptx": "请把讲稿文字存成 .docx 或 .txt",
    }
)
_PICTURES: Final = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".heic", ".tif", ".tiff"),
        *(".mp4", ".mov", ".avi", ".mkv", ".flv", ".mp3", ".wav", ".m4a", ".aac"),
    )
)
_ARCHIVES: Final = frozenset((".zip", ".rar", ".7z", ".gz", ".tar", ".tgz", ".bz2", ".xz"))

EMPTY_NOTE: Final = "文件是空的，没有可检查的文字"
NOTHING_VISIBLE_NOTE: Final = "文件里没有读者看得到的文字，没有可检查的内容"


def read(path: str | Path) -> Document:
    """Read a file by its type.

    Raises:
        InputError: missing, unreadable, unsupported, too large or unsafe; the message says what to do.
        ConfigError: the file's own front matter names an unknown industry, platform or channel.
    """
    return read_bytes(intake.load(path), str(path))


def read_bytes(content: bytes, name: str) -> Document:
    """Read content that is not on disk (standard input, an upload); ``name`` decides the type.

    A name without a known suffix is read as plain text; known binary kinds are refused with advice.

    Raises:
        InputError: unsupported, too large, damaged or unsafe; the message says what to do.
        ConfigError: the front matter names an unknown industry, platform or channel.
    """
    intake.refuse_oversize(len(content), name)
    reader = import_module(f"compliance.readers.{_module_for(name)}")
    try:
        document: Document = reader.read(content, name)
    except RecursionError:
        raise InputError(intake.shown(name), "嵌套太深，读不了；请拆成层次更浅的文件") from None
    return document if document.visible.strip() else _with_empty_note(document)


def supported() -> tuple[str, ...]:
    """The suffixes that have a reader, sorted."""
    return tuple(sorted(SUFFIXES))


def _module_for(name: str) -> str:
    suffix = os.path.splitext(name)[1].lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    advice = _advice(suffix)
    if advice:
        raise UnsupportedInput(intake.shown(name), f"不支持 {suffix} 文件；{advice}")
    return "plain"


def _advice(suffix: str) -> str:
    if suffix in _PICTURES:
        return "图片、音频和视频里的文字读不到，请把文案或字幕存成文本再检查"
    if suffix in _ARCHIVES:
        return "请先解压，再检查里面的文件"
    return _CONVERT.get(suffix, "")


def _with_empty_note(document: Document) -> Document:
    note = NOTHING_VISIBLE_NOTE if document.source.strip() else EMPTY_NOTE
    return document.with_changes(not_checked=(*document.not_checked, note))
