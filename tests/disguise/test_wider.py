"""Disguises no table lists: pictures, first letters, masks, columns, cheque figures, turned runs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
高血压 | 老人⟦高🩸压⟧喝了降下来
专治 | ⟦🧱治⟧各种皮炎
返现 | 好评⟦🍚现⟧五元
保证 | 门店⟦亻呆讠正⟧拿到证
稳赚不赔 | ⟦wz不p⟧的单子跟着老师
糖尿病 | ⟦t尿b⟧人群吃了降糖
糖尿病 | 老人⟦糖尿*⟧的克星
根治 | ⟦根*⟧脚气老方子
稳赚不赔 | ⟦赔不赚稳⟧的项目
免疫力 | ⟦力疫免⟧提升
加微信 | ⟦加⏎微⏎信⟧
wechat | 加我⟦w3ch4t⟧聊价格
药到病除 | 老膏药⟦药(到)病除⟧
国家级 | 送礼就选⟦国【家】级⟧
肩周炎 | ⟦间周言⟧贴三天见效
瘦腿 | 一天⟦瘦🦵⟧两厘米
"""
PASS = """
今天吃🦀配🍺，明天上班
姓名登记:王*明、李*华
会议由王老师主持，gz 二字母是广州的缩写
合同金额人民币伍佰元整
作文写了九百字，还差叁角钱买本子
春⏎夏⏎秋⏎冬
米和唐装都放在柜子里
张三(组长)和李四都到了
代码里的 w3c 标准页面打不开
他把风筝线往回收了两圈
*号表示必填，疗效*见说明
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_what_no_table_lists_is_worked_out(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", [line.replace("⏎", "\n") for line in sentences(PASS)])
def test_ordinary_writing_hides_nothing(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()


def test_a_message_down_the_heads_of_the_lines_is_read(hidden: Hidden) -> None:
    text = "加油的朋友看这里\n微笑面对每一天\n信我就来"
    assert "加微信" in {word for word, _ in hidden(text)}


def test_figures_of_cheques_are_read_as_numbers() -> None:
    from compliance.disguise import Vocabulary, views

    (view,) = views("在家日赚伍佰的副业", Vocabulary(frozenset({"日赚"})))
    assert "日赚五百" in view.text
