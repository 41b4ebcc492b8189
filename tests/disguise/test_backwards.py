from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
最佳 | ⟦佳最⟧礼盒，倒着读
国家级 | （反着看）我们是⟦级家国⟧的
治疗 | 能⟦疗治⟧失眠，倒着念你就懂
减肥 | 想⟦肥减⟧的姐妹，倒过来
唯一 | 省内⟦一唯⟧，反过来读
根治 | 反着读：⟦治根⟧
第一 | 销量全县⟦一第⟧（从右往左）
稳赚不赔 | ⟦赔不赚稳⟧的买卖
药到病除 | 保证⟦除病到药⟧
包治百病 | 泉水，⟦病百治包⟧
独一无二 | ⟦二无一独⟧的味道
骨质疏松 | 专攻⟦松疏质骨⟧
前列腺炎 | 男人的⟦炎腺列前⟧
保本保息 | ⟦息保本保⟧理财
立竿见影 | 效果⟦影见竿立⟧
永不复发 | 一次⟦发复不永⟧
"""
PASS = """
山西运煤车煤运西山
小佳最喜欢苹果
我佳最近很忙
一唯物论者的自白
花莲喷水池水喷莲花
他在疗治安顿后的伤员
这句话倒着读也通顺：蜜蜂酿蜂蜜
反着看镜子里的钟
瓶子倒过来放
牛奶的保质期和奶牛的寿命
从右往左数第三个是我
一第纳尔等于多少元
语言大师大言语
治根不如治本
肥减一成，收成不变
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_words_written_backwards_are_read(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_palindromes_and_chance_are_not_disguises(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()
