"""The replacements that built-in rules carry: each makes a sentence that no rule objects to."""

from __future__ import annotations

from functools import cache

import pytest

from compliance import Checker
from compliance.fixing import Fixed, fix
from compliance.packs import library
from compliance.readers import read_bytes

CASES = (
    *[(f"这款面霜用的是{w}配方，放心。", "这款面霜用的是配方，放心。") for w in ("国家级", "全国级")],
    *[(f"我们只做{w}的燕窝。", "我们只做燕窝。") for w in ("国家顶级", "国家特级", "最高品质", "最高规格")],
    *[(f"全屋定制，{w}板材到店可看。", "全屋定制，板材到店可看。") for w in ("最高级", "最高端", "最高档")],
    *[(f"今天上架{w}羊绒围巾。", "今天上架羊绒围巾。") for w in ("顶级", "最顶级", "顶尖", "最顶尖", "极品")],
    ("露营的最佳搭档，就是这张折叠椅。", "露营的搭档，就是这张折叠椅。"),
    ("最好的净水器，周末可看。", "净水器，周末可看。"),
    ("券限本月用，最终解释权归本店所有。", "券限本月用。"),
    *[(f"最好{w}的面霜来了，姐妹们。", "面霜来了，姐妹们。") for w in "用"],
    *[(f"最好{w}的月饼来了，姐妹们。", "月饼来了，姐妹们。") for w in "吃"],
    *[(f"最好{w}的奶茶来了，姐妹们。", "奶茶来了，姐妹们。") for w in "喝"],
    *[(f"最好{w}的裙子来了，姐妹们。", "裙子来了，姐妹们。") for w in "看"],
    *[
        (f"引进{w}的烘焙流水线，新品上架。", "引进烘焙流水线，新品上架。")
        for w in ("最先进", "最尖端", "最前沿", "最强大", "最专业", "最权威")
    ],
    *[(f"{w}的螺蛳粉，下单就发。", "螺蛳粉，下单就发。") for w in ("最正宗", "最地道", "最优质")],
    *[
        (f"这条裤子真的最{w}，点击下方链接购买。", f"这条裤子真的{w}，点击下方链接购买。")
        for w in ("舒服", "舒适", "柔软", "百搭", "显瘦", "显白", "经典", "贴心", "精致", "实用")
    ],
    *[(f"这款酸奶真的最{w}，点击下方链接购买。", f"这款酸奶真的{w}，点击下方链接购买。") for w in ("美味",)],
    *[
        (f"好拿的刷子，{w}。", "好拿的刷子。")
        for w in ("没有之一", "举世无双", "天下无双", "无人能及", "无与争锋", "天下无敌")
    ],
    *[
        (f"{w}，童鞋整仓处理，点击下方链接。", "童鞋整仓处理，点击下方链接。")
        for w in ("老板疯了", "老板跑路", "工厂倒闭", "厂家倒闭")
    ],
    *[
        (f"秋装上新，点击下方链接，{w}！", "秋装上新，点击下方链接！")
        for w in ("错过再等一年", "错过等一年", "错过就没了", "手慢无")
    ],
    ("这款苦瓜铬片是保健食品，本品不能替代药物。", "这款苦瓜铬片是保健食品，本品不能代替药物。"),
)


@cache
def checker() -> Checker:
    return Checker()


def fixed(text: str) -> Fixed:
    content = text.encode()
    report = checker().check(read_bytes(content, "a.txt"))
    return fix(content, report, lambda c: read_bytes(c, "a.txt"), checker().check)


@pytest.mark.parametrize(("before", "after"), CASES)
def test_a_sentence_is_rewritten(before: str, after: str) -> None:
    assert fixed(before).content.decode() == after


def test_every_replacement_of_the_built_in_rules_is_tried_here() -> None:
    rules = library()
    numbers = [n for p in rules.packs for n in range(p.first_rule, p.first_rule + p.rule_count)]
    words = [w for n in numbers for w in rules.spec(n)["fixes"]]
    assert words
    assert [w for w in words if not any(w in before and w not in after for before, after in CASES)] == []


@pytest.mark.parametrize(
    "text",
    [
        "滤芯材料都是最高级的",
        "口感举世无双",
        "这面料达到国家级水平",
        "错过再等一年",
        "我们的螺蛳粉最正宗",
    ],
)
def test_a_sentence_that_needs_the_word_is_left_to_people(text: str) -> None:
    outcome = fixed(text)
    assert not outcome.made and outcome.content.decode() == text
