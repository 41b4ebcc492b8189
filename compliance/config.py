"""Settings of a team: ``compliance.toml``, or ``[tool.compliance]`` in ``pyproject.toml``.

The nearest file above a script counts, with what it ``extends``; sections ``[[files]]`` say more about some
of the scripts. What the command line and a script's own front matter say goes before all of it.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from compliance.config_reading import KEYS, PROJECT, glob_pattern, read_config
from compliance.config_values import (
    NOTHING,
    Acceptance,
    Config,
    Effective,
    Exclusion,
    RuleChange,
    Stated,
    filled,
)

OWN_NAME: Final = "compliance.toml"


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


def _has_table(project: Path) -> bool:
    # Broken TOML in somebody else's table is not for us to report.
    text = project.read_text(encoding="utf-8", errors="replace")
    return re.search(r"^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*[\"']?compliance\b", text, re.MULTILINE) is not None


__all__ = [
    "KEYS", "NOTHING", "Acceptance", "Config", "Effective", "Exclusion", "Finder", "RuleChange", "Stated",
    "filled", "glob_pattern", "read_config",
]  # fmt: skip
