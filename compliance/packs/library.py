"""The rule library: find pack files, read them strictly, keep the compiled form in a cache."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from compliance.errors import ConfigError, PackError, did_you_mean
from compliance.packs.decode import rule_from
from compliance.rule import Rule

FORMAT = 9  # raise when the shape of specifications changes, so that old caches are not read
LIST_FOLDER, DISGUISE_FOLDER, LAW_FOLDER = "lists", "disguises", "laws"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as selected from: what it is and when it applies. ``rules`` are specifications."""

    name: str
    title: str
    version: str
    industries: tuple[str, ...]
    platforms: tuple[str, ...]
    path: str
    sha256: str
    spec: dict[str, Any]

    @property
    def general(self) -> bool:
        """Whether it applies whatever the industry and platform."""
        return not self.industries and not self.platforms


@dataclass(frozen=True)
class Library:
    """All packs that were found, with their lists, laws and disguise tables."""

    packs: tuple[Pack, ...]
    lists: dict[str, list[str]]
    laws: dict[str, Any]
    disguises: dict[str, Any]

    def rules(self) -> Iterator[Rule]:
        """Every rule, in the order of packs and files."""
        for pack in self.packs:
            for spec in pack.spec["rules"]:
                yield rule_from(spec)

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id.

        Raises:
            ConfigError: there is none; names the nearest one.
        """
        spec = self._specs.get(rule_id)
        if spec is None:
            hint = did_you_mean(rule_id, list(self._specs))
            raise ConfigError(f"没有这条规则（no such rule）：{rule_id}{hint}")
        return rule_from(spec)

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

    @cached_property
    def _specs(self) -> dict[str, dict[str, Any]]:
        return {spec["id"]: spec for pack in self.packs for spec in pack.spec["rules"]}


def builtin_rules() -> Path:
    """The folder of the built-in packs: the checkout's ``rules/``, or the copy inside the wheel."""
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "rules"
    return beside if (beside / "laws.yaml").is_file() else package / "_rules"


def library(extra: Sequence[str | Path] = (), *, fresh: bool = False) -> Library:
    """The built-in packs and then the extra ones.

    ``extra`` are pack files, or folders that may hold lists, laws and disguises of their own. ``fresh`` reads
    the YAML again and keeps the examples, which the cached form leaves out.

    Raises:
        PackError: a file is missing, broken or contradicts another one.
    """
    roots = [builtin_rules(), *(Path(p) for p in extra)]
    files = [(path, path.read_bytes()) for root in roots for path in _files(root)]
    key = _key(files)
    if not fresh:
        cached = _read_cache(key)
        if cached is not None:
            return _from_compiled(cached)
    from compliance.packs.compile import compile_files  # yaml and regex are needed only without a cache

    compiled = compile_files([(_shown(path), content.decode("utf-8", "replace")) for path, content in files])
    if not fresh:
        for pack in compiled["packs"]:
            for rule in pack["spec"]["rules"]:
                rule.pop("examples", None)
        _write_cache(key, compiled)
    return _from_compiled(compiled)


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    if not root.is_dir():
        raise PackError(str(root), "没有这个规则文件或文件夹（no such pack file or folder）")
    return sorted(p for p in root.rglob("*.y*ml") if p.suffix in (".yaml", ".yml") and p.is_file())


def _shown(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _key(files: Sequence[tuple[Path, bytes]]) -> str:
    digest = hashlib.sha256(f"{FORMAT}".encode())
    package = Path(__file__).resolve().parent
    for source in sorted(package.glob("*.py")):  # a changed compiler makes other specifications
        digest.update(f"{source.name}{source.stat().st_mtime_ns}{source.stat().st_size}".encode())
    for path, content in files:
        digest.update(f"{_shown(path)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def cache_folder() -> Path:
    """Where compiled packs are kept: $COMPLIANCE_CACHE_DIR, or the user's cache folder."""
    given = os.environ.get("COMPLIANCE_CACHE_DIR")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "yushen-compliance"


def _read_cache(key: str) -> dict[str, Any] | None:
    try:
        compiled: dict[str, Any] = json.loads((cache_folder() / f"rules-{key[:24]}.json").read_bytes())
    except (OSError, ValueError):
        return None
    return compiled if compiled.get("key") == key else None


def _write_cache(key: str, compiled: dict[str, Any]) -> None:
    """Keep the compiled packs; a cache that cannot be written costs time, nothing else."""
    folder = cache_folder()
    target = folder / f"rules-{key[:24]}.json"
    partial = target.with_suffix(f".{os.getpid()}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial.write_text(
            json.dumps({**compiled, "key": key}, ensure_ascii=False, separators=(",", ":")), "utf-8"
        )
        partial.replace(target)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _from_compiled(compiled: dict[str, Any]) -> Library:
    packs = tuple(
        Pack(
            name=p["spec"]["name"],
            title=p["spec"]["title"],
            version=p["spec"]["version"],
            industries=tuple(p["spec"]["industries"]),
            platforms=tuple(p["spec"]["platforms"]),
            path=p["spec"]["path"],
            sha256=p["sha256"],
            spec=p["spec"],
        )
        for p in compiled["packs"]
    )
    return Library(packs, compiled["lists"], compiled["laws"], compiled["disguises"])
