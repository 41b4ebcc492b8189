"""Reading and checking many files: one by one, or in several processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any, NamedTuple

from compliance.api import checker_for
from compliance.cli.sources import STDIN, Source
from compliance.engine import Checker
from compliance.errors import ConfigError, InputError, PackError, UnsupportedInput
from compliance.messages import say
from compliance.readers import read, read_bytes
from compliance.report import InputFailure, Report
from compliance.text import Document, Settings

PARALLEL_FROM = 150  # files; below this starting processes costs more than it saves
DEBUG = "COMPLIANCE_DEBUG"  # environment variable: show the traceback of a crash
STDIN_NAME = "<stdin>"
STDIN_LIMIT = 20 * 1024 * 1024 + 1  # bytes; one more than readers accept, so that they see it is too much


class Request(NamedTuple):
    """What the command line asks of every file."""

    industries: tuple[str, ...] | None = None
    platforms: tuple[str, ...] | None = None
    channel: str | None = None
    as_of: date | None = None
    packs: tuple[str, ...] = ()
    stdin_name: str = STDIN_NAME
    lang: str = "zh"


class Outcome(NamedTuple):
    """What became of one file: a report, a failure, or a type nobody reads."""

    report: Report | None = None
    failure: InputFailure | None = None
    not_read: str = ""


class Worker:
    """Checks files for one request; checkers are made once for each combination of settings."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self._checker = lru_cache(maxsize=32)(self._make)

    def outcome(self, source: Source) -> Outcome:
        """Read and check a file; whatever is wrong with it becomes part of the outcome.

        Raises:
            PackError: a rule pack cannot be used, so no file can be checked.
        """
        try:
            return self._checked(source)
        except UnsupportedInput as problem:
            if not source.named:
                return Outcome(not_read=source.path)
            return Outcome(failure=InputFailure(source.path, problem.problem))
        except InputError as problem:
            return Outcome(failure=InputFailure(source.path, problem.problem))
        except PackError:
            raise
        except Exception as problem:  # a bug of ours must not cost the person the other files
            if os.environ.get(DEBUG):
                raise
            text = say(
                self.request.lang, "cli.crash", problem=f"{type(problem).__name__}: {problem}", flag=DEBUG
            )
            return Outcome(failure=InputFailure(source.path, text))

    def _checked(self, source: Source) -> Outcome:
        try:
            document = self._read(source)
            checker = self._checker(document.settings)
        except ConfigError as problem:
            text = say(self.request.lang, "cli.front_matter", problem=problem)
            return Outcome(failure=InputFailure(source.path, text))
        return Outcome(report=checker.check(document))

    def _read(self, source: Source) -> Document:
        if source.path == STDIN:
            return read_bytes(sys.stdin.buffer.read(STDIN_LIMIT), self.request.stdin_name)
        return read(source.path)

    def _make(self, settings: Settings) -> Checker:
        asked = self.request
        return checker_for(
            settings,
            industries=asked.industries,
            platforms=asked.platforms,
            channel=asked.channel,
            as_of=asked.as_of,
            packs=asked.packs,
        )


def outcomes(sources: Sequence[Source], request: Request, jobs: int | None) -> Iterator[Outcome]:
    """The outcome of every source, in their order. ``jobs`` None: decide by the number of files.

    Raises:
        PackError: a rule pack cannot be used.
    """
    processes = _processes(sources, jobs)
    if processes < 2:
        yield from map(Worker(request).outcome, sources)
    else:
        yield from _in_processes(sources, request, processes)


def _processes(sources: Sequence[Source], jobs: int | None) -> int:
    if any(s.path == STDIN for s in sources):  # only this process can read it
        return 1
    if jobs is None:
        return min(os.cpu_count() or 1, 8) if len(sources) >= PARALLEL_FROM else 1
    return min(jobs, len(sources))


def _in_processes(sources: Iterable[Source], request: Request, processes: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.reduction import ForkingPickler

    ForkingPickler.register(MappingProxyType, _reduced)
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(partial(_outcome, request), sources, chunksize=8)


def _reduced(facts: MappingProxyType[str, object]) -> tuple[Any, tuple[dict[str, object]]]:
    """How a read-only mapping travels between processes; pickle alone refuses it."""
    return _read_only, (dict(facts),)


def _read_only(facts: dict[str, object]) -> MappingProxyType[str, object]:
    return MappingProxyType(facts)


def _outcome(request: Request, source: Source) -> Outcome:
    return _worker(request).outcome(source)


@lru_cache(maxsize=1)
def _worker(request: Request) -> Worker:
    """The worker of this process: its compiled rules serve every file."""
    return Worker(request)
