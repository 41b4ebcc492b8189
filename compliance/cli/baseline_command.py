"""``compliance baseline``: remember findings, forget what was fixed, list what is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from compliance.baseline import DEFAULT_NAME, Baseline, compare, of_reports, read_baseline, write_baseline
from compliance.cli import terminal
from compliance.cli.adoption_pages import BASELINE
from compliance.cli.arguments import UsageError, parse
from compliance.cli.check import BROKEN, check_files, jobs_of, tell, tell_excluded
from compliance.cli.planning import planned, request_of
from compliance.config_values import Effective
from compliance.errors import did_you_mean
from compliance.formats.shared.width import clean
from compliance.messages import say
from compliance.report import Run

ACTIONS = ("write", "update", "show")


def run(words: Sequence[str], lang: str) -> int:
    """Write, update or show a baseline; 0 done, 2 some files could not be checked and nothing was written.

    Raises:
        UsageError: no such action.
        ConfigError: the baseline cannot be read or written.
    """
    given = parse(BASELINE, words, lang)
    if given.action not in ACTIONS:
        known = ", ".join(ACTIONS)
        text = say(lang, "cli.unknown_command", command=f"baseline {given.action}", known=known)
        raise UsageError(text + did_you_mean(given.action, list(ACTIONS)))
    # What the command shares with check expects the options of check.
    given = SimpleNamespace(**{**vars(given), "staged": False, "diff_base": None, "stdin_filename": None})
    given.baseline = given.file
    given.paths = given.paths or ["."]
    if given.action == "show":
        return _show(read_baseline(_file(given, _run_settings(given, lang))), lang)
    plan = planned(given, lang)
    path = _file(given, plan.run)
    checked, _ = check_files(plan.sources, request_of(given, lang), jobs_of(given.jobs, lang), progress=True)
    tell_excluded(plan.sources, lang)
    tell(checked, lang)
    if checked.exit_code(None):
        terminal.complain(say(lang, "baseline.incomplete"))
        return BROKEN
    return _write(checked, path, lang) if given.action == "write" else _update(checked, path, lang)


def _run_settings(given: SimpleNamespace, lang: str) -> Effective:
    return planned(SimpleNamespace(**{**vars(given), "paths": ["-"]}), lang).run


def _file(given: SimpleNamespace, settings: Effective) -> str:
    return str(given.file or settings.baseline or DEFAULT_NAME)


def _write(checked: Run, path: str, lang: str) -> int:
    baseline = of_reports(checked.reports, Path(path).absolute().parent)
    write_baseline(baseline, path)
    print(say(lang, "baseline.written", path=clean(path), count=baseline.total))
    return 0


def _update(checked: Run, path: str, lang: str) -> int:
    comparison = compare(checked.reports, read_baseline(path))
    write_baseline(comparison.known, path)
    fixed = sum(entry.times for _, entry in comparison.fixed)
    new = sum(len(r.violations) for r in comparison.reports)
    count = comparison.known.total
    print(say(lang, "baseline.updated", path=clean(path), fixed=fixed, count=count, new=new))
    return 0


def _show(baseline: Baseline, lang: str) -> int:
    for name, entries in sorted(baseline.files.items()):
        print(clean(name))
        for entry in entries:
            excerpt = clean(entry.excerpt) or say(lang, "baseline.missing")
            times = f" × {entry.times}" if entry.times > 1 else ""
            print(f"  {say(lang, f'severity.{entry.severity}')} {excerpt}{times} [{entry.rule}]")
    print(say(lang, "baseline.total", count=baseline.total, files=len(baseline.files)))
    return 0
