"""One phrase, one finding per category.

Decision: a phrase that meets several rules of one category is one finding: the longest, most specific one,
as loud as the loudest, widened over those that only overlap it, with the bases of all of them and their ids
in ``also``. Where the categories differ, the legal consequences and the rewrites differ too, so a lawyer
reads two findings more easily than one.
"""

from __future__ import annotations

from collections.abc import Sequence

from compliance.report import Disguise, Excused, Violation
from compliance.text import Document

LONGEST_WINNER = (
    30  # code points as readers see them; a finding longer than that explains less than the phrase inside it
)


def resolve(violations: Sequence[Violation], document: Document) -> tuple[Violation, ...]:
    """Merge findings of one category that share text; order by place, then severity."""

    def strength(v: Violation) -> tuple[int, int, int, int, str]:
        length = _length(document, v.start, v.end)
        return (v.disguise is not None, length > LONGEST_WINNER, -length, -v.severity.rank, v.rule_id)

    kept: list[Violation] = []
    for candidate in sorted(violations, key=strength):
        partner = next((n for n, one in enumerate(kept) if _share_phrase(one, candidate, document)), None)
        if partner is None:
            kept.append(candidate)
        else:
            kept[partner] = _joined(kept[partner], candidate, document)
    return tuple(sorted(kept, key=lambda v: (v.start, -v.severity.rank, v.end, v.rule_id)))


def _length(document: Document, start: int, end: int) -> int:
    """How much of a range readers see. Markup and escapes inside it must not decide which rule speaks: the
    same words give the same findings in every kind of file."""
    return document.visible_at(end) - document.visible_at(start)


def _share_phrase(a: Violation, b: Violation, document: Document) -> bool:
    if a.category != b.category or (a.start == a.end) != (b.start == b.end):
        return False
    if a.start == a.end:  # missing statements stand for different duties even at one place
        return a.rule_id == b.rule_id
    inside = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
    overlapping = a.start < b.end and b.start < a.end
    together = _length(document, min(a.start, b.start), max(a.end, b.end)) if overlapping else 0
    return inside or (overlapping and together <= LONGEST_WINNER)


def _joined(winner: Violation, other: Violation, document: Document) -> Violation:
    """The winner, widened over the other where they only overlap, speaking for both."""
    basis = (*winner.basis, *(b for b in other.basis if str(b) not in {str(w) for w in winner.basis}))
    also = dict.fromkeys((*winner.also, other.rule_id, *other.also))
    louder = other.severity.rank > winner.severity.rank
    joined = winner._replace(
        severity=other.severity if louder else winner.severity,
        lowered=other.lowered if louder else winner.lowered,
        basis=basis,
        also=tuple(k for k in also if k != winner.rule_id),
    )
    if winner.start <= other.start and other.end <= winner.end:
        return joined
    if _length(document, other.start, other.end) > LONGEST_WINNER:
        return joined  # a long finding explains less than the phrase inside it
    start, end = min(winner.start, other.start), max(winner.end, other.end)
    excerpt = document.excerpt(start, end)
    line, column = document.line_and_column(start)
    return joined._replace(
        start=start,
        end=end,
        line=line,
        column=column,
        excerpt=excerpt,
        disguise=_chained(winner, other, excerpt),
        where=winner.where if winner.start == start else other.where,
        message=winner.message.replace(f"“{winner.excerpt}”", f"“{excerpt}”"),
        fix=None,  # it was meant for fewer words
    )


def _chained(winner: Violation, other: Violation, written: str) -> Disguise | None:
    """The disguise of two findings that overlap: what they read as, put together where they meet."""
    if winner.disguise is None and other.disguise is None:
        return None
    first, second = sorted((winner, other), key=lambda v: v.start)
    head = first.disguise.restored if first.disguise else first.excerpt
    tail = second.disguise.restored if second.disguise else second.excerpt
    meeting = next((k for k in range(min(len(head), len(tail)), 0, -1) if head.endswith(tail[:k])), 0)
    techniques = [t for v in (first, second) if v.disguise for t in v.disguise.techniques]
    return Disguise(written, head + tail[meeting:], tuple(dict.fromkeys(techniques)))


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
