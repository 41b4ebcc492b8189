from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
减肥 | 姐妹⟦jf⟧一周掉秤五斤
减肥 | 产后⟦j肥⟧瘦肚子
治疗 | ⟦zl⟧鼻炎二十年
治疗 | 祖传手法⟦z疗⟧颈椎病痛
排毒 | 清肠⟦p毒⟧茶
癌症 | 预防⟦a症⟧从饮食开始
处方药 | 网上卖⟦cfy⟧无需药方
玻尿酸 | 打一针⟦bns⟧填充泪沟
微信 | 联系我⟦vx⟧同号
微信 | 咨询⟦wx⟧备注来意
微信 | 加⟦V信⟧慢慢聊
公众号 | 关注⟦gzh⟧领取
朋友圈 | 看我⟦pyq⟧每天分享
qq群 | 资源在⟦q群⟧
小红书 | 去⟦xhs⟧搜同名笔记
祛斑 | 淡化⟦q斑⟧精华
高血压 | 老人⟦gxy⟧能吃
"""
PASS = """
let wx = body.wx + step
速度的分量记作 vx 和 vy
交换机新增 vlan 配置
戴上VR眼镜看展
JF-200 型水泵
学号以 zl 开头
他穿 XL 码
用 wxPython 写界面
vip 会员免费
wxyz 是四个字母
pd 节点的配置
这款车的 ABS 很灵敏
CPU 占用率很高
我给她发了 PPT
电视 4K 画质
mb 是兆字节的缩写
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_initials_are_read_where_the_context_settles_them(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_letters_without_such_a_context_stay_letters(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()
