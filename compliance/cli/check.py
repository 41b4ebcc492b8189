"""``compliance check``: read, check, report."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace

from compliance.cli import outputs, terminal
from compliance.cli.arguments import UsageError, day_of, key_of, keys_of, parse, whole_number
from compliance.cli.pages import CHECK
from compliance.cli.progress import with_progress
from compliance.cli.running import STDIN_NAME, Request
from compliance.cli.running import outcomes as check_each
from compliance.cli.sources import Sources, gather
from compliance.formats import View
from compliance.messages import say
from compliance.report import Run
from compliance.rule import CHANNELS, INDUSTRIES, PLATFORMS, Severity

BROKEN = 2


def run(words: Sequence[str], lang: str) -> int:
    """Check what the words name; returns the exit code.

    Raises:
        UsageError: the words make no sense.
        PackError: a rule pack cannot be used.
    """
    given = parse(CHECK, words, lang)
    request = _request(given, lang)
    wanted = outputs.plan(given.format, given.output or (), lang)
    jobs = _jobs(given.jobs, lang)
    sources = gather(given.paths, lang)
    checked = _check(sources, request, jobs, progress=not given.no_progress)
    for failure in checked.failures:
        terminal.complain(say(lang, "failure.line", path=failure.path, problem=failure.problem))
    problems = outputs.write_all(checked, wanted, _view(given, lang, sources))
    for problem in problems:
        terminal.complain(say(lang, "cli.error", problem=problem))
    fail_on = None if given.fail_on == "never" else Severity(given.fail_on)
    return BROKEN if problems else checked.exit_code(fail_on)


def _request(given: SimpleNamespace, lang: str) -> Request:
    return Request(
        industries=keys_of(given.industry, "industry", INDUSTRIES, lang),
        platforms=keys_of(given.platform, "platform", PLATFORMS, lang),
        channel=key_of(given.channel, "channel", CHANNELS, lang),
        as_of=day_of(given.as_of, "--as-of", lang),
        packs=tuple(given.packs or ()),
        stdin_name=given.stdin_filename or STDIN_NAME,
        lang=lang,
    )


def _jobs(value: str | None, lang: str) -> int | None:
    if value is None:
        return None
    number = whole_number(value, least=1, most=256)
    if number is None:
        raise UsageError(say(lang, "cli.bad_number", option="--jobs", value=value))
    return number


def _check(sources: Sources, request: Request, jobs: int | None, *, progress: bool) -> Run:
    steps = check_each(sources.files, request, jobs)
    if progress and sys.stderr.isatty():
        steps = with_progress(steps, len(sources.files), sys.stderr, request.lang)
    reports, failures = [], list(sources.failures)
    for outcome in steps:
        if outcome.report:
            reports.append(outcome.report)
        elif outcome.failure:
            failures.append(outcome.failure)
        else:
            sources.not_read.append(outcome.not_read)
    return Run(tuple(reports), tuple(failures))


def _view(given: SimpleNamespace, lang: str, sources: Sources) -> View:
    return View(
        lang=lang,
        color=terminal.wants_color(given.color, sys.stdout, os.environ),
        width=terminal.cells(sys.stdout),
        show_excused=given.show_excused,
        quiet=given.quiet,
        not_read=tuple(sources.not_read),
        step_summary=os.environ.get("GITHUB_STEP_SUMMARY", ""),
    )
