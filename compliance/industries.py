"""Which industries a text belongs to, judged by signals that packs carry as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from compliance.matchers import KINDS
from compliance.plan import Hits, Plan, Signal
from compliance.report import IndustryChoice

MOST_WORDS = 3  # further words of one signal line add nothing: ten names of creams are still one sign
MOST_INDUSTRIES = 3  # a text about everything is about nothing


def detect(plan: Plan, text: str, found: Mapping[int, Hits]) -> tuple[IndustryChoice, ...]:
    """The industries whose signals reach their pack's threshold, strongest first."""
    scores: dict[str, float] = defaultdict(float)
    reasons: dict[str, list[tuple[float, str]]] = defaultdict(list)
    owners = {}
    for number, hits in found.items():
        signal = plan.cells[number].owner
        if not isinstance(signal, Signal):
            continue
        words = _words(plan, number, hits, text)
        if not words:
            continue
        owners[signal.pack.name] = signal.pack
        scores[signal.pack.name] += signal.weight * min(MOST_WORDS, len(words))
        reasons[signal.pack.name] += [(signal.weight, w) for w in words[:MOST_WORDS]]
    chosen = [
        IndustryChoice(key, given=False, why=_strongest(reasons[name]), score=scores[name])
        for name, pack in owners.items()
        if scores[name] >= pack.spec["threshold"]
        for key in pack.industries
    ]
    chosen.sort(key=lambda c: (-c.score, c.key))
    return tuple(chosen[:MOST_INDUSTRIES])


def _words(plan: Plan, number: int, hits: Hits, text: str) -> list[str]:
    """The different words by which a signal shows."""
    cell = plan.cells[number]
    find = KINDS[type(cell.condition)]
    spans = find(cell.condition, plan.field(text, hits))
    return list(dict.fromkeys(text[s.start : s.end] for s in spans))


def _strongest(reasons: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    ordered = sorted(reasons, key=lambda r: (-r[0], r[1]))
    return tuple(dict.fromkeys(word for _, word in ordered))[:6]
