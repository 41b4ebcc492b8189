"""Every health pack against sentences of its trade: risky ones are found, innocent ones stay quiet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from _pytest.mark.structures import ParameterSet

from compliance import Checker
from compliance.report import Violation
from compliance.rule import Severity

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*_cases.yaml"))
LABELS = "missing-disclosure"
"""A single sentence cannot carry the labels of a whole script; test_missing.py looks at those."""
KINDRED = {"medical-efficacy", "exaggerated-efficacy", "guarantee"}
"""One phrase often claims a cure, a change and a promise at once; the law packs may read it either way."""


def _cases() -> Iterator[ParameterSet]:
    for path in CASES:
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield pytest.param(case, id=f"{path.stem}-{case['text'][:14]}")


@lru_cache(maxsize=16)
def _checker(industry: str) -> Checker:
    return Checker(industries=[industry])


def _loud(case: dict[str, str]) -> list[Violation]:
    found = _checker(case["industry"]).check(case["text"]).violations
    return [v for v in found if v.severity is not Severity.INFO and v.category != LABELS]


@pytest.mark.parametrize("case", list(_cases()))
def test_a_sentence_of_the_trade_is_judged_as_a_lawyer_would(case: dict[str, str]) -> None:
    loud = _loud(case)
    said = [(v.rule_id, v.excerpt) for v in loud]
    if case["expect"] == "pass":
        assert not loud, said
        return
    right = KINDRED if case["category"] in KINDRED else {case["category"]}
    assert any(v.category in right for v in loud), said


def test_every_pack_has_enough_sentences_of_either_kind() -> None:
    for path in CASES:
        cases = yaml.safe_load(path.read_text("utf-8"))
        for kind in ("flag", "pass"):
            assert sum(c["expect"] == kind for c in cases) >= 20, f"{path.name}: too few {kind} cases"
