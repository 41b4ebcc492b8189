"""Documents that come out of the rules."""

from __future__ import annotations

from datetime import date

import pytest

from compliance.cli.main import main
from compliance.handbook import changes, changes_page, checklist, chosen, handbook, html_page
from compliance.packs import library

RULES = library(fresh=True)


def test_a_handbook_has_a_chapter_for_every_rule_of_its_packs() -> None:
    page = handbook(RULES, ["education"], [])
    education = RULES.pack("education")
    assert all(f"`{rule.id}`" in page for rule in RULES.rules_of(education))
    assert all(f"`{rule.id}`" in page for rule in RULES.rules_of(RULES.pack("absolute_terms")))
    assert "`cosmetics." not in page


def test_the_general_part_can_be_left_out() -> None:
    page = handbook(RULES, ["education"], [], general=False)
    assert "`education." in page
    assert "`absolute." not in page


def test_a_chapter_shows_examples_law_penalty_and_rewrite() -> None:
    page = handbook(RULES, [], [])
    chapter = page.split("`absolute.national-level`")[1].split("\n### ")[0]
    for part in ("**依据**", "**罚则**", "**会被指出**", "**没有问题**", "**可以改写成**", "**国家级**"):
        assert part in chapter


def test_a_checklist_names_every_statement_that_must_be_made() -> None:
    page = checklist(RULES, ["health_food"], [])
    assert "- [ ] " in page
    assert "本品不能代替药物" in page
    assert "食健广审" in page


def test_platform_packs_are_chosen_by_platform_only() -> None:
    names = {pack.name for pack in chosen(RULES, [], ["douyin"])}
    assert "douyin" in names
    assert not names & {"kuaishou", "education"}


def test_changes_know_both_directions_of_time() -> None:
    found = changes(RULES, date(2025, 9, 1))
    assert any(c.starts and c.day == date(2025, 9, 1) for c in found)
    assert any(not c.starts for c in found)
    assert [c.day for c in found] == sorted(c.day for c in found)
    assert all(c.day >= date(2025, 9, 1) for c in found)


def test_announced_provisions_are_called_announced() -> None:
    page = changes_page(RULES, date(2025, 9, 1), today=date(2025, 9, 15))
    rows = [line for line in page.splitlines() if line.startswith("| 2025-10-15")]
    assert rows
    assert all("将" in row for row in rows)


def test_no_change_is_said() -> None:
    assert "没有变化" in changes_page(RULES, date(2999, 1, 1), today=date(2026, 1, 1))


def test_the_html_page_needs_nothing_from_outside() -> None:
    page = html_page(checklist(RULES, [], []), "清单")
    assert "☐" in page
    assert "http" not in page.split("<body>")[0]
    assert "<script" not in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rules", "checklist", "--industry", "education"], "教育培训发布前检查清单"),
        (["rules", "handbook", "--platform", "douyin"], "抖音合规手册"),
        (["rules", "changes", "--since", "2025-09-01"], "2025-09-01 以来"),
    ],
)
def test_the_commands_print_their_document(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 0
    assert said in capsys.readouterr().out


def test_a_bad_day_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "changes", "--since", "gestern"]) == 2
    assert "--since" in capsys.readouterr().err
