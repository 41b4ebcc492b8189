"""Words that a sentence can do without: what has to go with them, and where they have to stay.

A rule says ``fix: {顶级: ""}``. The word goes only where the sentence stays whole and says less than before:
in front of the noun it praises (“顶级的羊绒” → “羊绒”), or as a clause of its own (“，没有之一” → “”).
"""

from __future__ import annotations

import re
from typing import Final

from compliance.segment import words
from compliance.text import Span

_PAUSES: Final = "，,、；;"
_STOPS: Final = "。！!？?…～~"
_SHORTEST_NOUN: Final = 2  # characters; a single one after an adjective may be anything
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{0,12}")
_LEANS_ON_IT: Final = re.compile(
    r"(?:比|超过?|胜过?|赛过?|称|叫|为|作|算|如|像|似|够|很|更|真|太|最|不|没|非|无|或|和|与|跟)$"
)
"""Words before an adjective that compare with it, negate it, name it or make it louder."""
_NEEDS_AN_ADJECTIVE: Final = re.compile(
    "水平|水准|标准|品质|质量|级别|等级|地位|待遇|行列|阵营|梯队|规格|档次|存在|程度|境界|高度|美誉|称号|头衔|排名|荣誉|状态|位置|"
    "时间|时机|时期|部分|一面|办法|方式|方法|结果|证明|例子|之一|之选|还是|不过|不要|没有|就是|可以|以及|或者|而且|但是|"
    "因为|所以|如果|已经|我们|你们|他们|大家|自己|这个|那个|什么|怎么|这样|那样"
)
"""“达到水平” is no sentence; and words that are no nouns at all."""


def droppable(text: str, start: int, end: int) -> Span | None:
    """What to take out so that ``text[start:end]`` is gone and the sentence whole; None: it has to stay."""
    return _as_clause(text, start, end) or _before_noun(text, start, end)


def _as_clause(text: str, start: int, end: int) -> Span | None:
    """The words stand between signs; one sign goes with them, and something has to be left on the line."""
    before, after = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
    if before not in _PAUSES + _STOPS + "\n" or after not in _PAUSES + _STOPS + "\r\n":
        return None
    if before in _PAUSES:
        return Span(start - 1, end)
    rest = re.compile(r"[^\r\n]*").match(text, end + 1)
    if after in "\r\n" or rest is None or not rest[0].strip():
        return None
    return Span(start, end + 1)


def _before_noun(text: str, start: int, end: int) -> Span | None:
    if _LEANS_ON_IT.search(text[max(0, start - 2) : start]):
        return None
    noun = end + (text[end : end + 1] == "的")
    following = _HAN.match(text, noun)
    first = words(following[0])[0] if following is not None and following[0] else ""
    if len(first) < _SHORTEST_NOUN or _NEEDS_AN_ADJECTIVE.fullmatch(first):
        return None
    return Span(start, noun)
