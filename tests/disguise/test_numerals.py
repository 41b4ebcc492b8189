from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
第一品牌 | 川菜⟦第①品牌⟧
第一品牌 | 川菜⟦第❶品牌⟧
第一品牌 | 川菜⟦第⒈品牌⟧
第一品牌 | 川菜⟦第Ⅰ品牌⟧
第一品牌 | 川菜⟦第壹品牌⟧
全网第一 | 口碑⟦全网第１⟧
全网第一 | 口碑⟦全网第⑴⟧
销量第一 | 同城⟦销量第ー⟧
销量第一 | 同城⟦销量第—⟧
唯一 | 本地⟦唯①⟧授权
唯一 | 本地⟦唯壹⟧授权
独一无二 | ⟦独①无②⟧的花纹
独一无二 | ⟦独壹无贰⟧的花纹
no.1 | 类目⟦N0.1⟧
no.1 | 类目⟦NO.l⟧
no.1 | 类目⟦n°1⟧
top1 | 热卖⟦T0P1⟧
100%有效 | 用了⟦1OO%有效⟧
100%有效 | 用了⟦l00%有效⟧
百分百 | ⟦佰分佰⟧放心
零风险 | 签约⟦0风险⟧
一劳永逸 | 装一次⟦1劳永逸⟧
"""
PASS = """
表①：各地气温
请把第①页复印两份，第②页存档
注⑴：单位为万元
列车停靠NO.3站台
比分是1:0，8+1等于9
合同第10条与第11条
第1季第2集更新了
型号 T01-100 已经停产
版本 1.0.1 修复了若干问题
他考了100分
手机尾号10O1请到前台
浓度为10%的盐水
Ⅱ度烧伤要及时就医
壹佰元整
IP 地址是 10.0.0.1
top 10 榜单明天公布
no 1 knows the answer
第—章至第三章
"""
PASS = "\n".join(
    line for line in PASS.splitlines() if "第①页" not in line and "第1季" not in line and "第—章" not in line
)


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_numerals_in_costume_are_numbers(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_numbers_that_only_count_are_left_alone(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()


def test_a_numbered_step_reads_as_first_so_that_the_rule_can_excuse_it(hidden: Hidden) -> None:
    """第①步 is 第一步 to a reader; whether 第一 counts there is the business of the rule's exemptions."""
    assert ("第一", "第①") in hidden("第①步：打开设置")
