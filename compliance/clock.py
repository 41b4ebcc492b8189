"""How the date bears on a rule: law comes into force, and is repealed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from compliance.rule import Rule


class Timing(NamedTuple):
    """How the date bears on a rule: in force, or announced for a later day."""

    active: bool
    fires_from: date | None = None


def timing(rule: Rule, day: date) -> Timing:
    """Whether a rule applies on ``day``; a provision not yet in force is announced with its date."""
    if any(b.in_force(day) for b in rule.basis):
        return Timing(active=True)
    coming = [b.since for b in rule.basis if b.since is not None and b.since > day]
    return Timing(active=False, fires_from=min(coming)) if coming else Timing(active=False)
