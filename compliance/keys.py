"""The closed lists of keys: severities, categories, industries, platforms, channels.

Kept apart from the rule values because every run needs them, and most runs need nothing more.
"""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How loud a finding is."""

    ERROR = "error"
    """Expressly banned; no context saves it."""
    WARNING = "warning"
    """Depends on proof, a label or an approval."""
    INFO = "info"
    """A person should look."""

    @property
    def rank(self) -> int:
        """0 info, 1 warning, 2 error."""
        return _RANK[self.value]


_RANK = {"info": 0, "warning": 1, "error": 2}

CATEGORIES = (
    "absolute-claim",
    "medical-efficacy",
    "exaggerated-efficacy",
    "guarantee",
    "endorsement",
    "data-citation",
    "missing-disclosure",
    "state-authority",
    "disparagement",
    "price-promotion",
    "vulgar-superstition",
    "minors",
    "privacy-marketing",
    "prohibited-goods",
    "unverifiable-fact",
)
INDUSTRIES = (
    "general",
    "medical",
    "medical_aesthetics",
    "drug",
    "medical_device",
    "health_food",
    "special_food",
    "food",
    "cosmetics",
    "alcohol",
    "tobacco",
    "education",
    "finance",
    "real_estate",
    "agriculture",
    "franchise",
    "automotive",
    "home_appliance",
    "maternity",
    "collectibles",
    "recruitment",
    "tourism",
    "game",
    "private_traffic",
    "live_commerce",
)
PLATFORMS = ("douyin", "kuaishou", "wechat", "xiaohongshu", "bilibili", "taobao")
CHANNELS = ("public", "live", "group", "direct", "moments", "ugc", "brand_info", "label", "news")
