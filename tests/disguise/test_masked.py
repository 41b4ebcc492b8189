from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
糖尿病 | ⟦糖*病⟧人的主食
糖尿病 | ⟦糖○病⟧人的主食
糖尿病 | ⟦糖□病⟧人的主食
糖尿病 | ⟦糖X病⟧人的主食
高血压 | ⟦高*压⟧可以放心吃
高血脂 | ⟦高×脂⟧可以放心吃
国家级 | ⟦国*级⟧大师
处方药 | 不用⟦处*药⟧也能好
稳赚不赔 | ⟦稳赚*赔⟧跟我走
独一无二 | ⟦独*无二⟧的工艺
颈椎病 | ⟦颈●病⟧理疗贴
关节炎 | ⟦关〇炎⟧膏贴
药到病除 | ⟦药到*除⟧
包治百病 | ⟦包*百病⟧
免疫力 | 提高⟦免_力⟧
玻尿酸 | 注射⟦玻*酸⟧
"""
FLAG = FLAG.replace("关〇炎", "关◯炎")
PASS = """
价格为3*5元
高*低搭配
2×4等于8
糖X盐X醋各一勺
国×家两栏请打叉
尺寸 10x20 厘米
姓名：王*明
身份证号 3201**********12
电话 138****0000
评分：★★★○○
选项：□是□否
高X低X
注：*为必填项
公式 a*b=c
第○章
药*床*柜
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_a_masked_character_is_supplied(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_signs_with_a_use_of_their_own_mask_nothing(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()
