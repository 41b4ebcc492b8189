"""From bytes to text: UTF-8 first, then UTF-16, then GB18030; anything else is refused, never guessed.

A byte order mark is a sign about the encoding, not part of the text: offsets and columns do not count it.
"""

from __future__ import annotations

import codecs
from typing import Final

from compliance.errors import InputError
from compliance.readers.intake import shown

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_MAGIC: Final = (
    (b"%PDF-", "PDF", "请把扩展名改成 .pdf"),
    (b"PK\x03\x04", "压缩包（也可能是 Word 或 Excel 文件）", "请把扩展名改成 .docx 或 .xlsx，或先解压"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件", "请另存为 .docx 或 .xlsx"),
    (b"\x89PNG", "图片", "图片里的文字读不到，请把文案存成文本"),
    (b"\xff\xd8\xff", "图片", "图片里的文字读不到，请把文案存成文本"),
    (b"GIF8", "图片", "图片里的文字读不到，请把文案存成文本"),
    (b"\x1f\x8b", "压缩文件", "请先解压"),
)
_SAMPLE: Final = 20_000  # characters looked at to judge a guess; a wrong one is wrong everywhere
_LIKELY: Final = 0.85  # share of everyday characters; right guesses score above 0.95, wrong ones below 0.6


def decode(content: bytes, name: str) -> str:
    """The text of ``content``, without its byte order mark; line breaks stay as they are.

    Raises:
        InputError: another encoding or not text; says at which byte (counted from 1) and what to do.
    """
    _refuse_magic(content, name)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _refuse_nul(_decode_marked(content[len(mark) :], encoding, len(mark), name), name)
    try:
        text = content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        return _refuse_nul(_guess(content, error, name), name)
    if "\0" not in text:
        return text
    return _refuse_nul(_utf16(content) or text, name)


def _decode_marked(content: bytes, encoding: str, skipped: int, name: str) -> str:
    try:
        return content.decode(encoding, "surrogatepass" if encoding.startswith("utf") else "strict")
    except UnicodeDecodeError as error:
        at = error.start + skipped
        problem = (
            f"开头标明是 {encoding.upper()}，但第 {at + 1} 个字节起不是；文件可能没有传完，请重新另存为 UTF-8"
        )
        raise InputError(shown(name), problem) from None


def _guess(content: bytes, error: UnicodeDecodeError, name: str) -> str:
    text = _utf16(content) or _gb18030(content)
    if text is not None:
        return text
    at, byte = error.start, content[error.start]
    line = content.count(b"\n", 0, at) + 1
    problem = (
        f"第 {at + 1} 个字节（0x{byte:02X}，第 {line} 行）不是 UTF-8，全文也不像 UTF-16 或 GB18030；"
        "如果是文本，请用编辑器另存为 UTF-8；如果是图片、音频等，请先转成文字"
    )
    raise InputError(shown(name), problem)


def _utf16(content: bytes) -> str | None:
    """UTF-16 without a mark, if one byte order gives everyday text."""
    if len(content) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = content.decode(encoding, "surrogatepass")
        if "\0" not in text and everyday_share(text[:_SAMPLE]) >= _LIKELY:
            return text
    return None


def _gb18030(content: bytes) -> str | None:
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if everyday_share(text[:_SAMPLE]) >= _LIKELY else None


def everyday_share(text: str) -> float:
    """The share (0 to 1) of characters that Chinese copy is made of.

    Letters of the basic sets of simplified and traditional Chinese, ASCII, punctuation and emoji count;
    bytes read in a wrong encoding give rare characters, other scripts and control characters.
    """
    if not text:
        return 1.0
    return sum(map(_everyday, text)) / len(text)


def _everyday(character: str) -> bool:
    code = ord(character)
    if code < 0x80:
        return code >= 0x20 or character in "\t\n\r\f\v"
    if 0x2000 <= code < 0x2C00 or 0xFE00 <= code < 0xFE10 or 0x1F000 <= code < 0x1FB00:
        return True
    if 0x3000 <= code < 0x3040 or 0xFF00 <= code < 0xFFF0:
        return True
    return _in_basic_set(character, "gb2312", 0xB0, 0xF7) or _in_basic_set(character, "big5", 0xA4, 0xC6)


def _in_basic_set(character: str, charset: str, first: int, last: int) -> bool:
    encoded = character.encode(charset, "ignore")
    return len(encoded) == 2 and first <= encoded[0] <= last


def _refuse_magic(content: bytes, name: str) -> None:
    for magic, kind, advice in _MAGIC:
        if content.startswith(magic):
            raise InputError(shown(name), f"内容是{kind}，不是文本；{advice}")


def _refuse_nul(text: str, name: str) -> str:
    at = text.find("\0")
    if at < 0:
        return text.removeprefix("\ufeff")
    line = text.count("\n", 0, at) + 1
    before = len(text[:at].encode("utf-8", "surrogatepass"))
    problem = (
        f"第 {before + 1} 个字节（第 {line} 行）是空字符 NUL，像是二进制文件；"
        "如果是文本，请用编辑器另存为 UTF-8"
    )
    raise InputError(shown(name), problem)
