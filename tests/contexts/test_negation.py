"""Negation: what is denied is not claimed, and what only looks denied is."""

from __future__ import annotations

import pytest

DENIED = [
    "我们从未承诺⟦根治⟧",
    "本品未添加⟦防腐剂⟧",
    "我们不敢说⟦最好⟧，只求对得起回头客",
    "这不是⟦国家级⟧的奖，是街道自己评的",
    "本茶不能⟦治疗⟧任何毛病，就是解渴",
    "枇杷膏没有⟦根治⟧咳嗽的本事",
    "它并不具备⟦抗癌⟧功能",
    "店里从不承诺⟦百分百有效⟧",
    "谁说⟦最贵⟧的才是好伞",
    "别再迷信⟦最贵⟧的那一款",
    "谈不上⟦顶级⟧，够用而已",
    "本产品不用于⟦诊断⟧、⟧治疗".replace("⟧、⟧", "⟧、"),
    "普通饼干不得宣称降脂、控糖、⟦减肥⟧",
    "没有⟦最好⟧，只有更合适",
    "没有任何⟦副作用⟧的说法我们不敢写",
    "艾草贴⟦治疗⟧不了关节炎",
    "这种说法里的⟦永不复发⟧是不可能的",
    "要说⟦第一⟧谈不上",
    "拔罐颜色深≠⟦排毒⟧多",
    "睡前泡脚未必能⟦根治⟧失眠",
    "我们拒绝使用“⟦全网最低⟧”这种话",
    "该枕头并非⟦医用级⟧",
    "不建议把它当成⟦减肥⟧食品",
    "“这个茶能⟦降血压⟧吗？”“不能的，它只是茶。”",
    "请问这铺子以后会⟦升值⟧吗？这个我们没法承诺",
    "孩子喝了会⟦长高⟧吗？不会，就是普通果汁",
]
CLAIMED = [
    "还在为失眠烦恼，想⟦根治⟧吗？不能再拖了",
    "能⟦降血压⟧吗？不是一般的能",
    "未开盘先抢⟦最佳⟧户型",
    "不醉不⟦顶级⟧",
    "未上市已是⟦第一⟧品牌",
    "不仅⟦最好⟧用，还好看",
    "不愧是⟦第一⟧品牌",
    "不但⟦根治⟧，还不反弹",
    "不得不说是⟦最好⟧喝的奶茶",
    "没有一款不是⟦顶级⟧做工",
    "不是贴牌而是⟦国家级⟧工厂直出",
    "别家没有的⟦独家⟧配方",
    "千万别错过⟦全网最低⟧价",
    "不吃药就能⟦根治⟧鼻炎",
    "无副作用⟦根治⟧脚气",
    "没有人比我们做得更好，我们就是⟦第一⟧",
    "敢称第二没人敢称⟦第一⟧",
    "毫不夸张，它就是⟦最强⟧吸尘器",
    "不用开刀，⟦治愈⟧静脉曲张",
    "不夸张地说⟦全国第一⟧",
    "这难道不是⟦最好⟧的礼物吗？",
    "没错⟦最低价⟧就在今天",
    "不限男女，⟦包治百病⟧",
    "不要犹豫⟦史上最低⟧",
    "不会过敏的⟦最好⟧面膜",
    "无需手术⟦治愈⟧近视",
    "是不是⟦最好⟧你说了算",
    "⟦第一⟧不了解行情的人才会买贵",
    "没有套路 ⟦全网最低⟧",
    "口感不输⟦顶级⟧餐厅",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_denied_in_the_same_clause_is_dropped(judge, sentence):
    verdict = judge("negated", sentence)
    assert verdict is not None
    assert verdict.then == "drop"


@pytest.mark.parametrize("sentence", CLAIMED)
def test_what_only_looks_denied_stays_a_claim(judge, sentence):
    assert judge("negated", sentence) is None


def test_reason_names_the_negation_found(judge):
    assert "不敢说" in judge("negated", "我们不敢说⟦最好⟧").reason


def test_negation_in_an_earlier_clause_does_not_reach(judge):
    assert judge("negated", "我们不说大话，⟦最好⟧的油就在这") is None
