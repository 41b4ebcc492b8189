"""One phrase, one finding: the same one in every kind of file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance import Checker
from compliance.readers import read_bytes

WRITTEN = {
    "a.txt": "特好词牌子甲乙",
    "a.md": "特好**词牌**子甲乙",
    "a.html": "".join(f"&#{ord(c)};" for c in "特好词牌子甲乙"),
    "a.json": json.dumps({"口播": "特好词牌子甲乙"}),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_markup_inside_a_phrase_does_not_decide_which_rule_speaks(
    name: str, make_pack: Callable[..., Path]
) -> None:
    """Escapes make a phrase six times as long in the file; only what readers see is measured."""
    folder = make_pack("{terms: [特好词牌子]}", "{terms: [牌子甲乙]}")
    document = read_bytes(WRITTEN[name].encode(), name)
    report = Checker(industries=[], packs=[folder]).check(document)
    found = [(v.rule_id, v.excerpt, v.also) for v in report.violations if v.pack == "made"]
    assert found == [("made.rule-1", "特好词牌子甲乙", ("made.rule-2",))]
