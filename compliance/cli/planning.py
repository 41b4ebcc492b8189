"""What a command line and the settings of a team come to: which files, with which settings and packs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from types import SimpleNamespace
from typing import NamedTuple

from compliance.cli.arguments import UsageError, day_of, key_of, keys_of
from compliance.cli.running import STDIN_NAME, Request
from compliance.cli.sources import STDIN, Source, Sources, gather
from compliance.config import Finder
from compliance.config_values import NOTHING, Config, Effective, RuleChange
from compliance.keys import CHANNELS, INDUSTRIES, PLATFORMS
from compliance.messages import say
from compliance.readers import SUFFIXES


class Planned(NamedTuple):
    """The files to check, each with its settings, and the settings of the run as a whole."""

    sources: Sources
    run: Effective


def planned(given: SimpleNamespace, lang: str) -> Planned:
    """The plan of a command line.

    Raises:
        UsageError: no path, or options that contradict each other.
        ConfigError: settings cannot be used, or Git cannot answer.
        PackError: a rule pack cannot be used.
    """
    finder = _finder(given, lang)
    if given.staged or given.diff_base is not None:
        sources = _changed(given, lang)
    elif given.paths:
        sources = gather(given.paths, lang)
    else:
        raise UsageError(say(lang, "cli.missing_argument", argument=say(lang, "cli.kind.path")))
    if finder is None:
        sources.files = [s._replace(packs=tuple(given.packs or ())) for s in sources.files]
        return _without_baseline(Planned(sources, NOTHING), given)
    stdin_name = given.stdin_filename or STDIN_NAME
    settled = _Settling(finder, tuple(given.packs or ()), stdin_name)
    sources.files = [settled.source(s) for s in settled.kept(sources)]
    sources.whole = settled.covered(given)
    config = finder.config_for(os.curdir)
    return _without_baseline(Planned(sources, NOTHING if config is None else config.for_run()), given)


def request_of(given: SimpleNamespace, lang: str) -> Request:
    """What the command line asks of every file.

    Raises:
        UsageError: an unknown key or a date that is none.
    """
    return Request(
        industries=keys_of(given.industry, "industry", INDUSTRIES, lang),
        platforms=keys_of(given.platform, "platform", PLATFORMS, lang),
        channel=key_of(given.channel, "channel", CHANNELS, lang),
        as_of=day_of(given.as_of, "--as-of", lang),
        stdin_name=given.stdin_filename or STDIN_NAME,
        lang=lang,
        cached=not given.no_cache,
    )


def _without_baseline(plan: Planned, given: SimpleNamespace) -> Planned:
    """The plan without the baseline among the files of a folder: it quotes what it remembers."""
    baseline = given.baseline or plan.run.baseline
    if baseline:
        real = os.path.realpath(baseline)
        files = plan.sources.files
        plan.sources.files = [s for s in files if s.named or os.path.realpath(s.path) != real]
    return plan


class _Settling:
    """Gives files their settings and packs; packs made of changed rules are made once."""

    def __init__(self, finder: Finder, packs: tuple[str, ...], stdin_name: str) -> None:
        self._finder, self._packs, self._stdin_name = finder, packs, stdin_name
        self._seen: set[str] = set()
        """Settings files that were met."""
        self._made: dict[tuple[tuple[RuleChange, ...], tuple[str, ...]], str] = {}

    def kept(self, sources: Sources) -> list[Source]:
        """The files without those that the settings exclude; they are noted."""
        kept = []
        for source in sources.files:
            config = self._finder.config_for(self._name(source))
            if config is None or config.excluded(self._name(source)) is None:
                kept.append(source)
            else:
                sources.excluded.append(source.path)
        return kept

    def covered(self, given: SimpleNamespace) -> frozenset[str]:
        """The settings files whose folders are checked as a whole."""
        if not self._seen or given.staged or given.diff_base is not None:
            return frozenset()
        from pathlib import Path

        named = [Path(os.path.realpath(p)) for p in given.paths if p != STDIN]
        return frozenset(
            path
            for path in self._seen
            if any(Path(os.path.realpath(path)).parent.is_relative_to(n) for n in named)
        )

    def source(self, source: Source) -> Source:
        name = self._name(source)
        config = self._finder.config_for(name)
        if config is None:
            return source._replace(packs=tuple(dict.fromkeys(self._packs)))
        accepted = self._acceptances(config).accepted(name)
        return self._with_packs(source._replace(accepted=accepted), config.for_file(name))

    def _name(self, source: Source) -> str:
        return self._stdin_name if source.path == STDIN else source.path

    def _acceptances(self, config: Config) -> Config:
        """The settings, once the rules they accept are known to exist."""
        if str(config.path) not in self._seen:
            self._seen.add(str(config.path))
            if config.acceptances:
                from compliance.accepting import refuse_unknown_rules

                refuse_unknown_rules(config.acceptances, (*config.every_pack, *self._packs))
        return config

    def _with_packs(self, source: Source, effective: Effective) -> Source:
        packs = tuple(dict.fromkeys((*effective.pack_paths, *self._packs)))
        if effective.rules:
            packs = (*packs, self._pack(effective.rules, packs))
        return source._replace(settings=effective.settings, packs=packs)

    def _pack(self, rules: tuple[RuleChange, ...], packs: tuple[str, ...]) -> str:
        from compliance.override_pack import pack_of  # few teams change rules

        if (rules, packs) not in self._made:
            self._made[rules, packs] = pack_of(rules, packs)
        return self._made[rules, packs]


def _finder(given: SimpleNamespace, lang: str) -> Finder | None:
    if given.no_config and given.config is not None:
        raise UsageError(say(lang, "cli.conflict", one="--config", other="--no-config"))
    return None if given.no_config else Finder(given.config)


def _changed(given: SimpleNamespace, lang: str) -> Sources:
    """The changed files below the named paths; all of them where no path is named."""
    from compliance.changed import changes_since, staged_changes

    if given.staged and given.diff_base is not None:
        raise UsageError(say(lang, "cli.conflict", one="--staged", other="--diff-base"))
    if STDIN in given.paths:
        raise UsageError(say(lang, "cli.conflict", one="--staged / --diff-base", other="-"))
    changes = staged_changes() if given.staged else changes_since(given.diff_base)
    sources = Sources()
    for change in changes:
        if _hidden(change.path) or (given.paths and not _below(change.path, given.paths)):
            continue
        if os.path.splitext(change.path)[1].lower() in SUFFIXES:
            sources.files.append(Source(change.path, named=False, change=change))
        else:
            sources.not_read.append(change.path)
    return sources


def _hidden(path: str) -> bool:
    """Whether a folder search would pass it over: its name, or that of a folder, begins with a dot."""
    parts = path.replace(os.sep, "/").split("/")
    return any(part.startswith(".") and part not in (".", "..") for part in parts)


def _below(path: str, named: Sequence[str]) -> bool:
    # Git answers with real paths; a folder reached over a link is the same folder.
    from pathlib import Path

    real = Path(os.path.realpath(path))
    return any(real.is_relative_to(os.path.realpath(name)) for name in named)
