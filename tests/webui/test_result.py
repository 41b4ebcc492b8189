"""Everything a report holds is on the page."""

from __future__ import annotations

import pytest
from flask import Flask, g, render_template

from compliance.report import Excuse, Report
from compliance.rule import Severity
from compliance.text import Document
from tests.webui import handmade
from tests.webui.drawn import Node, parse
from webui.findings import Review
from webui.i18n import Translator


def draw(app: Flask, report: Report, language: str = "zh") -> Node:
    with app.test_request_context("/"):
        g.translator = Translator(language)
        return parse(render_template("_result.html", review=Review(report), note="", file_name=""))


@pytest.fixture
def page(app: Flask) -> Node:
    return draw(app, handmade.rich_report())


def test_a_finding_shows_basis_penalty_reason_rewrite_and_proof(page: Node) -> None:
    text = page.one("article", id="finding-1").text
    for words in (
        "错误",
        "绝对化用语",
        "第 1 行第 1 字",
        "以“国家级”形容商品或服务",
        "《中华人民共和国广告法》第九条第三项",
        "2015-09-01 起施行",
        "广告主处 20 万—100 万元罚款",
        "含义相同的词同样对待",
        "写明可核验的事实",
        "认定文件或证书编号",
        "absolute.national-level",
    ):
        assert words in text


def test_a_disguise_shows_what_stands_there_and_what_it_stands_for(page: Node) -> None:
    text = " ".join(page.one("p", class_="disguise").text.split())
    assert "全网最*低*价 → 全网最低价" in text
    assert "插入符号" in text


def test_a_lowered_finding_says_why_and_by_which_provision(page: Node) -> None:
    text = page.one("p", class_="lowered").text
    assert "写明了时间与范围" in text
    assert "执法指南第五条" in text


def test_findings_at_the_same_place_point_at_each_other(page: Node) -> None:
    assert [a.attributes["href"] for a in page.one("article", id="finding-1").all("a", data_go="2")] == [
        "#finding-2"
    ]
    assert page.one("article", id="finding-3").all("a", data_go="1") == []


def test_overlapping_findings_share_a_piece_drawn_in_the_loudest_severity(page: Node) -> None:
    first, second = page.all("mark")[:2]
    assert (first.text, first.attributes["data-findings"], "error" in first.classes) == (
        "国家级",
        "1 2",
        True,
    )
    assert (second.text, second.attributes["data-findings"], "info" in second.classes) == (
        "实验室",
        "2",
        True,
    )


def test_every_highlight_names_its_finding_for_screen_readers(page: Node) -> None:
    for mark in page.all("mark"):
        assert page.one("article", id=mark.attributes["aria-details"])
        assert "aria-label" not in mark.attributes


def test_a_missing_statement_has_a_card_and_a_marker_at_its_place(page: Node) -> None:
    gap = page.one("a", class_="gap")
    assert gap.attributes["title"] == "缺少“广告”标明"
    assert gap.attributes["href"] == "#finding-4"
    card = page.one("article", id="finding-4")
    assert "缺失" in card.text
    assert card.one("button", class_="copy").attributes["data-copy"] == "广告"


def test_excused_matches_are_folded_with_reason_and_source(page: Node) -> None:
    folded = page.one("details", id="excused")
    assert "open" not in folded.attributes
    for words in ("最好", "否定句，不是宣称", "广告绝对化用语执法指南第五条第二项"):
        assert words in folded.text


def test_an_undecided_rule_is_announced_before_everything_else(page: Node) -> None:
    alert = page.one("div", role="alert")
    assert "efficacy.slow" in alert.text
    assert page.one("section", id="result").all()[0] is alert


def test_the_page_says_what_was_applied_and_what_was_not_checked(page: Node) -> None:
    applied = page.one("details", id="applied").text
    for words in (
        "化妆品",
        "识别",
        "精华、面霜",
        "指定",
        "抖音",
        "公开发布",
        "2026-01-31",
        "2026.11.1",
        "abababababab",
    ):
        assert words in applied
    assert "2 张图片" in page.one("section", class_="unchecked").text
    assert "是否属实" in page.one("section", class_="unchecked").text


@pytest.mark.parametrize(("language", "words"), [("zh", "不等于合规"), ("en", "does not mean compliant")])
def test_nothing_found_is_never_called_compliant(app: Flask, language: str, words: str) -> None:
    page = draw(app, handmade.report(Document.plain("今天天气不错")), language)
    assert words in page.one("h1").text
    assert page.all("article") == []


def test_the_caveat_stands_beside_findings_too(page: Node) -> None:
    assert "未检出不等于合规" in page.one("p", class_="caveat").text


def test_severities_are_told_apart_without_colour(app: Flask) -> None:
    document = Document.plain("甲乙丙")
    found = [handmade.violation(document, i, i + 1, s) for i, s in enumerate(Severity)]
    page = draw(app, handmade.report(document, found))
    words = [c.one("span", class_="severity").text for c in page.all("article")]
    assert sorted(words) == sorted(["错误", "警告", "提示"])


def test_a_text_lowered_for_not_being_marketing_says_so_once(app: Flask) -> None:
    document = Document.plain("国家级")
    ordinary = Excuse("not_marketing", "像新闻")
    page = draw(app, handmade.report(document, [handmade.violation(document, 0, 3, lowered=ordinary)]))
    assert "不像营销内容" in page.one("p", class_="note").text
    assert draw(app, handmade.rich_report()).all("p", class_="note") == []


def test_an_unverified_provision_says_so(app: Flask) -> None:
    document = Document.plain("国家级")
    remembered = handmade.ADVERTISING_LAW._replace(confidence="memory")
    page = draw(app, handmade.report(document, [handmade.violation(document, 0, 3, basis=(remembered,))]))
    assert "引用前请核对原文" in page.one("article").text


def test_markup_in_every_field_stays_text(app: Flask) -> None:
    evil = "<img src=x onerror=alert(1)>"
    document = Document.plain(evil, evil)
    finding = handmade.violation(
        document,
        0,
        4,
        title=evil,
        why=evil,
        suggestions=(evil,),
        evidence=(evil,),
        also=(evil,),
        category=evil,
    )
    page = draw(app, handmade.report(document, [finding], not_checked=(evil,)))
    assert page.all("img") == []
    assert page.one("h3").text == evil


def test_half_an_emoji_in_an_excerpt_does_not_break_the_page(app: Flask) -> None:
    document = Document.plain("国家级\ud83d")
    page = draw(app, handmade.report(document, [handmade.violation(document, 0, 4)]))
    assert page.one("q").text == "国家级\ud83d"
