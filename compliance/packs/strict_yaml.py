"""YAML without its traps: every scalar a string, no anchors, aliases, tags, duplicate keys.

PyYAML reads ``no`` as False, ``12:30`` as 750, keeps the last of two equal keys and recurses without a limit;
a lawyer who edits a rule must meet none of that. The tree keeps the place of every node, so that errors can
point at it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from compliance.errors import PackSyntaxError

MAX_BYTES = 1 << 20  # a pack larger than 1 MiB is a generated file, not a page a lawyer reads
MAX_DEPTH = 20  # our format needs 7 levels


@dataclass(frozen=True, slots=True)
class Place:
    """1-based line and column in a YAML file."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list and where it begins."""

    items: list[Node] = field(default_factory=list)
    place: Place = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in order, each with its place; values by key."""

    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    place: Place = Place(1, 1)


Node = Scalar | Sequence | Mapping


class Source:
    """A YAML text with its name; raises errors that show the line."""

    def __init__(self, text: str, path: str, first_line: int = 1) -> None:
        self.path, self.text, self._first = path, text, first_line
        self._lines = text.splitlines()

    def fail(self, problem: str, place: Place, width: int = 1, kind: type[Any] = PackSyntaxError) -> NoReturn:
        """Raise ``kind`` at ``place``, with the line and a caret ``width`` characters wide."""
        index = place.line - self._first
        snippet = self._lines[index] if 0 <= index < len(self._lines) else ""
        raise kind(self.path, problem, line=place.line, column=place.column, snippet=snippet, width=width)

    def place(self, mark: Any) -> Place:
        """The place of a PyYAML mark."""
        return Place(mark.line + self._first, mark.column + 1)


def load(text: str, path: str, *, first_line: int = 1) -> Node:
    """The tree of a YAML text.

    ``first_line`` is the line number of its first line in the file (front matter starts at 2).

    Raises:
        PackSyntaxError: not YAML, or a feature we refuse; says where and what to do.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise PackSyntaxError(path, f"文件超过 {MAX_BYTES // 1024} KiB；请拆成几个包。 larger than 1 MiB")
    source = Source(text, path, first_line)
    try:
        return _tree(_events(text), source)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        if mark is None:
            raise PackSyntaxError(path, f"不是有效的 YAML（not valid YAML）：{problem}") from None
        source.fail(f"不是有效的 YAML（not valid YAML）：{problem}", source.place(mark))


def _events(text: str) -> Iterator[yaml.Event]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.parse(text, Loader=loader)


def _tree(events: Iterator[yaml.Event], source: Source) -> Node:
    """Build the tree with a stack of our own: depth is bounded by a limit, not by the interpreter."""
    stack: list[tuple[Node, Scalar | None]] = []
    root: Node | None = None
    pending: Scalar | None = None  # the key that waits for its value
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            source.fail("不支持别名（aliases are not allowed）；请把内容写全", source.place(event.start_mark))
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            source.fail("一个文件只能有一份文档（one document only）", source.place(event.start_mark))
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            node, pending = stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, source)
            opens = not isinstance(node, Scalar)
            if len(stack) >= MAX_DEPTH:
                source.fail(f"嵌套超过 {MAX_DEPTH} 层（nested too deep）", node.place)
            if opens:
                stack.append((node, pending))
                pending = None
                continue
        else:
            continue
        if not stack:
            root = node
        else:
            pending = _attach(stack[-1][0], node, pending, source)
    return root if root is not None else Mapping()


def _node(event: Any, source: Source) -> Node:
    place = source.place(event.start_mark)
    if event.anchor:
        source.fail("不支持锚点（anchors are not allowed）；请把内容写全", place)
    if event.tag and event.tag != "!":
        source.fail(f"不支持标签（tags are not allowed）：{event.tag}", place)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, place)
    return Mapping(place=place) if isinstance(event, yaml.MappingStartEvent) else Sequence(place=place)


def _attach(parent: Node, node: Node, key: Scalar | None, source: Source) -> Scalar | None:
    """Hang ``node`` under ``parent``; returns the key that now waits for a value."""
    if isinstance(parent, Sequence):
        parent.items.append(node)
        return None
    assert isinstance(parent, Mapping)
    if key is None:
        if not isinstance(node, Scalar):
            source.fail("键必须是普通文字（keys must be plain text）", node.place)
        if node.text in parent.entries:
            source.fail(f"键重复（duplicate key）：“{node.text}”", node.place, len(node.text))
        return node
    parent.entries[key.text] = node
    parent.keys[key.text] = key.place
    return None


def plain(node: Node) -> Any:
    """The tree as plain strings, lists and dicts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}
