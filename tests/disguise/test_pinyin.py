from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
最好 | 村里⟦zui好⟧的米酒
最佳 | 送礼⟦zuì佳⟧之选
治疗 | 老胃病也能⟦zhi疗⟧
治疗 | 民间⟦治liao⟧鼻炎的方子
减肥 | 产后⟦减fei⟧不用愁
减肥 | 想⟦jian肥⟧的看这里
减肥 | 轻松⟦jianfei⟧不反弹
治疗 | 中医⟦zhi liao⟧腰疼
根治 | 脚气⟦根zhi⟧不是梦
排毒 | 早起空腹⟦排du⟧
美白 | 敷完立刻⟦mei白⟧
国家级 | ⟦guo家级⟧大师出品
抗癌 | 这种菌菇⟦抗ai⟧
消炎 | 牙龈⟦xiao炎⟧含片
保过 | 四六级⟦b@o过⟧
糖尿病 | ⟦tang尿病⟧人能吃
高血压 | 爸妈⟦高xue压⟧多年
包治百病 | ⟦包zhi百病⟧的泉水
稳赚不赔 | ⟦稳zhuan不赔⟧的生意
微信 | 名片上有⟦weixin⟧可以问
祛斑 | 一支⟦祛ban⟧精华
第一 | 口碑全城⟦第yi⟧
国家级 | 十年⟦国jia级⟧工艺
"""
PASS = """
“治疗”的拼音是zhi疗吗，读音要分清
声母zh和韵母i拼成zhi，治liao不是规范写法，老师讲拼音
iPhone用户最喜欢用wifi
请登录 www.jianfei.com 查看
邮件发到 zhiliao@example.com
@weixin 官方账号已认证
The best way to change your life
我在用app看nba直播
变量名 zui_hao 表示上限
她穿了一件pink色的裙子
这个bug的fix方案见issue
LED灯和USB接口
打开power键即可
CAN总线和PLC控制
今天去ktv唱歌
用ps修图，再用pr剪辑
买了一台mini冰箱
在pin码框里输入六位数字
文件名是 paidu.txt
我们用python写脚本
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_letters_that_spell_a_character_are_read(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_foreign_words_addresses_and_lessons_are_not_pinyin(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()
