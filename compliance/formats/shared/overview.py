"""What a run adds up to: the same numbers in every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from compliance.keys import CATEGORIES
from compliance.messages import join, name_of, say
from compliance.report import IndustryChoice, Report, Run, Violation

SEVERITIES = ("error", "warning", "info")
NAMES_SHOWN = 5  # files or signals spelled out in one line of a summary; the rest is counted


def findings(run: Run) -> Iterator[tuple[Report, Violation]]:
    """Every finding with its report, file by file."""
    for report in run.reports:
        for violation in report.violations:
            yield report, violation


def by_severity(run: Run) -> dict[str, int]:
    """Count by severity key; all three are there."""
    counted = Counter(v.severity.value for _, v in findings(run))
    return {key: counted[key] for key in SEVERITIES}


def by_category(run: Run) -> dict[str, int]:
    """Count by category key, the most frequent first; only those that occur."""
    counted = Counter(v.category for _, v in findings(run))
    order = {key: i for i, key in enumerate(CATEGORIES)}
    return dict(sorted(counted.items(), key=lambda kv: (-kv[1], order.get(kv[0], len(order)), kv[0])))


def excused_count(run: Run) -> int:
    """How many matches a context excused."""
    return sum(len(r.excused) for r in run.reports)


def unique(values: Iterator[str]) -> tuple[str, ...]:
    """Each value once, in order of appearance."""
    return tuple(dict.fromkeys(values))


def named(lang: str, names: tuple[str, ...]) -> str:
    """The first few names; the rest as a number."""
    shown = join(lang, names[:NAMES_SHOWN])
    if len(names) <= NAMES_SHOWN:
        return shown
    return say(lang, "summary.and_more", names=shown, count=len(names))


def summary_rows(lang: str, run: Run, not_read: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What was applied and what was not, as (key below ``summary.``, text)."""
    rows = [("category", _categories(lang, run))] if by_category(run) else []
    if run.reports:
        rows.append(("industries", _industries(lang, run)))
        rows.append(("packs", _packs(lang, run)))
        rows.append(("setting", _setting(lang, run)))
    unseen = unique(n for r in run.reports for n in r.not_checked)
    if unseen:
        rows.append(("not_checked", join(lang, unseen)))
    if not_read:
        line = say(lang, "summary.not_read.line", count=len(not_read), names=named(lang, not_read))
        rows.append(("not_read", line))
    if any(r.suppressed for r in run.reports):
        rows.append(("suppressed", suppressed_line(lang, run)))
    rows += [("undecided", line) for line in undecided_lines(lang, run)]
    return rows


def suppressed_count(run: Run) -> dict[str, int]:
    """How many findings were set aside, by what; only what occurs."""
    counted = Counter(s.by for r in run.reports for s in r.suppressed)
    return {by: counted[by] for by in ("comment", "settings", "baseline", "unchanged") if counted[by]}


def suppressed_line(lang: str, run: Run) -> str:
    """How many findings were set aside, and by what."""
    words = [say(lang, f"summary.suppressed.{by}", count=n) for by, n in suppressed_count(run).items()]
    return " · ".join(words)


def undecided_lines(lang: str, run: Run) -> tuple[str, ...]:
    """Rules that could not finish, each once."""
    lines = (
        say(lang, "undecided.line", rule=u.rule_id, reason=u.reason) for r in run.reports for u in r.undecided
    )
    return unique(lines)


def headline(lang: str, run: Run) -> str:
    """错误 3 · 警告 2 · 提示 1, or that nothing was found; and whether the check is complete."""
    counts = by_severity(run)
    words = [say(lang, "summary.counts", **counts)] if any(counts.values()) else []
    if not complete(run):
        words.append(say(lang, "summary.incomplete"))
    return " · ".join(words) or say(lang, "summary.clean")


def complete(run: Run) -> bool:
    """Whether every file was read and every rule decided."""
    return run.exit_code(None) == 0


def files_line(lang: str, run: Run) -> str:
    """How many files were checked, and how many could not be."""
    line = say(lang, "summary.files", checked=len(run.reports))
    if run.failures:
        line += say(lang, "list.comma") + say(lang, "summary.failed", failed=len(run.failures))
    return line


def _categories(lang: str, run: Run) -> str:
    return " · ".join(f"{name_of(lang, 'category', k)} {n}" for k, n in by_category(run).items())


def _packs(lang: str, run: Run) -> str:
    """Titles of the packs, those of one version together."""
    versions: dict[str, list[str]] = {}
    for pack in dict.fromkeys(p for r in run.reports for p in r.packs):
        versions.setdefault(pack.version, []).append(pack.title)
    return say(lang, "list.semicolon").join(f"{join(lang, names)} {v}" for v, names in versions.items())


def _industries(lang: str, run: Run) -> str:
    chosen: dict[str, list[IndustryChoice]] = {}
    for report in run.reports:
        for choice in report.industries:
            chosen.setdefault(choice.key, []).append(choice)
    if not chosen:
        return say(lang, "summary.industry.none")
    many = len(run.reports) > 1
    words = [_industry(lang, choices, many=many) for choices in chosen.values()]
    return join(lang, words)


def _industry(lang: str, choices: list[IndustryChoice], *, many: bool) -> str:
    """The name, in how many files, and whether a person named it or which words gave it away."""
    reasons = [say(lang, "summary.industry.files", count=len(choices))] if many else []
    if any(c.given for c in choices):
        reasons.append(say(lang, "summary.industry.given"))
    detected = [c for c in choices if not c.given]
    why = unique(w for c in detected for w in c.why)[:NAMES_SHOWN]
    if why:
        reasons.append(say(lang, "summary.industry.detected", why=join(lang, why)))
    elif detected:
        reasons.append(say(lang, "summary.industry.plain"))
    inner = say(lang, "list.semicolon").join(reasons)
    return name_of(lang, "industry", choices[0].key) + say(lang, "parentheses", inner=inner)


def _setting(lang: str, run: Run) -> str:
    channels = unique(name_of(lang, "channel", r.channel) for r in run.reports)
    words = [say(lang, "summary.channel", channel=join(lang, channels))]
    platforms = unique(name_of(lang, "platform", p) for r in run.reports for p in r.platforms)
    if platforms:
        words.append(say(lang, "summary.platforms", platforms=join(lang, platforms)))
    days = unique(r.as_of.isoformat() for r in run.reports)
    words.append(say(lang, "summary.as_of", day=join(lang, days)))
    return " · ".join(words)
