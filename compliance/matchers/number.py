"""``number``: a figure beyond a limit."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.field import Field
from compliance.rule import NumberCondition
from compliance.text import Span

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
GREAT_UNITS = {"万": 10_000, "亿": 100_000_000}


def find(condition: NumberCondition, field: Field) -> Iterable[Span]:
    """Every match whose number lies above or below the limit."""
    for sentence in field.sentences:
        for match in field.matches(condition, sentence):
            value = number_value(match.group("number"))
            if value is None:
                continue
            above = condition.above is not None and value > condition.above
            below = condition.below is not None and value < condition.below
            if above or below:
                yield Span(*match.span("here" if "here" in match.re.groupindex else 0))


def number_value(text: str) -> float | None:
    """The value of a number written in digits (1,200.5) or in Chinese (一百二十三, 两千五, 半)."""
    if text[:1].isdigit():
        try:
            return float(text.replace(",", ""))
        except ValueError:
            return None
    if text == "半":
        return 0.5
    return _chinese(text)


def _chinese(text: str) -> float | None:
    if text and all(c in DIGITS for c in text):  # 二〇二六
        return float("".join(str(DIGITS[c]) for c in text))
    total, section, digit, unit = 0.0, 0.0, 0.0, 1.0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in UNITS:
            unit = UNITS[c]
            section += (digit or 1) * unit
            digit = 0
        elif c in GREAT_UNITS:
            total += (section + digit) * GREAT_UNITS[c]
            section, digit, unit = 0.0, 0.0, GREAT_UNITS[c]
        elif c == "半":
            section += unit / 2
        else:
            return None
    # 两千五 means 2500: a last digit right after a unit counts in tenths of it
    colloquial = digit and unit >= 100 and not text.endswith("零" + text[-1]) and "零" not in text
    return total + section + (digit * unit / 10 if colloquial else digit)
