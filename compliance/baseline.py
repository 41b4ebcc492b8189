"""A baseline: the findings a team has today, so that only new ones stop it.

A finding is recognised by its rule, its folded phrase and the words around it; lines and offsets play no
part. Equal findings are counted. A finding that has become graver than it was is reported again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final, NamedTuple

from compliance.errors import ConfigError
from compliance.folding import fold
from compliance.keys import Severity
from compliance.report import Report, Suppressed, Violation

DEFAULT_NAME: Final = ".yushen-baseline.json"
SCHEMA: Final = "yushen-baseline/1"
NEIGHBOURS: Final = 12  # folded letters on either side that are remembered
ALIKE: Final = 0.6  # likeness (0-1) of both sides together from which a reworded place is the same place
_FIELDS: Final = ("rule", "severity", "excerpt", "before", "after", "times")


class Entry(NamedTuple):
    """A finding as a baseline remembers it; so often in its file as ``times`` says."""

    rule: str
    severity: str
    excerpt: str
    """Folded; empty for a missing statement."""
    before: str
    after: str
    times: int = 1


class Baseline(NamedTuple):
    """What was accepted, by file; paths are relative to ``folder``, with “/”."""

    folder: Path
    files: Mapping[str, tuple[Entry, ...]]

    @property
    def total(self) -> int:
        """How many findings it holds."""
        return sum(entry.times for entries in self.files.values() for entry in entries)


class Comparison(NamedTuple):
    """A run against a baseline."""

    reports: tuple[Report, ...]
    """With the known findings set aside."""
    known: Baseline
    """The baseline without what was fixed."""
    fixed: tuple[tuple[str, Entry], ...]
    """What the baseline holds and the run no longer finds, by file."""


def read_baseline(path: str | Path) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigError: missing, not JSON, or not a baseline; says what to do.
    """
    file = Path(path)
    try:
        raw = json.loads(file.read_bytes())
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: 没有这个基线文件；先运行 compliance baseline write（no baseline）"
        ) from None
    except OSError as error:
        raise ConfigError(f"{path}: 基线文件读不了（cannot be read）：{error.strerror}") from None
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise ConfigError(f"{place}: 基线文件不是正确的 JSON；请从版本库恢复（not valid JSON）") from None
    except (UnicodeDecodeError, RecursionError):
        raise ConfigError(f"{path}: 基线文件不是 UTF-8 的 JSON；请从版本库恢复（not valid JSON）") from None
    if not isinstance(raw, dict) or raw.get("schema") != SCHEMA or not isinstance(raw.get("files"), dict):
        problem = (
            f"不是基线文件，或由别的版本写成（schema 应为 {SCHEMA}）；请重新运行 compliance baseline write"
        )
        raise ConfigError(f"{path}: {problem}")
    folder = Path(os.path.abspath(file)).parent  # noqa: PTH100
    return Baseline(folder, {name: _entries(path, name, value) for name, value in raw["files"].items()})


def write_baseline(baseline: Baseline, path: str | Path) -> None:
    """Write a baseline; the same findings give the same bytes, and a failure leaves the old file whole.

    Raises:
        ConfigError: the file cannot be written.
    """
    files = {
        name: [entry._asdict() for entry in sorted(entries)]
        for name, entries in sorted(baseline.files.items())
    }
    target = Path(path)
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, os.strerror(13))
        in_place = target.exists() and not target.is_file()  # a device or pipe must not become a file
        written = target if in_place else partial
        written.write_text(_text(files), encoding="utf-8", errors="surrogatepass", newline="\n")
        if not in_place:
            partial.replace(target)
    except OSError as error:
        raise ConfigError(f"{path}: 基线写不了（cannot be written）：{error.strerror}") from None
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def of_reports(reports: Sequence[Report], folder: Path) -> Baseline:
    """A baseline that holds every finding of these reports."""
    files: dict[str, tuple[Entry, ...]] = {}
    for report in reports:
        if report.violations:
            name = name_in(folder, report.name)
            files[name] = _counted([entry_of(report, v) for v in report.violations])
    return Baseline(folder, files)


def compare(reports: Sequence[Report], baseline: Baseline) -> Comparison:
    """Set aside the findings a baseline knows.

    Entries of files that were not part of the run stay as they are; entries of files that are gone are looked
    for in the other files (renamed scripts) and count as fixed where they are not found.
    """
    run = {name_in(baseline.folder, r.name) for r in reports}
    gone = {
        n: list(e) for n, e in baseline.files.items() if n not in run and not (baseline.folder / n).exists()
    }
    moved = _Stock([(name, entry) for name, entries in gone.items() for entry in entries])
    known = {
        name: entries for name, entries in baseline.files.items() if name not in run and name not in gone
    }
    compared, fixed = [], []
    for report in reports:
        name = name_in(baseline.folder, report.name)
        stock = _Stock([(name, entry) for entry in baseline.files.get(name, ())])
        after, recognised = _compared(report, (stock, moved))
        compared.append(after)
        fixed += stock.left()
        if recognised:
            known[name] = _counted(recognised)
    return Comparison(tuple(compared), Baseline(baseline.folder, known), (*fixed, *moved.left()))


def entry_of(report: Report, violation: Violation) -> Entry:
    """A finding as a baseline would remember it."""
    rule, severity = violation.rule_id, violation.severity.value
    if (
        violation.start == violation.end
    ):  # a duty of the whole text: what stands around the place says nothing
        return Entry(rule, severity, "", "", "")
    source, reach = report.document.source, 4 * NEIGHBOURS
    before = _letters(source[max(0, violation.start - reach) : violation.start])[-NEIGHBOURS:]
    after = _letters(source[violation.end : violation.end + reach])[:NEIGHBOURS]
    return Entry(rule, severity, fold(violation.excerpt).text, before, after)


def name_in(folder: Path, path: str) -> str:
    """A path as baselines write it."""
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")  # noqa: PTH100


class _Stock:
    """Entries that findings can still be recognised by, one by one."""

    def __init__(self, entries: Sequence[tuple[str, Entry]]) -> None:
        self._left = [(name, e._replace(times=1)) for name, e in entries for _ in range(e.times)]

    def take(self, found: Entry, also: Sequence[str], least: float) -> Entry | None:
        """The entry most like the finding, if it is like enough; it can be taken once."""
        best, best_score = -1, 0.0
        for number, (_, entry) in enumerate(self._left):
            if entry.rule in (found.rule, *also) and not _graver(found, entry):
                score = _likeness(found, entry)
                if score > best_score:
                    best, best_score = number, score
        return self._left.pop(best)[1] if best_score >= least else None

    def left(self) -> list[tuple[str, Entry]]:
        """What nobody took."""
        return sorted(self._left)


def _compared(report: Report, stocks: Sequence[_Stock]) -> tuple[Report, list[Entry]]:
    """The report without known findings. Exact places first: a reworded one must not take their entry."""
    found = {id(v): entry_of(report, v) for v in report.violations}
    entries: dict[int, Entry] = {}
    for least in (1.0, ALIKE):
        for violation in (v for v in report.violations if id(v) not in entries):
            for stock in stocks:
                entry = stock.take(found[id(violation)], violation.also, least)
                if entry is not None:
                    entries[id(violation)] = found[id(violation)]._replace(severity=entry.severity)
                    break
    aside = [
        Suppressed(v, "baseline", "基线里已有（in the baseline）")
        for v in report.violations
        if id(v) in entries
    ]
    left = tuple(v for v in report.violations if id(v) not in entries)
    return report._replace(violations=left, suppressed=(*report.suppressed, *aside)), list(entries.values())


def _graver(found: Entry, entry: Entry) -> bool:
    return Severity(found.severity).rank > Severity(entry.severity).rank


def _likeness(found: Entry, entry: Entry) -> float:
    """1 same phrase in the same place; 0 another phrase; between, how alike the words around it are.

    One side unchanged is enough: whoever rewords a sentence mostly leaves one neighbour alone.
    """
    if found.excerpt != entry.excerpt:
        return 0.0
    if (found.before, found.after) == (entry.before, entry.after):
        return 1.0
    if (found.before and found.before == entry.before) or (found.after and found.after == entry.after):
        return 0.9
    ours, theirs = found.before + "|" + found.after, entry.before + "|" + entry.after
    return min(0.8, SequenceMatcher(None, ours, theirs, autojunk=False).ratio())


def _letters(text: str) -> str:
    return "".join(c for c in fold(text).text if c.isalnum())


def _counted(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    counts: dict[Entry, int] = {}
    for entry in entries:
        counts[entry] = counts.get(entry, 0) + entry.times
    return tuple(sorted(entry._replace(times=count) for entry, count in counts.items()))


def _entries(path: str | Path, name: str, value: Any) -> tuple[Entry, ...]:
    return tuple(_checked_entries(path, name, value))


def _checked_entries(path: str | Path, name: str, value: Any) -> Iterator[Entry]:
    broken = ConfigError(f"{path}: “{name}” 的记录不完整；请从版本库恢复，或重新写基线（broken entry）")
    if not isinstance(value, list):
        raise broken
    for raw in value:
        if not isinstance(raw, dict) or set(raw) != set(_FIELDS):
            raise broken
        texts = all(isinstance(raw[field], str) for field in _FIELDS[:-1])
        counted = type(raw["times"]) is int and 0 < raw["times"] < 1_000_000
        if not texts or not counted or raw["severity"] not in [s.value for s in Severity]:
            raise broken
        yield Entry(**raw)


def _text(files: Mapping[str, list[dict[str, Any]]]) -> str:
    """One entry a line, so that a change of one finding is a change of one line in Git."""
    rows = []
    for name, entries in files.items():
        inner = ",\n".join("      " + json.dumps(e, ensure_ascii=False) for e in entries)
        rows.append(f"    {json.dumps(name, ensure_ascii=False)}: [\n{inner}\n    ]")
    body = ",\n".join(rows)
    return f'{{\n  "schema": "{SCHEMA}",\n  "files": {{' + (f"\n{body}\n  " if body else "") + "}\n}\n"
