from __future__ import annotations

from collections.abc import Callable

import pytest

from compliance.disguise import Vocabulary, views
from compliance.folding import fold
from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
国家级 | 本厂用的是⟦国·家·级⟧原料
国家级 | 申报过⟦国★家★级⟧项目的老店
根治 | 三副药就能⟦根*治⟧
根治 | 老烂脚也能⟦根、治⟧吗
治疗 | 偏头痛⟦治~疗⟧仪现货
减肥 | 夏天到了快来⟦减/肥⟧
抗癌 | 吃它就能⟦抗 癌⟧
消炎 | 含片⟦消|炎⟧快
最好 | 这是今年⟦最🌸好⟧的一批
治愈率 | 门诊公布的⟦治-愈-率⟧很高
药到病除 | 老郎中说⟦药 到 病 除⟧
最佳 | 评选出的⟦最_佳⟧口味
第一品牌 | 县城里的⟦第 一 品 牌⟧
糖尿病 | 适合⟦糖⏎尿病⟧人群
国家级 | 荣获⟦国家⏎级⟧称号
根治 | 这膏药能⟦根⏎治⟧老寒腿
美白 | 七天⟦美**白⟧看得见
治疗 | 灰指甲⟦治l疗⟧方案
最佳 | 送长辈的⟦**最**佳⟧之选
独一无二 | 手工打造⟦独-一-无-二⟧
微信 | 图纸发你，加【⟦微】【信⟧】
加微信 | 尺码表在这，⟦加 v 信⟧
加微信 | 样片太多，⟦加⏎v⏎信⟧
红包 | 进来就有【⟦红】【包⟧】
"""
PASS = """
维生素 C 片每天一片，饭后嚼服
他在 B 站看完了整季
【春】【夏】【秋】【冬】四款挂历
选 A 或选 B 都可以
这个喷雾抗 炎热的天气没用
早餐吃什么都好，最 近天冷多穿衣
保湿、美白、祛斑三款任选
1.最好先试色 2.第一次使用请做测试
全年销量：国家 级别高的展会都去过
红、肿、热、痛是发炎的四个表现
奖项分为国家⏎级别越高奖金越多
首页/家居/首/页
减 10 斤大米的价格
**最佳**选择
选手 A/B/C 三组依次上场
我们喝的是最⏎新鲜的牛奶
药、病、床、椅都要登记
我们的口号：安全 第一
杀毒软件和菌种培养是两回事
他说：“最好·别迟到”
她喜欢的歌手是玛丽·佳人乐队
产品:抗、压、耐磨
每天跑步 减脂增肌 肥牛卷少吃
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_signs_inside_a_word_are_seen_through(hidden: Hidden, word: str, sentence: str) -> None:
    text, written = shown(sentence)
    assert (word, written.strip("*") if written.startswith("*") else written) in hidden(text)


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_signs_between_words_part_them(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()


def test_the_same_sign_after_every_character_goes_from_all_of_them(vocabulary: Vocabulary) -> None:
    folded = fold("本店用 最 新 工 艺 制作").text
    assert "最新工艺" in "".join(view.text for view in views(folded, vocabulary))
