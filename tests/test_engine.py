"""The Checker: what it reports, where, and what it leaves in peace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance import Checker, ConfigError, Document, Severity, Violation, check
from compliance.readers import read_bytes
from compliance.text import Part, Settings

MakePack = Callable[..., Path]


def made(folder: Path, text: str | Document, **options: object) -> list[Violation]:
    options = {"industries": []} | options
    report = Checker(packs=[folder], **options).check(text)  # type: ignore[arg-type]
    return [v for v in report.violations if v.pack == "made"]


def test_a_finding_has_its_place_law_reason_and_rewrite() -> None:
    report = check("第一行\n这床被子是全网最低价！", industries=[])
    (found,) = [v for v in report.violations if v.category == "absolute-claim"]
    assert (found.line, found.excerpt) == (2, "全网最低价")
    assert found.basis[0].law == "广告法"
    assert found.basis[0].penalty
    assert found.message
    assert found.suggestions


def test_offsets_are_code_points_of_the_text_as_given(make_pack: MakePack) -> None:
    text = "🌟🌟 １００％ 特好词 end"
    (found,) = made(make_pack("{terms: [特好词]}"), text)
    assert text[found.start : found.end] == "特好词" == found.excerpt


def test_findings_come_in_order_of_place() -> None:
    report = check("根治失眠。全网最低价。国家级配方。", industries=["food"])
    assert [v.start for v in report.violations] == sorted(v.start for v in report.violations)


def test_folded_spellings_are_the_same_word(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [国牌no.1]}")
    for text in ("国牌ＮＯ．１", "國牌No.1", "国\u200b牌no.1"):
        (found,) = made(folder, text)
        assert text[found.start : found.end] == text


def test_nothing_found_is_an_empty_report_that_names_what_was_not_checked() -> None:
    report = check("今天下雨，路上有点滑。", industries=[])
    assert report.violations == ()
    assert report.passed
    assert any("画面" in note for note in report.not_checked)


@pytest.mark.parametrize("text", ["", "   \n", "\ud800孤代理", "a\x00b", "甲" * 200_000])
def test_odd_texts_are_checked_without_harm(text: str) -> None:
    assert check(text, industries=["food"]).undecided == ()


def test_an_unknown_industry_platform_or_channel_is_refused_with_a_hint() -> None:
    with pytest.raises(ConfigError, match="cosmetics"):
        Checker(industries=["cosmetic"])
    with pytest.raises(ConfigError, match="douyin"):
        Checker(platforms=["duoyin"])
    with pytest.raises(ConfigError, match="public"):
        Checker(channel="pubic")


# -- exemptions


def test_an_exempted_match_stays_visible_with_its_reason(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [特好词]}", more="unless: [{near: [证书], within: '6', reason: 有证书}]")
    report = Checker(industries=[], packs=[folder]).check("特好词见证书")
    assert not [v for v in report.violations if v.pack == "made"]
    assert [(e.excerpt, e.excuse.reason) for e in report.excused if e.rule_id == "made.rule-1"] == [
        ("特好词", "有证书")
    ]


def test_nearness_has_a_side_and_a_reach(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [特好词]}", more="unless: [{near: [证书], within: '3', side: before}]")
    assert not made(folder, "证书特好词")
    assert made(folder, "特好词证书")
    assert made(folder, "证书一二三特好词")


def test_a_lowering_exemption_makes_a_quiet_finding_that_says_why(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [特好词]}", more="unless: [{near: [证书], reason: 有证书, then: info}]")
    (found,) = made(folder, "特好词见证书")
    assert found.severity is Severity.INFO
    assert found.lowered is not None
    assert found.lowered.reason == "有证书"


def test_a_covering_pattern_excuses_only_what_lies_inside_it(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [特好词]}", more="unless: [{covered_by: ['特好词的?测试']}]")
    assert not made(folder, "这是特好词的测试")
    assert made(folder, "这是特好词,测试另说")


def test_what_the_whole_text_says_can_excuse(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [特好词]}", more="unless: [{document: ['证书编号\\d+']}]")
    assert made(folder, "特好词。没有编号。")
    assert not made(folder, "特好词。后面写着证书编号123。")


def test_needs_must_all_hold(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [特好词]}", more="needs: [{near: [下单]}, {document: [包邮]}]")
    assert not made(folder, "特好词，下单")
    assert made(folder, "特好词下单。包邮。")


# -- severity


def test_channel_lowers_but_never_raises(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [特好词]}", more='by_channel: {group: warning, label: "off"}')
    assert made(folder, "特好词")[0].severity is Severity.ERROR
    assert made(folder, "特好词", channel="group")[0].severity is Severity.WARNING
    assert not made(folder, "特好词", channel="label")


def test_industry_sets_the_level(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [特好词]}", severity="info", more='by_industry: {drug: error, game: "off"}')
    assert made(folder, "特好词")[0].severity is Severity.INFO
    assert made(folder, "特好词", industries=["drug"])[0].severity is Severity.ERROR
    assert not made(folder, "特好词", industries=["game"])


def test_law_has_a_clock_in_both_directions(make_pack: MakePack) -> None:
    assert not made(make_pack("{terms: [特好词]}", law="旧法"), "特好词")
    assert made(make_pack("{terms: [特好词]}", law="旧法"), "特好词", as_of=date(2005, 1, 1))
    (announced,) = made(make_pack("{terms: [特好词]}", law="将来法"), "特好词", as_of=date(2026, 1, 1))
    assert (announced.severity, announced.fires_from) == (Severity.INFO, date(2030, 1, 1))
    assert "2030-01-01" in announced.message
    (in_force,) = made(make_pack("{terms: [特好词]}", law="将来法"), "特好词", as_of=date(2030, 1, 1))
    assert in_force.severity is Severity.ERROR


# -- overlaps


def test_one_phrase_in_one_category_is_one_finding_with_all_rules_named(make_pack: MakePack) -> None:
    (found,) = made(
        make_pack("{terms: [特好词]}", "{terms: [好词牌子]}", "{terms: [特好词牌子]}"), "特好词牌子"
    )
    assert found.excerpt == "特好词牌子"
    assert set(found.also) == {"made.rule-1", "made.rule-2"}


def test_overlapping_disguised_findings_restore_the_whole_phrase() -> None:
    report = check("这款被子全网最✨低✨价", industries=[])
    (found,) = [v for v in report.violations if v.category == "absolute-claim"]
    assert found.excerpt == "全网最✨低✨价"
    assert found.disguise is not None
    assert (found.disguise.written, found.disguise.restored) == ("全网最✨低✨价", "全网最低价")


def test_phrases_that_only_touch_stay_two(make_pack: MakePack) -> None:
    assert [v.excerpt for v in made(make_pack("{terms: [特好词, 妙牌子]}"), "特好词妙牌子")] == [
        "特好词",
        "妙牌子",
    ]


def test_the_merged_finding_is_as_loud_as_its_loudest_rule(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack("{terms: [特好词]}")
    quiet = (folder / "made.yaml").read_text("utf-8")
    quiet = quiet.replace("pack: made", "pack: more").replace("made.rule-1", "more.rule-1")
    quiet = quiet.replace("特好词", "特好词牌子").replace("severity: error", "severity: info")
    (folder / "more.yaml").write_text(quiet, "utf-8")
    report = Checker(industries=[], packs=[folder]).check("特好词牌子")
    (found,) = [v for v in report.violations if v.pack in ("made", "more")]
    assert (found.excerpt, found.severity) == ("特好词牌子", Severity.ERROR)


# -- documents


def test_a_stage_direction_does_not_make_a_claim_a_news_report() -> None:
    """A crew films a reporter; the words that are sold with stay an advertisement."""
    document = read_bytes(
        "镜号,口播,画面\n1,选我们，全网最低价！,记者采访，据报道，警方查处\n".encode(), "分镜.csv"
    )
    (found,) = [v for v in check(document, industries=[]).violations if v.category == "absolute-claim"]
    assert found.severity is Severity.ERROR


def test_markup_inside_a_term_is_covered_by_the_finding() -> None:
    document = Document("x.md", "全网**最低**价", "全网最低价", origin=[0, 1, 4, 5, 8])
    found = next(v for v in check(document, industries=[]).violations if v.category == "absolute-claim")
    assert (found.excerpt, document.source[found.start : found.end]) == ("全网最低价", "全网**最低**价")


def test_stage_directions_are_not_claims_but_stay_visible(make_pack: MakePack) -> None:
    parts = (Part(0, 3, "画面", {}, "direction"), Part(4, 7, "口播", {}, "speech"))
    document = Document("x.csv", "特好词\n特好词", "特好词\n特好词", parts=parts)
    folder = make_pack("{terms: [特好词]}")
    (found,) = made(folder, document)
    assert (found.start, found.where.label) == (4, "口播")
    excused = Checker(industries=[], packs=[folder]).check(document).excused
    assert [(e.start, e.excuse.key) for e in excused] == [(0, "direction")]


def test_a_claim_over_two_cues_is_found(make_pack: MakePack) -> None:
    parts = (Part(0, 2, "字幕 1", {"cue": 1}), Part(3, 5, "字幕 2", {"cue": 2}))
    document = Document("x.srt", "根治\n失眠", "根治\n失眠", parts=parts)
    report = check(document, industries=["food"])
    assert any(v.category == "medical-efficacy" for v in report.violations)


def test_what_a_file_says_of_itself_brings_duties() -> None:
    sponsored = Document("x.md", "这家店的面很香。", "这家店的面很香。", settings=Settings(sponsored=True))
    assert any(v.category == "missing-disclosure" for v in check(sponsored, industries=[]).violations)
    assert not check("这家店的面很香。", industries=[]).violations


# -- industries


def test_an_industry_is_detected_and_the_reason_named() -> None:
    report = check("教资笔试冲刺班开课，三十六课时，含模考和讲义，报名就送题库")
    assert [str(i) for i in report.industries] == ["education"]
    assert report.industries[0].why
    assert not report.industries[0].given


def test_a_word_in_passing_switches_nothing_on() -> None:
    assert check("下课以后我们去湖边散步，面包屑喂了鸭子。").industries == ()


def test_a_long_text_about_one_trade_names_others_in_passing() -> None:
    about = "这套公寓拎包入住，户型方正，楼盘离地铁近，首付三成。" * 9
    passing = "楼下有一家奶茶店，业主都爱去。"
    assert [str(i) for i in check(about + passing).industries] == ["real_estate"]


def test_a_word_of_a_trade_in_disguise_tells_the_trade() -> None:
    report = Checker().check("这支水🌟光🌟针到店就能打")
    assert report.industries[0].key == "medical_aesthetics"
    assert "水光针" in report.industries[0].why
    assert "水🌟光🌟针" in {violation.excerpt for violation in report.violations}


def test_signs_between_words_that_hide_nothing_tell_no_trade() -> None:
    report = Checker().check("周末🌟公园🌟散步，拍了很多照片🌟")
    assert report.industries == ()


def test_given_industries_are_taken_as_given() -> None:
    report = check("一句话", industries=["drug"])
    assert [(i.key, i.given) for i in report.industries] == [("drug", True)]


# -- fingerprints


def test_a_fingerprint_survives_edits_elsewhere(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [特好词]}")
    (before,) = made(folder, "前言。\n我们家的特好词值得一看。")
    (after,) = made(folder, "改写过的前言，长了许多。\n\n我们家的特好词值得一看。后记。")
    assert before.fingerprint == after.fingerprint
    assert before.start != after.start


def test_equal_phrases_in_equal_company_get_different_fingerprints(make_pack: MakePack) -> None:
    found = made(make_pack("{terms: [特好词]}"), "特好词\n" * 3)
    assert len({v.fingerprint for v in found}) == 3


def test_two_runs_give_the_same_report() -> None:
    text = "全网最低价，根治失眠，国 家 级工艺，加我薇信"
    first, second = check(text, industries=["food"]), check(text, industries=["food"])
    assert first._replace(document=second.document) == second


CLAIMS = [
    "全网最低价",
    "国家级",
    "根治失眠",
    "今天天气不错",
    "🌟",
    "\n",
    "，",
    "最近",
    "治疗高血压",
    "A",
    "ﾊﾝ",
    "１",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CLAIMS) | st.text(max_size=4), max_size=12))
def test_every_range_lies_in_the_text_and_reads_as_its_excerpt(pieces: list[str]) -> None:
    text = "".join(pieces)
    for v in _checker().check(text).violations:
        assert 0 <= v.start <= v.end <= len(text)
        if v.start < v.end:
            assert text[v.start : v.end] == v.excerpt


_made: list[Checker] = []


def _checker() -> Checker:
    if not _made:
        _made.append(Checker(industries=["food"]))
    return _made[0]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(CLAIMS) | st.text(max_size=4), max_size=12))
def test_a_scan_for_the_words_that_may_occur_finds_what_the_full_scan_finds(pieces: list[str]) -> None:
    text = "".join(pieces).encode("utf-8", "replace").decode()
    plan = _checker().plan
    shortlist, table = plan._automaton(plan.library.words.likely(text))
    full, full_table = plan._full

    def hits(automaton: object, waiting: list[object]) -> set[object]:
        found = automaton.find_matches_as_indexes(text, overlapping=True)  # type: ignore[attr-defined]
        return {(waiting[key], start, end) for key, start, end in found}

    assert hits(shortlist, table) == hits(full, full_table)


def _laws(*industries: str) -> set[str]:
    report = Checker(industries=industries).check("抹三天治好湿疹")
    return {basis.law for violation in report.violations for basis in violation.basis}


def test_a_law_of_another_trade_is_not_cited() -> None:
    assert "食品安全法" in _laws("food") - _laws("cosmetics")
    assert "化妆品监督管理条例" in _laws("cosmetics") - _laws("food")


def test_where_the_trade_is_unknown_every_law_is_cited() -> None:
    assert {"食品安全法", "化妆品监督管理条例"} <= _laws() & _laws("private_traffic")
