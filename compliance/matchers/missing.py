"""``missing``: a statement the law requires is absent, or worded almost right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compliance.field import Field
from compliance.folding import fold
from compliance.rule import MissingCondition, Statement
from compliance.text import Settings, Span


class Absence(NamedTuple):
    """A duty that is not fulfilled."""

    trigger: Span | None
    """What brought the duty about, in the folded text; None: the kind of text as such."""
    near: Span | None = None
    """A wording that is almost the required one."""
    wanted: str = ""
    """The wording required, where ``near`` was found."""


def find(condition: MissingCondition, field: Field, settings: Settings) -> Absence | None:
    """The absence, or None where there is no duty or it is fulfilled."""
    occasion = _occasion(condition, field, settings)
    if occasion is None or not _company(condition, field):
        return None
    if any(field.lexicon.pattern(p, field.text).search(field.text) for p in condition.unless_patterns):
        return None
    statement = condition.statement
    if any(field.lexicon.pattern(p, field.text).search(field.text) for p in statement.accept):
        return None
    bare, places = _bare(field.text)
    wanted = [_bare(fold(e).text)[0] for e in statement.exact]
    if any(w in bare for w in wanted):
        return None
    trigger = occasion if occasion != _NOWHERE else None
    near, best = _almost(bare, places, wanted, statement)
    return Absence(trigger, near, statement.exact[best] if near is not None else "")


_NOWHERE = Span(-1, -1)


def _occasion(condition: MissingCondition, field: Field, settings: Settings) -> Span | None:
    if field.hits[0]:
        return Span(*min(field.hits[0], key=lambda hit: (hit[0], -hit[1])))
    for (
        source
    ) in condition.when_patterns:  # the engine calls only where their anchors occur, if they have any
        match = field.lexicon.pattern(source, field.text).search(field.text)
        if match is not None:
            return Span(*match.span())
    if any(getattr(settings, name) for name in condition.when_settings):
        return _NOWHERE
    return _NOWHERE if condition.always else None


def _company(condition: MissingCondition, field: Field) -> bool:
    asked = condition.also.terms or condition.also.lists or condition.also_patterns
    if not asked or field.hits[1]:
        return True
    return any(field.lexicon.pattern(p, field.text).search(field.text) for p in condition.also_patterns)


def _bare(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text, and where each one stands."""
    places = [i for i, c in enumerate(text) if c.isalnum()]
    return "".join(text[i] for i in places), places


def _almost(
    bare: str, places: Sequence[int], wanted: Sequence[str], statement: Statement
) -> tuple[Span | None, int]:
    """The stretch most like a required wording, if it is like enough."""
    if not statement.near or not bare:
        return None, -1
    from rapidfuzz import fuzz

    best, best_score, best_at = None, float(statement.near), -1
    for at, words in enumerate(wanted):
        if len(words) < 6 or len(bare) < len(words) - 2:
            continue  # likeness of very short wordings is chance
        found = fuzz.partial_ratio_alignment(words, bare, score_cutoff=best_score)
        if found is not None and found.score >= best_score and found.dest_end > found.dest_start:
            best_score, best_at = found.score, at
            best = Span(places[found.dest_start], places[found.dest_end - 1] + 1)
    return best, best_at
