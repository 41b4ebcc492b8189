"""Words that are nobody's business as they are, and a finding when they are written in disguise."""

from __future__ import annotations

import pytest

from compliance import Checker
from tests.disguise.cases import sentences, shown, spread

FLAG = """
medical-efficacy | 坐久的人备一支⟦痔chuang⟧膏
medical-efficacy | 长辈有⟦糖尿疒丙⟧的看过来
medical-efficacy | 男士专用⟦前lie腺⟧起夜贴
medical-efficacy | 一抹⟦湿z⟧就退
exaggerated-efficacy | 睡前涂⟦qu斑⟧一层
exaggerated-efficacy | 孩子喝到开学，⟦增🌱高⟧了
privacy-marketing | 图册太大，⟦wei信⟧发你
privacy-marketing | 看货打⟦一三9二2三4四5五6⟧
prohibited-goods | 新口味⟦电子yan⟧同城送
prohibited-goods | 手机买⟦彩piao⟧，开奖就提现
prohibited-goods | 玩⟦cas1no⟧送彩金
vulgar-superstition | 山上的师傅⟦suan命⟧很准
vulgar-superstition | 深夜更新⟦p0rn⟧
disparagement | 同行做的都是⟦lie质货⟧
guarantee | 一建⟦bao过⟧，不过全退
price-promotion | 五星就⟦fan现⟧
endorsement | 老字号酱菜，⟦央shi推荐⟧
"""
PASS = """
门诊三楼挂痔疮科
糖尿病门诊周四上午开放
前列腺检查的流程贴在墙上
湿疹膏按说明书使用
祛斑霜放在第二层货架
树苗增粗，高过了篱笆
微信支付和支付宝都收
一三七班和一三八班共用实验室
请勿在室内吸电子烟
店里代售彩票，未成年人请勿购买
景区算命摊已经清退
垃圾请分类投放
他包了两个粽子过节
返回现场的路上堵车
央视新闻晚上七点播出
失 眠 门 诊
**痔疮**科在三楼
语文课上讲“疒丙”合起来是病字
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(industries=[])


@pytest.mark.parametrize(("category", "sentence"), spread(FLAG))
def test_disguised_words_are_found(checker: Checker, category: str, sentence: str) -> None:
    text, written = shown(sentence)
    found = [v for v in checker.check(text).violations if v.category == category and v.disguise]
    assert any(text.index(written) < v.end and v.start < text.index(written) + len(written) for v in found)


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_plain_words_are_left_to_the_other_rules(checker: Checker, sentence: str) -> None:
    report = checker.check(sentence)
    assert [v.excerpt for v in report.violations if v.disguise or v.rule_id.startswith("hidden.")] == []
