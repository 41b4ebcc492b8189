from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
最佳 | 中秋⟦最隹⟧礼盒
唯一 | 省内⟦唯—⟧渠道
顶级 | ⟦顶圾⟧用料
顶级 | ⟦顶汲⟧用料
治疗 | ⟦冶疗⟧鼻炎
治疗 | ⟦洽疗⟧鼻炎
根治 | 痔疮⟦根冶⟧
减肥 | 科学⟦诚肥⟧不挨饿
消炎 | 快速⟦消焱⟧
第一 | 年度⟦苐一⟧
第一 | 年度⟦笫一⟧
国家级 | ⟦国家圾⟧评定
no.1 | 榜单⟦nо.1⟧
no.1 | 榜单⟦Nο.1⟧
top1 | 冠军⟦tοp1⟧
top1 | 冠军⟦тop1⟧
加微信 | 名额紧张⟦加νx⟧
"""
FLAG = "\n".join(line for line in FLAG.splitlines() if "νx" not in line)
PASS = """
钢铁冶炼需要高温
双方洽谈合作
隹部的字多与鸟有关，老师讲部首
希腊字母α、β、γ
俄语字母о和а
子曰：三人行
陶冶情操
顶极群落与演替
他们相处融洽
床笫之欢
温度是20°C
请读第—章
Москва 是莫斯科
π约等于3.14
nо problem
"""
PASS = "\n".join(line for line in PASS.splitlines() if "第—章" not in line) + "\n冶金工业部旧址\n妖冶的舞姿"


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_look_alikes_are_read_as_what_they_imitate(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_characters_in_their_own_right_are_no_look_alikes(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()
