"""A rule's conditions and exemptions in words, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from compliance.contexts import CONTEXTS
from compliance.rule import (
    Condition,
    Exemption,
    MissingCondition,
    Need,
    NumberCondition,
    PatternCondition,
    Rule,
    TermsCondition,
    TogetherCondition,
    Words,
)
from webui.i18n import Translator, translator

MAX_WORDS = 40  # more words than this say nothing to a reader; the file has them all


@dataclass(frozen=True, slots=True)
class Unless:
    """An exemption in words."""

    when: str
    then: str
    """What becomes of the match: key of the catalogue."""
    reason: str
    basis: str


def conditions(rule: Rule) -> list[str]:
    """What the rule looks for; any line is enough."""
    return [_condition(condition, translator()) for condition in rule.conditions]


def needs(rule: Rule) -> list[str]:
    """What has to hold besides; every line."""
    t = translator()
    disguised = [t("rule.disguised")] if rule.disguised else []
    return disguised + [_need(need, t) for need in rule.needs]


def exemptions(rule: Rule) -> list[Unless]:
    """When a match does not count, or counts less; one entry for each named context."""
    return list(chain.from_iterable(_unless(exemption, translator()) for exemption in rule.unless))


def _condition(condition: Condition, t: Translator) -> str:
    match condition:
        case TermsCondition(words):
            return t("rule.terms", words=_words(words, t))
        case PatternCondition(pattern):
            return t("rule.pattern", pattern=pattern)
        case TogetherCondition(groups, within):
            return t("rule.together", groups=" ＋ ".join(f"[{_words(g, t)}]" for g in groups), within=within)
        case NumberCondition(pattern, _, above, below):
            key, limit = ("rule.number-below", below) if above is None else ("rule.number-above", above)
            return t(key, pattern=pattern, limit=f"{limit:g}")
        case MissingCondition(statement=statement):
            name = t("rule.missing", name=statement.name)
            wording = t("rule.wording", words=_listed(statement.exact, t)) if statement.exact else ""
            return f"{name} · {wording}" if wording else name
        case _:
            return t("rule.tokens", words=_words(condition.anchors, t))


def _need(need: Need, t: Translator) -> str:
    if need.commercial:
        return t("rule.commercial")
    return _surroundings(need, t)


def _unless(exemption: Exemption, t: Translator) -> list[Unless]:
    if not exemption.contexts:
        then = "rule.then-drop" if exemption.then == "auto" else f"rule.then-{exemption.then}"
        if exemption.covered_by:
            when = t("rule.covered", patterns=_listed(exemption.covered_by, t))
        else:
            when = _surroundings(exemption, t)
        return [Unless(when, then, exemption.reason, exemption.basis)]
    return [_context(key, exemption, f"rule.then-{exemption.then}") for key in exemption.contexts]


def _context(key: str, exemption: Exemption, then: str) -> Unless:
    context = CONTEXTS.get(key)
    title, basis = (context.title, context.basis) if context else (key, "")
    return Unless(title, then, exemption.reason, exemption.basis or basis)


def _surroundings(place: Exemption | Need, t: Translator) -> str:
    if place.sentence:
        return t("rule.sentence", patterns=_listed(place.sentence, t))
    if place.document:
        return t("rule.document", patterns=_listed(place.document, t))
    return t("rule.near", within=place.within, words=_words(place.near, t))


def _words(words: Words, t: Translator) -> str:
    lists = [t("rule.list", name=name) for name in words.lists]
    return "、".join(filter(None, [_listed(words.terms, t), *lists]))


def _listed(words: Sequence[str], t: Translator) -> str:
    shown = "、".join(words[:MAX_WORDS])
    return shown if len(words) <= MAX_WORDS else shown + t("rule.and-more", count=len(words))
