"""The rule library: find pack files, take their compiled form from the cache or compile them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from compliance.errors import ConfigError, PackError, did_you_mean
from compliance.packs import store
from compliance.packs.cells import SIGNAL, CellEntry, Cells

if TYPE_CHECKING:
    from pathlib import Path

    from compliance.blocks import Blocks
    from compliance.rule import Rule


class Pack(NamedTuple):
    """A pack: what it is and when it applies."""

    name: str
    title: str
    version: str
    industries: tuple[str, ...]
    platforms: tuple[str, ...]
    threshold: float
    path: str
    sha256: str
    first_rule: int
    """Number of its first rule in the library."""
    rule_count: int

    @property
    def general(self) -> bool:
        """Whether it applies whatever the industry and platform."""
        return not self.industries and not self.platforms


class Library:
    """All packs that were found, with their lists, laws and disguise tables; decoded as far as needed."""

    def __init__(self, compiled: store.Compiled) -> None:
        header = compiled.header
        self._compiled, self._header = compiled, header
        self.packs = tuple(_pack(fields) for fields in header["packs"])
        self.cells = Cells(header["cells"])
        self.absences: list[int] = header["absences"]
        self.lists = _Lists(compiled, header["lists"])

    @cached_property
    def words(self) -> Blocks:
        """Every word some condition waits for or that hints at a disguise: cell, group, cell, group …"""
        return self._compiled.blocks(self._header["words"])

    def rules(self) -> Iterator[Rule]:
        """Every rule, in the order of packs and files."""
        for pack in self.packs:
            yield from self.rules_of(pack)

    def rules_of(self, pack: Pack) -> Iterator[Rule]:
        """The rules of one pack, in the order of its file."""
        from compliance.packs.decode import rule_from

        for number in range(pack.first_rule, pack.first_rule + pack.rule_count):
            yield rule_from(self.spec(number))

    def spec(self, number: int) -> dict[str, Any]:
        """The specification of rule ``number``."""
        spec: dict[str, Any] = self._compiled.value(self._header["rules"][number])
        return spec

    def condition_spec(self, cell: CellEntry) -> dict[str, Any]:
        """The specification of one condition."""
        if cell.role != SIGNAL:
            owner = self.spec(cell.owner)
        else:
            owner = self._compiled.value(self._header["signals"][cell.pack])[cell.owner]
        found: dict[str, Any] = owner["conditions"][cell.place]
        return found

    @cached_property
    def laws(self) -> dict[str, Any]:
        """Laws by their short names."""
        found: dict[str, Any] = self._compiled.value(self._header["laws"])
        return found

    def vocabulary_rows(self, name: str) -> Blocks:
        """One index of the words that may be disguised (``compliance.disguise.prepared``)."""
        return self._compiled.blocks(self._header["vocabulary"][name])

    def vocabulary_sketch(self, name: str) -> str:
        """The sketch of one such index."""
        return str(self._compiled.value(self._header["sketches"][name]))

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id.

        Raises:
            ConfigError: there is none; names the nearest one.
        """
        known = []
        for rule in self.rules():
            if rule.id == rule_id:
                return rule
            known.append(rule.id)
        raise ConfigError(f"没有这条规则（no such rule）：{rule_id}{did_you_mean(rule_id, known)}")

    def pack(self, name: str) -> Pack:
        """The pack with this name.

        Raises:
            ConfigError: there is none; names the nearest one.
        """
        for pack in self.packs:
            if pack.name == name:
                return pack
        hint = did_you_mean(name, [p.name for p in self.packs])
        raise ConfigError(f"没有这个规则包（no such pack）：{name}{hint}")


def _pack(fields: Sequence[Any]) -> Pack:
    frozen: list[Any] = [tuple(v) if isinstance(v, list) else v for v in fields]
    return Pack(*frozen)


class _Lists(dict[str, list[str]]):
    """Shared lists by name, each decoded on first use."""

    def __init__(self, compiled: store.Compiled, numbers: dict[str, int]) -> None:
        super().__init__()
        self._compiled, self._number_of = compiled, numbers

    def __missing__(self, name: str) -> list[str]:
        words: list[str] = self._compiled.value(self._number_of[name])
        self[name] = words
        return words


def builtin_rules() -> Path:
    """The folder of the built-in packs: the checkout's ``rules/``, or the copy inside the wheel."""
    from pathlib import Path

    return Path(builtin_folder())


def builtin_folder() -> str:
    """The same as text."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    beside = os.path.join(os.path.dirname(package), "rules")
    inside = os.path.join(package, "_rules")
    return beside if os.path.isfile(os.path.join(beside, "laws.yaml")) else inside


def library(extra: Sequence[str | Path] = (), *, fresh: bool = False) -> Library:
    """The built-in packs and then the extra ones.

    ``extra`` are pack files, or folders that may hold lists, laws and disguises of their own. ``fresh`` reads
    the YAML again and keeps the examples, which the cached form leaves out.

    Raises:
        PackError: a file is missing, broken or contradicts another one.
    """
    roots = (builtin_folder(), *(os.fspath(given) for given in extra))
    paths = [path for root in roots for path in _files(root)]
    files = store.stamps([*_compiler(), *paths])
    cached = None if fresh else store.read(files)
    if cached is not None:
        return Library(cached)
    from compliance.packs.compile import compiled_library  # yaml and regex are needed only without a cache

    header, entries = compiled_library([(_shown(p), _text(p)) for p in paths], keep_examples=fresh)
    if not fresh:
        store.write(files, header, entries)
    return Library(store.Compiled(header, entries))


def _compiler() -> list[str]:
    """The sources of the compiler: when they change, so may what they make."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    names = [f"packs/{name}.py" for name in ("cells", "compile", "conditions", "index", "patterns", "schema")]
    names += [f"disguise/{name}.py" for name in ("lexicon", "prepared", "sketch", "sounds", "tables")]
    return [os.path.join(package, *name.split("/")) for name in (*names, "blocks.py", "folding.py")]


def _files(root: str) -> list[str]:
    if os.path.isfile(root):
        return [root]
    if not os.path.isdir(root):
        raise PackError(root, "没有这个规则文件或文件夹（no such pack file or folder）")
    found = []
    for folder, _, names in os.walk(root):
        found += [os.path.join(folder, n) for n in names if n.endswith((".yaml", ".yml"))]
    return sorted(found)


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackError(
            _shown(path), f"第 {error.start} 字节不是 UTF-8；请另存为 UTF-8（not UTF-8）"
        ) from None
    except OSError as error:
        raise PackError(_shown(path), f"读不了（cannot be read）：{error.strerror}") from None


def _shown(path: str) -> str:
    """The path as people should see it: short where it lies below the current folder."""
    absolute, here = os.path.abspath(path), os.getcwd() + os.sep
    return (absolute.removeprefix(here) if absolute.startswith(here) else path).replace(os.sep, "/")
