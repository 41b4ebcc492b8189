"""Conditions and exemptions of a rule in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from compliance.messages import join, say
from compliance.rule import (
    Condition,
    Exemption,
    MissingCondition,
    Need,
    NumberCondition,
    PatternCondition,
    TermsCondition,
    TogetherCondition,
    TokensCondition,
    Words,
)


def condition_words(condition: Condition, lang: str) -> str:
    """What the condition looks for."""
    return _CONDITIONS[type(condition)](condition, lang)


def _words(words: Words, lang: str) -> str:
    lists = [say(lang, "rules.list_reference", name=name) for name in words.lists]
    return join(lang, [*words.terms, *lists])


def _terms(condition: TermsCondition, lang: str) -> str:
    return say(lang, "rules.condition.terms", words=_words(condition.words, lang))


def _pattern(condition: PatternCondition, lang: str) -> str:
    return say(lang, "rules.condition.pattern", pattern=condition.pattern)


def _together(condition: TogetherCondition, lang: str) -> str:
    groups = " + ".join(f"[{_words(g, lang)}]" for g in condition.groups)
    return say(lang, "rules.condition.together", within=condition.within, groups=groups)


def _number(condition: NumberCondition, lang: str) -> str:
    limit = ""
    if condition.above is not None:
        limit += say(lang, "rules.condition.number.above", limit=f"{condition.above:g}")
    if condition.below is not None:
        limit += say(lang, "rules.condition.number.below", limit=f"{condition.below:g}")
    return say(lang, "rules.condition.number", pattern=condition.pattern, limit=limit)


def _tokens(condition: TokensCondition, lang: str) -> str:
    return say(lang, "rules.condition.tokens", tokens=condition.tokens)


def _missing(condition: MissingCondition, lang: str) -> str:
    return say(lang, "rules.condition.missing", name=condition.statement.name)


_CONDITIONS: Mapping[type, Callable[[Any, str], str]] = {
    TermsCondition: _terms,
    PatternCondition: _pattern,
    TogetherCondition: _together,
    NumberCondition: _number,
    TokensCondition: _tokens,
    MissingCondition: _missing,
}


def need_words(need: Need, lang: str) -> str:
    """What has to hold besides the match."""
    return say(lang, "rules.needs.commercial") if need.commercial else _surroundings(need, lang)


def exemption_words(exemption: Exemption, lang: str) -> str:
    """When the match does not count or counts less, what becomes of it, why."""
    if exemption.contexts:
        when = say(
            lang,
            "rules.exemption.context",
            names=join(lang, [context_word(key, lang) for key in exemption.contexts]),
        )
    elif exemption.covered_by:
        when = say(lang, "rules.exemption.covered_by", patterns=join(lang, exemption.covered_by))
    else:
        when = _surroundings(exemption, lang)
    then = exemption.then
    if then == "auto" and not exemption.contexts:
        then = "drop"
    text = f"{when} → {say(lang, f'rules.then.{then}')}"
    if exemption.reason:
        text += say(lang, "parentheses", inner=exemption.reason)
    return f"{text}［{exemption.basis}］" if exemption.basis else text


def context_word(key: str, lang: str) -> str:
    """A context as people call it, with its key: 否定 negated. Other kinds of exemption are their key."""
    from compliance.contexts import CONTEXTS  # the titles are the contexts' own

    context = CONTEXTS.get(key)
    return key if context is None or lang == "en" else f"{context.title} {key}"


def _surroundings(held: Need | Exemption, lang: str) -> str:
    if held.sentence:
        return say(lang, "rules.exemption.sentence", patterns=join(lang, held.sentence))
    if held.document:
        return say(lang, "rules.exemption.document", patterns=join(lang, held.document))
    return say(lang, "rules.exemption.near", within=held.within, words=_words(held.near, lang))
