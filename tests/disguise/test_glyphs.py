"""Characters that look like the right ones, alone or beside others that are only heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compliance.disguise.glyphs import resembled
from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
治疗 | 这支乳膏⟦冶疔⟧脚气，两盒就够
香烟 | 免税⟦香烔⟧整条发货
电子烟 | 同城送⟦电子烔⟧，三盒起
肿瘤 | 灵芝水，⟦肿溜⟧患者天天喝
抗癌 | 每天一勺⟦杭癌⟧的孢子粉
赌场 | 线上⟦睹场⟧今晚开台，提现快
血压 | 喝了两盒，⟦皿压⟧稳下来了
国家级 | ⟦国冢级⟧实验室研制
玻尿酸 | ⟦坡尿酸⟧一支补两处
美白 | 涂两周⟦羙白⟧看得见
祛痘 | 一盒⟦袪痘⟧凝胶，三天见效
血糖 | 喝了一周，⟦皿糖⟧平稳
彩票 | 小店代打⟦釆票⟧，开奖短信通知，跟着老师
癫痫 | 专治⟦颠痫⟧的老方子
治愈 | 抹三天，⟦冶愈⟧率高
"""
PASS = """
疔疮是古医书里的说法
皿压在下面，碗放上面
糖炒栗子半斤一袋
坡上的尿素袋子收回仓库
杭州西湖边的茶馆
国冢遗址的考古发掘持续三年
王琰和李杭放学一起走
番石榴烟熏味的小食
耳闻目睹场面壮观
字典里勹是包字头
疲惫的旅客在候车室休息
冶炼厂的旧址改成了公园
麦穗赚了好收成
溜冰场明天检修
徽州的古桥走过去十分钟
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_look_alikes_are_read(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_strange_characters_in_their_own_words_hide_nothing(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()


def test_the_table_tells_what_a_character_is_taken_for() -> None:
    assert "治" in resembled("冶")
    assert resembled("A") == ""
