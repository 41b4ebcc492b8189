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


def pdf_file(*pages: str) -> bytes:
    """A small PDF, a page for each text; Chinese goes through the UCS-2 map that readers have built in."""
    system = "<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    descendant = f"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong/CIDSystemInfo{system}>>"
    font = f"<</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/UniGB-UCS2-H/DescendantFonts[{descendant}]>>"
    page = f"/Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1{font}>>>>"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    for text in pages:
        stream = _pdf_text([line for line in text.split("\n") if line])
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        objects.append(f"<<{page}/Contents {len(objects)} 0 R>>")
    kids = " ".join(f"{number} 0 R" for number in range(4, len(objects) + 1, 2))
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>"
    return _pdf_of(objects)


def _pdf_text(lines: list[str]) -> str:
    shown = " 0 -20 Td ".join(f"<{line.encode('utf-16-be').hex()}> Tj" for line in lines)
    return f"BT /F1 12 Tf 50 700 Td {shown} ET" if lines else ""


def _pdf_of(objects: list[str]) -> bytes:
    out, table = b"%PDF-1.4\n", ""
    for number, body in enumerate(objects, start=1):
        table += f"{len(out):010d} 00000 n \n"
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
