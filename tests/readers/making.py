"""Files made for tests by the programs that write such files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from compliance.text import Document

DOCUMENT = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(document: Any) -> bytes:
    """A python-docx document as bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def workbook_file(workbook: Any) -> bytes:
    """An openpyxl workbook as bytes."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def sheet_file(*rows: Iterable[object], title: str = "分镜") -> bytes:
    """A workbook with one sheet."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(list(row))
    return workbook_file(workbook)


def zipped(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word_xml(body: str, **members: str) -> bytes:
    """A Word file whose body is given as XML."""
    xml = (
        f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return zipped({"[Content_Types].xml": "<Types/>", DOCUMENT: xml, **members})


def paragraph(*runs: str) -> str:
    """A Word paragraph; runs that are no markup are wrapped."""
    inside = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p>{inside}</w:p>"


def said(document: Document) -> list[tuple[str, str]]:
    """Label and words of every part."""
    return [(part.label, document.visible[part.start : part.end]) for part in document.parts]


def roles(document: Document) -> dict[str, str]:
    """Words -> role of every part."""
    return {document.visible[part.start : part.end]: part.role for part in document.parts}


def shown_in_source(document: Document, words: str) -> str:
    """The stretch of the file that shows as ``words``."""
    at = document.visible.index(words)
    span = document.source_span(at, at + len(words))
    return document.source[span.start : span.end]
