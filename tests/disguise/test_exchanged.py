"""Two-character words of which nothing is literal, and words turned round, where a trade is talked of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

HEARD = """
减肥 | 魔芋面，⟦捡非⟧期间随便吃
稳赚 | 老师说了，这波⟦吻撰⟧
包过 | 二建班⟦苞锅⟧，不过退全款
保本 | 到期提现，⟦饱笨⟧理财
赌博 | 平台⟦堵搏⟧，提现秒到
返现 | 加我备注，晒单⟦贩馅⟧
赚钱 | 跟着老师⟦撰潜⟧
镇痛 | 膏药⟦阵筒⟧快，抹上就缓解
美白针 | 周末打⟦镁白真⟧，一支起
高血压 | 药枕一个，⟦高学鸭⟧缓过来
糖尿病 | 饼干给⟦堂鸟病⟧朋友
最便宜 | 平台上⟦醉翩宜⟧的一家
增强免疫力 | 每天一包⟦增强勉疫力⟧
抗衰老 | 精华⟦抗衰佬⟧见效
治疗 | 药膏⟦痔辽⟧湿疹，抹一支
"""
TURNED = """
减肥 | 早餐粉⟦肥减⟧，第二件包邮
算命 | 师傅⟦命算⟧，生辰发来就行
稳赚 | 这单⟦赚稳⟧，老师带着你
美白 | ⟦白美⟧精华，一支见效，老师推荐买一送一
微信 | 图册发你，⟦信微⟧备注名字
祛斑 | ⟦斑祛⟧药膏抹一支
丰胸 | ⟦胸丰⟧膏，一疗程三盒
失眠 | ⟦眠失⟧患者的药枕
湿疹 | ⟦疹湿⟧抹两次就退
返现 | ⟦现返⟧加我备注
痔疮 | ⟦疮痔⟧药膏三盒一疗程
赌博 | ⟦博赌⟧平台提现快
彩票 | ⟦票彩⟧跟着老师买
壮阳 | ⟦阳壮⟧药酒，一疗程见效
保过 | 学员⟦过保⟧，退全款
"""
PASS = """
宽松直筒版型，显瘦遮肉
晾衣杆加厚，阳台用
赤霞珠冰红，适合下酒
使棉服更防风
骨瓷茶具，喝水放心
溢流泄压锅盖，自动安全
高腰线收身，显瘦
炒菜前把锅烧热，宝贝锅铲放左边
报社的编撰员在园区上班
夜里堵车，搏击课改到周日
治根不如治本
阿佳最怕下雨天
诗里写白美人蕉开在井边
信微风会带来好消息
病尿常规化验单放在护士站
牌赌与球赌都是电影里的情节
学校抱着书本的孩子笨手笨脚
番茄炒蛋出锅撒葱花
清热生津的酸梅汤
他赚稳字当头，从不贪快
"""


@pytest.mark.parametrize(("word", "sentence"), spread(HEARD) + spread(TURNED))
def test_nothing_literal_is_left_but_the_word_is_heard(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_the_same_sounds_elsewhere_hide_nothing(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()
