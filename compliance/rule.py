"""What a rule is: values only, no I/O.

A rule says what is risky (conditions), where it counts (industries, channels), unless what (exemptions), why
(basis) and what to write instead (suggestions). Packs on disk are turned into these values by
``compliance.packs``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from compliance.keys import CATEGORIES, CHANNELS, INDUSTRIES, PLATFORMS, Severity

__all__ = [
    "CATEGORIES", "CHANNELS", "INDUSTRIES", "PLATFORMS", "Condition", "Confidence", "Example", "Examples",
    "Exemption", "LegalBasis", "MissingCondition", "Need", "NumberCondition", "PatternCondition", "Rule",
    "Severity", "Statement", "Suggestion", "TermsCondition", "TogetherCondition", "TokensCondition", "Words",
]  # fmt: skip


NOTHING: Mapping[str, str] = MappingProxyType({})

Confidence = Literal["verified", "secondary", "memory"]
"""How sure we are of a legal fact: read in full, read in a report, remembered."""


class LegalBasis(NamedTuple):
    """The provision a rule enforces, with the clock it runs on."""

    law: str
    """Short name as in ``rules/laws.yaml``: 广告法."""
    article: str
    """第九条第三项; may be empty for a platform's rules."""
    title: str
    """Full name: 中华人民共和国广告法."""
    number: str = ""
    since: date | None = None
    until: date | None = None
    """First day on which it is no longer in force."""
    penalty: str = ""
    confidence: Confidence = "verified"
    industries: tuple[str, ...] = ()
    """The only industries the law speaks to; empty: all."""

    def in_force(self, day: date) -> bool:
        """Whether the provision applies on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def __str__(self) -> str:
        return f"《{self.title}》{self.article}"


class Words(NamedTuple):
    """Literal words and named shared lists; one of them has to be there."""

    terms: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


class TermsCondition(NamedTuple):
    """Any of these words."""

    words: Words


class PatternCondition(NamedTuple):
    """A regular expression (package ``regex``); the span is the group ``here`` if it has one.

    ``{name}`` stands for any word of that shared list. ``anchors`` are literals one of which every match
    contains; they are derived at compile time.
    """

    pattern: str
    anchors: Words
    guards: tuple[tuple[str, ...], ...] = ()
    """Sets of literals; one of each stands in every sentence that can match."""
    company: tuple[Words, ...] = ()
    """A word of each stands in every text that can match."""


class TogetherCondition(NamedTuple):
    """A word of each group, near each other."""

    groups: tuple[Words, ...]
    within: int
    """At most so many code points between two neighbours."""
    scope: Literal["clause", "sentence"]
    ordered: bool
    mark: Literal["all", "first", "last"]
    """What is reported: from the first word to the last, or one of them."""


class NumberCondition(NamedTuple):
    """A pattern with a group ``number`` whose value lies beyond a limit."""

    pattern: str
    anchors: Words
    above: float | None
    below: float | None
    guards: tuple[tuple[str, ...], ...] = ()
    company: tuple[Words, ...] = ()


class TokensCondition(NamedTuple):
    """A spaCy Matcher pattern over the words of the sentence around an anchor."""

    tokens: str
    """JSON of the list of token patterns."""
    anchors: Words


class Statement(NamedTuple):
    """A wording the law requires."""

    name: str
    exact: tuple[str, ...]
    """Wordings that fulfil the duty; white space and punctuation do not matter."""
    accept: tuple[str, ...]
    """Patterns that fulfil it too (approval numbers, equal wordings)."""
    near: int
    """0-100: from this likeness on (rapidfuzz ratio) the wording counts as “almost right”. 0: never."""


class MissingCondition(NamedTuple):
    """A required statement is absent while its occasion is present."""

    when: Words
    """Any of these words is an occasion …"""
    when_patterns: tuple[str, ...]
    """… or any of these patterns (document-wide) …"""
    when_settings: tuple[str, ...]
    """… or any of these facts from the front matter: sponsored, ai_generated."""
    always: bool
    """The occasion is the pack itself (an industry that must always state it)."""
    also: Words
    """And one of these words has to be there as well, if any are given."""
    also_patterns: tuple[str, ...]
    unless_patterns: tuple[str, ...]
    """No duty if one of these patterns is found anywhere."""
    statement: Statement
    at: Literal["start", "end", "trigger"]
    """Where the finding points, and so where to insert."""


Condition = (
    TermsCondition
    | PatternCondition
    | TogetherCondition
    | NumberCondition
    | TokensCondition
    | MissingCondition
)


class Exemption(NamedTuple):
    """A reason why a match does not count, or counts less.

    Exactly one of ``near``, ``covered_by``, ``sentence``, ``document`` and ``contexts`` is filled.
    """

    near: Words = Words()
    within: int = 12
    side: Literal["any", "before", "after"] = "any"
    covered_by: tuple[str, ...] = ()
    """Patterns whose match encloses the found phrase."""
    sentence: tuple[str, ...] = ()
    """Patterns found anywhere in the sentence."""
    document: tuple[str, ...] = ()
    """Patterns found anywhere in the text."""
    contexts: tuple[str, ...] = ()
    then: Literal["auto", "drop", "warning", "info"] = "auto"
    """auto: what the context itself says; drop for the other kinds."""
    reason: str = ""
    basis: str = ""


class Need(NamedTuple):
    """Something that has to hold for the rule to speak at all (same kinds as an exemption, or commercial)."""

    near: Words = Words()
    within: int = 12
    side: Literal["any", "before", "after"] = "any"
    sentence: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    commercial: bool = False
    """The text shows a commercial signal: price, link, order words …"""


class Suggestion(NamedTuple):
    """A wording to use instead; ``instead_of`` empty means for any match of the rule."""

    write: str
    instead_of: tuple[str, ...] = ()


class Example(NamedTuple):
    """A text with the exact span expected (flag) or none (pass, known gap)."""

    text: str
    start: int = -1
    end: int = -1
    channel: str = "public"
    line: int = 0
    """Line in the pack file, for error messages."""


class Examples(NamedTuple):
    """What the rule must do, and what it cannot do yet."""

    flag: tuple[Example, ...] = ()
    passing: tuple[Example, ...] = ()
    known_gaps: tuple[Example, ...] = ()


class Rule(NamedTuple):
    """One thing the law or a platform forbids or requires."""

    id: str
    pack: str
    title: str
    category: str
    severity: Severity
    conditions: tuple[Condition, ...]
    message: str
    basis: tuple[LegalBasis, ...]
    needs: tuple[Need, ...] = ()
    unless: tuple[Exemption, ...] = ()
    boundary: Literal["auto", "always", "never"] = "auto"
    disguised: bool = False
    """Only what is written in disguise counts: the plain word would be nobody's business."""
    why: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[str, ...] = ()
    fixes: Mapping[str, str] = NOTHING
    by_industry: Mapping[str, str] = NOTHING
    """Industry key -> severity or "off"."""
    by_channel: Mapping[str, str] = NOTHING
    """Channel key -> severity or "off"."""
    roles: tuple[str, ...] = ("speech", "screen", "note")
    """Parts of the script it reads; stage directions are left out unless named."""
    examples: Examples = Examples()
    switched_off: str = ""
    """The reason a later pack gave for switching the rule off; empty: it is on."""
    path: str = ""
    line: int = 0
