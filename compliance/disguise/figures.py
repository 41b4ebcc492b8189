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
HUNDRED = LatePattern("(?<![a-z0-9一二三四五六七八九十百])[一壹1li|][〇零o0]{2}(?=%)")
PHONE = LatePattern("(?<![0-9一-九])[0-9〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]{11}(?![0-9])")
TO_DIGITS = str.maketrans(FORMAL[: len(ARABIC)] + "一二三四五六七八九幺", ARABIC + "1234567891")
MOBILE = LatePattern("1[3-9][0-9]{9}")
PHONE_MARKS = "〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺"
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
    if "%" in text:
        for found in HUNDRED.finditer(text):
            if found[0] != "100":
                yield *found.span(), "100"
    yield from _phones(text)
    if not any(mark in text for mark in MARKS):
        return
    for found in NUMBER.finditer(text):
        written = found[0]
        plain = written.translate(TO_ARABIC if UNITS.isdisjoint(written) else TO_PLAIN)
        if plain != written:
            yield *found.span(), plain


def _phones(text: str) -> Iterator[tuple[int, int, str]]:
    """Mobile numbers in which figures and characters alternate, or all are characters."""
    if not any(digit in text for digit in PHONE_MARKS):
        return
    for found in PHONE.finditer(text):
        plain = found[0].translate(TO_DIGITS)
        if plain != found[0] and MOBILE.match(plain):
            yield *found.span(), plain
