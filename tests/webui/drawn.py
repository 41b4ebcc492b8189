"""Reads a rendered page back, as a browser would, with the standard library's parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


@dataclass
class Node:
    """An element with what it holds, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Node | str] = field(default_factory=list)

    def all(self, tag: str = "", **wanted: str) -> list[Node]:
        """Every element below with this tag, and these attributes (``class_`` matches one of the classes)."""
        found = []
        for child in self.content:
            if isinstance(child, Node):
                if child.fits(tag, wanted):
                    found.append(child)
                found += child.all(tag, **wanted)
        return found

    def one(self, tag: str = "", **wanted: str) -> Node:
        """The only such element."""
        found = self.all(tag, **wanted)
        assert len(found) == 1, f"{len(found)} × {tag} {wanted}"
        return found[0]

    def fits(self, tag: str, wanted: dict[str, str]) -> bool:
        """Whether tag and attributes are as wanted."""
        if tag and self.tag != tag:
            return False
        for name, value in wanted.items():
            key = name.rstrip("_").replace("_", "-")
            have = self.attributes.get(key)
            if have is None or (value not in have.split() if key == "class" else have != value):
                return False
        return True

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """All text inside; a chip counts as the character it stands for, the note of a gap as nothing."""
        if "chip" in self.classes:
            return chr(int(self.attributes["data-code"][2:], 16))
        if "gap" in self.classes:
            return ""
        return "".join(c if isinstance(c, str) else c.text for c in self.content)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("#root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def parse(html: str) -> Node:
    """The document; raises AssertionError where tags do not nest."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is never closed"
    return builder.open[0]


def text_lines(page: Node) -> list[str]:
    """The checked text as it stands on the page, line by line."""
    return [line.one("span", class_="words").text for line in page.all("div", class_="line")]
