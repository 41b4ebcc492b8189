"""Lists of forbidden words, laws, warnings and penalties."""

from __future__ import annotations

import pytest

TEACHES = [
    "禁用词：最佳、⟦第一⟧、顶级",
    "直播间不能说“⟦全网最低价⟧”",
    "广告里不得使用“国家级”“⟦最高级⟧”等用语",
    "错误示例：⟦三天根治⟧灰指甲",
    "❌ ⟦全国第一⟧的面霜",
    "请删掉“⟦唯一⟧”两个字",
    "《广告法》第九条规定不得使用⟦最佳⟧等用语",
    "食品广告写⟦治疗⟧便秘，违反了《食品安全法》的规定",
    "某公司因宣传“⟦根治⟧糖尿病”被罚款二十万元",
    "当事人在网店使用“⟦销量第一⟧”字样，属于虚假宣传",
    "警惕“⟦保本⟧高收益”的理财陷阱",
    "凡是承诺“⟦包过⟧”的培训班都要小心，别信这类套路",
    "违禁词清单\n一、绝对化\n⟦史上最强⟧\n二、医疗",
    "主播合规培训讲义\n今天讲三类词。\n比如有人张口就来⟦包治百病⟧。",
    "消费提示：养生馆里说能⟦抗癌⟧的，先问问有没有批文",
    "涉嫌虚假宣传，海报上印着⟦百分百见效⟧",
    "禁止在封面上出现⟦减肥⟧字样",
    "辟谣：吃大蒜⟦抗癌⟧没有依据",
    "写封面时不要用“最强”“⟦史上最好⟧”这一类字",
    "初审见到“⟦永不复发⟧”等字样，一律打回",
    "稿子里“⟦全网第一⟧”的说法已经删掉",
    "邻居说那个手环能⟦治头疼⟧。我看是骗人的。",
    "号称⟦七天瘦十斤⟧，我喝完一箱什么效果都没有",
    "所谓⟦根治近视⟧的眼贴没有科学依据",
]
SELLS = [
    "广告法不让我们说⟦最好⟧，懂的都懂",
    "依据国家标准生产，⟦行业第一⟧",
    "小心假货，认准本店⟦全网最低⟧",
    "警惕高血压，这款茶⟦根治⟧它",
    "本品经《药品管理法》批准，⟦治愈率高⟧",
    "假一罚十，⟦全国第一⟧品牌",
    "当心湿气，祛湿茶⟦排毒⟧一身轻",
    "⟦第一⟧品牌，值得信赖",
    "不能错过的⟦最低价⟧",
    "市面上都是骗子，我们才是真正⟦根治⟧",
    "禁止转载。⟦最好⟧的面膜",
    "三天⟦根治⟧灰指甲",
    "不得不提的⟦顶级⟧羊绒",
    "避坑首选，⟦最安全⟧的奶粉",
    "推荐写法：\n⟦最好⟧的礼物",
    "提醒大家，⟦最低价⟧今晚截止",
    "别再用杂牌，这款“⟦全国第一⟧”才放心",
    "都说⟦七天见效⟧，别不信，我们店天天有人回购",
    "号称⟦最好用⟧的吸尘器，别家没有的配置",
]


@pytest.mark.parametrize("sentence", TEACHES)
def test_words_named_to_keep_people_from_them_are_not_claims(judge, sentence):
    verdict = judge("prohibition", sentence)
    assert verdict is not None
    assert verdict.then in ("drop", "info")


@pytest.mark.parametrize("sentence", SELLS)
def test_a_seller_who_warns_or_winks_still_claims(judge, sentence):
    assert judge("prohibition", sentence) is None


def test_a_list_heading_rules_the_lines_below_until_the_good_examples(judge):
    text = "不能说的话术：\n包过\n推荐说法：\n⟦稳过⟧班"
    assert judge("prohibition", text) is None


def test_a_shop_page_with_prices_is_no_training_material(judge, selling):
    text = "广告法合规学习\n⟦全网最低⟧"
    assert judge("prohibition", text, selling) is None
