"""Whole scripts against every rule that asks for a statement: absent, there, nearly right, elsewhere."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from compliance import Checker
from compliance.packs import library
from compliance.report import Violation
from compliance.rule import MissingCondition

ROWS: list[dict[str, str]] = yaml.load(
    (Path(__file__).parent / "missing_statements.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
STATES = {"absent", "present", "elsewhere", "nothing"}
PACKS = {
    "education", "finance", "real_estate", "agriculture", "franchise", "automotive", "home_appliance",
    "collectibles", "recruitment", "tourism", "game", "private_traffic",
    "douyin", "kuaishou", "wechat", "xiaohongshu", "bilibili", "taobao",
}  # fmt: skip


@lru_cache(maxsize=32)
def checker(industry: str, platform: str) -> Checker:
    """One checker for an industry or a platform; "" means none."""
    return Checker(industries=[industry] if industry else [], platforms=[platform] if platform else [])


def findings(row: dict[str, str]) -> list[Violation]:
    """What the rule of the row says about its script."""
    report = checker(row.get("industry", ""), row.get("platform", "")).check(row["text"])
    return [v for v in report.violations if row["rule"] in (v.rule_id, *v.also)]


def rows(*states: str) -> list[dict[str, str]]:
    """The rows in one of these states."""
    return [row for row in ROWS if row["state"] in states]


def name(row: dict[str, str]) -> str:
    """The id of a test: rule and state."""
    return f"{row['rule']}-{row['state']}"


@pytest.mark.parametrize("row", rows("absent", "garbled"), ids=name)
def test_statement_that_is_not_there_is_reported_once(row: dict[str, str]) -> None:
    assert len(findings(row)) == 1


@pytest.mark.parametrize("row", rows("nearly"), ids=name)
def test_statement_worded_almost_right_is_shown_as_it_was_written(row: dict[str, str]) -> None:
    (finding,) = findings(row)
    assert finding.excerpt in row["text"]
    assert f"“{finding.excerpt}”" in finding.message


@pytest.mark.parametrize("row", rows("present", "elsewhere", "nothing"), ids=name)
def test_statement_anywhere_or_no_occasion_is_silent(row: dict[str, str]) -> None:
    assert findings(row) == []


def test_every_rule_that_asks_for_a_statement_is_tried_in_every_state() -> None:
    fresh = library(fresh=True)
    asked = {
        rule.id: condition.statement.near
        for pack in fresh.packs
        if pack.name in PACKS
        for rule in fresh.rules_of(pack)
        for condition in rule.conditions
        if isinstance(condition, MissingCondition)
    }
    tried = {rule: {row["state"] for row in ROWS if row["rule"] == rule} for rule in asked}
    assert tried == {rule: STATES | {"nearly" if near else "garbled"} for rule, near in asked.items()}
