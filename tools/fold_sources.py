"""What one character folds to: Unicode compatibility forms, case, invisible marks, and Han variants."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

RANGES = (
    (0x80, 0xD7FF),
    (0xF900, 0xFFFF),
    (0x1D400, 0x1D7FF),  # mathematical letters and digits
    (0x1F000, 0x1F2FF),  # enclosed and squared characters
    (0x1FBF0, 0x1FBF9),  # segmented digits
    (0x2F800, 0x2FA1D),  # compatibility ideographs
    (0xE0000, 0xE0FFF),  # tags, variation selectors
)

INVISIBLE = (
    *("\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\ufeff", "\uffa0"),
    *(chr(i) for i in range(0x180B, 0x1810)),
    *(chr(i) for i in range(0x200B, 0x2010)),
    *(chr(i) for i in range(0x202A, 0x202F)),
    *(chr(i) for i in range(0x2060, 0x2070)),
    *(chr(i) for i in range(0xFE00, 0xFE10)),
    *(chr(i) for i in range(0xFFF9, 0xFFFC)),
    *(chr(i) for i in range(0xE0000, 0xE1000)),
)
COMBINING = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
    (0x302A, 0x302F),
)

STAY = frozenset("…‥″‴‵‶‷¨´¯¸˘˙˚˛˜˝‗‾﹉﹊﹋﹌゛゜")
"""Signs whose compatibility form would turn one sign into several or into a space; readers do not."""

NOT_TRADITIONAL = frozenset("乾徵榘薹袷吒仮")
"""Correct simplified Chinese in some words (乾坤, 宫商角徵羽); 仮 is a common disguise of 返."""

VARIANTS = dict(
    pair.split("=") for pair in Path(__file__).with_name("variants.txt").read_text("utf-8").split()
)
"""Another shape of the same character, and the pieces of characters that Unicode encodes twice."""

EXTRA = {"\u0085": "\n", "\u2028": "\n", "\u2029": "\n", "⁄": "/", "Σ": "σ", "ς": "σ", "İ": "i", "ı": "i"}


@cache
def fold_character(c: str) -> str:
    """What ``c`` folds to; folding the result again changes nothing."""
    folded, before = _step(c), c
    while folded != before:
        before, folded = folded, "".join(map(_step, folded))
    return folded


def _step(c: str) -> str:
    if c in EXTRA:
        return EXTRA[c]
    if c in INVISIBLE or any(first <= ord(c) <= last for first, last in COMBINING):
        return ""
    if c in STAY:
        return c
    return (
        _enclosed(c)
        or _latin_base(c)
        or _simplified(VARIANTS.get(c, unicodedata.normalize("NFKC", c).lower()))
    )


def _enclosed(c: str) -> str:
    """Digits and letters in circles and squares that Unicode gives no compatibility form."""
    if 0x24EB <= ord(c) <= 0x24FF or 0x2776 <= ord(c) <= 0x2793 or c in "🄋🄌":
        return str(int(unicodedata.numeric(c)))
    if 0x1F150 <= ord(c) <= 0x1F169:
        return chr(ord(c) - 0x1F150 + ord("a"))
    if 0x1F170 <= ord(c) <= 0x1F189:
        return chr(ord(c) - 0x1F170 + ord("a"))
    small = re.fullmatch(r"LATIN LETTER SMALL CAPITAL ([A-Z])", unicodedata.name(c, ""))
    return small[1].lower() if small else ""


def _latin_base(c: str) -> str:
    """The letter under the accents of a Latin letter: ì is i, so that zuì and zui are one spelling."""
    base, *marks = unicodedata.normalize("NFKD", c)
    if c != base and base.isascii() and base.isalpha() and marks and all(map(unicodedata.combining, marks)):
        return base.lower()
    return ""


def _simplified(text: str) -> str:
    return "".join(_han_table().get(c, c) for c in text)


@cache
def _han_table() -> dict[str, str]:
    """Traditional and Japanese characters whose simplified form does not depend on the word they stand in."""
    import opencc

    to_simplified, from_japanese = opencc.OpenCC("t2s"), opencc.OpenCC("jp2t")
    table: dict[str, str] = {}
    for i in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        c = chr(i)
        simplified = to_simplified.convert(c)
        if simplified == c and not _in_gb2312(c):
            simplified = to_simplified.convert(from_japanese.convert(c))
        if simplified != c and len(simplified) == 1 and simplified <= "\uffff" and c not in NOT_TRADITIONAL:
            table[c] = simplified
    return table


def _in_gb2312(c: str) -> bool:
    try:
        return bool(c.encode("gb2312"))
    except UnicodeEncodeError:
        return False
