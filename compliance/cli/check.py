"""``compliance check``: read, check, report."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from types import SimpleNamespace

from compliance.cli import outputs, terminal
from compliance.cli.arguments import UsageError, parse, whole_number
from compliance.cli.pages import CHECK
from compliance.cli.planning import planned, request_of
from compliance.cli.progress import with_progress
from compliance.cli.running import Request, Rewrites
from compliance.cli.running import outcomes as check_each
from compliance.cli.sources import STDIN, Source, Sources
from compliance.formats import View
from compliance.keys import Severity
from compliance.messages import say
from compliance.report import Report, Run

BROKEN = 2


def run(words: Sequence[str], lang: str) -> int:
    """Check what the words name; returns the exit code.

    Raises:
        UsageError: the words make no sense.
        ConfigError: settings, a baseline or Git cannot be used.
        PackError: a rule pack cannot be used.
    """
    given = parse(CHECK, words, lang)
    _refuse_contradictions(given, lang)
    if given.watch:
        from compliance.cli.watching import watch

        return watch(given.paths, lang, lambda: check_once(given, lang))
    return check_once(given, lang)


def check_once(given: SimpleNamespace, lang: str) -> int:
    """One check with the values of a command line; returns the exit code."""
    request = request_of(given, lang)._replace(
        fix="unsafe" if given.unsafe_fixes else "safe" if given.fix else "", dry_run=given.dry_run
    )
    wanted = outputs.plan(given.format, given.output or (), lang)
    jobs = jobs_of(given.jobs, lang)
    plan = planned(given, lang)
    baseline = given.baseline or plan.run.baseline
    whole = not given.staged and given.diff_base is None
    compared = _baseline(baseline, lang, whole=whole) if baseline else None
    checked, rewrites = check_files(plan.sources, request, jobs, progress=not given.no_progress)
    if compared is not None:
        checked = compared(checked)
    tell_excluded(plan.sources, lang)
    tell(checked, lang)
    if given.fix and given.dry_run:
        return _show_rewrites(checked, rewrites, lang)
    tell_rewrites(rewrites, lang)
    problems = outputs.write_all(checked, wanted, _view(given, lang, plan.sources))
    for problem in problems:
        terminal.complain(say(lang, "cli.error", problem=problem))
    strict = given.strict_suppressions or plan.run.strict_suppressions
    code = BROKEN if problems else checked.exit_code(_fail_on(given.fail_on or plan.run.fail_on))
    return code or int(strict and any(r.notices for r in checked.reports))


def check_files(
    sources: Sources, request: Request, jobs: int | None, *, progress: bool
) -> tuple[Run, list[tuple[str, Rewrites]]]:
    """Check every file; the rewrites by path, where they were asked for."""
    steps = check_each(sources.files, request, jobs)
    if progress and sys.stderr.isatty():
        steps = with_progress(steps, len(sources.files), sys.stderr, request.lang)
    checked, failures = [], list(sources.failures)
    rewrites = []
    for source, outcome in zip(sources.files, steps, strict=True):
        if outcome.report:
            checked.append((source, outcome.report))
        if outcome.rewrites:
            rewrites.append((source.path, outcome.rewrites))
        if outcome.not_read:
            sources.not_read.append(outcome.not_read)
        failures += outcome.failures
    if request.cached:
        from compliance.cache import tidy

        tidy()
    return Run(_noticed(checked, sources), tuple(failures)), rewrites


def _noticed(checked: Sequence[tuple[Source, Report]], sources: Sources) -> tuple[Report, ...]:
    """The reports, with notices about findings that the settings accept in vain."""
    if not any(source.accepted for source, _ in checked):
        return tuple(report for _, report in checked)
    from compliance.accepting import Checked, with_notices

    return tuple(with_notices([Checked(r, s.accepted, sources.whole) for s, r in checked]))


def tell_excluded(sources: Sources, lang: str) -> None:
    """Name the files that the settings exclude: nothing is left out in silence."""
    if sources.excluded:
        from compliance.formats.shared.overview import named

        names = named(lang, tuple(sources.excluded))
        terminal.complain(say(lang, "excluded.line", count=len(sources.excluded), names=names))


def tell(run: Run, lang: str) -> None:
    """Say what could not be checked, and which comments are out of date."""
    for failure in run.failures:
        terminal.complain(say(lang, "failure.line", path=failure.path, problem=failure.problem))
    for report in run.reports:
        for notice in report.notices:
            place = f"{report.name}:{notice.line}" if notice.line else report.name
            terminal.complain(say(lang, "notice.line", place=place, text=notice.text))


def tell_rewrites(rewrites: Sequence[tuple[str, Rewrites]], lang: str) -> None:
    """Say what was rewritten, and what was not and why."""
    for path, done in rewrites:
        if done.made:
            terminal.complain(say(lang, "fix.made", path=path, count=done.made))
        for line, excerpt, reason in done.refused:
            place = f"{path}:{line}"
            terminal.complain(say(lang, "fix.refused", place=place, excerpt=excerpt, reason=reason))


def _show_rewrites(run: Run, rewrites: Sequence[tuple[str, Rewrites]], lang: str) -> int:
    """Print the rewrites as a patch: 0 there are none, 1 there are, 2 a file could not be checked."""
    for _, planned_rewrites in rewrites:
        sys.stdout.write(planned_rewrites.diff)
    tell_rewrites([(path, r._replace(made=0)) for path, r in rewrites], lang)
    if run.exit_code(None):
        return BROKEN
    return int(any(r.made for _, r in rewrites))


def _baseline(path: str, lang: str, *, whole: bool) -> Callable[[Run], Run]:
    """Read a baseline before anything is checked; the answer sets aside what it knows of a run.

    Only a ``whole`` check tells what was fixed: one of changed lines does not see the other findings.

    Raises:
        ConfigError: it cannot be used.
    """
    from compliance.baseline import compare, read_baseline  # many runs have none

    baseline = read_baseline(path)

    def compared(run: Run) -> Run:
        comparison = compare(run.reports, baseline)
        if whole and comparison.fixed:
            count = sum(entry.times for _, entry in comparison.fixed)
            terminal.complain(say(lang, "baseline.fixed", count=count))
        return run._replace(reports=comparison.reports)

    return compared


def _refuse_contradictions(given: SimpleNamespace, lang: str) -> None:
    """Options that make no sense together.

    Raises:
        UsageError: names the two.
    """
    for option in ("dry_run", "unsafe_fixes"):
        if getattr(given, option) and not given.fix:
            flag = "--" + option.replace("_", "-")
            raise UsageError(say(lang, "cli.needs", option=flag, other="--fix"))
    writing = given.fix and not given.dry_run
    pairs = [
        (given.fix and STDIN in given.paths, "--fix", "-"),
        (writing and given.staged, "--fix", "--staged"),
        (given.watch and given.fix, "--watch", "--fix"),
        (given.watch and STDIN in given.paths, "--watch", "-"),
    ]
    for clash, one, other in pairs:
        if clash:
            raise UsageError(say(lang, "cli.conflict", one=one, other=other))


def _fail_on(level: str | None) -> Severity | None:
    return None if level == "never" else Severity(level or "warning")


def jobs_of(value: str | None, lang: str) -> int | None:
    """The number of processes; None: decide by the number of files.

    Raises:
        UsageError: not a number from 1 to 256.
    """
    if value is None:
        return None
    number = whole_number(value, least=1, most=256)
    if number is None:
        raise UsageError(say(lang, "cli.bad_number", option="--jobs", value=value))
    return number


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
