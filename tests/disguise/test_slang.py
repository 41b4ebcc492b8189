from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
微信 | 想看图册⟦绿泡泡⟧找我要
微信 | 价格太低，⟦绿色软件⟧私聊
qq群 | 老客户都进了⟦企鹅群⟧
加qq | 报价单⟦加企鹅⟧
b站 | ⟦小破站⟧搜我看完整版
淘宝 | ⟦某宝⟧搜店名下单
淘宝 | ⟦橙色软件⟧搜同款
京东 | ⟦狗东⟧自营同款
拼多多 | ⟦拼夕夕⟧搜更便宜
抖音 | ⟦某音⟧关注同名
小红书 | ⟦某书⟧搜笔记
加群 | 领券⟦加裙⟧
进群 | 有问题⟦进裙⟧问
主页 | 报名表在⟦煮页⟧
私信 | 要教程⟦思信⟧我
赚钱 | 副业⟦Z钱⟧一天三百
刷单 | 在家⟦shua单⟧日结
公众号 | 关注⟦公粽号⟧回复资料
"""
PASS = """
水草缸里冒出绿泡泡
一群企鹅群居在冰面
周末去海鲜市场买虾
烤红薯的香味飘满街
某宝马车主被罚
某东北饭馆的锅包肉
夏天穿裙子凉快
把衬衫塞进裙腰里
鲜小黄鱼两斤
衣服破了一个口子
某音乐节延期
某手机厂商发布新品
蝴蝶停在花上
公主号啕大哭
每张毛爷爷都要点清
小地瓜蒸着吃
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_code_words_are_read_where_somebody_is_led_away(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_the_same_words_in_their_own_sense_are_not(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()
