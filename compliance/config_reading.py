"""From a settings file to values; every complaint names file, line and the nearest thing that would do."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn

from compliance.config_values import Acceptance, Config, Exclusion, RuleChange, Section, Stated
from compliance.errors import ConfigError, did_you_mean
from compliance.keys import CHANNELS, INDUSTRIES, PLATFORMS

PROJECT: Final = "pyproject.toml"
MAX_BYTES: Final = 1 << 20  # a longer settings file is a mistake
FAIL_ON: Final = ("error", "warning", "info", "never")
LEVELS: Final = ("error", "warning", "info", "off")

_PER_FILE: Final = ("industry", "platform", "channel", "as-of", "sponsored", "ai-generated", "packs", "rules")
_SECTION_KEYS: Final = ("glob", *_PER_FILE)
_RUN_KEYS: Final = ("fail-on", "baseline", "strict-suppressions")
_ACCEPT_KEYS: Final = ("glob", "rule", "reason", "until", "evidence", "excerpt")
KEYS: Final = ("extends", "exclude", *_PER_FILE, *_RUN_KEYS, "files", "accept")
"""Every key of the top level."""
_WILD: Final = frozenset("*?[")
_ACCEPT_EXAMPLE: Final = "glob = '合同/稿.docx'、rule = '规则编号'、reason = '……'"


def read_config(path: str | Path) -> Config:
    """Read a settings file and those it extends.

    Raises:
        ConfigError: missing, not TOML, a circle of ``extends``, an unknown key or a wrong value.
    """
    file = Path(os.path.abspath(path))  # noqa: PTH100
    parts = _parts(file, (), "")
    return Config(
        file,
        tuple(section for part in parts for section in part.sections()),
        tuple(exclusion for part in parts for exclusion in part.exclusions()),
        tuple(a._replace(governs=str(file)) for part in parts for a in part.acceptances()),
    )


def _parts(file: Path, above: tuple[Path, ...], named_by: str) -> list[_Reading]:
    """A settings file behind those it extends."""
    if file in above:
        circle = " → ".join(_shown(f) for f in (*above, file))
        raise ConfigError(f"{named_by}: extends 绕成了圈（circular extends）：{circle}")
    reading = _Reading(file, named_by)
    found: list[_Reading] = []
    for base in reading.extends():
        found += _parts(base.value, (*above, file), base.place)
    return [*found, reading]


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
        files = self._tables("files")
        top = self._section(self._table, (), None)
        return [top, *(self._file_section(f, ("files", n)) for n, f in enumerate(files))]

    def exclusions(self) -> list[Exclusion]:
        """The files that are not to be checked."""
        place = self._place(("exclude",))
        globs = self._texts(self._table, "exclude", ())
        return [Exclusion(glob, re.compile(glob_pattern(glob)), place) for glob in globs]

    def acceptances(self) -> list[Acceptance]:
        """Every ``[[accept]]`` in order."""
        return [self._acceptance(table, ("accept", n)) for n, table in enumerate(self._tables("accept"))]

    def _acceptance(self, table: dict[str, Any], at: tuple[str | int, ...]) -> Acceptance:
        self._refuse_unknown(table, _ACCEPT_KEYS, at)
        globs, rules = self._texts(table, "glob", at), self._texts(table, "rule", at)
        for name, given in (("glob", globs), ("rule", rules)):
            if not given:
                self._fail(at, f"[[accept]] 里没有写 {name}；写成 {_ACCEPT_EXAMPLE}（{name} is missing）")
        reason = self._one(table, "reason", at).strip() if "reason" in table else ""
        if not any(letter.isalnum() for letter in reason):
            self._fail(at, "[[accept]] 要写理由：reason = '……'（a reason is required）")
        return Acceptance(
            globs=tuple(re.compile(glob_pattern(g)) for g in globs),
            rules=tuple(rules),
            reason=reason,
            place=self._place(at),
            line=self._places.line(at),
            governs=str(self._file),
            exact=not any(_WILD & set(glob) or glob.endswith("/") for glob in globs),
            until=date.fromisoformat(self._day(table, "until", at)) if "until" in table else None,
            evidence=self._one(table, "evidence", at) if "evidence" in table else "",
            excerpt=self._one(table, "excerpt", at) if "excerpt" in table else "",
        )

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
        for key in (k for k in table if k in (*_PER_FILE, *_RUN_KEYS) and k != "rules"):
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
            return self._day(table, key, at)
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

    def _day(self, table: dict[str, Any], key: str, at: tuple[str | int, ...]) -> str:
        value = table[key]
        try:
            day = value if isinstance(value, date) else date.fromisoformat(str(value))
            return date(day.year, day.month, day.day).isoformat()
        except ValueError:
            self._fail((*at, key), f"{key} 要写成 2026-12-31 这样的日期，而不是 “{value}”（not a date）")

    def _tables(self, name: str) -> list[dict[str, Any]]:
        tables = self._table.get(name, [])
        if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
            self._fail((name,), f"{name} 要写成 [[{name}]] 小节（write [[{name}]] sections）")
        return tables

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
