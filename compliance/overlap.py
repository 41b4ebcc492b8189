"""One phrase, one finding per category.

Decision: a phrase that meets several rules of one category is one finding: the longest, most specific one,
as loud as the loudest of them, with the bases of all and their ids in ``also``. Where the categories differ,
the legal consequences and the rewrites differ too, so a lawyer reads two findings more easily than one.
"""

from __future__ import annotations

from collections.abc import Sequence

from compliance.report import Excused, Violation

LONGEST_WINNER = 30  # code points; a finding longer than that explains less than the phrase inside it


def resolve(violations: Sequence[Violation]) -> tuple[Violation, ...]:
    """Merge findings of one category that lie inside each other; order by place, then severity."""
    ranked = sorted(violations, key=_strength)
    kept: list[Violation] = []
    for candidate in ranked:
        for at, winner in enumerate(kept):
            if _same_phrase(winner, candidate):
                kept[at] = _joined(winner, candidate)
                break
        else:
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda v: (v.start, -v.severity.rank, v.end, v.rule_id)))


def _strength(v: Violation) -> tuple[int, int, int, int, str]:
    length = v.end - v.start
    return (v.disguise is not None, length > LONGEST_WINNER, -length, -v.severity.rank, v.rule_id)


def _same_phrase(a: Violation, b: Violation) -> bool:
    if a.category != b.category or (a.start == a.end) != (b.start == b.end):
        return False
    if a.start == a.end:  # missing statements stand for different duties even at one place
        return a.rule_id == b.rule_id
    inside = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
    return inside


def _joined(winner: Violation, other: Violation) -> Violation:
    if winner.rule_id == other.rule_id:
        return winner
    basis = (*winner.basis, *(b for b in other.basis if str(b) not in {str(w) for w in winner.basis}))
    also = dict.fromkeys((*winner.also, other.rule_id, *other.also))
    louder = other.severity.rank > winner.severity.rank
    return winner._replace(
        severity=other.severity if louder else winner.severity,
        lowered=other.lowered if louder else winner.lowered,
        basis=basis,
        also=tuple(k for k in also if k != winner.rule_id),
    )


def without_shadowed(excused: Sequence[Excused], violations: Sequence[Violation]) -> tuple[Excused, ...]:
    """Excused matches, each once, without those inside a phrase that is reported in the same category."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for e in sorted(excused, key=lambda e: (e.start, e.end, e.rule_id)):
        key = (e.category, e.start, e.end)
        reported = any(
            v.category == e.category and v.start <= e.start and e.end <= v.end and v.start < v.end
            for v in violations
        )
        if key not in seen and not reported:
            seen.add(key)
            kept.append(e)
    return tuple(kept)
