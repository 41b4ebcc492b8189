from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
药到病除 | 祖上传下来的⟦💊到病除⟧
全网第一 | ⟦全网🥇⟧回购
百分百有效 | ⟦💯有效⟧的偏方
治愈 | 三天⟦治🐟⟧
减肥 | 夏天⟦减🐷⟧打卡
高血压 | 老人⟦高🩸压⟧
杀菌 | 洗手液⟦杀🦠⟧
激素 | 不含⟦🐔素⟧
加微信 | 订货⟦加❤⟧
加微信 | 订货⟦➕❤⟧
加微信 | 订货⟦➕V⟧
加微信 | 订货⟦➕薇⟧
qq群 | 福利都在⟦🐧群⟧
二维码 | 长按⟦二维🐴⟧
扫码 | ⟦扫🐴⟧进群
消炎 | 牙痛⟦消🔥⟧片
处方药 | 无需问诊买⟦处方💊⟧
失眠 | ⟦失💤⟧的夜晚喝它
肉毒素 | 打⟦肉💉素⟧
"""
PASS = """
💊记得饭后吃
今天的夕阳💯
南极的🐧憨态可掬
谢谢大家❤️
🥇恭喜小明拿下校运会百米
🔥今日更新🔥
动物园的🐴跑得真快
🍑上市了，个大汁多
早安☀️新的一天
祝大家新年快乐🧨
晚安💤
🌸好看的裙子🌸
草原上有🐔有🐷
加油💪明天会更好
爸爸做了红烧🐟
节日快乐🎉🎉
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_an_emoji_that_stands_for_a_word_is_read(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_an_emoji_that_only_decorates_is_not(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()
