"""What settings say: values with their places, and what holds for one script."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from compliance.text import Settings

if TYPE_CHECKING:
    from pathlib import Path


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


class Exclusion(NamedTuple):
    """Files that are not to be checked."""

    glob: str
    pattern: re.Pattern[str]
    place: str


class Acceptance(NamedTuple):
    """Findings that a team accepts in some files, and why: for files that hold no comments."""

    globs: tuple[re.Pattern[str], ...]
    rules: tuple[str, ...]
    reason: str
    place: str
    line: int
    """Line of the settings file."""
    governs: str
    """The settings file that was found; ``place`` may be in one that it extends."""
    exact: bool
    """The globs name files, not kinds of files."""
    until: date | None = None
    evidence: str = ""
    excerpt: str = ""
    """Accepted only where it is found in these words; "": wherever the rule finds something."""


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
    exclusions: tuple[Exclusion, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()

    def excluded(self, path: str | Path) -> Exclusion | None:
        """What keeps a file from being checked; None: it is to be checked."""
        relative = self._relative(path)
        return next((e for e in self.exclusions if e.pattern.fullmatch(relative)), None)

    def accepted(self, path: str | Path) -> tuple[Acceptance, ...]:
        """What is accepted in a file."""
        relative = self._relative(path)
        return tuple(a for a in self.acceptances if any(g.fullmatch(relative) for g in a.globs))

    def for_file(self, path: str | Path) -> Effective:
        """The settings of one script."""
        relative = self._relative(path)
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

    @property
    def every_pack(self) -> tuple[str, ...]:
        """The packs that any section names, weakest first."""
        stated = [s.said["packs"].value for s in self.sections if "packs" in s.said]
        return tuple(dict.fromkeys(pack for packs in stated for pack in packs))

    def _relative(self, path: str | Path) -> str:
        return os.path.relpath(os.path.abspath(path), self.path.parent).replace(os.sep, "/")


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
