"""Questions and reports."""

from __future__ import annotations

import pytest

ASKED = [
    "哪款吸尘器⟦最好⟧用？",
    "怎么选⟦最划算⟧？",
    "什么时候去看海⟦最合适⟧？",
    "艾灸能不能⟦治疗⟧感冒？",
    "这种膏药真的能⟦根治⟧吗？",
    "谁家的糖水⟦最好⟧喝？",
    "⟦最好⟧的露营地是哪个？",
    "三百块能买到⟦最好⟧的机械键盘吗？",
    "几号去人⟦最少⟧？",
    "冬枣哪里产的⟦最甜⟧",
    "请问有没有⟦减肥⟧的作用呢？",
    "广告里说的⟦第一⟧是否可信？",
    "⟦国家级⟧这个词是什么意思？",
    "网上说喝醋⟦降血压⟧，靠谱吗？",
    "给爸妈买哪种血压计⟦最好⟧？先看认证，再看袖带尺寸。",
]
ANSWERED_OR_HOOK = [
    "哪款⟦最好⟧？就是它！",
    "谁家羊肉⟦最好⟧？当然是我们家",
    "哪家拍照⟦第一⟧？认准小鹿影楼",
    "什么面膜⟦最好⟧？试试这款",
    "还在为选不到⟦最好⟧的学校发愁吗？",
    "想要⟦根治⟧鼻炎吗？",
    "你想一个月⟦瘦二十斤⟧吗？",
    "能⟦根治⟧吗？能！三个疗程见分晓",
    "难道这还不是⟦最好⟧的礼物吗？",
    "为什么我们是⟦全国第一⟧？",
    "我们是怎么做到⟦全网最低价⟧的？",
    "还有比这⟦更便宜⟧的吗？",
    "哪种油⟦最好⟧？非山茶油莫属",
    "⟦最好⟧的面霜，谁用谁知道",
    "什么茶⟦最养胃⟧？答案就是这罐老白茶",
    "心动了吗？⟦全网最低⟧",
    "小小一粒种子如何⟦消灭癌细胞⟧",
]
REPORTED = [
    "对面那家号称⟦全国第一⟧，其实上个月才开张",
    "某品牌自称⟦顶级⟧配方，却说不出成分",
    "所谓⟦最好⟧的位置也就是离厕所远点",
    "有的商家打着“⟦国家级⟧”的旗号抬价",
    "网传喝白酒⟦杀菌⟧",
    "一些主播声称三天⟦根治⟧脚气",
    "“⟦最佳⟧”这个词我们内部讨论过",
    "别被“⟦零风险⟧”的噱头骗了",
    "广告里说是⟦第一⟧，包装上却写着贴牌",
    "该店宣称⟦包治百病⟧",
    "卖家吹嘘⟦永不褪色⟧",
    "“⟦国家级⟧”等字样容易让人误会",
    "据传那口井能⟦治百病⟧",
    "竞品写着“⟦行业第一⟧”",
    "无良中介承诺“⟦包过⟧”",
]
OWN_WORDS = [
    "顾客都说“⟦最好吃⟧的一家”",
    "本店号称⟦全国第一⟧",
    "我们自称⟦第一⟧，不服来辩",
    "老客户反馈“⟦根治⟧了多年的鼻炎”",
    "用户评价：“⟦最好⟧用的眼霜”",
    "“⟦全网最低价⟧”就在今晚八点",
    "网友说⟦最好⟧吃",
    "专家说“⟦根治⟧率很高”",
    "被誉为⟦世界第一⟧的菌种",
    "打造“⟦国家级⟧”品质",
    "家长留言“⟦最好⟧的老师”",
    "这款自封⟦顶级⟧一点不过分",
    "凭借“⟦全国第一⟧”的口碑走到今天",
    "堪称⟦完美⟧",
    "媒体推荐的⟦最佳⟧礼物",
    "姐妹们反馈⟦最显白⟧",
]


@pytest.mark.parametrize("sentence", ASKED)
def test_a_real_question_is_lowered_to_info(judge, sentence):
    verdict = judge("question", sentence)
    assert verdict is not None
    assert verdict.then == "info"


@pytest.mark.parametrize("sentence", ANSWERED_OR_HOOK)
def test_a_question_that_sells_is_a_claim(judge, sentence):
    assert judge("question", sentence) is None


@pytest.mark.parametrize("sentence", REPORTED)
def test_reports_of_others_are_lowered_to_info(judge, sentence):
    verdict = judge("quoted", sentence)
    assert verdict is not None
    assert verdict.then == "info"


@pytest.mark.parametrize("sentence", OWN_WORDS)
def test_testimonials_and_own_boasts_stay_claims(judge, sentence):
    assert judge("quoted", sentence) is None
