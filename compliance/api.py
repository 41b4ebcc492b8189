"""check() and check_file(): sugar over Checker."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from compliance.report import Report
from compliance.text import Document


def check(
    text: str | Document,
    *,
    industries: Sequence[str] | None = None,
    platforms: Sequence[str] | None = None,
    channel: str = "public",
    as_of: date | None = None,
    packs: Sequence[str | Path] = (),
) -> Report:
    """Check one text."""
    raise NotImplementedError


def check_file(
    path: str | Path,
    industries: Sequence[str] | None = None,
    platforms: Sequence[str] | None = None,
    channel: str | None = None,
    as_of: date | None = None,
    packs: Sequence[str | Path] = (),
) -> Report:
    """Read a file by its type and check it; its own front matter fills what is not given."""
    raise NotImplementedError
