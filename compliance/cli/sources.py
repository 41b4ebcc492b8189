"""Which files a command line means: named ones, those in folders and behind patterns, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from compliance.cli.arguments import UsageError
from compliance.messages import say
from compliance.readers import SUFFIXES
from compliance.report import InputFailure
from compliance.text import SAYS_NOTHING, Settings

if TYPE_CHECKING:
    from compliance.changed import Change
    from compliance.config_values import Acceptance

STDIN = "-"
_PATTERN_SIGNS = frozenset("*?[")
_GIT_SECONDS = 30  # git answers in milliseconds; a network drive may hang


class Source(NamedTuple):
    """A file to check. ``named``: the person named it, so it is an error if it cannot be read."""

    path: str
    named: bool
    settings: Settings = SAYS_NOTHING
    """What the settings file of its team says about it."""
    packs: tuple[str, ...] = ()
    """The extra packs for it, weakest first."""
    accepted: tuple[Acceptance, ...] = ()
    """The findings its team accepts in it."""
    change: Change | None = None
    """Set where only what changed is to be reported."""


class Sources:
    """What was found, and what could not be looked at."""

    def __init__(self) -> None:
        self.files: list[Source] = []
        self.not_read: list[str] = []
        """Files in folders of a type no reader knows."""
        self.excluded: list[str] = []
        """Files that the settings exclude."""
        self.whole: frozenset[str] = frozenset()
        """Settings files of which this run covers every file they speak for."""
        self.failures: list[InputFailure] = []


def gather(words: Sequence[str], lang: str) -> Sources:
    """The files behind the words, each once, in a stable order.

    Raises:
        UsageError: standard input is named twice.
    """
    if list(words).count(STDIN) > 1:
        raise UsageError(say(lang, "cli.stdin_twice"))
    sources = Sources()
    for word in words:
        if word != STDIN and os.path.isdir(word):
            _add_folder(sources, word, lang)
        elif word == STDIN or os.path.exists(word) or not _PATTERN_SIGNS & set(word):
            sources.files.append(Source(word, named=True))
        else:
            _add_pattern(sources, word, lang)
    sources.files = list({os.path.normpath(s.path): s for s in reversed(sources.files)}.values())[::-1]
    return sources


def _add_pattern(sources: Sources, pattern: str, lang: str) -> None:
    from glob import glob

    found = sorted(glob(pattern, recursive=True))
    if not found:
        problem = say(lang, "cli.no_match", pattern=pattern, folder=os.getcwd())
        sources.failures.append(InputFailure(pattern, problem))
    for path in found:
        if os.path.isfile(path):
            _add_file(sources, path)


def _add_folder(sources: Sources, folder: str, lang: str) -> None:
    before = len(sources.files)
    for path in sorted(_Walk(sources, lang).files(folder)):
        _add_file(sources, path)
    if len(sources.files) == before and not sources.failures:
        sources.failures.append(InputFailure(folder, say(lang, "cli.no_files", folder=folder)))


def _add_file(sources: Sources, path: str) -> None:
    if os.path.splitext(path)[1].lower() in SUFFIXES:
        sources.files.append(Source(os.path.normpath(path), named=False))
    else:
        sources.not_read.append(os.path.normpath(path))


class _Walk:
    """Goes through a folder level by level: git is asked once a level, and ignored folders stay shut."""

    def __init__(self, sources: Sources, lang: str) -> None:
        self._sources, self._lang = sources, lang
        self._seen: set[tuple[int, int]] = set()

    def files(self, folder: str) -> Iterator[str]:
        """Every file that is neither hidden nor ignored by git."""
        level = [folder]
        while level:
            entries = [e for f in level for e in self._entries(f)]
            ignored = _ignored_by_git(folder, [e.path for e in entries])
            kept = [e for e in entries if e.path not in ignored]
            yield from (e.path for e in kept if not _is_folder(e))
            level = [e.path for e in kept if _is_folder(e)]

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        """The entries of a folder; none if it was seen before, as symbolic links can make circles."""
        try:
            status = os.stat(folder)
            if (status.st_dev, status.st_ino) in self._seen:
                return []
            self._seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                return sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
        except OSError as problem:
            text = say(self._lang, "cli.cannot_list", path=folder, problem=problem.strerror)
            self._sources.failures.append(InputFailure(folder, text))
            return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # links in a circle: whoever reads it will say so
        return False


def _ignored_by_git(folder: str, paths: Sequence[str]) -> set[str]:
    """Those of the paths that .gitignore leaves out; none outside a repository or without git."""
    if not paths:
        return set()
    import subprocess  # only folders need it

    absolute = {os.path.join(os.getcwd(), p): p for p in paths}
    try:
        answer = subprocess.run(
            ["git", "check-ignore", "-z", "--stdin"],  # noqa: S607 - the git of the person
            cwd=folder,
            input=b"\0".join(map(os.fsencode, absolute)),
            capture_output=True,
            timeout=_GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return set()
    found = map(os.fsdecode, answer.stdout.split(b"\0"))
    return {absolute[path] for path in found if path in absolute}
