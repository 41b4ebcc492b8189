"""The rules, as a lawyer reads them on the page."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from markupsafe import escape

from compliance.rule import (
    Exemption,
    LegalBasis,
    MissingCondition,
    Need,
    NumberCondition,
    PatternCondition,
    Rule,
    Severity,
    Statement,
    TermsCondition,
    TogetherCondition,
    TokensCondition,
    Words,
)
from tests.webui.drawn import parse
from webui.i18n import Translator
from webui.rulebook import Rulebook
from webui.wording import conditions, exemptions, needs

EVERY_CONDITION = (
    TermsCondition(Words(("国家级",), ("disease",))),
    PatternCondition("对.{0,3}疗效", Words(("疗效",))),
    TogetherCondition((Words(("糖尿病",)), Words((), ("treat",))), 12, "clause", ordered=False, mark="all"),
    NumberCondition("年化{number}%", Words(("年化",)), 15.0, None),
    NumberCondition("满{number}岁", Words(("满",)), None, 18.0),
    TokensCondition("[]", Words(("好",))),
    MissingCondition(
        Words(), (), (), True, Words(), (), (), Statement("广告标明", ("广告",), (), 0), "start"
    ),
)


@pytest.fixture
def book(app: Flask) -> Rulebook:
    """The rules as the page itself has read them."""
    found: Rulebook = app.extensions["rulebook"].get()
    return found


@pytest.fixture
def national(book: Rulebook) -> Rule:
    """A rule that has nearly everything a rule can have."""
    return book.by_id["absolute.national-level"]


def rule_with(**changes: object) -> Rule:
    fields: dict[str, object] = {
        "id": "a.b",
        "pack": "p",
        "title": "t",
        "category": "guarantee",
        "severity": Severity.INFO,
        "conditions": (),
        "message": "m",
        "basis": (LegalBasis("广告法", "第一条", "中华人民共和国广告法", since=date(2015, 9, 1)),),
    }
    return Rule(**{**fields, **changes})  # type: ignore[arg-type]


def test_the_list_names_every_rule_once(client: FlaskClient, book: Rulebook) -> None:
    page = parse(client.get("/rules").text)
    linked = [code.text for code in page.all("code", class_="hint")]
    assert sorted(linked) == sorted(rule.id for rule in book.library.rules())


def test_the_list_can_be_cut_down_to_one_pack(client: FlaskClient) -> None:
    page = parse(client.get("/rules?pack=absolute_terms").text)
    assert len(page.all("section", class_="pack")) == 1
    assert client.get("/rules?pack=nothing").status_code == 404


def test_a_rule_shows_all_a_lawyer_asks_for(client: FlaskClient, national: Rule) -> None:
    text = parse(client.get(f"/rules/{national.id}").text).one("article").text
    for words in (
        national.title,
        national.message.replace("{excerpt}", "……"),
        national.why,
        national.path,
        *national.evidence,
    ):
        assert words in text
    for basis in national.basis:
        assert str(basis) in text
        assert basis.penalty in text
    for example in (*national.examples.flag, *national.examples.passing):
        assert example.text in text


def test_an_example_marks_what_is_reported(client: FlaskClient, national: Rule) -> None:
    marked = [mark.text for mark in parse(client.get(f"/rules/{national.id}").text).all("mark")]
    assert marked == [e.text[e.start : e.end] for e in national.examples.flag]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_has_a_page_in_both_languages(client: FlaskClient, book: Rulebook, language: str) -> None:
    for rule in book.by_id.values():
        answer = client.get(f"/rules/{rule.id}?lang={language}")
        assert answer.status_code == 200, rule.id
        assert escape(rule.title) in answer.text


def test_an_unknown_rule_is_not_found(client: FlaskClient) -> None:
    assert client.get("/rules/absolute.nothing").status_code == 404
    assert client.get("/rules/<script>").status_code == 404


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_condition_reads_as_words(app: Flask, language: str) -> None:
    with app.test_request_context("/"):
        g.translator = Translator(language)
        lines = conditions(rule_with(conditions=EVERY_CONDITION))
    for line, words in zip(
        lines, ("国家级", "对.{0,3}疗效", "糖尿病", "15", "18", "好", "广告标明"), strict=True
    ):
        assert words in line


def test_a_rule_for_disguised_words_says_so(app: Flask) -> None:
    with app.test_request_context("/"):
        assert "只算伪装书写" in needs(rule_with(disguised=True))[0]
        assert needs(rule_with()) == []


def test_needs_and_exemptions_read_as_words(app: Flask) -> None:
    rule = rule_with(
        needs=(Need(commercial=True), Need(near=Words(("价",)), within=5), Need(sentence=("仅限",))),
        unless=(
            Exemption(near=Words(("非遗",)), within=14, then="info", reason="称号"),
            Exemption(covered_by=("最佳.*期",)),
            Exemption(document=("培训",)),
            Exemption(contexts=("negated", "goal"), then="warning"),
        ),
    )
    with app.test_request_context("/"):
        wanted, excused = needs(rule), exemptions(rule)
    assert ["营销信号" in wanted[0], "5 字" in wanted[1], "仅限" in wanted[2]] == [True] * 3
    assert [u.then for u in excused] == [
        "rule.then-info",
        *["rule.then-drop"] * 2,
        *["rule.then-warning"] * 2,
    ]
    assert excused[0].reason == "称号"
    assert "14 字" in excused[0].when
    assert excused[3].when != "negated"
    assert excused[3].basis


def test_a_long_list_of_words_is_cut_and_counted(app: Flask) -> None:
    many = tuple(f"词{i}" for i in range(100))
    with app.test_request_context("/"):
        (line,) = conditions(rule_with(conditions=(TermsCondition(Words(many)),)))
    assert "词39" in line
    assert "词40" not in line
    assert "100" in line
