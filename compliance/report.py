"""What a check found: violations, excused matches, rules that could not decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from compliance.keys import Severity

if TYPE_CHECKING:  # names for types only: a clean run loads neither
    from datetime import date

    from compliance.rule import LegalBasis
    from compliance.text import Document

NO_FACTS: Mapping[str, str | int] = {}


class Where(NamedTuple):
    """A place in words ("字幕 3 00:00:07,000") and as data ({"cue": 3, …}); str() gives the words."""

    label: str = ""
    facts: Mapping[str, str | int] = NO_FACTS

    def __str__(self) -> str:
        return self.label


class Disguise(NamedTuple):
    """How a phrase was hidden: what stands there, what it stands for, by which techniques."""

    written: str
    restored: str
    techniques: tuple[str, ...]


class Excuse(NamedTuple):
    """Why a match does not count, or counts less, and the provision that grants it."""

    key: str
    """Context key ("negated") or kind of exemption ("near", "covered_by" …)."""
    reason: str
    basis: str = ""


class Violation(NamedTuple):
    """A risky phrase, or a missing statement (``start == end``), placed in the source text."""

    rule_id: str
    pack: str
    category: str
    severity: Severity
    start: int
    end: int
    excerpt: str
    line: int
    column: int
    where: Where
    title: str
    message: str
    why: str
    suggestions: tuple[str, ...]
    evidence: tuple[str, ...]
    basis: tuple[LegalBasis, ...]
    fingerprint: str
    disguise: Disguise | None = None
    lowered: Excuse | None = None
    """Set when a context made the finding quieter than the rule."""
    also: tuple[str, ...] = ()
    """Ids of further rules this finding stands for (same phrase, same category)."""
    fix: str | None = None
    """A replacement for the excerpt that keeps the sentence whole, if the rule has one."""
    fires_from: date | None = None
    """The day the provision comes into force, for rules announced ahead of it."""


class Excused(NamedTuple):
    """A match that a context excused; kept so that a lawyer can argue with it."""

    rule_id: str
    category: str
    start: int
    end: int
    excerpt: str
    line: int
    column: int
    where: Where
    excuse: Excuse


class Suppressed(NamedTuple):
    """A finding that people decided not to be stopped by; kept with the reason they gave."""

    violation: Violation
    by: Literal["comment", "settings", "baseline", "unchanged"]
    """A comment in the file, the settings, a baseline, or a run that only looks at what changed."""
    reason: str
    until: date | None = None
    """The last day on which it counts."""
    evidence: str = ""
    line: int = 0
    """Line of the comment, or of the settings file; 0 where it is neither."""


class Notice(NamedTuple):
    """Something about a check that a person should know and that is no finding: a comment out of date."""

    line: int
    text: str


class Undecided(NamedTuple):
    """A rule that could not finish; a report with one of these has not passed."""

    rule_id: str
    reason: str


class IndustryChoice(NamedTuple):
    """An industry the check ran for, and why. str() gives the key."""

    key: str
    given: bool
    why: tuple[str, ...] = ()
    """The signals found in the text, strongest first."""
    score: float = 0.0

    def __str__(self) -> str:
        return self.key


class PackVersion(NamedTuple):
    """What “checked” meant: a pack, its version and the SHA-256 of its file."""

    name: str
    title: str
    version: str
    sha256: str


class Report(NamedTuple):
    """Everything one check found, and everything it could not decide."""

    document: Document
    violations: tuple[Violation, ...]
    excused: tuple[Excused, ...]
    undecided: tuple[Undecided, ...]
    industries: tuple[IndustryChoice, ...]
    platforms: tuple[str, ...]
    channel: str
    as_of: date
    packs: tuple[PackVersion, ...]
    not_checked: tuple[str, ...]
    """What no rule could see: pictures, sound …"""
    commercial: bool = True
    """Whether the text shows that something is for sale (price, link, order words …); not asked, and so True,
    where nothing was found."""
    suppressed: tuple[Suppressed, ...] = ()
    """Findings that were set aside, by people or by the kind of run."""
    notices: tuple[Notice, ...] = ()

    @property
    def name(self) -> str:
        """The name of the document."""
        return self.document.name

    @property
    def passed(self) -> bool:
        """No error, no warning, nothing undecided. It means “nothing found”, never “compliant”."""
        loud = any(v.severity is not Severity.INFO for v in self.violations)
        return not loud and not self.undecided


class InputFailure(NamedTuple):
    """A file that could not be checked, and why."""

    path: str
    problem: str


class Run(NamedTuple):
    """One run over one or many files: what formats write and what decides the exit code."""

    reports: tuple[Report, ...]
    failures: tuple[InputFailure, ...] = ()

    def exit_code(self, fail_on: Severity | None) -> int:
        """0 nothing at or above ``fail_on`` (None: never 1), 1 something, 2 unreadable input or undecided."""
        if self.failures or any(r.undecided for r in self.reports):
            return 2
        if fail_on is None:
            return 0
        loud = any(v.severity.rank >= fail_on.rank for r in self.reports for v in r.violations)
        return 1 if loud else 0


def fingerprint(rule_id: str, folded_excerpt: str, neighbours: str, occurrence: int) -> str:
    """A name for a finding that survives edits elsewhere in the script.

    Made of the rule, the folded phrase, a few folded characters around it, and a running number where all
    three repeat. Line numbers and offsets play no part.
    """
    import hashlib  # a clean run names no finding

    key = "\x1f".join((rule_id, folded_excerpt, neighbours, str(occurrence)))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:20]
