"""Whether a text is for sale, and whether it is marketing at all."""

from __future__ import annotations

from typing import NamedTuple


class Judgement(NamedTuple):
    """commercial, marketing, why."""

    commercial: bool
    marketing: bool
    why: str


def judge_text(folded: str, *, channel: str = "public") -> Judgement:
    """Judge a folded text."""
    return Judgement(True, True, "")
