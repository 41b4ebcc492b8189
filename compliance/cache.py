"""Results of earlier checks, by content, packs and options: what did not change is not checked again.

JSON below the cache folder, one file a result. A result is found only if the content, every pack, every
option, the day and this program are the same. A cache that cannot be used costs time, nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from compliance.errors import PackError
from compliance.keys import Severity
from compliance.packs.library import builtin_folder
from compliance.packs.store import cache_folder
from compliance.report import (
    Disguise,
    Excuse,
    Excused,
    IndustryChoice,
    Notice,
    PackVersion,
    Report,
    Suppressed,
    Violation,
    Where,
)
from compliance.suppress import Outcome, Problem
from compliance.text import Document, Settings

if TYPE_CHECKING:
    from compliance.rule import LegalBasis

FORMAT: Final = 1  # raise when the shape of a stored result changes
KEPT: Final = 30 * 86400  # seconds after which a result is removed
TIDIED: Final = 86400  # seconds between two tidyings
_LAZY: Final = frozenset({"source", "visible", "origin", "parts", "long"})


class Recalled(Document):
    """A document whose text is read only when somebody asks for it: most formats never do."""

    def __init__(
        self,
        name: str,
        kind: str,
        not_checked: tuple[str, ...],
        settings: Settings,
        load: Callable[[], Document],
    ) -> None:
        self.name, self.kind, self.not_checked, self.settings = name, kind, not_checked, settings
        self._load = load

    def __getattr__(self, name: str) -> Any:
        if name not in _LAZY:
            raise AttributeError(name)
        document = self._load()
        self.__dict__.update({key: getattr(document, key) for key in _LAZY})
        return self.__dict__[name]

    def __repr__(self) -> str:
        return f"Recalled({self.name!r})"


class ResultCache:
    """Stores and recalls the results of checks made with the same program, packs and options.

    Args:
        packs: the extra packs of the checks.
        options: everything else that decides a result besides content and day, as one text.

    Raises:
        PackError: a pack is not there.
    """

    def __init__(self, packs: Sequence[str], options: str) -> None:
        self._salt = _digest(
            repr((FORMAT, sys.version_info[:3], _stamps(packs), options)).encode("utf-8", "replace")
        )

    def key(self, content: bytes, name: str, day: date | None) -> str:
        """Under which the result for a content is found; of its name only the ending matters."""
        suffix = os.path.splitext(name)[1].lower()  # called for every file of a run
        head = f"{self._salt}\x1f{suffix}\x1f{(day or date.today()).isoformat()}\x1f"
        return _digest(head.encode("utf-8", "surrogatepass") + content)

    def recall(self, key: str, name: str, load: Callable[[], Document]) -> Outcome | None:
        """The stored result, if there is one; ``load`` reads the document should somebody need its text."""
        try:
            with open(_place(key), "rb") as file:
                raw = json.loads(file.read())
            return _outcome(raw, name, load)
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def store(self, key: str, outcome: Outcome) -> None:
        """Keep a result. A rule that could not decide is asked again next time."""
        if outcome.report.undecided:
            return
        place = _place(key)
        partial = f"{place}.{os.getpid()}.part"
        try:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(partial, "w", encoding="utf-8", errors="surrogatepass") as file:
                file.write(_packed(outcome))
            os.replace(partial, place)
        except (OSError, UnicodeError):
            with suppress(OSError):
                os.unlink(partial)


def tidy(now: float | None = None) -> None:
    """Remove results older than a month; at most once a day."""
    mark = os.path.join(_folder(), "tidied")
    now = time.time() if now is None else now
    with suppress(OSError):
        if os.path.exists(mark) and now - os.stat(mark).st_mtime < TIDIED:
            return
        _remove_old(now)
        os.makedirs(_folder(), exist_ok=True)
        with open(mark, "w"):
            pass


def _remove_old(now: float) -> None:
    from pathlib import Path  # once a day

    for result in Path(_folder()).glob("??/*"):
        with suppress(OSError):
            if now - result.stat().st_mtime > KEPT:
                result.unlink()


def _folder() -> str:
    return os.path.join(cache_folder(), "results")


def _place(key: str) -> str:
    return os.path.join(_folder(), key[:2], f"{key}.json")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _stamps(packs: Sequence[str]) -> list[tuple[str, int, int]]:
    """Names, times and sizes of this program's files and of every pack.

    Raises:
        PackError: a pack is not there.
    """
    for pack in packs:
        if not os.path.exists(pack):  # else results without it would be recalled
            raise PackError(pack, "没有这个规则文件或文件夹（no such pack file or folder）")
    found = []
    for root in (os.path.dirname(__file__), builtin_folder(), *packs):
        for path in _files(root):
            status = os.stat(path)  # hundreds of files at every start
            found.append((path, status.st_mtime_ns, status.st_size))
    return found


def _files(root: str) -> Iterator[str]:
    if os.path.isfile(root):
        yield root
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        yield from (os.path.join(folder, n) for n in sorted(names))


# -- to JSON and back ----------------------------------------------------------------------------------------


def _packed(outcome: Outcome) -> str:
    report = outcome.report
    raw = {
        "kind": report.document.kind,
        "not_checked": [report.document.not_checked, report.not_checked],
        "settings": report.document.settings,
        "violations": [_violation_record(v) for v in report.violations],
        "excused": [e._asdict() | {"where": _where_record(e.where)} for e in report.excused],
        "industries": report.industries,
        "platforms": report.platforms,
        "channel": report.channel,
        "as_of": report.as_of.isoformat(),
        "packs": report.packs,
        "commercial": report.commercial,
        "suppressed": [
            [_violation_record(s.violation), *s[1:3], _day(s.until), *s[4:]] for s in report.suppressed
        ],
        "notices": report.notices,
        "problems": outcome.problems,
    }
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def _outcome(raw: dict[str, Any], name: str, load: Callable[[], Document]) -> Outcome:
    values: list[Any] = [tuple(v) if isinstance(v, list) else v for v in raw["settings"]]
    settings = Settings(*values)
    report = Report(
        document=Recalled(name, raw["kind"], tuple(raw["not_checked"][0]), settings, load),
        violations=tuple(_violation(v) for v in raw["violations"]),
        excused=tuple(_excused(e) for e in raw["excused"]),
        undecided=(),
        industries=tuple(
            IndustryChoice(k, given, tuple(why), score) for k, given, why, score in raw["industries"]
        ),
        platforms=tuple(raw["platforms"]),
        channel=raw["channel"],
        as_of=date.fromisoformat(raw["as_of"]),
        packs=tuple(PackVersion(*p) for p in raw["packs"]),
        not_checked=tuple(raw["not_checked"][1]),
        commercial=raw["commercial"],
        suppressed=tuple(
            Suppressed(_violation(v), by, reason, _date(until), *rest)
            for v, by, reason, until, *rest in raw["suppressed"]
        ),
        notices=tuple(Notice(*n) for n in raw["notices"]),
    )
    return Outcome(report, tuple(Problem(*p) for p in raw["problems"]))


def _violation_record(v: Violation) -> dict[str, Any]:
    return v._asdict() | {
        "where": _where_record(v.where),
        "basis": [_basis_record(b) for b in v.basis],
        "fires_from": _day(v.fires_from),
    }


def _violation(raw: dict[str, Any]) -> Violation:
    disguise, lowered = raw["disguise"], raw["lowered"]
    more: dict[str, Any] = {
        "severity": Severity(raw["severity"]),
        "where": _where(raw["where"]),
        "suggestions": tuple(raw["suggestions"]),
        "evidence": tuple(raw["evidence"]),
        "basis": tuple(_basis(b) for b in raw["basis"]),
        "disguise": Disguise(disguise[0], disguise[1], tuple(disguise[2])) if disguise else None,
        "lowered": Excuse(*lowered) if lowered else None,
        "also": tuple(raw["also"]),
        "fires_from": _date(raw["fires_from"]),
    }
    return Violation(**(raw | more))


def _excused(raw: dict[str, Any]) -> Excused:
    return Excused(**(raw | {"where": _where(raw["where"]), "excuse": Excuse(*raw["excuse"])}))


def _basis_record(b: LegalBasis) -> list[str | None]:
    return [b.law, b.article, b.title, b.number, _day(b.since), _day(b.until), b.penalty, b.confidence]


def _basis(raw: list[Any]) -> LegalBasis:
    from compliance.rule import LegalBasis

    law, article, title, number, since, until, penalty, confidence = raw
    return LegalBasis(law, article, title, number, _date(since), _date(until), penalty, confidence)


def _where_record(where: Where) -> list[Any]:
    return [where.label, dict(where.facts)]


def _where(raw: list[Any]) -> Where:
    return Where(raw[0], raw[1])


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
