"""PDF with a text layer: each page a part."""

from __future__ import annotations

from typing import Any, Final

from compliance.errors import InputError, InputTooLarge, UnsupportedInput
from compliance.readers.assembly import Extract
from compliance.readers.intake import shown
from compliance.readers.sheets import Budget
from compliance.text import Document

MAX_PAGES: Final = 500
"""Pages of one file; a catalogue has a few dozen."""
_LINE_JOINERS: Final = str.maketrans({"\ufffe": "", "\u0002": "", "\0": ""})  # PDFium's mark for a split word


def read(content: bytes, name: str) -> Document:
    """The text layer, page by page; where = {"page": n}. Line ends of the layout stay line breaks.

    Raises:
        UnsupportedInput: no page has text (a scan), or the PDF library is not installed.
        InputTooLarge: too many pages.
        InputError: damaged or protected by a password.
    """
    pages = _pages(content, name)
    without_text = [number for number, text in enumerate(pages, start=1) if not text.strip()]
    if len(without_text) == len(pages):
        problem = "没有文字层，像是扫描件或图片；请用导出文字的 PDF，或先做文字识别再检查"
        raise UnsupportedInput(shown(name), problem)
    extract = Extract()
    for number, text in enumerate(pages, start=1):
        with extract.part(f"第 {number} 页", {"page": number}):
            extract.say(text)
    notes = (f"第 {_listed(without_text)} 页没有文字（可能是图片），没有检查",) if without_text else ()
    return extract.document(name, "pdf", not_checked=(*notes, "PDF 里图片上的文字没有检查"))


def _listed(numbers: list[int]) -> str:
    return "、".join(map(str, numbers[:10])) + (" 等" if len(numbers) > 10 else "")


def _pages(content: bytes, name: str) -> list[str]:
    if not content.lstrip()[:5] == b"%PDF-":
        raise InputError(shown(name), "内容不是 PDF；请检查扩展名，或重新导出")
    try:
        import pypdfium2
    except ImportError:
        problem = "读 PDF 需要 pypdfium2；请运行 pip install 'yushen-compliance[documents]'"
        raise UnsupportedInput(shown(name), problem) from None
    try:
        with pypdfium2.PdfDocument(content) as document:
            return _texts(document, name)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        problem = "有密码保护；请去掉密码后再检查" if locked else "文件损坏或不完整，打不开；请重新导出"
        raise InputError(shown(name), problem) from None


def _texts(document: Any, name: str) -> list[str]:
    if len(document) > MAX_PAGES:
        raise InputTooLarge(shown(name), f"有 {len(document)} 页，超过上限 {MAX_PAGES} 页；请拆成几个文件")
    texts, budget = [], Budget(name)
    for page in document:
        layer = page.get_textpage()
        budget.spend_text(layer.count_chars())
        texts.append(_tidy(layer.get_text_range()))
        layer.close()
        page.close()
    return texts


def _tidy(text: str) -> str:
    lines = text.translate(_LINE_JOINERS).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
