"""Fountain-like scripts: who says what, and what nobody hears."""

from __future__ import annotations

from compliance.readers import read_bytes
from compliance.text import Document
from tests.readers.making import roles, said

SCRIPT = """Title: 招商短片
Author: 某人

INT. 奶茶店 - 白天

[00:12] 阿茶擦着杯子，灯光最好看。

@阿茶
(看镜头)
我们的奶茶**最**好喝。

老周：三个月回本。
画面：数钞票的手
字幕：全国第一

小孙（画外音）
头个月就赚了。
真的。

[[这里要最低价的特写]]
/* 这一段
最好 */
> 未完待续 <
> 切到：
"""


def script(text: str) -> Document:
    return read_bytes(text.encode(), "片.fountain")


def test_speech_screen_and_directions_are_told_apart() -> None:
    assert roles(script(SCRIPT)) == {
        "Title: 招商短片": "note",
        "Author: 某人": "note",
        "INT. 奶茶店 - 白天": "direction",
        "阿茶擦着杯子，灯光最好看。": "direction",
        "(看镜头)": "direction",
        "我们的奶茶最好喝。": "speech",
        "老周：三个月回本。": "speech",
        "画面：数钞票的手": "direction",
        "字幕：全国第一": "screen",
        "头个月就赚了。": "speech",
        "真的。": "speech",
        "未完待续": "screen",
        "> 切到：": "direction",
    }


def test_speaker_and_time_are_kept() -> None:
    document = script(SCRIPT)
    spoken = [part for part in document.parts if part.role == "speech"]
    assert spoken[0].where == {"line": 10, "speaker": "阿茶", "time": "00:12"}
    assert spoken[1].where["speaker"] == "老周"
    assert ("第 10 行 阿茶 00:12", "我们的奶茶最好喝。") in said(document)


def test_notes_and_cut_passages_are_left_out() -> None:
    assert "特写" not in script(SCRIPT).visible and "这一段" not in script(SCRIPT).visible


def test_a_name_without_words_after_it_is_action() -> None:
    assert roles(script("阿茶\n\n她走来。")) == {"阿茶": "direction", "她走来。": "direction"}


def test_capitals_name_a_speaker() -> None:
    assert roles(script("MARY (V.O.)\n最好喝。")) == {"最好喝。": "speech"}
