"""The cells of the index: one for each condition of each rule and signal."""

from __future__ import annotations

from typing import NamedTuple

RULE, SIGNAL, HIDDEN = 0, 1, 2
CUE = -1
"""In place of a cell: the word marks a place that may be disguised."""


class CellEntry(NamedTuple):
    """One condition: its kind, the pack and rule (or signal) it belongs to, its place, its word groups."""

    kind: str
    role: int
    """RULE, SIGNAL or HIDDEN: a rule for words that matter only in disguise."""
    pack: int
    owner: int
    """Number of the rule in the library, or of the signal in its pack."""
    place: int
    groups: int
    due: str
    """What makes a missing statement due without any of its words: always, settings, pattern or nothing."""
