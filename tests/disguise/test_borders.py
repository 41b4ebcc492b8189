"""Hidden words that would have to borrow characters from the words around them, and names."""

from __future__ import annotations

import pytest

from compliance import Checker
from tests.disguise.cases import sentences, shown

INNOCENT = """
书上写着⏎加⏎微⏎积分初步
公种号召的羊场扩建了
二班的王唯依参加了演讲比赛
唯依同学负责擦黑板
小佳薇今年上三年级
佳微女士请到前台取件
朱嘉微住在三号楼
桥头有家竹页茶馆
甲乙丙丁级的划分写在附录里
摄影课讲嘉微距镜头的用法
打工人眼馋别人放假
地主逼租的故事爷爷讲过
清风抽纸买三提送一提
白瓷杯看着养眼，喝水也顺手
全麦粉做的面包有嚼劲
"""
HIDDEN = """
想要图册的⟦佳威⟧慢慢说
老样品不在店里，⟦嘉薇⟧拿报价
贴三晚，⟦治寮⟧落枕不费劲
天天熬夜的看过来，⟦脱法⟧有救
姐妹们一起⟦廋身⟧去海边
常年⟦便泌⟧的试试这一杯
爷爷的⟦白内涨⟧滴几次就清楚了
三岁以上都能喝，⟦失棉⟧一夜好
家电里的⟦ΝO.1⟧就是它
报名就签协议，⟦保锅⟧到拿证
睡前一粒，⟦俭肥⟧轻轻松松
礼盒装⟦忒供⟧老酒，送礼体面
祖上传下来的⟦tong风⟧贴
洗一次就⟦抗炏⟧，头皮不痒
想看全部款式，⟦竹页⟧自取链接
"""


@pytest.mark.parametrize("line", sentences(INNOCENT))
def test_borrowed_characters_and_names_hide_nothing(line: str) -> None:
    report = Checker(industries=[]).check(line)
    assert [(v.excerpt, v.disguise.restored) for v in report.violations if v.disguise] == []


@pytest.mark.parametrize("line", sentences(HIDDEN))
def test_words_with_nothing_borrowed_are_found(line: str) -> None:
    text, written = shown(line)
    found = [v for v in Checker(industries=[]).check(text).violations if v.disguise]
    at = text.find(written)
    assert any(v.start < at + len(written) and at < v.end for v in found)
