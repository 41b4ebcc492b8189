"""Ranks with their four elements, titles, names."""

from __future__ import annotations

import pytest

COMPLETE = [
    "据海河咨询报告，2025年本品牌在全国电饭煲品类销售额⟦第一⟧",
    "2024年浙江省内按门店数计⟦第一⟧，数据来源：省连锁协会",
    "截至2026年6月，全国销量⟦第一⟧（来源：某某统计报告）",
]
LACKING = [
    ("2025年全国电饭煲销量⟦第一⟧", "出处"),
    ("据某某数据显示，全国销量⟦第一⟧", "时间"),
    ("连续三年全国销量⟦第一⟧", "出处"),
    ("据海河咨询报告，2025年销量⟦第一⟧", "地域"),
    ("2025年全国⟦首家⟧", "统计口径"),
]
BARE = [
    "行业⟦第一⟧",
    "全国销量⟦第一⟧",
    "全网⟦最好⟧",
    "2025年⟦顶级⟧面霜",
    "2025年全国治愈率⟦第一⟧的医院",
    "⟦首选⟧",
]

TITLES = [
    "入选⟦国家级⟧非物质文化遗产名录",
    "公司是⟦国家级⟧高新技术企业",
    "位于⟦国家⟧5a级旅游景区".replace("⟦国家⟧5a级", "⟦国家5a级⟧"),
    "⟦国家级⟧自然保护区",
    "⟦一级⟧能效空调",
    "⟦国家级⟧裁判执哨",
    "⟦特级⟧初榨橄榄油",
    "⟦国家级⟧重点实验室",
    "⟦省级⟧非遗传承人",
    "⟦国家级⟧专精特新小巨人",
    "⟦国家一级⟧演员到场",
    "⟦世界级⟧非遗",
    "⟦国家级⟧森林公园徒步",
    "⟦国家级⟧教学成果奖",
    "⟦甲级⟧写字楼",
]
NO_TITLES = [
    "⟦国家级⟧配方",
    "⟦国家级⟧品质",
    "⟦国家级⟧工艺",
    "⟦国家级⟧重点实验室同款",
    "⟦世界级⟧口感",
    "⟦顶级⟧景区",
    "⟦国家级⟧大厨",
    "⟦国家级⟧面霜",
    "⟦最高级⟧会所",
    "⟦特级⟧享受",
    "⟦一级⟧棒",
    "⟦国家级⟧团队",
    "⟦国家级⟧标准",
    "⟦宇宙级⟧好喝",
    "⟦国家级⟧养生馆",
]
NAMES = [
    "市⟦第一⟧人民医院体检中心",
    "⟦第一⟧财经的采访",
    "重看《⟦最好⟧的我们》",
    "⟦最高⟧人民法院发布",
    "考上了⟦第一⟧中学",
    "某⟦肿瘤⟧医院站下车",
    "⟦极品⟧飞车",
    "⟦永久⟧牌",
    "⟦顶级⟧域名到期了",
    "中国⟦第一⟧汽车集团",
    "⟦糖尿病⟧研究所的讲座",
    "《⟦第一⟧炉香》",
    "⟦首创⟧置业的物业",
    "⟦口腔⟧门诊部",
    "⟦最强⟧大脑",
]
NO_NAMES = [
    "看牙⟦首选⟧医院",
    "⟦第一⟧品牌",
    "⟦最好⟧的医院",
    "⟦顶级⟧医院",
    "⟦唯一⟧医院",
    "⟦国家级⟧研究所",
    "⟦全国第一⟧中学",
    "⟦首创⟧工艺",
    "⟦根治⟧鼻炎医院",
    "⟦第一⟧牌子",
    "⟦极致⟧享受",
    "⟦权威⟧研究院",
    "⟦领先⟧大学",
    "⟦第一⟧选择",
    "⟦治愈⟧率",
    "⟦永久⟧不反弹",
]


@pytest.mark.parametrize("sentence", COMPLETE)
def test_a_rank_with_all_four_elements_is_info(judge, sentence):
    verdict = judge("time_place_order", sentence)
    assert verdict.then == "info"
    assert verdict.evidence


@pytest.mark.parametrize(("sentence", "lacking"), LACKING)
def test_a_limited_rank_that_lacks_an_element_is_a_warning_that_names_it(judge, sentence, lacking):
    verdict = judge("time_place_order", sentence)
    assert verdict.then == "warning"
    assert lacking in verdict.reason


@pytest.mark.parametrize("sentence", BARE)
def test_a_bare_rank_is_a_claim_like_any_other(judge, sentence):
    assert judge("time_place_order", sentence) is None


def test_a_region_smaller_than_a_province_is_named(judge):
    sentence = "据某某报告，2025年全市销量⟦第一⟧，全国销量另计"
    assert "小于省级" in judge("time_place_order", sentence).reason


@pytest.mark.parametrize("sentence", TITLES)
def test_titles_given_by_law_are_info_with_a_certificate_to_keep(judge, sentence):
    verdict = judge("legal_title", sentence)
    assert verdict.then == "info"
    assert verdict.evidence


@pytest.mark.parametrize("sentence", NO_TITLES)
def test_borrowed_rank_words_are_no_titles(judge, sentence):
    assert judge("legal_title", sentence) is None


@pytest.mark.parametrize("sentence", NAMES)
def test_words_inside_names_are_not_claims(judge, sentence):
    assert judge("proper_name", sentence).then == "drop"


@pytest.mark.parametrize("sentence", NO_NAMES)
def test_praise_before_an_institution_is_no_name(judge, sentence):
    assert judge("proper_name", sentence) is None
