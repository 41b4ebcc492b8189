"""What the trade, platform, gambling and diversion packs say about sentences in the trade's own voice.

Each ``<pack>_cases.yaml`` holds sentences that have to be flagged (with the category expected) and near
misses that must stay silent. Whether a required statement is missing is no question for a single sentence.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from compliance import Checker
from compliance.rule import PLATFORMS, Severity

HERE = Path(__file__).parent
LEAST_OF_A_KIND = 20


@lru_cache(maxsize=32)
def checker(industry: str, platform: str) -> Checker:
    """One checker for an industry or a platform; "general" and "" mean none."""
    industries = [] if industry == "general" else [industry]
    return Checker(industries=industries, platforms=[platform] if platform else [])


def cases() -> list[tuple[str, dict[str, str]]]:
    """Every case with the name of its pack."""
    found = []
    for path in sorted(HERE.glob("*_cases.yaml")):
        pack = path.name.removesuffix("_cases.yaml")
        # BaseLoader makes only strings, lists and mappings: it cannot build Python objects
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        found += [(pack, row) for row in rows]
    return found


def loud_categories(pack: str, case: dict[str, str]) -> set[str]:
    """The categories that speak at error or warning, statements that are missing left aside."""
    platform = pack if pack in PLATFORMS else ""
    report = checker(case["industry"], platform).check(case["text"])
    return {
        v.category
        for v in report.violations
        if v.severity is not Severity.INFO and v.category != "missing-disclosure"
    }


ALL = cases()
FLAGGED = [(p, c) for p, c in ALL if c["expect"] == "flag"]
PASSING = [(p, c) for p, c in ALL if c["expect"] == "pass"]


@pytest.mark.parametrize(("pack", "case"), FLAGGED, ids=[f"{p}-{c['text'][:16]}" for p, c in FLAGGED])
def test_risky_sentence_is_flagged_in_its_category(pack: str, case: dict[str, str]) -> None:
    assert case["category"] in loud_categories(pack, case)


@pytest.mark.parametrize(("pack", "case"), PASSING, ids=[f"{p}-{c['text'][:16]}" for p, c in PASSING])
def test_innocent_sentence_stays_silent(pack: str, case: dict[str, str]) -> None:
    assert loud_categories(pack, case) == set()


@pytest.mark.parametrize("pack", sorted({p for p, _ in ALL}))
def test_every_pack_has_enough_cases_of_both_kinds(pack: str) -> None:
    kinds = [case["expect"] for p, case in ALL if p == pack]
    assert min(kinds.count("flag"), kinds.count("pass")) >= LEAST_OF_A_KIND
