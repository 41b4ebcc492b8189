"""Words that sellers disguise most: one odd character is enough where something is sold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compliance.disguise import Vocabulary
from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
痔疮 | 抹三天⟦治疮⟧就消的药膏
肿瘤 | 每天一勺，让⟦种瘤⟧慢慢消下去
癌症 | 早晚喝，⟦碍症⟧也能缓过来
湿疹 | 擦两次⟦诗疹⟧就退
烟弹 | 全国包邮的⟦烟旦⟧
"""

PASS = """
他志在四方，疮痍满目的土地也要重建
留下来的人把房间整理干净
这是肿么回事呀
代办点周日休息
"""

PINYIN = """
药物 | 外用⟦ya0物⟧三天见效
消炎 | 一抹就⟦xia0炎⟧
淡斑 | 七天⟦dan斑⟧的精华
"""

SPLIT = """
消肿 | 一贴就⟦氵肖肿⟧
返现 | 晒单就⟦辶反现⟧
减肥 | 躺着也能⟦冫咸肥⟧
"""


@pytest.mark.parametrize(("word", "sentence"), spread(PINYIN) + spread(SPLIT))
def test_digits_for_vowels_and_bare_radicals_give_the_word_away(
    hidden: Hidden, word: str, sentence: str
) -> None:
    text, written = shown(sentence)
    assert (word, written) in hidden(text)


@pytest.mark.parametrize("text", sentences(PASS))
def test_the_same_sounds_in_ordinary_words_hide_nothing(hidden: Hidden, text: str) -> None:
    assert hidden(text) == set()


def test_words_of_the_tables_and_meanings_belong_to_the_vocabulary(vocabulary: Vocabulary) -> None:
    assert {"治疗", "肿瘤"} <= vocabulary.favourites <= vocabulary.terms
    assert "微信号" in vocabulary.terms


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_one_odd_character_beside_a_telling_one_gives_the_word_away(
    hidden: Hidden, word: str, sentence: str
) -> None:
    text, written = shown(sentence)
    assert (word, written) in hidden(text)


def test_without_a_claim_nearby_the_wrong_character_is_a_slip(hidden: Hidden) -> None:
    assert hidden("会上他念错了，把肿瘤说成种瘤") == set()
