from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
糖尿病 | 适合⟦糖尿疒丙⟧人
治疗 | ⟦氵台疗⟧腰突的土方
药到病除 | 真是⟦艹约到病除⟧
肥胖 | 告别⟦肥月半⟧
减肥 | 三天⟦减月巴⟧五斤
水肿 | 腿部⟦水月中⟧怎么办
脾胃 | 调理⟦月卑胃⟧的粥
排毒 | ⟦扌非毒⟧养颜茶
抗癌 | ⟦扌亢癌⟧食谱
抗癌 | 常吃能⟦抗疒品山⟧
美白 | 想要⟦美白⟧看⟦
强肾 | 男人⟦弓虽肾⟧必备
国家级 | ⟦国家纟及⟧非遗技艺
最佳 | 年度⟦最亻圭⟧单品
消炎 | ⟦氵肖炎⟧止痛
消炎 | 嗓子⟦消火火⟧片
绝对 | ⟦纟色对⟧正品
稳赚 | ⟦稳贝兼⟧项目
红包 | 发⟦纟工包⟧了
失眠 | ⟦失目民⟧患者福音
加群 | 想领的⟦加君羊⟧
"""
FLAG = "\n".join(line for line in FLAG.splitlines() if "美白⟧看" not in line)
PASS = """
国外的月份是十二个月
装修花了一个月半的工资
中秋节在八月中旬
三月中我们去爬山
本月干旱少雨
下月要求全员到岗
每月退休金准时到账
正月半闹元宵
女子排球队夺冠
孔子曰学而时习之
他在公司负责弓箭和弦乐
小明写了火火的作文
大家的日子红红火火
木及格线是什么意思
衣去楼空
“月”字旁的字多与身体有关，月中是肿的拆写
人圭为佳，这是字谜课的部首题
一月中有三天下雪
上月市场部搬家了
工资当月兑现
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_the_halves_of_a_character_are_put_together(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_characters_that_merely_stand_side_by_side_stay_two(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()
