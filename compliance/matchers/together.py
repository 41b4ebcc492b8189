"""``together``: one word of each group, near each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.field import Field
from compliance.rule import TogetherCondition
from compliance.scene import CLAUSE_ENDS, SENTENCE_ENDS
from compliance.text import Span

Hit = tuple[int, int]


def find(condition: TogetherCondition, field: Field) -> Iterable[Span]:
    """The nearest partners for every word of the first group."""
    if not all(field.hits):
        return
    ends = CLAUSE_ENDS if condition.scope == "clause" else SENTENCE_ENDS
    seen: set[Span] = set()
    for first in _longest(field.hits[0]):
        chain = [first]
        for group in field.hits[1:]:
            partner = _nearest(chain[-1], group, condition, field.text, ends)
            if partner is None:
                break
            chain.append(partner)
        else:
            span = _marked(chain, condition.mark)
            if span not in seen:
                seen.add(span)
                yield span


def _longest(hits: Sequence[Hit]) -> list[Hit]:
    """Hits without those inside a longer one."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h[0], -h[1])):
        if not kept or hit[1] > kept[-1][1]:
            kept.append(hit)
    return kept


def _nearest(
    last: Hit, group: Sequence[Hit], condition: TogetherCondition, text: str, ends: frozenset[str]
) -> Hit | None:
    best: Hit | None = None
    best_key = (condition.within + 1, 0)
    for hit in group:
        gap = hit[0] - last[1] if hit[0] >= last[1] else last[0] - hit[1]
        if gap < 0 or gap > condition.within or (condition.ordered and hit[0] < last[1]):
            continue
        between = text[last[1] : hit[0]] if hit[0] >= last[1] else text[hit[1] : last[0]]
        key = (gap, -(hit[1] - hit[0]))  # near first, then long
        if key < best_key and not any(c in ends for c in between):
            best, best_key = hit, key
    return best


def _marked(chain: Sequence[Hit], mark: str) -> Span:
    if mark == "first":
        return Span(*chain[0])
    if mark == "last":
        return Span(*chain[-1])
    return Span(min(h[0] for h in chain), max(h[1] for h in chain))
