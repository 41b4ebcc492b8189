"""``compliance config``: what holds for a file, and who says so."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from compliance.accepting import refuse_unknown_rules
from compliance.cli.adoption_pages import CONFIG_PAGE
from compliance.cli.arguments import parse
from compliance.config import Finder
from compliance.config_values import Acceptance, Config, Exclusion, RuleChange
from compliance.formats.shared.width import clean, pad, width
from compliance.messages import say
from compliance.override_pack import pack_of

SCHEMA = "yushen-config/1"


class _Holding(NamedTuple):
    """What holds for a path: values by key, and everything that is a list."""

    said: dict[str, tuple[Any, str]]
    packs: list[tuple[str, str]]
    rules: tuple[RuleChange, ...]
    accepted: tuple[Acceptance, ...]
    exclusions: tuple[Exclusion, ...]
    excluded: Exclusion | None


def run(words: Sequence[str], lang: str) -> int:
    """Print the settings of a file; 0 they can be used.

    Raises:
        ConfigError: they cannot.
        PackError: a pack they name cannot be used.
    """
    given = parse(CONFIG_PAGE, words, lang)
    path = given.path or os.curdir
    config = Finder(given.config).config_for(path)
    holding = _holding(config, path)
    if given.format == "json":
        print(json.dumps(_record(path, config, holding), ensure_ascii=False, indent=2))
    elif config is None:
        print(say(lang, "config.none"))
    else:
        _print(path, config, holding, lang)
    if config is not None:
        _refuse_unusable(config, holding)
    return 0


def _holding(config: Config | None, path: str) -> _Holding:
    if config is None:
        return _Holding({}, [], (), (), (), None)
    effective, whole = config.for_file(path), config.for_run()
    said = {key: (s.value, s.place) for key, s in {**whole.said, **effective.said}.items() if key != "packs"}
    packs = [(str(s.value), s.place) for s in effective.packs]
    accepted = config.acceptances if os.path.isdir(path) else config.accepted(path)  # noqa: PTH112 - any text
    return _Holding(said, packs, effective.rules, accepted, config.exclusions, config.excluded(path))


def _refuse_unusable(config: Config, holding: _Holding) -> None:
    """Complain about rules that do not exist."""
    packs = [pack for pack, _ in holding.packs]
    refuse_unknown_rules(config.acceptances, (*config.every_pack, *packs))
    if holding.rules:
        pack_of(holding.rules, packs)


# -- for programs


def _record(path: str, config: Config | None, holding: _Holding) -> dict[str, Any]:
    """The same facts as plain values; every one with the place that states it."""
    return {
        "schema": SCHEMA,
        "path": path,
        "file": None if config is None else str(config.path),
        "excluded": holding.excluded is not None,
        "settings": {key: {"value": v, "place": place} for key, (v, place) in holding.said.items()},
        "packs": [{"value": pack, "place": place} for pack, place in holding.packs],
        "rules": [
            {"rule": r.rule_id, "severity": r.severity, "reason": r.reason, "place": r.place}
            for r in holding.rules
        ],
        "exclude": [{"glob": e.glob, "place": e.place} for e in holding.exclusions],
        "accept": [_acceptance(a) for a in holding.accepted],
    }


def _acceptance(accepted: Acceptance) -> dict[str, Any]:
    return {
        "rules": list(accepted.rules),
        "reason": accepted.reason,
        "until": accepted.until.isoformat() if accepted.until else None,
        "evidence": accepted.evidence,
        "excerpt": accepted.excerpt,
        "place": accepted.place,
    }


# -- for people


def _print(path: str, config: Config, holding: _Holding, lang: str) -> None:
    print(say(lang, "config.from", path=clean(path), file=clean(str(config.path))))
    if holding.excluded is not None:
        excluded = holding.excluded
        print(say(lang, "config.excluded", place=clean(excluded.place), glob=clean(excluded.glob)))
    rows = [tuple(clean(cell) for cell in row) for row in _rows(holding, lang)]
    cells = [max((width(row[column]) for row in rows), default=0) for column in (0, 1)]
    for key, value, place in rows:
        print(f"  {pad(key, cells[0])}  {pad(value, cells[1])}  ← {place}")


def _rows(holding: _Holding, lang: str) -> list[tuple[str, str, str]]:
    """Key, value and place of every setting."""
    rows = [(key, _shown(value), place) for key, (value, place) in holding.said.items()]
    rows += [("packs", pack, place) for pack, place in holding.packs]
    rows += [("exclude", e.glob, e.place) for e in holding.exclusions]
    for r in holding.rules:
        text = say(lang, "config.rule", rule=r.rule_id, severity=r.severity, reason=r.reason)
        rows.append(("rules", text, r.place))
    for a in holding.accepted:
        until = f" → {a.until.isoformat()}" if a.until else ""
        text = say(lang, "config.accept", rule=", ".join(a.rules), reason=a.reason, until=until)
        rows.append(("accept", text, a.place))
    return rows


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
