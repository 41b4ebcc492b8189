"""What the YAML block at the top of a Markdown file sets; every error points at its line."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NoReturn

from compliance.errors import ConfigError, InputError, PackError, caret_indent, did_you_mean
from compliance.keys import CHANNELS, INDUSTRIES, PLATFORMS
from compliance.packs import strict_yaml
from compliance.packs.strict_yaml import Mapping, Node, Place, Scalar, Sequence
from compliance.readers.front_matter import KEYS
from compliance.text import Settings

_NEAR: Final = 0.86  # likeness from which a foreign key counts as ours misspelt
_YES: Final = frozenset(("yes", "true", "on", "1", "是"))
_NO: Final = frozenset(("no", "false", "off", "0", "否", ""))


def settings_of(yaml_text: str, path: str) -> Settings:
    """The settings of a block whose first line is line 2 of the file.

    Raises:
        InputError, ConfigError: as ``compliance.readers.front_matter.read_front_matter``.
    """
    return _Reading(yaml_text, path).settings()


class _Reading:
    """Turns the block into settings; every error points at its line."""

    def __init__(self, yaml_text: str, path: str) -> None:
        self.path = path
        self.lines = yaml_text.split("\n")
        try:
            self.root = strict_yaml.load(yaml_text, path, first_line=2)
        except PackError as error:  # same parser as for packs, but here the script is at fault
            place = Place(error.line, error.column)
            self._fail(f"文件头（front matter）写错了：{error.problem}", place, InputError)

    def settings(self) -> Settings:
        """The settings."""
        if not isinstance(self.root, Mapping):
            self._fail("文件头（front matter）应当是“键: 值”的形式", self.root.place, InputError)
        self._refuse_misspelt(self.root)
        return Settings(
            industries=self._choices(("industry", "industries"), INDUSTRIES),
            platforms=self._choices(("platform", "platforms"), PLATFORMS),
            channel=self._channel(),
            sponsored=self._flag("sponsored"),
            ai_generated=self._flag("ai_generated"),
            as_of=self._day("as_of"),
        )

    def _refuse_misspelt(self, root: Mapping) -> None:
        import difflib

        for key, place in root.keys.items():
            plain = key.strip().lower().replace("-", "_").replace(" ", "_")
            if key not in KEYS and difflib.get_close_matches(plain, KEYS, n=1, cutoff=_NEAR):
                hint = did_you_mean(plain, list(KEYS))
                self._fail(f"文件头里不认识的键 “{key}”{hint}", place, InputError, len(key))

    def _node(self, key: str) -> Node | None:
        assert isinstance(self.root, Mapping)
        return self.root.entries.get(key)

    def _choices(self, keys: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...] | None:
        """The values of a key and its plural, in order; None where neither is written."""
        nodes = [node for key in keys if (node := self._node(key)) is not None]
        if not nodes:
            return None
        chosen: dict[str, None] = {}
        for node in nodes:
            for scalar in self._scalars(node, keys[0]):
                for value in re.split(r"[,，、]", scalar.text):
                    if value.strip():
                        chosen[self._choice(value.strip(), scalar.place, keys[0], known)] = None
        return tuple(chosen)

    def _channel(self) -> str | None:
        node = self._node("channel")
        if node is None:
            return None
        text = self._text(node, "channel")
        return self._choice(text, node.place, "channel", CHANNELS) if text else None

    def _choice(self, value: str, place: Place, key: str, known: tuple[str, ...]) -> str:
        if value not in known:
            hint = did_you_mean(value, list(known))
            problem = f"{key} 没有“{value}”这一项{hint}；可用：{'、'.join(known)}"
            self._fail(problem, place, ConfigError, len(value))
        return value

    def _flag(self, key: str) -> bool | None:
        node = self._node(key)
        if node is None:
            return None
        text = self._text(node, key).lower()
        if text not in _YES | _NO:
            self._fail(f"{key} 应当写 yes 或 no，而不是“{text}”", node.place, ConfigError, len(text))
        return text in _YES if text else None

    def _day(self, key: str) -> str | None:
        node = self._node(key)
        if node is None:
            return None
        text = self._text(node, key)
        try:
            return date.fromisoformat(text).isoformat() if text else None
        except ValueError:
            self._fail(f"{key} 应当写成 YYYY-MM-DD，而不是“{text}”", node.place, ConfigError, len(text))

    def _text(self, node: Node, key: str) -> str:
        if not isinstance(node, Scalar):
            self._fail(f"{key} 只能写一个值", node.place, ConfigError)
        return node.text.strip()

    def _scalars(self, node: Node, key: str) -> list[Scalar]:
        items = node.items if isinstance(node, Sequence) else [node]
        scalars = [item for item in items if isinstance(item, Scalar)]
        if len(scalars) != len(items):
            self._fail(f"{key} 应当是一个值，或一列值", node.place, ConfigError)
        return scalars

    def _fail(
        self,
        problem: str,
        place: Place,
        kind: type[InputError] | type[ConfigError],
        width: int = 1,
    ) -> NoReturn:
        """Raise ``kind`` with line, column, the line itself and a caret."""
        index = place.line - 2
        snippet = self.lines[index] if 0 <= index < len(self.lines) else ""
        caret = f"{place.line:>5} | {snippet}\n{'':5} | {caret_indent(snippet, place.column - 1)}"
        shown_place = f"{place.line}:{place.column}"
        message = f"{problem}\n{caret}{'^' * max(1, width)}"
        if kind is ConfigError:
            raise ConfigError(f"{self.path}:{shown_place}: {message}")
        raise InputError(f"{self.path}:{shown_place}", message)
