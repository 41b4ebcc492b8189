"""The index of a compiled library: which word belongs to which condition of which rule.

It is all that a check of clean text needs; rules themselves are decoded one by one when their words occur.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from compliance.disguise.sounds import ordinary_words
from compliance.packs.cells import CUE, HIDDEN, RULE, SIGNAL, CellEntry
from compliance.segment import words as segmented


def anchor_groups(spec: Mapping[str, Any]) -> list[Mapping[str, Sequence[str]]]:
    """The words the scan must look for on behalf of a condition specification, group by group."""
    if spec["kind"] == "terms":
        return [spec["words"]]
    if spec["kind"] == "together":
        return list(spec["groups"])
    if spec["kind"] == "missing":
        return [spec["when"], spec["also"], spec["when_anchors"]]
    return [spec["anchors"]]


def build_index(
    packs: Sequence[Mapping[str, Any]], lists: Mapping[str, Sequence[str]], cues: Sequence[str]
) -> tuple[list[CellEntry], dict[str, str]]:
    """The cells, and for every word the cells that wait for it as one text: cell, group, cell, group …

    ``cues`` are looked for in the same scan.
    """
    builder = _Builder(lists)
    number = 0
    for at, pack in enumerate(packs):
        for n, signal in enumerate(pack["signals"]):
            builder.add(signal["conditions"], SIGNAL, at, n, signal["weight"])
        for spec in pack["rules"]:
            if not spec.get("switched_off"):
                builder.add(spec["conditions"], HIDDEN if spec["disguised"] else RULE, at, number)
            number += 1
    return builder.finished(cues)


def real_words(packs: Sequence[Mapping[str, Any]], lists: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The words that may stand in a text in disguise: what lawyers wrote as words.

    Of the anchors cut out of patterns only those count that are words of the language; the rest (治了, 天见)
    are pieces nobody would hide.
    """
    found: set[str] = set()
    pieces: set[str] = set()
    specs = (spec for pack in packs for rule in pack["rules"] for spec in rule["conditions"])
    for spec in specs:
        if spec["kind"] in ("terms", "together"):
            for words in anchor_groups(spec):
                found.update(words["terms"])
                found.update(word for name in words["lists"] for word in lists[name])
        else:
            found.update(word for name in spec.get("lists", ()) for word in lists[name])
            pieces.update(*(words["terms"] for words in anchor_groups(spec)), *spec.get("guards", ()))
    found.update(piece for piece in pieces if _is_word(piece))
    return frozenset(word for word in found if len(word) > 1)


def _is_word(piece: str) -> bool:
    """Whether a piece of a pattern is a word: an everyday one of two characters, or one jieba knows."""
    if len(piece) == 2:
        return piece in ordinary_words()
    return len(piece) > 2 and segmented(piece) == (piece,)


class _Builder:
    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self._cells: list[CellEntry] = []
        self._owners: dict[str, dict[tuple[int, int], None]] = {}

    def add(
        self, specs: Sequence[Mapping[str, Any]], role: int, pack: int, owner: int, weight: float = 0.0
    ) -> None:
        for place, spec in enumerate(specs):
            groups = anchor_groups(spec)
            cell = len(self._cells)
            self._cells.append(
                CellEntry(spec["kind"], role, pack, owner, place, len(groups), _due(spec), weight)
            )
            for group, words in enumerate(groups):
                listed = (word for name in words["lists"] for word in self._lists[name])
                for word in (*words["terms"], *listed):
                    self._owners.setdefault(word, {})[cell, group] = None

    def finished(self, cues: Sequence[str]) -> tuple[list[CellEntry], dict[str, str]]:
        for cue in cues:
            self._owners.setdefault(cue, {})[CUE, 0] = None
        waiting = {
            word: " ".join(str(n) for pair in pairs for n in pair) for word, pairs in self._owners.items()
        }
        return self._cells, waiting


def _due(spec: Mapping[str, Any]) -> str:
    if spec["kind"] != "missing":
        return ""
    if spec["always"]:
        return "always"
    if spec["when_patterns"] and not (spec["when_anchors"]["terms"] or spec["when_anchors"]["lists"]):
        return "pattern"
    return "settings" if spec["when_settings"] else ""
