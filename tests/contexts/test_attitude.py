"""Goals, tastes and feelings."""

from __future__ import annotations

import pytest

AIMED = [
    "力争三年内做到行业⟦第一⟧",
    "致力于提供⟦最优质⟧的上门维修",
    "我们希望做到⟦最好⟧",
    "目标是成为⟦一流⟧的本地面馆",
    "争做县里⟦第一⟧",
    "努力把⟦最好⟧的手艺传下去",
    "做全球⟦领先⟧的零件厂是我们的目标",
    "用⟦最真诚⟧的心待人",
    "坚持客户⟦第一⟧",
    "安全⟦第一⟧，预防为主",
    "立志做⟦最懂⟧老人的社区食堂",
    "五年内跻身⟦世界一流⟧",
    "公司愿景：建成⟦国际一流⟧实验室".replace("：", "是"),
    "团队一直追求⟦极致⟧",
    "⟦第一⟧是我们的梦想",
    "冲击榜首，争取⟦第一⟧",
]
REACHED = [
    "我们已成为行业⟦第一⟧",
    "力争第一，我们做到了⟦第一⟧",
    "努力十年，终于成为⟦全国第一⟧",
    "投资置业⟦最佳⟧选择",
    "倾力打造⟦顶级⟧豪宅",
    "目标客户的⟦首选⟧",
    "想要⟦最好⟧的皮肤就用它",
    "成为您的⟦最佳⟧伴侣",
    "打造出⟦世界级⟧口感",
    "你追求的⟦最好⟧音质都在这",
    "考研冲刺班，⟦第一⟧名师",
    "我们是⟦第一⟧",
    "客户⟦第一⟧品牌",
    "每个女人都梦想的⟦顶级⟧面霜",
    "凭努力已经是⟦全省第一⟧",
    "就是⟦最好⟧",
]
LIKED = [
    "我⟦最喜欢⟧秋天的风",
    "孩子⟦最爱⟧吃的番茄炒蛋",
    "我⟦最怕⟧开会",
    "闺蜜⟦最期待⟧的是周五",
    "我个人觉得这里的日落⟦最好⟧看",
    "在我心里妈妈做的面⟦最好吃⟧",
    "她⟦最想⟧去的是敦煌",
    "我吃过⟦最好吃⟧的拌面在外婆家",
]
PROMOTED = [
    "全网⟦最好⟧吃的拌面",
    "⟦最爱⟧的人值得",
    "大家⟦最好⟧的选择",
    "⟦最受欢迎⟧的口味",
    "我推荐⟦最好⟧的面膜",
    "我家⟦最好⟧的酒",
    "全世界公认⟦最好⟧的面膜",
    "我们是⟦最好⟧的",
]
FELT = [
    "致⟦最亲爱⟧的你",
    "愿你遇见⟦最好⟧的自己",
    "那是我⟦最美⟧的时光",
    "一切都是⟦最好⟧的安排",
    "她是我⟦最好⟧的朋友",
    "每个孩子都是⟦独一无二⟧的",
    "致以⟦最真挚⟧的祝福",
    "世界上⟦最远⟧的距离",
    "你就是今晚⟦最闪亮⟧的主角",
    "做⟦最飒⟧的新娘",
    "⟦最难忘⟧的是大二那年夏天",
    "给妈妈⟦最好⟧的陪伴",
    "⟦最美⟧逆行者",
    "人群里你最⟦耀眼⟧".replace("最⟦耀眼⟧", "是⟦最耀眼⟧"),
    "祝大家拥有⟦最好⟧的一年",
    "他把⟦最好⟧的年华给了戈壁",
    "她是我⟦唯一⟧的女儿",
    "⟦最怕⟧半夜来电话",
]
NOT_FELT = [
    "⟦最好⟧的面霜",
    "⟦最美⟧的礼物霜",
    "产品是⟦最好⟧的",
    "⟦独一无二⟧的配方",
    "⟦最先进⟧的工艺",
    "给皮肤⟦最好⟧的精华",
    "⟦最权威⟧的机构",
    "⟦最佳⟧选择",
    "我们的技术⟦最强⟧",
    "⟦最便宜⟧的套餐",
    "全城⟦最低价⟧",
    "⟦最有效⟧的祛斑产品",
    "价格⟦最低⟧",
    "⟦最好⟧的户型",
    "⟦顶级⟧享受",
    "我们是⟦唯一⟧一家老字号",
    "他们家⟦唯一⟧授权",
]


@pytest.mark.parametrize("sentence", AIMED)
def test_a_goal_is_not_a_claim(judge, sentence):
    assert judge("goal", sentence).then == "drop"


@pytest.mark.parametrize("sentence", REACHED)
def test_a_goal_said_to_be_reached_is_a_claim(judge, sentence):
    assert judge("goal", sentence) is None


@pytest.mark.parametrize("sentence", LIKED)
def test_a_taste_is_not_a_claim_where_nothing_is_for_sale(judge, sentence):
    assert judge("preference", sentence) is not None


@pytest.mark.parametrize("sentence", PROMOTED)
def test_a_recommendation_is_no_mere_taste(judge, sentence):
    assert judge("preference", sentence) is None


def test_a_taste_in_a_selling_text_is_kept_for_a_person_to_look_at(judge, selling):
    assert judge("preference", "我⟦最爱⟧这支口红，链接放好了", selling).then == "info"


@pytest.mark.parametrize("sentence", FELT)
def test_feelings_about_people_and_moments_are_not_claims(judge, sentence):
    assert judge("feeling", sentence).then == "drop"


@pytest.mark.parametrize("sentence", NOT_FELT)
def test_superlatives_of_goods_are_no_feelings(judge, sentence):
    assert judge("feeling", sentence) is None
