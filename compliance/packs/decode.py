"""From validated specifications (plain dicts, as cached) to rule values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from compliance.rule import (
    Condition,
    Example,
    Examples,
    Exemption,
    LegalBasis,
    MissingCondition,
    Need,
    NumberCondition,
    PatternCondition,
    Rule,
    Severity,
    Statement,
    Suggestion,
    TermsCondition,
    TogetherCondition,
    TokensCondition,
    Words,
)

Spec = Mapping[str, Any]


def rule_from(spec: Spec) -> Rule:
    """The rule a specification describes."""
    return Rule(
        id=spec["id"],
        pack=spec["pack"],
        title=spec["title"],
        category=spec["category"],
        severity=Severity(spec["severity"]),
        conditions=tuple(condition_from(c) for c in spec["conditions"]),
        message=spec["message"],
        basis=tuple(_basis(b) for b in spec["basis"]),
        needs=tuple(_need(n) for n in spec["needs"]),
        unless=tuple(_exemption(e) for e in spec["unless"]),
        boundary=spec["boundary"],
        disguised=spec["disguised"],
        why=spec["why"],
        suggestions=tuple(Suggestion(s["write"], tuple(s["instead_of"])) for s in spec["suggestions"]),
        evidence=tuple(spec["evidence"]),
        fixes=spec["fixes"],
        by_industry=spec["by_industry"],
        by_channel=spec["by_channel"],
        roles=tuple(spec["roles"]),
        examples=_examples(spec.get("examples")),
        switched_off=spec.get("switched_off", ""),
        path=spec["path"],
        line=spec["line"],
    )


def condition_from(spec: Spec) -> Condition:
    """The condition a specification describes."""
    return _BUILDERS[spec["kind"]](spec)


def words_from(spec: Spec) -> Words:
    """Words and lists."""
    return Words(tuple(spec["terms"]), tuple(spec["lists"]))


def _terms(spec: Spec) -> Condition:
    return TermsCondition(words_from(spec["words"]))


def _pattern(spec: Spec) -> Condition:
    return PatternCondition(spec["pattern"], words_from(spec["anchors"]), *_certain(spec))


def _together(spec: Spec) -> Condition:
    groups = tuple(words_from(g) for g in spec["groups"])
    return TogetherCondition(groups, spec["within"], spec["scope"], spec["ordered"], spec["mark"])


def _number(spec: Spec) -> Condition:
    anchors = words_from(spec["anchors"])
    return NumberCondition(spec["pattern"], anchors, spec["above"], spec["below"], *_certain(spec))


def _certain(spec: Spec) -> tuple[tuple[tuple[str, ...], ...], tuple[Words, ...]]:
    """What else every match of a pattern contains."""
    return tuple(map(tuple, spec["guards"])), tuple(map(words_from, spec["company"]))


def _tokens(spec: Spec) -> Condition:
    return TokensCondition(spec["tokens"], words_from(spec["anchors"]))


def _missing(spec: Spec) -> Condition:
    s = spec["statement"]
    return MissingCondition(
        when=words_from(spec["when"]),
        when_patterns=tuple(spec["when_patterns"]),
        when_settings=tuple(spec["when_settings"]),
        always=spec["always"],
        also=words_from(spec["also"]),
        also_patterns=tuple(spec["also_patterns"]),
        unless_patterns=tuple(spec["unless_patterns"]),
        statement=Statement(s["name"], tuple(s["exact"]), tuple(s["accept"]), s["near"]),
        at=spec["at"],
    )


_BUILDERS = {
    "terms": _terms,
    "pattern": _pattern,
    "together": _together,
    "number": _number,
    "tokens": _tokens,
    "missing": _missing,
}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _basis(spec: Spec) -> LegalBasis:
    return LegalBasis(
        law=spec["law"],
        article=spec["article"],
        title=spec["title"],
        number=spec["number"],
        since=_day(spec["since"]),
        until=_day(spec["until"]),
        penalty=spec["penalty"],
        confidence=spec["confidence"],
        industries=tuple(spec["industries"]),
    )


def _need(spec: Spec) -> Need:
    return Need(
        near=words_from(spec["near"]),
        within=spec["within"],
        side=spec["side"],
        sentence=tuple(spec["sentence"]),
        document=tuple(spec["document"]),
        commercial=spec["commercial"],
    )


def _exemption(spec: Spec) -> Exemption:
    return Exemption(
        near=words_from(spec["near"]),
        within=spec["within"],
        side=spec["side"],
        covered_by=tuple(spec["covered_by"]),
        sentence=tuple(spec["sentence"]),
        document=tuple(spec["document"]),
        contexts=tuple(spec["contexts"]),
        then=spec["then"],
        reason=spec["reason"],
        basis=spec["basis"],
    )


def _examples(spec: Spec | None) -> Examples:
    if spec is None:
        return Examples()
    return Examples(*(tuple(Example(**e) for e in spec[key]) for key in ("flag", "pass", "known_gaps")))
