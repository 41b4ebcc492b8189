"""Settings of a team: ``compliance.toml``, or ``[tool.compliance]`` in ``pyproject.toml``.

The nearest file above a script counts, with what it ``extends``; sections ``[[files]]`` say more about some
of the scripts. What the command line and a script's own front matter say goes before all of it.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compliance.config_values import NOTHING, Config, Effective

if TYPE_CHECKING:
    from pathlib import Path

OWN_NAME: Final = "compliance.toml"
PROJECT: Final = "pyproject.toml"


class Finder:
    """Finds the settings of scripts; every folder is looked into once.

    Args:
        given: use this settings file for every script and look for no other.
    """

    def __init__(self, given: str | None = None) -> None:
        self._given = None if given is None else _read(given)
        self._above = lru_cache(maxsize=None)(self._search)

    def config_for(self, path: str | Path) -> Config | None:
        """The settings file that counts for a script or folder; None where there is none.

        Raises:
            ConfigError: the file cannot be used; names file, line and the nearest known key.
        """
        if self._given is not None:
            return self._given
        absolute = os.path.abspath(path)  # links stay as the person wrote them
        return self._above(absolute if os.path.isdir(absolute) else os.path.dirname(absolute))

    def effective(self, path: str | Path) -> Effective:
        """The settings of a script."""
        config = self.config_for(path)
        return NOTHING if config is None else config.for_file(path)

    def _search(self, folder: str) -> Config | None:
        own, project = os.path.join(folder, OWN_NAME), os.path.join(folder, PROJECT)
        if os.path.isfile(own):
            return _read(own)
        if os.path.isfile(project) and _has_table(project):
            return _read(project)
        above = os.path.dirname(folder)
        return None if above == folder else self._above(above)


def _read(path: str) -> Config:
    from compliance.config_reading import read_config  # most scripts stand in no project

    return read_config(path)


def _has_table(project: str) -> bool:
    # Broken TOML in somebody else's table is not for us to report.
    import re

    with open(project, encoding="utf-8", errors="replace") as file:
        text = file.read()
    return re.search(r"^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*[\"']?compliance\b", text, re.MULTILINE) is not None
