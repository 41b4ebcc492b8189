"""Whether a text sells something, and whether it is marketing at all.

Law reaches advertising, not every text (《〈广告法〉适用问题执法指南（一）》第三、四条). A text counts as
marketing unless it plainly is news, documentation, chat, a buyer's review, a warning or a diary. Clues of
both sides are weighed; each distinct wording of a group counts once, up to the group's cap.
"""

from __future__ import annotations

import re
from functools import lru_cache

from compliance.marketing.clue_groups import (
    GROUPS,
    OFFERS,
    OWN_OFFER,
    PRAISED,
    PRICES,
    RECOMMENDS,
    TRAIL,
    WARNING,
)
from compliance.marketing.sieve import ClueGroup, Sieve
from compliance.scene import Facts

HEAD_CHARS = 3000  # code points read at the start …
TAIL_CHARS = 1500  # … and at the end, where offers and imprints stand; bounds the cost of long files
BARS = ((20, 2.5), (120, 2.0), (600, 3.0))
"""(up to so many code points, score from which a text is not marketing): a slogan has no room for evidence,
and in a long text stray words add up."""
BAR_LONG = 4.0
GIVEN_TRADE = 1.8  # times as high is the bar where a person said what is sold
TELLING = 2.0
"""Groups from this weight on name a genre; lighter ones only hint at it."""
HINTS = ((120, 99.0), (250, 3.0))
"""(up to so many code points, how far hints may carry): a spoken sales talk is full of small talk too."""
HINTS_LONG = 2.0
WHY_GROUPS = 3  # groups named in the reason
PRAISE_CHARS = 40  # a longer text in which organs and papers recommend something is likely to report it
REPORTING = 2  # distinct wordings of warning from which quoted offers count as reported
_DATELINE = re.compile(
    "记者|讯|日电|报道|查处|涉嫌|警惕|公告|通知|会议|座谈|召开|举行|出席|任命|当选|决定|调查|警方|案件|"
    "发布|文章|一文|部署"
)
"""Signs that a short text reports what an organ did, rather than lending its name to goods."""

CHANNEL_WEIGHT = {"news": 3.0, "live": -2.0}


def judge_text(folded: str, *, channel: str = "public", trade: str = "") -> Facts:
    """The facts of a whole folded text: is something for sale, is it marketing, and why.

    Reads at most HEAD_CHARS + TAIL_CHARS code points; call it only where a rule has a candidate. ``trade`` is
    the industry that a person gave: who names the trade of a text means to publish it for that trade.
    """
    read = excerpt(folded)
    found = _sieve().find(read)
    if _only_reports_offers(found):
        found[OFFERS.name] = found[PRICES.name] = ()
    if len(read) > PRAISE_CHARS or _DATELINE.search(read):
        found[PRAISED.name] = ()
    scores = {group.name: group.weight * len(found[group.name]) for group in GROUPS}
    hints = sum(scores[group.name] for group in GROUPS if _hints(group, found))
    excess = max(0.0, hints - _hint_limit(len(read)))
    total = sum(scores.values()) - excess + CHANNEL_WEIGHT.get(channel, 0.0)
    marketing = total < _bar(len(read)) * (GIVEN_TRADE if trade else 1)
    recommends = found[PRICES.name] or found[RECOMMENDS.name]
    sells = bool(found[OFFERS.name]) or (marketing and bool(recommends))
    return Facts(
        commercial=sells,
        marketing=marketing,
        why=_why(found, scores, -1 if marketing else 1),
        channel=channel,
    )


@lru_cache(maxsize=1)
def _sieve() -> Sieve:
    return Sieve(GROUPS)


def _hints(group: ClueGroup, found: dict[str, tuple[str, ...]]) -> bool:
    """Whether a group only hints at a genre; a full trail of a purchase or a stay does name a review."""
    if group is TRAIL and len(found[TRAIL.name]) == TRAIL.cap and not found[OFFERS.name]:
        return False
    return 0 < group.weight < TELLING


def _only_reports_offers(found: dict[str, tuple[str, ...]]) -> bool:
    """A warning, a penalty report or a lesson quotes ways to buy; it offers none of its own."""
    return len(found[WARNING.name]) >= REPORTING and not found[OWN_OFFER.name]


def excerpt(folded: str) -> str:
    """The part of a text that is read: all of a short one, head and tail of a long one."""
    if len(folded) <= HEAD_CHARS + TAIL_CHARS:
        return folded
    return folded[:HEAD_CHARS] + "\n" + folded[-TAIL_CHARS:]


def _bar(length: int) -> float:
    return next((bar for limit, bar in BARS if length <= limit), BAR_LONG)


def _hint_limit(length: int) -> float:
    return next((most for limit, most in HINTS if length <= limit), HINTS_LONG)


def _why(found: dict[str, tuple[str, ...]], scores: dict[str, float], sign: int) -> str:
    """The groups that point the way of ``sign`` (1: not marketing), strongest first."""
    telling = sorted((name for name in found if sign * scores[name] > 0), key=lambda name: -abs(scores[name]))
    parts = [f"{name}（{'、'.join(wording.strip() for wording in found[name][:3])}）" for name in telling]
    return "；".join(parts[:WHY_GROUPS]) or "没有别的体裁的迹象，按营销内容检查"
