"""Reading typed fields out of a strict YAML tree, with errors that point at the place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NoReturn

from compliance.errors import PackSchemaError, did_you_mean
from compliance.packs.strict_yaml import Mapping, Node, Place, Scalar, Sequence, Source

YES, NO = ("yes", "true"), ("no", "false", "")


class Fields:
    """The keys of one mapping; unknown keys are refused when it is made."""

    def __init__(self, node: Node, source: Source, what: str, allowed: Iterable[str]) -> None:
        self.source, self.what = source, what
        if not isinstance(node, Mapping):
            self._fail(f"{what} 应当是“键: 值”的形式（a mapping is expected）", node.place)
        self.node = node
        known = list(allowed)
        for key, place in node.keys.items():
            if key not in known:
                hint = did_you_mean(key, known)
                self._fail(f"{what}：不认识的键（unknown key）“{key}”{hint}", place, len(key))

    def _fail(self, problem: str, place: Place, width: int = 1) -> NoReturn:
        self.source.fail(problem, place, width, PackSchemaError)

    def fail(self, key: str, problem: str) -> NoReturn:
        """Raise a schema error at a key (or at the mapping where the key is absent)."""
        place = self.node.keys.get(key, self.node.place)
        self._fail(f"{self.what}：{problem}", place, len(key) if key in self.node.keys else 1)

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self.node.entries

    def raw(self, key: str) -> Node | None:
        """The node under a key."""
        return self.node.entries.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A string; without a default the key is mandatory."""
        node = self.raw(key)
        if node is None:
            if default is None:
                self.fail(key, f"缺少（missing key）“{key}”")
            return default
        if not isinstance(node, Scalar):
            self.fail(key, f"“{key}” 应当是一段文字（text expected）")
        return node.text.strip()

    def choice(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        """A string out of a closed list."""
        value = self.text(key, default)
        options = list(known)
        if value not in options:
            hint = did_you_mean(value, options)
            self.fail(key, f"“{key}” 不能是（cannot be）“{value}”{hint}；可用：{'、'.join(options)}")
        return value

    def texts(self, key: str) -> list[str]:
        """A list of strings; a single string counts as a list of one; absent: empty."""
        node = self.raw(key)
        if node is None or (isinstance(node, Scalar) and not node.text.strip()):
            return []
        if isinstance(node, Scalar):
            return [node.text]
        if not isinstance(node, Sequence):
            self.fail(key, f"“{key}” 应当是列表（a list is expected）")
        out = []
        for item in node.items:
            if not isinstance(item, Scalar):
                self._fail(f"{self.what}：“{key}” 里应当是文字（text expected in the list）", item.place)
            out.append(item.text)
        return out

    def nodes(self, key: str) -> list[Node]:
        """The items of a list; a single node counts as a list of one."""
        node = self.raw(key)
        if node is None or (isinstance(node, Scalar) and not node.text.strip()):
            return []
        return node.items if isinstance(node, Sequence) else [node]

    def flag(self, key: str) -> bool:
        """yes or no; absent: no."""
        value = self.text(key, "no")
        if value not in YES + NO:
            self.fail(key, f"“{key}” 应当是 yes 或 no，而不是“{value}”")
        return value in YES

    def number(self, key: str, default: float | None = None) -> float | None:
        """A decimal number, or the default."""
        value = self.text(key, "")
        if not value:
            return default
        try:
            return float(value)
        except ValueError:
            self.fail(key, f"“{key}” 应当是数字（a number is expected）：“{value}”")

    def day(self, key: str) -> date | None:
        """A date written YYYY-MM-DD; empty or absent: None."""
        value = self.text(key, "")
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(key, f"“{key}” 应当写成 YYYY-MM-DD：“{value}”")

    def table(self, key: str, known: Iterable[str], values: Iterable[str]) -> dict[str, str]:
        """A mapping whose keys and values come from closed lists."""
        node = self.raw(key)
        if node is None:
            return {}
        inner = Fields(node, self.source, f"{self.what}.{key}", known)
        return {name: inner.choice(name, values) for name in inner.node.entries}
