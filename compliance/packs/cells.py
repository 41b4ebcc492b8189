"""The cells of the index: one for each condition of each rule and signal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

RULE, SIGNAL, HIDDEN = 0, 1, 2
"""Of a rule; of a signal; of a rule that counts only what is written in disguise."""
NOTHING = "-"
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
    weight: float
    """How strongly a signal speaks for its pack's industries; 0 for a rule."""


def written(cells: Iterable[CellEntry]) -> str:
    """Cells as lines."""
    return "\n".join(" ".join(str(field) or NOTHING for field in cell) for cell in cells)


class Cells:
    """The cells of a library by number, each read from its line when it is asked for."""

    def __init__(self, lines: str) -> None:
        self._lines, self._known = lines.split("\n"), dict[int, CellEntry]()

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, number: int) -> CellEntry:
        found = self._known.get(number)
        if found is None:
            kind, role, pack, owner, place, groups, due, weight = self._lines[number].split(" ")
            numbers = (int(role), int(pack), int(owner), int(place), int(groups))
            found = CellEntry(kind, *numbers, "" if due == NOTHING else due, float(weight))
            self._known[number] = found
        return found
