"""HTML: what a visitor of the page reads, placed in the file through tags and entities.

White space collapses as in a browser; block elements stand on lines of their own; inline tags do not split
words. Not visible: script, style, template, the head without its title, comments, elements marked ``hidden``
or styled ``display:none`` in the tag itself. Style sheets are not evaluated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from compliance.readers.assembly import Assembly
from compliance.readers.decoding import decode
from compliance.readers.sheets import HeaderWatch, cell_name, cell_position
from compliance.readers.tags import Attribute, Token, attributes_of, entities_of, tokens_of
from compliance.text import Document, LineTable, Part

_VOID: Final = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"),
        *("track", "wbr"),
    )
)
_BLOCK: Final = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "button",
            "caption",
            "center",
            "dd",
            "details",
        ),
        *(
            "dialog",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
        ),
        *(
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "nav",
            "ol",
            "optgroup",
            "option",
        ),
        *("p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th"),
        *("input", "thead", "title", "tr", "ul"),
    )
)
_UNSEEN: Final = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "noembed", "noframes", "xmp", "head")
)
_HEAD_ONLY: Final = frozenset(("title", "meta", "link", "script", "style", "base", "noscript", "template"))
_SELF_CLOSING: Final = {  # an opening tag ends these if they are the innermost open element
    **dict.fromkeys(
        ("li", "dt", "dd", "option", "tr"), frozenset(("li", "dt", "dd", "option", "td", "th", "tr"))
    ),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th"))),
}
_SHOWN_VALUES: Final = {"img": ("alt", "title"), "input": ("placeholder",), "textarea": ("placeholder",)}
_BUTTONS: Final = frozenset(("submit", "button", "reset"))
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


def read(content: bytes, name: str) -> Document:
    """The visible text of a page; table cells are parts: where = {"table": n, "cell": "C3"}.

    Raises:
        InputError: not text.
    """
    text = decode(content, name)
    page = _Page(text)
    for token in tokens_of(text):
        page.take(token)
    page.finish()
    document = page.assembly.document(name, "html", not_checked=tuple(page.notes))
    return document.with_changes(parts=_with_roles(document))


def _with_roles(document: Document) -> tuple[Part, ...]:
    """The parts, cells of shot lists with the roles their headers give them."""
    parts: list[Part] = []
    for _, table in groupby(document.parts, key=lambda part: part.where["table"]):
        watch = HeaderWatch()
        for _, row in groupby(table, key=lambda part: cell_position(str(part.where["cell"]))[1]):
            cells = list(row)
            columns = [cell_position(str(part.where["cell"]))[0] for part in cells]
            words = [""] * max(columns)
            for column, part in zip(columns, cells, strict=True):
                words[column - 1] = document.visible[part.start : part.end]
            roles = watch.roles(words)
            parts.extend(p._replace(role=roles[c - 1]) for c, p in zip(columns, cells, strict=True))
    return tuple(parts)


@dataclass(slots=True)
class _Element:
    name: str
    hidden: bool


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0


class _Page:
    """Follows the open elements and writes what is visible."""

    def __init__(self, text: str) -> None:
        self.assembly = Assembly(text)
        self.notes: list[str] = []
        self._text = text
        self._open: list[_Element] = []
        self._open_names: Counter[str] = Counter()  # a stray end tag must not search the whole stack
        self._hidden = 0
        self._preformatted = 0
        self._space_at: int | None = None
        self._tables = _Tables(self.assembly, text)
        self._pictures = 0

    def take(self, token: Token) -> None:
        """The next token of the page."""
        if token.kind == "text":
            self._take_text(token.start, token.end)
        elif token.kind == "entity":
            self._take_entity(token)
        elif token.kind == "open":
            self._take_open(token)
        elif token.kind == "close":
            self._take_close(token.name)
        elif token.kind == "unclosed":
            line = LineTable(self._text).line_and_column(token.start)[0]
            self.notes.append(f"第 {line} 行的标签或注释没有结束，其后的内容浏览器不显示，没有检查")

    def finish(self) -> None:
        """The end of the file closes what is open."""
        self._tables.leave_all()
        if self._pictures:
            self.notes.append(f"{self._pictures} 张图片里的文字没有检查")

    def _take_open(self, token: Token) -> None:
        name = token.name
        self._close_implied(name)
        attributes = {a.name: a for a in attributes_of(self._text, token)}
        if name in _BLOCK or name == "br":
            self._break_line()
        if not self._hidden:
            self._pictures += name == "img"
            self._write_values(name, attributes)
        if name in _VOID or (self._text.startswith("/>", token.end - 2) and name in ("path", "use", "rect")):
            return
        style = attributes.get("style")
        hidden = (
            name in _UNSEEN
            or "hidden" in attributes
            or (style is not None and _HIDDEN_STYLE.search(self._text, style.start, style.end) is not None)
        )
        self._push(_Element(name, hidden))

    def _push(self, element: _Element) -> None:
        self._open.append(element)
        self._open_names[element.name] += 1
        title = element.name == "title" and self._open[:-1] and self._open[-2].name == "head"
        if title:
            self._hidden -= 1  # the one visible thing in the head
        self._hidden += element.hidden
        self._preformatted += element.name in ("pre", "textarea")
        if not self._hidden:
            self._tables.enter(element.name)

    def _pop(self) -> None:
        element = self._open.pop()
        self._open_names[element.name] -= 1
        if not self._hidden:
            self._tables.leave(element.name)
        self._hidden -= element.hidden
        self._preformatted -= element.name in ("pre", "textarea")
        if element.name == "title" and self._open and self._open[-1].name == "head":
            self._hidden += 1
        if element.name in _BLOCK:
            self._break_line()

    def _take_close(self, name: str) -> None:
        if not self._open_names[name]:
            if name == "p":
                self._break_line()
            return
        while self._open[-1].name != name:
            self._pop()
        self._pop()

    def _close_implied(self, name: str) -> None:
        """Elements whose end tag may be left out."""
        if self._open and self._open[-1].name == "head" and name not in _HEAD_ONLY:
            self._pop()
        if self._open and self._open[-1].name == "p" and name in _BLOCK:
            self._pop()
        while self._open and self._open[-1].name in _SELF_CLOSING.get(name, ()):
            ended = self._open[-1].name
            self._pop()
            if ended == name:
                return

    def _break_line(self) -> None:
        self._space_at = None
        self.assembly.break_line()

    def _take_text(self, start: int, end: int) -> None:
        if self._hidden:
            return
        if self._preformatted:
            self._write(start, end)
            return
        at = start
        for space in _SPACE.finditer(self._text, start, end):
            self._write(at, space.start())
            self._space_at = space.start() if self._space_at is None else self._space_at
            at = space.end()
        self._write(at, end)

    def _take_entity(self, token: Token) -> None:
        if not self._hidden:
            self._write_space()
            self.assembly.stand(token.shows, token.start, token.end)

    def _write(self, start: int, end: int) -> None:
        if start < end:
            self._write_space()
            self.assembly.copy(start, end)

    def _write_space(self) -> None:
        """A run of white space shows as one space, and as none at the beginning of a line."""
        if self._space_at is not None and not self.assembly.at_line_start:
            self.assembly.stand(" ", self._space_at, self._space_at + 1)
        self._space_at = None

    def _write_values(self, name: str, attributes: Mapping[str, Attribute]) -> None:
        """What a tag itself shows: the text of a picture, the words on a button or in an empty field."""
        keys = _SHOWN_VALUES.get(name, ())
        kind = attributes.get("type")
        if name == "input" and kind and self._text[kind.start : kind.end].lower() in _BUTTONS:
            keys = ("value",)
        for shown in sorted((attributes[key] for key in keys if key in attributes), key=lambda a: a.start):
            for token in entities_of(self._text, shown.start, shown.end):
                self.take(token)


class _Tables:
    """The tables being read; the cells of the innermost one are parts."""

    def __init__(self, assembly: Assembly, text: str) -> None:
        self._assembly, self._text = assembly, text
        self._open: list[_Table] = []
        self._count = 0
        self._cell = ExitStack()

    def enter(self, name: str) -> None:
        """An element opens."""
        if name == "table":
            self._cell.close()
            self._count += 1
            self._open.append(_Table(self._count))
        elif name == "tr" and self._open:
            table = self._open[-1]
            table.row, table.column = table.row + 1, 0
        elif name in ("td", "th") and self._open:
            self._enter_cell(self._open[-1])

    def _enter_cell(self, table: _Table) -> None:
        self._cell.close()
        table.column += 1
        place = cell_name(table.column, table.row)
        where: dict[str, str | int] = {"table": table.number, "cell": place}
        self._cell.enter_context(self._assembly.part(f"表 {table.number} {place}", where))

    def leave(self, name: str) -> None:
        """An element closes."""
        if name in ("td", "th"):
            self._cell.close()
        elif name == "table" and self._open:
            self._cell.close()
            self._open.pop()

    def leave_all(self) -> None:
        """The file ends."""
        self._cell.close()
