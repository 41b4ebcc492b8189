"""Words a sentence can do without, and sentences that cannot."""

from __future__ import annotations

import pytest

from compliance.dropping import droppable


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("〔顶级〕羊绒，一件抵三件", "羊绒，一件抵三件"),
        ("我们有〔顶尖〕的焙火工艺", "我们有焙火工艺"),
        ("好用的刷子，〔没有之一〕！", "好用的刷子！"),
        ("〔手慢无〕，今晚开卖", "今晚开卖"),
        ("今晚开卖。〔手慢无〕！明天见", "今晚开卖。明天见"),
        ("第一行\n〔手慢无〕，今晚开卖", "第一行\n今晚开卖"),
        ("今晚开卖,〔手慢无〕\r\n明天见", "今晚开卖\r\n明天见"),
    ],
)
def test_words_go_where_the_sentence_stays_whole(sentence: str, left: str) -> None:
    text, start, end = bracketed(sentence)
    span = droppable(text, start, end)
    assert span is not None
    assert text[: span.start] + text[span.end :] == left


@pytest.mark.parametrize(
    "sentence",
    [
        "材料都是〔顶级〕的",
        "口感〔举世无双〕",
        "达到〔国家级〕水平",
        "比〔顶级〕羊绒还软",
        "真〔顶级〕羊绒",
        "被称为〔顶级〕羊绒",
        "号称“〔顶级〕”羊绒",
        "〔错过再等一年〕！",
        "第一行\n〔手慢无〕\n第三行",
        "这是〔最好〕用的",
        "〔顶级〕 wool",
        "〔顶级〕",
    ],
)
def test_words_stay_where_the_sentence_needs_them(sentence: str) -> None:
    assert droppable(*bracketed(sentence)) is None


def bracketed(sentence: str) -> tuple[str, int, int]:
    """The sentence without its brackets, and where they stood."""
    start, end = sentence.index("〔"), sentence.index("〕") - 1
    return sentence.replace("〔", "").replace("〕", ""), start, end
