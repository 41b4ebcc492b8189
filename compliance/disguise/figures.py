"""Numbers in the figures of cheques: 日赚伍〇〇, 玖拾万人."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.disguise.lexicon import Vocabulary
from compliance.disguise.reading import Edit, View
from compliance.late import LatePattern

FORMAL, PLAIN, ARABIC = "壹贰叁肆伍陆柒捌玖零〇拾佰仟", "一二三四五六七八九零零十百千", "12345678900"
MARKS = "壹贰叁肆柒捌玖〇佰仟弌弍弎伍陆拾"
NUMBER = LatePattern(
    "(?<![壹贰叁肆伍陆柒捌玖零〇拾佰仟一-九年币])(?:[壹贰叁肆伍陆柒捌玖零〇拾佰仟]{2,8}|[壹贰叁肆伍陆柒捌玖拾佰仟0-9]"
    "(?=[天日周月年次万亿元块倍斤折成分粒盒瓶个%]))(?!圆|元整|元正|角|分整)"
)
TO_PLAIN = str.maketrans(FORMAL, PLAIN)
TO_ARABIC = str.maketrans(FORMAL[: len(ARABIC)], ARABIC)
UNITS = frozenset("拾佰仟")
TECHNIQUE = "styled-numeral"


def places(text: str) -> list[tuple[int, int]]:
    """Where such numbers stand."""
    return [(edit_start, end) for edit_start, end, _ in _numbers(text)]


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Such numbers in the figures everybody writes."""
    for start, end, plain in _numbers(view.text):
        yield Edit(start, end, plain, TECHNIQUE)


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    if not any(mark in text for mark in MARKS):
        return
    for found in NUMBER.finditer(text):
        written = found[0]
        plain = written.translate(TO_ARABIC if UNITS.isdisjoint(written) else TO_PLAIN)
        if plain != written:
            yield *found.span(), plain
