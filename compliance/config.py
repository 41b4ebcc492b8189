"""Settings of a team: ``compliance.toml``, or ``[tool.compliance]`` in ``pyproject.toml``.

The nearest file above a script counts, with what it ``extends``; sections ``[[files]]`` say more about some
of the scripts. What the command line and a script's own front matter say goes before all of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn

from compliance.errors import ConfigError, did_you_mean
from compliance.keys import CHANNELS, INDUSTRIES, PLATFORMS
from compliance.text import Settings

OWN_NAME: Final = "compliance.toml"
PROJECT: Final = "pyproject.toml"
MAX_BYTES: Final = 1 << 20  # a longer settings file is a mistake
FAIL_ON: Final = ("error", "warning", "info", "never")
LEVELS: Final = ("error", "warning", "info", "off")

_PER_FILE: Final = ("industry", "platform", "channel", "as-of", "sponsored", "ai-generated", "packs", "rules")
_SECTION_KEYS: Final = ("glob", *_PER_FILE)
_RUN_KEYS: Final = ("fail-on", "baseline", "strict-suppressions")
KEYS: Final = ("extends", *_PER_FILE, *_RUN_KEYS, "files")
"""Every key of the top level."""


class RuleChange(NamedTuple):
    """A rule made louder, quieter or silent, and why."""

    rule_id: str
    severity: str
    reason: str
    place: str


class Stated(NamedTuple):
    """A value and the place that states it ("compliance.toml:3")."""

    value: Any
    place: str


class Section(NamedTuple):
    """What one part of a settings file says: the top level, or one ``[[files]]``."""

    globs: tuple[re.Pattern[str], ...] | None
    """Relative paths it speaks for; None: every file."""
    said: Mapping[str, Stated]
    rules: tuple[RuleChange, ...] = ()


class Config(NamedTuple):
    """The sections of a settings file and of those it extends, weakest first."""

    path: Path
    sections: tuple[Section, ...]

    def for_file(self, path: str | Path) -> Effective:
        """The settings of one script."""
        relative = os.path.relpath(os.path.abspath(path), self.path.parent).replace(os.sep, "/")  # noqa: PTH100
        said: dict[str, Stated] = {}
        packs: dict[str, Stated] = {}
        rules: dict[str, RuleChange] = {}
        for section in self.sections:
            if section.globs is not None and not any(g.fullmatch(relative) for g in section.globs):
                continue
            said.update(section.said)
            if "packs" in section.said:
                stated = section.said["packs"]
                packs.update({pack: Stated(pack, stated.place) for pack in stated.value})
            rules.update({change.rule_id: change for change in section.rules})
        return Effective(said, tuple(packs.values()), tuple(rules.values()))

    def for_run(self) -> Effective:
        """The settings of a run as a whole: what the top level says."""
        whole = self._replace(sections=tuple(s for s in self.sections if s.globs is None))
        return whole.for_file(self.path)


class Effective(NamedTuple):
    """What holds for one script, value by value, with the place that says so."""

    said: Mapping[str, Stated]
    packs: tuple[Stated, ...]
    rules: tuple[RuleChange, ...]

    @property
    def settings(self) -> Settings:
        """As a script's front matter would say it."""
        return Settings(
            industries=self._value("industry"),
            platforms=self._value("platform"),
            channel=self._value("channel"),
            sponsored=self._value("sponsored"),
            ai_generated=self._value("ai-generated"),
            as_of=self._value("as-of"),
        )

    @property
    def pack_paths(self) -> tuple[str, ...]:
        """The packs of the team, weakest first."""
        return tuple(str(stated.value) for stated in self.packs)

    @property
    def fail_on(self) -> str | None:
        """Severity from which a run fails, or None."""
        value: str | None = self._value("fail-on")
        return value

    @property
    def baseline(self) -> str | None:
        """Path of the baseline, or None."""
        value: str | None = self._value("baseline")
        return value

    @property
    def strict_suppressions(self) -> bool:
        """Whether a comment out of date makes the run fail."""
        return bool(self._value("strict-suppressions"))

    def _value(self, key: str) -> Any:
        stated = self.said.get(key)
        return None if stated is None else stated.value


NOTHING: Final = Effective({}, (), ())


def filled(own: Settings, added: Settings) -> Settings:
    """What a script says itself, and what the settings file adds."""
    more = added._asdict()
    return own._replace(**{key: more[key] for key, value in own._asdict().items() if value is None})


class Finder:
    """Finds the settings of scripts; every folder is looked into once.

    Args:
        given: use this settings file for every script and look for no other.
    """

    def __init__(self, given: str | None = None) -> None:
        self._given = None if given is None else read_config(given)
        self._above = lru_cache(maxsize=None)(self._search)

    def config_for(self, path: str | Path) -> Config | None:
        """The settings file that counts for a script or folder; None where there is none.

        Raises:
            ConfigError: the file cannot be used; names file, line and the nearest known key.
        """
        if self._given is not None:
            return self._given
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as the person wrote them
        return self._above(absolute if absolute.is_dir() else absolute.parent)

    def effective(self, path: str | Path) -> Effective:
        """The settings of a script."""
        config = self.config_for(path)
        return NOTHING if config is None else config.for_file(path)

    def _search(self, folder: Path) -> Config | None:
        own, project = folder / OWN_NAME, folder / PROJECT
        if own.is_file():
            return read_config(own)
        if project.is_file() and _has_table(project):
            return read_config(project)
        return None if folder == folder.parent else self._above(folder.parent)


def read_config(path: str | Path) -> Config:
    """Read a settings file and those it extends.

    Raises:
        ConfigError: missing, not TOML, a circle of ``extends``, an unknown key or a wrong value.
    """
    file = Path(os.path.abspath(path))  # noqa: PTH100
    return Config(file, tuple(_sections(file, (), "")))


def _sections(file: Path, above: tuple[Path, ...], named_by: str) -> list[Section]:
    if file in above:
        circle = " → ".join(_shown(f) for f in (*above, file))
        raise ConfigError(f"{named_by}: extends 绕成了圈（circular extends）：{circle}")
    reading = _Reading(file, named_by)
    found: list[Section] = []
    for base in reading.extends():
        found += _sections(base.value, (*above, file), base.place)
    return [*found, *reading.sections()]


def _has_table(project: Path) -> bool:
    # Broken TOML in somebody else's table is not for us to report.
    text = project.read_text(encoding="utf-8", errors="replace")
    return re.search(r"^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*[\"']?compliance\b", text, re.MULTILINE) is not None


class _Reading:
    """One settings file on its way to sections; every complaint names file and line."""

    def __init__(self, file: Path, named_by: str) -> None:
        self._file, self._shown = file, _shown(file)
        import tomllib  # most runs of a hook find no settings at all

        text = self._text(named_by)
        try:
            self._table: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(_toml_problem(self._shown, text, str(error))) from None
        prefix: tuple[str | int, ...] = ()
        if file.name == PROJECT:
            prefix = ("tool", "compliance")
            self._table = self._table.get("tool", {}).get("compliance", {})
        from compliance.config_places import Places

        self._places = Places(text, prefix)
        self._refuse_unknown(self._table, KEYS, ())

    def extends(self) -> list[Stated]:
        """The files this one builds on, weakest first."""
        return [
            Stated(Path(os.path.abspath(self._file.parent / name)), self._place(("extends",)))  # noqa: PTH100
            for name in self._texts(self._table, "extends", ())
        ]

    def sections(self) -> list[Section]:
        """The top level, then every ``[[files]]`` in order."""
        files = self._table.get("files", [])
        if not isinstance(files, list) or not all(isinstance(f, dict) for f in files):
            self._fail(("files",), "files 要写成 [[files]] 小节（write [[files]] sections）")
        top = self._section(self._table, (), None)
        return [top, *(self._file_section(f, ("files", n)) for n, f in enumerate(files))]

    def _file_section(self, table: dict[str, Any], at: tuple[str | int, ...]) -> Section:
        self._refuse_unknown(table, _SECTION_KEYS, at)
        globs = self._texts(table, "glob", at)
        if not globs:
            self._fail(
                at, "[[files]] 要用 glob 说明管哪些文件，例如 glob = '直播/**/*.md'（glob is missing）"
            )
        return self._section(table, at, tuple(re.compile(glob_pattern(g)) for g in globs))

    def _section(
        self, table: dict[str, Any], at: tuple[str | int, ...], globs: tuple[re.Pattern[str], ...] | None
    ) -> Section:
        said = {}
        for key in (k for k in table if k not in ("extends", "files", "glob", "rules")):
            said[key] = Stated(self._value(table, key, at), self._place((*at, key)))
        return Section(globs, said, tuple(self._changes(table, at)))

    def _value(self, table: dict[str, Any], key: str, at: tuple[str | int, ...]) -> Any:
        if key in ("industry", "platform"):
            known = INDUSTRIES if key == "industry" else PLATFORMS
            return tuple(self._known(v, known, (*at, key)) for v in self._texts(table, key, at))
        if key in ("channel", "fail-on"):
            return self._known(
                self._one(table, key, at), CHANNELS if key == "channel" else FAIL_ON, (*at, key)
            )
        if key == "packs":
            return tuple(str(self._file.parent / p) for p in self._texts(table, key, at))
        if key == "baseline":
            return str(self._file.parent / self._one(table, key, at))
        if key == "as-of":
            return self._day(table, at)
        if not isinstance(table[key], bool):
            self._fail((*at, key), f"{key} 要写 true 或 false（true or false is needed）")
        return table[key]

    def _changes(self, table: dict[str, Any], at: tuple[str | int, ...]) -> list[RuleChange]:
        rules = table.get("rules", {})
        shape = '[rules] 里要写成 "规则编号" = {severity = "warning", reason = "为什么"}'
        if not isinstance(rules, dict):
            self._fail((*at, "rules"), shape)
        return [
            self._change(rule_id, entry, (*at, "rules", rule_id), shape) for rule_id, entry in rules.items()
        ]

    def _change(self, rule_id: str, entry: Any, at: tuple[str | int, ...], shape: str) -> RuleChange:
        if not isinstance(entry, dict) or not all(isinstance(v, str) for v in entry.values()):
            self._fail(at, shape)
        self._refuse_unknown(entry, ("severity", "reason"), at)
        severity = self._known(entry.get("severity", ""), LEVELS, at)
        if not entry.get("reason", "").strip():
            self._fail(at, f"调整 {rule_id} 要写理由：reason = '……'（a reason is required）")
        return RuleChange(rule_id, severity, entry["reason"].strip(), self._place(at))

    # -- single values -------------------------------------------------------------------------------------

    def _texts(self, table: dict[str, Any], key: str, at: tuple[str | int, ...]) -> list[str]:
        """One text or a list of texts; empty where the key is not written."""
        value = table.get(key, [])
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(v, str) and v.strip() for v in values):
            self._fail((*at, key), f"{key} 要写成文字，或一列文字（text or a list of texts is needed）")
        return [v.strip() for v in values]

    def _one(self, table: dict[str, Any], key: str, at: tuple[str | int, ...]) -> str:
        if not isinstance(table[key], str):
            self._fail((*at, key), f"{key} 要写成一个文字值（one text is needed）")
        return str(table[key])

    def _day(self, table: dict[str, Any], at: tuple[str | int, ...]) -> str:
        value = table["as-of"]
        try:
            day = value if isinstance(value, date) else date.fromisoformat(str(value))
            return date(day.year, day.month, day.day).isoformat()
        except ValueError:
            self._fail((*at, "as-of"), f"as-of 要写成 2026-12-31 这样的日期，而不是 “{value}”（not a date）")

    def _known(self, value: str, known: Sequence[str], at: tuple[str | int, ...]) -> str:
        if value not in known:
            hint = did_you_mean(value, list(known))
            key = next(k for k in reversed(at) if isinstance(k, str))
            self._fail(at, f"{key} 没有 “{value}” 这一项{hint}；可用：{'、'.join(known)}")
        return value

    def _refuse_unknown(self, table: dict[str, Any], known: Sequence[str], at: tuple[str | int, ...]) -> None:
        for key in table:
            if key not in known:
                hint = did_you_mean(key.replace("_", "-"), list(known))
                self._fail((*at, key), f"不认识的设置（unknown key）“{key}”{hint}；可用：{'、'.join(known)}")

    def _place(self, keys: tuple[str | int, ...]) -> str:
        return f"{self._shown}:{self._places.line(keys)}"

    def _fail(self, keys: tuple[str | int, ...], problem: str) -> NoReturn:
        raise ConfigError(f"{self._place(keys)}: {problem}")

    def _text(self, named_by: str) -> str:
        by = f"{named_by}: " if named_by else ""
        try:
            if self._file.stat().st_size > MAX_BYTES:
                raise ConfigError(f"{by}{self._shown}: 设置文件超过 1 MiB；是不是指错了文件（too large）")
            return self._file.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problem = f"第 {error.start} 字节不是 UTF-8；请另存为 UTF-8（not UTF-8）"
            raise ConfigError(f"{self._shown}: {problem}") from None
        except OSError as error:
            problem = f"设置文件读不了（cannot be read）：{error.strerror}"
            raise ConfigError(f"{by}{self._shown}: {problem}") from None


def glob_pattern(glob: str) -> str:
    """A glob as a regular expression over paths with “/”.

    ``**`` crosses folders, ``*`` and ``?`` do not; a glob without “/” matches the name in any folder, and one
    that ends in “/” everything below.
    """
    glob = glob.removeprefix("./")
    if glob.endswith("/"):
        glob += "**"
    if "/" not in glob:
        glob = f"**/{glob}"
    pattern = ""
    for piece in re.findall(r"\*\*/|\*\*|\*|\?|\[!?[^\]]+\]|.", glob.removeprefix("/"), re.DOTALL):
        if piece.startswith("[") and len(piece) > 1:
            pattern += "[" + re.sub(r"^!", "^", piece[1:-1].replace("\\", r"\\")) + "]"
        else:
            pattern += _GLOB_SIGNS.get(piece) or re.escape(piece)
    return pattern


_GLOB_SIGNS: Final = {"**/": r"(?:[^/]+/)*", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}


def _toml_problem(shown: str, text: str, problem: str) -> str:
    found = re.search(r"\(at line (\d+), column (\d+)\)", problem)
    line, column = (int(found[1]), int(found[2])) if found else (max(1, text.count("\n")), 1)
    plain = re.sub(r" \(at [^)]*\)$", "", problem)
    return f"{shown}:{line}:{column}: 不是正确的 TOML（not valid TOML）：{plain}"


def _shown(path: Path) -> str:
    """The path as people should see it: short where it lies below the current folder."""
    here = Path(os.path.abspath(os.curdir))  # noqa: PTH100
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


__all__ = [
    "KEYS", "NOTHING", "Config", "Effective", "Finder", "RuleChange", "Stated", "filled",
    "glob_pattern", "read_config",
]  # fmt: skip
