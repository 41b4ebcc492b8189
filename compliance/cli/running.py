"""Reading and checking many files: one by one, or in several processes."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from compliance.cli.sources import STDIN, Source
from compliance.config_values import filled
from compliance.errors import ConfigError, InputError, PackError, UnsupportedInput
from compliance.messages import say
from compliance.readers.intake import load
from compliance.report import InputFailure, Report
from compliance.suppress import Outcome as Reviewed
from compliance.suppress import Problem, comments_in, suppress, without_comments
from compliance.text import Document, Settings

if TYPE_CHECKING:
    from compliance.cache import ResultCache
    from compliance.changed import Change
    from compliance.engine import Checker

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
    stdin_name: str = STDIN_NAME
    lang: str = "zh"
    cached: bool = False
    """Recall and store results."""
    fix: Literal["", "safe", "unsafe"] = ""
    """Rewrite the files where the rules allow it; "unsafe": also by suggestions."""
    dry_run: bool = False
    """Show the rewrites, make none."""


class Rewrites(NamedTuple):
    """What ``--fix`` did to a file, or would do."""

    made: int
    refused: tuple[tuple[int, str, str], ...]
    """Line, words, and why they stay."""
    diff: str = ""


class Outcome(NamedTuple):
    """What became of one file: a report, failures (both, where comments in it are wrong), or a type nobody
    reads."""

    report: Report | None = None
    failures: tuple[InputFailure, ...] = ()
    not_read: str = ""
    rewrites: Rewrites | None = None


class Worker:
    """Checks files for one request; checkers are made once for each combination of settings and packs.

    Args:
        request: what is asked.
        travelling: the outcomes go to another process.
    """

    def __init__(self, request: Request, *, travelling: bool = False) -> None:
        self.request, self._travelling = request, travelling
        self._checker = lru_cache(maxsize=32)(self._make)
        self._known = lru_cache(maxsize=8)(_known_rules)
        self._cache = lru_cache(maxsize=32)(self._make_cache)

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
            return _failed(source, problem.problem)
        except InputError as problem:
            return _failed(source, problem.problem)
        except PackError:
            raise
        except Exception as problem:  # a bug of ours must not cost the person the other files
            if os.environ.get(DEBUG):
                raise
            text = say(
                self.request.lang, "cli.crash", problem=f"{type(problem).__name__}: {problem}", flag=DEBUG
            )
            return _failed(source, text)

    def _checked(self, source: Source) -> Outcome:
        content = self._content(source)
        try:
            reviewed = self._narrowed(source, _accepted(source, self._reviewed(source, content)))
            rewrites = None
            if self.request.fix:
                reviewed, rewrites = self._fixed(source, content, reviewed)
        except ConfigError as problem:
            return _failed(source, say(self.request.lang, "cli.front_matter", problem=problem))
        failures = [_comment_failure(source, p) for p in reviewed.problems]
        report = reviewed.report
        if self._travelling and rewrites is None:
            report = report._replace(document=self._light(source, content, report.document))
        return Outcome(report, tuple(failures), rewrites=rewrites)

    def _light(self, source: Source, content: bytes, document: Document) -> Document:
        """The document as its file: what a reader made of it costs more to send than to make again."""
        from compliance.cache import Recalled

        again = partial(read_for_check, content, source.path, source.settings)
        return Recalled(document.name, document.kind, document.not_checked, document.settings, again)

    def _narrowed(self, source: Source, reviewed: Reviewed) -> Reviewed:
        """The check with what a change has nothing to do with set aside, if only changes are asked for."""
        change = source.change
        if change is None:
            return reviewed
        from compliance.changed import narrowed

        return reviewed._replace(
            report=narrowed(reviewed.report, change, lambda: self._missing_before(source, change))
        )

    def _content(self, source: Source) -> bytes:
        if source.path == STDIN:
            return sys.stdin.buffer.read(STDIN_LIMIT)
        if source.change is not None and source.change.staged:
            from compliance.changed import content_of

            return content_of(source.change, source.change.staged)
        return load(source.path)

    def _reviewed(self, source: Source, content: bytes) -> Reviewed:
        """The check of a content, from the cache if it is there."""
        if not self.request.cached or source.path == STDIN:
            return self._review(source, content)
        cache = self._cache(source.settings, source.packs)
        key = cache.key(content, source.path, self.request.as_of)
        found = cache.recall(key, source.path, partial(read_for_check, content, source.path, source.settings))
        if found is None:
            found = self._review(source, content)
            cache.store(key, found)
        return found

    def _review(self, source: Source, content: bytes) -> Reviewed:
        document = self._read(source, content)
        checker = self._checker(document.settings, source.packs)
        # The comments are found in what is written, not in what rules are given to read.
        comments = comments_in(document)
        report = checker.check(without_comments(document, comments))
        return suppress(report, comments, partial(self._known, source.packs))

    def _read(self, source: Source, content: bytes) -> Document:
        from compliance.readers import read_bytes

        name = self.request.stdin_name if source.path == STDIN else source.path
        return _filled(read_bytes(content, name), source.settings)

    def _fixed(self, source: Source, content: bytes, reviewed: Reviewed) -> tuple[Reviewed, Rewrites]:
        from compliance.fixing import fix, unified_diff, write_fixed

        def read(changed: bytes) -> Document:
            return read_for_check(changed, source.path, source.settings)

        def check(document: Document) -> Report:
            plain = self._checker(document.settings, source.packs).check(document)
            return suppress(plain, comments_in(document), partial(self._known, source.packs)).report

        fixed = fix(content, reviewed.report, read, check, unsafe=self.request.fix == "unsafe")
        refused = tuple((r.violation.line, r.violation.excerpt, r.reason) for r in fixed.refused)
        if self.request.dry_run:
            diff = unified_diff(source.path, fixed) if fixed.made else ""
            return reviewed, Rewrites(len(fixed.made), refused, diff)
        if fixed.made:
            write_fixed(source.path, fixed)
            reviewed = self._narrowed(source, _accepted(source, self._review(source, fixed.content)))
        return reviewed, Rewrites(len(fixed.made), refused)

    def _missing_before(self, source: Source, change: Change) -> Counter[str]:
        """The missing statements of the former version, by rule; none where it cannot be read."""
        if not change.before:
            return Counter()
        from compliance.changed import content_of

        try:
            report = self._reviewed(source, content_of(change, change.before)).report
        except (InputError, ConfigError):
            return Counter()
        return Counter(v.rule_id for v in report.violations if v.start == v.end)

    def _make(self, settings: Settings, packs: tuple[str, ...]) -> Checker:
        from compliance.api import checker_for  # a run that recalls every result needs no engine

        asked = self.request
        return checker_for(
            settings,
            industries=asked.industries,
            platforms=asked.platforms,
            channel=asked.channel,
            as_of=asked.as_of,
            packs=packs,
        )

    def _make_cache(self, settings: Settings, packs: tuple[str, ...]) -> ResultCache:
        from compliance.cache import ResultCache

        asked = self.request
        return ResultCache(
            packs, repr((asked.industries, asked.platforms, asked.channel, asked.as_of, settings))
        )


def _accepted(source: Source, reviewed: Reviewed) -> Reviewed:
    """The check without what the settings accept; done last, so that results in the cache hold for all."""
    if not source.accepted:
        return reviewed
    from compliance.accepting import accept  # few teams accept anything

    return reviewed._replace(report=accept(reviewed.report, source.accepted))


def read_for_check(content: bytes, name: str, settings: Settings) -> Document:
    """A file as rules read it: with the settings of its team, our comments blanked.

    Raises:
        InputError: it cannot be read.
        ConfigError: its front matter names something that does not exist.
    """
    from compliance.readers import read_bytes

    document = _filled(read_bytes(content, name), settings)
    return without_comments(document, comments_in(document))


def _known_rules(packs: tuple[str, ...]) -> frozenset[str]:
    from compliance.override_pack import known_rules  # only comments ask for them

    return known_rules(packs)


def _filled(document: Document, settings: Settings) -> Document:
    together = filled(document.settings, settings)
    return document if together == document.settings else document.with_changes(settings=together)


def _failed(source: Source, problem: str) -> Outcome:
    return Outcome(failures=(InputFailure(source.path, problem),))


def _comment_failure(source: Source, problem: Problem) -> InputFailure:
    return InputFailure(f"{source.path}:{problem.line}:{problem.column}", problem.text)


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
    return Worker(request, travelling=True)
