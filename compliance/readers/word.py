"""Word files (.docx, .docm): paragraphs, tables, text boxes, headers, footers, notes.

Numbering, so that a place can be found again in Word and by other programs:

- ``paragraph`` n: the n-th ``w:p`` that is a direct child of ``w:body``, empty ones included, from 1
  (python-docx: ``document.paragraphs[n - 1]``);
- ``table`` n, ``cell`` "C3": the n-th ``w:tbl`` that is a direct child of ``w:body``, column C (merged
  columns counted), row 3 (python-docx: ``document.tables[n - 1].rows[2]``);
- ``control``: the n-th other child of ``w:body`` (content controls, mostly);
- ``textbox``, ``header``, ``footer``, ``footnote``, ``endnote``: running numbers from 1.

Words that a tracked change deletes or moves away, and hidden text, are not visible; inserted words are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from compliance.errors import InputError
from compliance.readers.assembly import Extract
from compliance.readers.intake import shown
from compliance.readers.package import Package
from compliance.readers.sheets import Budget, HeaderWatch, cell_name
from compliance.text import Document

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_PARAGRAPH, _TABLE, _CONTROL = _W + "p", _W + "tbl", _W + "sdt"
_UNSEEN: Final = frozenset(
    _W + tag
    for tag in ("del", "moveFrom", "delText", "instrText", "rt", "pPr", "rPr", "sdtPr", "tblPr", "tcPr")
)
_MARKS: Final = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_OFF: Final = frozenset(("0", "false", "off"))


def read(content: bytes, name: str) -> Document:
    """The words of a Word file, each paragraph and table cell a part.

    Raises:
        InputError: damaged, encrypted, or not a Word file.
        InputTooLarge, UnsafeInput: over a limit, or made to harm.
    """
    package = Package(content, name)
    package.require("word/document.xml", "Word")
    writer = _Writer(package, name)
    writer.write_body()
    for kind, title in (("header", "页眉"), ("footer", "页脚")):
        writer.write_surroundings(kind, title)
    for kind, title in (("footnote", "脚注"), ("endnote", "尾注")):
        writer.write_notes(kind, title)
    return writer.extract.document(name, "docx", not_checked=_not_checked(package))


def _not_checked(package: Package) -> tuple[str, ...]:
    notes = []
    pictures = len(package.matching("word/media/"))
    if pictures:
        notes.append(f"{pictures} 张图片里的文字没有检查")
    charts = len(package.matching("word/charts/chart")) + len(package.matching("word/diagrams/data"))
    if charts:
        notes.append(f"{charts} 个图表里的文字没有检查")
    if package.matching("word/embeddings/") or package.matching("word/afchunk"):
        notes.append("嵌入的其他文件没有打开")
    if "word/comments.xml" in package.members:
        notes.append("批注没有检查")
    if "word/vbaProject.bin" in package.members:
        notes.append("文件带有宏；宏没有运行，也没有检查")
    return tuple(notes)


class _Writer:
    """Walks the XML and writes the visible words."""

    def __init__(self, package: Package, name: str) -> None:
        self.extract = Extract()
        self._package, self._name = package, name
        self._hidden_styles = _hidden_styles(package.xml("word/styles.xml"))
        self._boxes: list[Element] = []
        self._box_count = 0
        self._budget = Budget(name)

    def write_body(self) -> None:
        """Paragraphs, tables and content controls in the order of the document."""
        root = self._package.xml("word/document.xml")
        body = root.find(_W + "body") if root is not None else None
        if body is None:
            raise InputError(shown(self._name), _no_body(root))
        counts = Counter[str]()
        for block in body:
            if block.tag in _UNSEEN:
                continue
            kind = block.tag if block.tag in (_PARAGRAPH, _TABLE) else _CONTROL
            counts[kind] += 1
            number = counts[kind]
            if kind == _TABLE:
                self._write_table(block, number)
            elif kind == _PARAGRAPH:
                self._write_part(block, f"第 {number} 段", {"paragraph": number})
            else:  # content controls and whatever else may wrap paragraphs
                self._write_part(block, f"内容控件 {number}", {"control": number})

    def write_surroundings(self, kind: str, title: str) -> None:
        """Headers or footers, each a part."""
        for number, member in enumerate(self._package.matching(f"word/{kind}", ".xml"), start=1):
            root = self._package.xml(member)
            if root is not None:
                self._write_part(root, f"{title} {number}", {kind: number})

    def write_notes(self, kind: str, title: str) -> None:
        """Footnotes or endnotes, each a part; the separators that Word keeps among them are none."""
        root = self._package.xml(f"word/{kind}s.xml")
        notes = root.findall(_W + kind) if root is not None else []
        written = [note for note in notes if note.get(_W + "type", "normal") == "normal"]
        for number, note in enumerate(written, start=1):
            self._write_part(note, f"{title} {number}", {kind: number})

    def _write_part(self, block: Element, label: str, where: dict[str, str | int]) -> None:
        with self.extract.part(label, where):
            self.extract.say(self._words(block))
        self._write_boxes()

    def _write_boxes(self) -> None:
        """Text boxes anchored in what was just written; a box may hold a box."""
        while self._boxes:
            box = self._boxes.pop(0)
            self._box_count += 1
            with self.extract.part(f"文本框 {self._box_count}", {"textbox": self._box_count}, "screen"):
                self.extract.say(self._words(box))

    def _write_table(self, table: Element, number: int) -> None:
        watch = HeaderWatch()
        rows = [row for row in _through_controls(table, _W + "tr") if not _row_deleted(row)]
        for row_number, row in enumerate(rows, start=1):
            columns, cells = self._cells(row)
            self._budget.spend_row(row_number, cells)
            for column, words, role in zip(columns, cells, watch.roles(cells), strict=True):
                place = cell_name(column, row_number)
                with self.extract.part(f"表 {number} {place}", {"table": number, "cell": place}, role):
                    self.extract.say(words)
        self._write_boxes()

    def _cells(self, row: Element) -> tuple[list[int], list[str]]:
        """Column numbers and words of the cells of a row; merged columns are counted."""
        column = 1 + _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
        columns, cells = [], []
        for cell in _through_controls(row, _W + "tc"):
            columns.append(column)
            cells.append(self._words(cell))
            column += _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
        return columns, cells

    def _words(self, block: Element) -> str:
        """The visible words below an element, paragraphs on lines of their own."""
        paragraphs = ["".join(self._pieces(p)) for p in self._paragraphs(block)]
        return "\n".join(paragraph for paragraph in paragraphs if paragraph.strip())

    def _paragraphs(self, block: Element) -> Iterator[Element]:
        if block.tag == _PARAGRAPH:
            yield block
            return
        for child in block:
            if child.tag not in _UNSEEN:
                yield from self._paragraphs(child)

    def _pieces(self, element: Element) -> Iterator[str]:
        for child in self._visible_children(element):
            if child.tag == _W + "t":
                yield child.text or ""
            elif child.tag in _MARKS:
                yield _MARKS[child.tag]
            elif child.tag == _W + "txbxContent":
                self._boxes.append(child)
            elif child.tag != _W + "r" or not self._is_hidden(child):
                yield from self._pieces(child)

    def _visible_children(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag in _UNSEEN:
                continue
            if child.tag == _MC + "AlternateContent":
                # The same drawing twice, for new and for old programs: read it once.
                choice = child.find(_MC + "Choice")
                fallback = child.find(_MC + "Fallback")
                chosen = choice if choice is not None else fallback
                if chosen is not None:
                    yield chosen
            else:
                yield child

    def _is_hidden(self, run: Element) -> bool:
        properties = run.find(_W + "rPr")
        if properties is None:
            return False
        vanish = properties.find(_W + "vanish")
        if vanish is not None:
            return vanish.get(_W + "val", "1") not in _OFF
        style = properties.find(_W + "rStyle")
        return style is not None and style.get(_W + "val") in self._hidden_styles


def _no_body(root: Element | None) -> str:
    if root is not None and root.tag.startswith(_STRICT_W):
        return "是“严格 Open XML”格式；请在 Word 里另存为普通的 .docx"
    return "Word 文件没有正文；请用 Office 或 WPS 另存一次"


def _through_controls(parent: Element, tag: str) -> Iterator[Element]:
    """Children with the tag, also those inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (_CONTROL, _W + "sdtContent", _W + "ins"):
            yield from _through_controls(child, tag)


def _row_deleted(row: Element) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None


def _hidden_styles(styles: Element | None) -> frozenset[str]:
    if styles is None:
        return frozenset()
    hidden = (s for s in styles.iter(_W + "style") if s.find(f"{_W}rPr/{_W}vanish") is not None)
    return frozenset(style.get(_W + "styleId", "") for style in hidden)


def _number(element: Element | None, default: int) -> int:
    value = element.get(_W + "val", "") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 5 else default
