"""``compliance config``: what holds for a file, and who says so."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from compliance.cli.adoption_pages import CONFIG_PAGE
from compliance.cli.arguments import parse
from compliance.config import Effective, Finder
from compliance.formats.shared.width import clean, pad, width
from compliance.messages import say
from compliance.override_pack import pack_of


def run(words: Sequence[str], lang: str) -> int:
    """Print the settings of a file; 0 they can be used.

    Raises:
        ConfigError: they cannot.
        PackError: a pack they name cannot be used.
    """
    given = parse(CONFIG_PAGE, words, lang)
    path = given.path or os.curdir
    finder = Finder(given.config)
    config = finder.config_for(path)
    if config is None:
        print(say(lang, "config.none"))
        return 0
    effective = config.for_file(path)
    print(say(lang, "config.from", path=clean(path), file=clean(str(config.path))))
    rows = _rows(effective, config.for_run(), lang)
    cells = [max((width(row[column]) for row in rows), default=0) for column in (0, 1)]
    for key, value, place in rows:
        print(f"  {pad(key, cells[0])}  {pad(value, cells[1])}  ← {place}")
    if effective.rules:
        pack_of(effective.rules, effective.pack_paths)  # complains about rules that do not exist
    return 0


def _rows(effective: Effective, whole: Effective, lang: str) -> list[tuple[str, str, str]]:
    """Key, value and place of every setting."""
    said: Mapping[str, Any] = {**whole.said, **effective.said}
    rows = [(k, clean(_shown(s.value)), clean(s.place)) for k, s in said.items() if k != "packs"]
    rows += [("packs", clean(str(stated.value)), clean(stated.place)) for stated in effective.packs]
    for change in effective.rules:
        text = say(lang, "config.rule", rule=change.rule_id, severity=change.severity, reason=change.reason)
        rows.append(("rules", clean(text), clean(change.place)))
    return rows


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
