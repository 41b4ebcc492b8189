"""The Checker: compile once, check many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from compliance.report import Report
from compliance.text import Document


class Checker:
    """Checks texts against the packs chosen by industry, platform, channel and date."""

    def __init__(
        self,
        *,
        industries: Sequence[str] | None = None,
        platforms: Sequence[str] | None = None,
        channel: str = "public",
        as_of: date | None = None,
        packs: Sequence[str | Path] = (),
    ) -> None:
        raise NotImplementedError

    def check(self, text: str | Document) -> Report:
        """Check one text."""
        raise NotImplementedError
