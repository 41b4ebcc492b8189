"""Own sentences for every general pack: what must be said, and what must stay silent."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from compliance import Checker, Severity

FOLDER = Path(__file__).parent
CASES_A_SIDE = 20
QUIET_COUNTS = ("unverifiable-fact", "missing-disclosure")
"""Categories where a hint (info) already is the right answer."""


class Case(NamedTuple):
    """One sentence of a case file."""

    pack: str
    text: str
    expect: str
    category: str


def read_cases(path: Path) -> list[Case]:
    pack = path.name.removesuffix("_cases.yaml")
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Case(pack, row["text"], row["expect"], row["category"]) for row in rows]


FILES = sorted(FOLDER.glob("*_cases.yaml"))
CASES = [case for path in FILES for case in read_cases(path)]


@cache
def checker(pack: str) -> Checker:
    return Checker(industries=["live_commerce"] if pack == "live_commerce" else [])


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_pack_has_as_many_innocent_sentences_as_violating_ones(path: Path) -> None:
    kinds = [case.expect for case in read_cases(path)]
    assert kinds.count("flag") >= CASES_A_SIDE
    assert kinds.count("pass") >= CASES_A_SIDE


@pytest.mark.parametrize("case", [c for c in CASES if c.expect == "flag"], ids=lambda c: f"{c.pack}-{c.text}")
def test_a_violating_sentence_is_reported_in_its_category(case: Case) -> None:
    found = checker(case.pack).check(case.text).violations
    loud = [v for v in found if v.severity is not Severity.INFO or case.category in QUIET_COUNTS]
    assert case.category in {v.category for v in loud}


@pytest.mark.parametrize("case", [c for c in CASES if c.expect == "pass"], ids=lambda c: f"{c.pack}-{c.text}")
def test_an_innocent_sentence_stays_silent(case: Case) -> None:
    found = checker(case.pack).check(case.text).violations
    loud = [v for v in found if v.severity is not Severity.INFO and v.category != "missing-disclosure"]
    assert [(v.rule_id, v.excerpt) for v in loud] == []
