"""Comparison with oneself and among parts."""

from __future__ import annotations

import pytest

OWN = [
    "本店今年⟦最畅销⟧的一款是海盐味",
    "这是我们家卖得⟦最好⟧的帆布包",
    "该系列⟦最轻⟧的一双",
    "历代⟦最薄⟧的一版",
    "店里点单⟦最多⟧的是酸菜鱼",
    "本品牌旗下⟦最大⟧的一口锅",
    "全系⟦最长⟧续航版本",
    "开店以来⟦最受欢迎⟧的套餐",
    "小店回购⟦第一⟧的卤味",
    "菜单上⟦最辣⟧的一道",
    "自家果园里⟦最甜⟧的一批",
    "往年⟦最抢手⟧的颜色今年补货",
    "本店销量⟦第一⟧的单品",
    "上一代⟦最被吐槽⟧的按键改了",
    "咱家⟦最火⟧的口味",
]
ALL = [
    "我们是⟦最好⟧的",
    "我们家是全市⟦最低⟧价",
    "本店⟦顶级⟧配方",
    "全网⟦最畅销⟧的一款",
    "行业⟦第一⟧品牌",
    "今年⟦最火⟧的面膜",
    "本店⟦最低价⟧",
    "品牌有着⟦第一⟧的口碑",
    "我们家是⟦第一⟧",
    "本店拥有同类⟦最大⟧的冷库",
    "市面上⟦最薄⟧的一款",
    "我们的技术是⟦最强⟧的",
    "⟦最畅销⟧的保温杯",
    "本店⟦国家级⟧大厨",
    "国内⟦唯一⟧一家",
]
PARTS = [
    "⟦最大⟧的亮点是袖口的刺绣",
    "⟦最特别⟧的地方在后背",
    "⟦最让人惊喜⟧的是内衬的口袋",
    "⟦唯一⟧的缺点是有点重",
    "⟦最外⟧层是防水布",
    "⟦最宽⟧处二十厘米",
    "整条裙子⟦最美⟧的部分在裙摆",
    "⟦最值得一提⟧的是收纳仓",
    "⟦最吸睛⟧的设计要数领结",
    "⟦唯一⟧的装饰是一颗纽扣",
    "⟦最大⟧的改动是换了电池",
    "⟦最贴心⟧的是送了备用扣",
    "⟦最明显⟧的特点是轻",
    "⟦最下⟧面一层放鞋",
    "⟦最不同⟧的是它可以折叠".replace("最不同", "最独特"),
]
WHOLES = [
    "⟦最好⟧的是小鹿牌面霜",
    "⟦最大⟧的连锁超市",
    "⟦唯一⟧指定用品",
    "⟦最先进⟧的工艺",
    "全国⟦最大⟧的亮点工厂",
    "⟦最便宜⟧的地方",
    "⟦最佳⟧设计",
    "⟦最权威⟧的是我们",
    "⟦最安全⟧的座椅",
    "⟦唯一⟧在售的南向户型",
    "⟦最高⟧品质",
    "行业⟦最大⟧的特点工厂",
    "⟦最大⟧的品牌",
    "⟦最强⟧的是这台",
    "⟦最低⟧的价格",
    "我们的收纳箱质量⟦最好⟧",
    "我们家的凉席⟦最便宜⟧",
]


@pytest.mark.parametrize("sentence", OWN)
def test_ranking_ones_own_goods_is_info_with_proof_to_keep(judge, sentence):
    verdict = judge("self_comparison", sentence)
    assert verdict is not None
    assert verdict.then == "info"
    assert verdict.evidence


@pytest.mark.parametrize("sentence", ALL)
def test_ranking_against_everyone_is_no_self_comparison(judge, sentence):
    assert judge("self_comparison", sentence) is None


@pytest.mark.parametrize("sentence", PARTS)
def test_parts_of_one_article_may_be_ranked(judge, sentence):
    assert judge("part_comparison", sentence).then == "drop"


@pytest.mark.parametrize("sentence", WHOLES)
def test_the_article_itself_is_not_a_part(judge, sentence):
    assert judge("part_comparison", sentence) is None
