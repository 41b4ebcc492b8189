"""Whole scripts against every rule that asks for a statement: absent, present, nearly right, on another line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from compliance import Checker
from compliance.packs import library
from compliance.report import Violation

ROWS: list[dict[str, str]] = yaml.load(  # noqa: S506 (BaseLoader makes only strings, lists and mappings)
    (Path(__file__).parent / "missing_statements.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
STATES = {"absent", "present", "nearly", "elsewhere", "nothing"}
PACKS = {
    "education", "finance", "real_estate", "agriculture", "franchise", "automotive", "home_appliance",
    "collectibles", "recruitment", "tourism", "game", "private_traffic",
    "douyin", "kuaishou", "wechat", "xiaohongshu", "bilibili", "taobao",
}  # fmt: skip


def findings(row: dict[str, str]) -> list[Violation]:
    """What the rule of the row says about its script."""
    industries = [row["industry"]] if "industry" in row else []
    platforms = [row["platform"]] if "platform" in row else []
    report = Checker(industries=industries, platforms=platforms).check(row["text"])
    return [v for v in report.violations if row["rule"] in (v.rule_id, *v.also)]


def rows(*states: str) -> list[pytest.param]:  # type: ignore[valid-type]
    """The rows in one of these states, named after their rule."""
    return [pytest.param(r, id=f"{r['rule']}-{r['state']}") for r in ROWS if r["state"] in states]


@pytest.mark.parametrize("row", rows("absent", "nearly"))
def test_missing_or_misspelt_statement_is_reported_once(row: dict[str, str]) -> None:
    assert len(findings(row)) == 1


@pytest.mark.parametrize("row", rows("present", "elsewhere", "nothing"))
def test_statement_anywhere_or_no_occasion_is_silent(row: dict[str, str]) -> None:
    assert findings(row) == []


def test_every_rule_that_asks_for_a_statement_is_tried_in_every_state() -> None:
    asked = {
        spec["id"]
        for pack in library(fresh=True).packs
        if pack.name in PACKS
        for spec in pack.spec["rules"]
        if any(condition["kind"] == "missing" for condition in spec["conditions"])
    }
    tried = {row["rule"]: {r["state"] for r in ROWS if r["rule"] == row["rule"]} for row in ROWS}
    assert tried == dict.fromkeys(asked, STATES)
