"""Tips, bounds and order."""

from __future__ import annotations

import pytest

TIPS = [
    "⟦最佳⟧食用时间是开封后两天",
    "这款白茶⟦最佳⟧冲泡温度九十度",
    "⟦最佳⟧赏味期十五天",
    "⟦最好⟧饭后服用",
    "⟦最好⟧先做过敏测试",
    "⟦最好⟧不要空腹喝",
    "⟦最好用⟧温水化开",
    "冷藏后口感⟦最佳⟧",
    "泡三分钟味道⟦最好⟧",
    "⟦最适合⟧的种植季节是清明前后",
    "⟦最佳⟧观看距离两米半",
    "常温醒酒二十分钟风味⟦最佳⟧",
    "每天出门前打理出⟦最佳⟧状态",
    "⟦最好⟧提前一天预约",
    "⟦最好看⟧一下说明书",
    "买鞋⟦最好⟧晚上试",
]
NO_TIPS = [
    "⟦最佳⟧选择",
    "投资⟦最佳⟧时机",
    "⟦最佳⟧入手时机",
    "⟦最好⟧的面膜",
    "⟦最好用⟧的卸妆油",
    "⟦最好吃⟧的拌面",
    "效果⟦最佳⟧的祛斑霜",
    "⟦最佳⟧品牌",
    "口感⟦最佳⟧",
    "煲汤⟦最佳⟧搭档",
    "⟦最好看⟧的口红",
    "⟦最佳⟧拍档",
    "⟦最适合⟧你的品牌",
    "业内⟦最好⟧",
    "⟦最佳⟧上车机会就在今天",
    "⟦最好喝⟧的奶茶",
]
BOUNDS = [
    "⟦最高⟧可减三十元",
    "⟦最多⟧选三项",
    "⟦最低⟧消费一百元",
    "今天⟦最高⟧气温三十五度",
    "⟦最大⟧承重五十公斤",
    "⟦最长⟧不超过三十天",
    "⟦最少⟧两人成行",
    "⟦最快⟧次日送达",
    "⟦最高⟧时速一百二十",
    "⟦最大⟧限度保留原貌",
    "单笔⟦最低⟧还款五百",
    "⟦最小⟧化窗口",
    "⟦最大⟧支持2tb硬盘",
    "⟦最迟⟧十号回复",
    "⟦最短⟧七天",
]
RANKS = [
    "全网⟦最低价⟧99元",
    "⟦最高⟧品质",
    "年化收益⟦最高⟧20%",
    "⟦最快⟧三天见效",
    "⟦最大⟧的工厂占地五百亩",
    "全国⟦最大⟧冷库三万平",
    "治愈率⟦最高⟧95%",
    "⟦最低价⟧9块9",
    "⟦最高⟧标准",
    "⟦最多⟧的回头客",
    "本市⟦最大⟧",
    "⟦最高级⟧面料",
    "⟦最快⟧瘦二十斤",
    "史上⟦最低⟧三折",
    "⟦最大⟧品牌",
]
ORDERS = [
    "⟦最近⟧天气转凉",
    "⟦最后⟧一步关火",
    "⟦第一⟧次做蛋糕",
    "⟦第一⟧时间通知你",
    "⟦首先⟧打开盖子",
    "⟦首次⟧登录要改密码",
    "⟦最早⟧一班车六点",
    "⟦第一⟧章引言",
    "人群里⟦第一⟧眼就看到它",
    "⟦最终⟧解释以合同为准",
    "⟦最初⟧的想法",
    "⟦首页⟧改版",
    "⟦第一⟧口就爱上",
    "⟦最晚⟧周五交稿",
    "⟦首席⟧记者",
    "⟦第一⟧是贵，第二是重",
    "⟦最早⟧的一班车五点半",
    "接力比赛拿了⟦第一⟧",
    "⟦第一⟧个红绿灯左转",
]
NOT_ORDERS = [
    "⟦第一⟧品牌",
    "⟦最后⟧一天",
    "⟦最后⟧三小时",
    "⟦首创⟧工艺",
    "全国⟦首家⟧",
    "⟦第一⟧的口碑",
    "销量⟦第一⟧",
    "⟦首选⟧",
    "⟦最早⟧享受",
    "⟦第一⟧批获得认证",
    "⟦最后⟧一批现房",
    "⟦首款⟧无感面膜",
    "⟦最先⟧进",
    "⟦最后⟧机会",
    "⟦第一⟧代理",
    "⟦第一⟧个通过认证的农场",
    "⟦第一⟧，没有对手",
]


@pytest.mark.parametrize("sentence", TIPS)
def test_hints_on_use_and_storage_are_not_claims(judge, sentence):
    assert judge("consumer_tip", sentence).then == "drop"


@pytest.mark.parametrize("sentence", NO_TIPS)
def test_praise_and_pressure_are_no_tips(judge, sentence):
    assert judge("consumer_tip", sentence) is None


@pytest.mark.parametrize("sentence", BOUNDS)
def test_bounds_on_an_amount_are_not_claims(judge, sentence):
    assert judge("quantity_limit", sentence).then == "drop"


@pytest.mark.parametrize("sentence", RANKS)
def test_ranks_and_returns_are_no_bounds(judge, sentence):
    assert judge("quantity_limit", sentence) is None


@pytest.mark.parametrize("sentence", ORDERS)
def test_time_and_order_are_not_claims(judge, sentence):
    assert judge("order_of_time", sentence).then == "drop"


@pytest.mark.parametrize("sentence", NOT_ORDERS)
def test_ranks_and_deadlines_are_no_order(judge, sentence):
    assert judge("order_of_time", sentence) is None


def test_an_exam_rank_in_a_selling_text_may_be_a_promise(judge, selling):
    assert judge("order_of_time", "期末考试全班⟦第一⟧", selling) is None
