"""Opening Office files: a zip guard in front of every parser, and XML without a DTD.

The guard looks at the directory of the archive before anything is unpacked. Declared sizes bound real ones:
``zipfile`` stops at the declared size and then finds the checksum wrong. A ratio alone is no test: an honest
script that repeats itself packs 200 to 1.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree
from xml.parsers import expat

from compliance.errors import InputError, InputTooLarge, UnsafeInput
from compliance.readers.intake import shown

MAX_MEMBERS: Final = 500
"""Files inside the archive; a long script with pictures has a few dozen."""
MAX_MEMBER_BYTES: Final = 20 * 1024 * 1024
MAX_TOTAL_BYTES: Final = 50 * 1024 * 1024
MAX_DEPTH: Final = 200
"""Nesting of XML elements; Word needs about 30."""

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = 0x1


class Package:
    """The members of an Office file, checked before use.

    Raises:
        InputTooLarge, UnsafeInput, InputError: on creation and on every read; the message says why.
    """

    def __init__(self, content: bytes, name: str) -> None:
        self._name = shown(name)
        self._refuse_other_kinds(content)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError):
            raise self._damaged() from None
        self.members = {info.filename: info for info in self._archive.infolist()}
        self._refuse_bomb()
        for info in self._archive.infolist():
            self._refuse_unsafe(info)
        self._left = MAX_TOTAL_BYTES

    def require(self, member: str, kind: str) -> None:
        """Raise InputError unless the archive holds what a file of this kind must hold."""
        for needed in ("[Content_Types].xml", member):
            if needed not in self.members:
                raise InputError(
                    self._name, f"不是 {kind} 文件（缺少 {needed}）；请用 Office 或 WPS 另存一次"
                )

    def read(self, member: str) -> bytes:
        """The content of a member; b"" if there is none of that name."""
        if member not in self.members:
            return b""
        info = self.members[member]
        try:
            with self._archive.open(info) as file:
                content = file.read(min(info.file_size, self._left) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
            raise self._damaged(member) from None
        self._left -= len(content)
        if self._left < 0:
            raise self._too_large()
        return content

    def xml(self, member: str) -> ElementTree.Element | None:
        """The root of an XML member; None if there is none of that name."""
        root = None
        for event, element in self.xml_events(member):
            if event == "start" and root is None:
                root = element
        return root

    def xml_events(self, member: str) -> Iterator[tuple[str, ElementTree.Element]]:
        """Start and end events of an XML member, for sheets too big to keep as a tree."""
        content = self.read(member)
        if not content:
            return
        self._refuse_doctype(content, member)
        depth = 0
        try:
            for event, element in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):  # noqa: S314
                depth += 1 if event == "start" else -1
                if depth > MAX_DEPTH:
                    raise UnsafeInput(self._name, f"{member} 的 XML 嵌套超过 {MAX_DEPTH} 层；拒绝读取")
                yield event, element
        except (ElementTree.ParseError, ValueError, LookupError):
            raise self._damaged(member) from None

    def matching(self, prefix: str, suffix: str = "") -> list[str]:
        """Members by prefix and suffix, in the order of their running numbers."""
        found = [
            m for m in self.members if m.startswith(prefix) and m.endswith(suffix) and not m.endswith("/")
        ]
        return sorted(found, key=lambda m: (len(m), m))

    def _refuse_other_kinds(self, content: bytes) -> None:
        if content.startswith(_OLD_OFFICE):
            problem = "文件有密码保护，或是旧版 .doc/.xls 格式；请去掉密码，另存为 .docx 或 .xlsx"
            raise InputError(self._name, problem)
        if not content:
            raise InputError(self._name, "文件是 0 字节，可能没有保存完；请重新保存")
        if not content.startswith(b"PK"):
            raise InputError(self._name, "内容不是 Office 文件（不是 zip 包）；请检查扩展名，或另存一次")

    def _refuse_bomb(self) -> None:
        infos = self._archive.infolist()
        if len(infos) > MAX_MEMBERS:
            raise UnsafeInput(self._name, f"压缩包里有 {len(infos)} 个文件，超过上限 {MAX_MEMBERS}；拒绝解压")
        if len(self.members) != len(infos):
            raise UnsafeInput(self._name, "压缩包里有重名的文件；拒绝解压")
        largest = max((info.file_size for info in infos), default=0)
        if largest > MAX_MEMBER_BYTES or sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
            raise self._too_large()

    def _refuse_unsafe(self, info: zipfile.ZipInfo) -> None:
        path = info.filename.replace("\\", "/")
        if path.startswith("/") or ".." in path.split("/") or ":" in path.split("/")[0]:
            raise UnsafeInput(self._name, f"压缩包里有越界的路径 {shown(info.filename)}；拒绝读取")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise UnsafeInput(self._name, f"压缩包里有符号链接 {shown(info.filename)}；拒绝读取")
        if info.flag_bits & _ENCRYPTED:
            raise InputError(self._name, "压缩包有密码；请去掉密码后再检查")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnsafeInput(self._name, "压缩方式不是 Office 文件用的；请用 Office 或 WPS 另存一次")

    def _refuse_doctype(self, content: bytes, member: str) -> None:
        """No Office program writes a DTD; entity bombs and outside entities need one."""

        def doctype(*_: object) -> None:
            raise UnsafeInput(self._name, f"{member} 里有 DTD 声明（XML 实体攻击的入口）；拒绝读取")

        def first_element(*_: object) -> None:
            raise _PrologEnd

        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = doctype
        parser.StartElementHandler = first_element
        try:
            parser.Parse(content)
        except _PrologEnd:
            return
        except (expat.ExpatError, ValueError, LookupError):
            raise self._damaged(member) from None

    def _too_large(self) -> InputTooLarge:
        limits = f"单个文件 {MAX_MEMBER_BYTES >> 20} MiB、合计 {MAX_TOTAL_BYTES >> 20} MiB"
        return InputTooLarge(self._name, f"解压后超过上限（{limits}）；请删去大图片等内容，或拆成几个文件")

    def _damaged(self, member: str = "") -> InputError:
        where = f"（{shown(member)}）" if member else ""
        return InputError(
            self._name, f"文件损坏或不完整{where}，打不开；请重新下载，或用 Office、WPS 另存一次"
        )


class _PrologEnd(Exception):
    """The root element begins: there is no DTD."""
