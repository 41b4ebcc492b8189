"""Whether a match counts: needs that must hold, exemptions that excuse or lower it — and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from compliance.field import PATTERN_SECONDS, Lexicon
from compliance.report import Excuse
from compliance.rule import Exemption, Need, Rule, Severity, Words
from compliance.scene import Scene
from compliance.text import Span

UNIVERSAL = ("prohibition", "not_marketing")
"""Contexts that every rule about wording grants: a list of banned words and a news report claim nothing."""

Then = Literal["drop", "warning", "info"]
_ORDER = {"info": 0, "warning": 1}


class Outcome(NamedTuple):
    """What became of a match: dropped with an excuse, or kept, maybe lowered."""

    dropped: Excuse | None = None
    ceiling: Severity | None = None
    lowered: Excuse | None = None
    evidence: tuple[str, ...] = ()


def needs_hold(needs: Sequence[Need], scene: Scene, lexicon: Lexicon) -> bool:
    """Whether every need of a rule is met where the match stands."""
    return all(_need_holds(need, scene, lexicon) for need in needs)


def _need_holds(need: Need, scene: Scene, lexicon: Lexicon) -> bool:
    if need.commercial:
        return scene.facts.commercial
    if need.near.terms or need.near.lists:
        return _near(need.near, need.within, need.side, scene, lexicon) is not None
    return _sentence(need.sentence, scene, lexicon) or _document(need.document, scene, lexicon)


def judge(rule: Rule, scene: Scene, lexicon: Lexicon) -> Outcome:
    """Apply the exemptions of a rule, then the universal contexts."""
    ceiling: Severity | None = None
    lowered: Excuse | None = None
    evidence: tuple[str, ...] = ()
    for exemption in (*rule.unless, Exemption(contexts=UNIVERSAL)):
        for then, excuse, proof in _apply(exemption, scene, lexicon):
            if then == "drop":
                return Outcome(dropped=excuse)
            if ceiling is None or _ORDER[then] < ceiling.rank:
                ceiling, lowered = Severity(then), excuse
                evidence = proof
    return Outcome(ceiling=ceiling, lowered=lowered, evidence=evidence)


def _apply(
    exemption: Exemption, scene: Scene, lexicon: Lexicon
) -> list[tuple[Then, Excuse, tuple[str, ...]]]:
    if exemption.contexts:
        return _contexts(exemption, scene)
    then: Then = "drop" if exemption.then == "auto" else exemption.then
    clue, kind = _clue(exemption, scene, lexicon)
    if clue is None:
        return []
    reason = exemption.reason or f"“{clue}”在旁，不构成所禁止的宣称"
    return [(then, Excuse(kind, reason, exemption.basis), ())]


def _clue(exemption: Exemption, scene: Scene, lexicon: Lexicon) -> tuple[str | None, str]:
    """What makes the exemption apply, and its kind; (None, kind) where it does not."""
    if exemption.near.terms or exemption.near.lists:
        return _near(exemption.near, exemption.within, exemption.side, scene, lexicon), "near"
    if exemption.covered_by:
        return _covering(exemption.covered_by, scene, lexicon), "covered_by"
    if exemption.sentence:
        found = _sentence(exemption.sentence, scene, lexicon)
        return (scene.sentence_text if found else None), "sentence"
    found = _document(exemption.document, scene, lexicon)
    return (scene.phrase if found else None), "document"


def _contexts(exemption: Exemption, scene: Scene) -> list[tuple[Then, Excuse, tuple[str, ...]]]:
    from compliance.contexts import CONTEXTS  # a dozen modules that a text without a match never needs

    found: list[tuple[Then, Excuse, tuple[str, ...]]] = []
    for key in exemption.contexts:
        context = CONTEXTS[key]
        verdict = context.judge(scene)
        if verdict is not None:
            then: Then = verdict.then if exemption.then == "auto" else exemption.then
            excuse = Excuse(key, exemption.reason or verdict.reason, exemption.basis or context.basis)
            found.append((then, excuse, verdict.evidence))
    return found


def _near(words: Words, within: int, side: str, scene: Scene, lexicon: Lexicon) -> str | None:
    sentence = scene.sentence
    known = lexicon.word_set(words.terms, words.lists)
    if side != "after":
        clue = known.occurs_in(scene.text[max(sentence.start, scene.start - within) : scene.start])
        if clue is not None:
            return clue
    if side != "before":
        return known.occurs_in(scene.text[scene.end : min(sentence.end, scene.end + within)])
    return None


def _covering(patterns: Sequence[str], scene: Scene, lexicon: Lexicon) -> str | None:
    around = Span(scene.sentence.start, min(len(scene.text), scene.sentence.end + 1))
    for source in patterns:
        pattern = lexicon.pattern(source, scene.text)
        found = pattern.finditer(
            scene.text, around.start, around.end, overlapped=True, timeout=PATTERN_SECONDS
        )
        for match in found:
            if match.start() <= scene.start and scene.end <= match.end():
                return str(match.group())
    return None


def _sentence(patterns: Sequence[str], scene: Scene, lexicon: Lexicon) -> bool:
    around = scene.sentence
    end = min(len(scene.text), around.end + 1)
    return any(lexicon.pattern(p, scene.text).search(scene.text, around.start, end) for p in patterns)


def _document(patterns: Sequence[str], scene: Scene, lexicon: Lexicon) -> bool:
    return any(lexicon.pattern(p, scene.text).search(scene.text) for p in patterns)
