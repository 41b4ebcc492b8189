"""Which industries a text belongs to, judged by signals that packs carry as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compliance.disguise import View, evident
from compliance.packs.cells import SIGNAL
from compliance.plan import Hits, Plan
from compliance.report import IndustryChoice

MOST_WORDS = 3  # further words of one signal line add nothing: ten names of creams are still one sign
OF_DISGUISED = 2.0  # how many times the weight of a plain word
NOTHING_HIDDEN: Mapping[int, Sequence[str]] = {}
SAYING = 200  # code points; a longer text mentions many trades
BESIDE = 0.3  # there: share of the strongest trade's score below which another is mentioned in passing
MOST_INDUSTRIES = 3  # a text about everything is about nothing


def detect(
    plan: Plan, text: str, found: Mapping[int, Hits], hidden: Mapping[int, Sequence[str]] = NOTHING_HIDDEN
) -> tuple[IndustryChoice, ...]:
    """The industries whose signals reach their pack's threshold, strongest first.

    ``hidden`` are the words of signals that stand in the text in disguise (``hidden_words``). Who disguises a
    word of a trade means to sell: such a word counts for more than a plain one.
    """
    signs = {number: hits for number, hits in found.items() if plan.cell(number).role == SIGNAL}
    within_reach = _within_reach(plan, signs)
    scores: dict[int, float] = {}
    reasons: dict[int, list[tuple[float, str]]] = {}
    for number, hits in signs.items():
        cell = plan.cell(number)
        if cell.pack not in within_reach:
            continue
        words = _words(plan, number, hits, text)
        if words:
            scores[cell.pack] = scores.get(cell.pack, 0.0) + cell.weight * min(MOST_WORDS, len(words))
            reasons.setdefault(cell.pack, []).extend((cell.weight, word) for word in words[:MOST_WORDS])
    for number, disguised in hidden.items():
        cell = plan.cell(number)
        weight = cell.weight * OF_DISGUISED
        scores[cell.pack] = scores.get(cell.pack, 0.0) + weight * min(MOST_WORDS, len(disguised))
        reasons.setdefault(cell.pack, []).extend((weight, word) for word in disguised[:MOST_WORDS])
    least = BESIDE * max(scores.values(), default=0.0) if len(text) > SAYING else 0.0
    chosen = [
        IndustryChoice(key, given=False, why=_strongest(reasons[at]), score=score)
        for at, score in scores.items()
        if score >= max(plan.library.packs[at].threshold, least)
        and not _in_passing(plan, at, reasons[at], found, long=len(text) > SAYING)
        for key in plan.library.packs[at].industries
    ]
    chosen.sort(key=lambda c: (-c.score, c.key))
    return tuple(chosen[:MOST_INDUSTRIES])


def _in_passing(
    plan: Plan,
    pack: int,
    reasons: Sequence[tuple[float, str]],
    found: Mapping[int, Hits],
    *,
    long: bool,
) -> bool:
    """Whether one word alone speaks for the trade, in a long text or where its rules wait for nothing."""
    if len({word for _, word in reasons}) > 1:
        return False
    if long:
        return True
    trade = set(plan.library.packs[pack].industries)
    cells = map(plan.cell, found)
    return not any(
        cell.role != SIGNAL and not trade.isdisjoint(plan.library.packs[cell.pack].industries)
        for cell in cells
    )


def hidden_words(
    plan: Plan, view: View, found: Mapping[int, Hits], folded: str
) -> dict[int, tuple[str, ...]]:
    """The words of signals that only a reading of the text shows, where their disguise is evident."""
    words: dict[int, tuple[str, ...]] = {}
    for number, hits in found.items():
        cell = plan.cell(number)
        if cell.role == SIGNAL and cell.kind == "terms":
            seen = (view.text[a:b] for a, b in hits[0] if view.marks_in(a, b) and evident(view, a, b, folded))
            if distinct := tuple(dict.fromkeys(seen)):
                words[number] = distinct
    return words


def _within_reach(plan: Plan, signs: Mapping[int, Hits]) -> set[int]:
    """The packs that reach their threshold if every pattern whose words occur fits as often as counts."""
    most: dict[int, float] = {}
    for number, hits in signs.items():
        cell = plan.cell(number)
        words = len(hits[0]) if cell.kind == "terms" else MOST_WORDS
        most[cell.pack] = most.get(cell.pack, 0.0) + cell.weight * min(MOST_WORDS, words)
    return {pack for pack, score in most.items() if score >= plan.library.packs[pack].threshold}


def _words(plan: Plan, number: int, hits: Hits, text: str) -> list[str]:
    """The different words by which a signal shows."""
    kind = plan.cell(number).kind
    if kind == "terms":  # most signals are words; no condition has to be decoded for them
        return list(dict.fromkeys(text[start:end] for start, end in hits[0]))
    from compliance.matchers import KINDS

    spans = KINDS[kind](plan.condition(number), plan.field(text, hits))
    return list(dict.fromkeys(text[s.start : s.end] for s in spans))


def _strongest(reasons: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    ordered = sorted(reasons, key=lambda r: (-r[0], r[1]))
    return tuple(dict.fromkeys(word for _, word in ordered))[:6]
