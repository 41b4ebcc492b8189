"""check() and check_file(): sugar over Checker."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from compliance.engine import Checker
from compliance.report import Report
from compliance.text import Document, Settings

if TYPE_CHECKING:
    from pathlib import Path


def check(
    text: str | Document,
    *,
    industries: Sequence[str] | None = None,
    platforms: Sequence[str] | None = None,
    channel: str = "public",
    as_of: date | None = None,
    packs: Sequence[str | Path] = (),
) -> Report:
    """Check one text; the arguments are those of ``Checker``."""
    checker = Checker(industries=industries, platforms=platforms, channel=channel, as_of=as_of, packs=packs)
    return checker.check(text)


def check_file(
    path: str | Path,
    industries: Sequence[str] | None = None,
    platforms: Sequence[str] | None = None,
    channel: str | None = None,
    as_of: date | None = None,
    packs: Sequence[str | Path] = (),
) -> Report:
    """Read a file by its type and check it; its own front matter fills what is not given.

    Raises:
        InputError: the file cannot be read.
        ConfigError: an unknown industry, platform or channel.
        PackError: a pack cannot be used.
    """
    from compliance.readers import read

    document = read(path)
    return checker_for(
        document.settings,
        industries=industries,
        platforms=platforms,
        channel=channel,
        as_of=as_of,
        packs=packs,
    ).check(document)


def checker_for(
    settings: Settings,
    *,
    industries: Sequence[str] | None = None,
    platforms: Sequence[str] | None = None,
    channel: str | None = None,
    as_of: date | None = None,
    packs: Sequence[str | Path] = (),
) -> Checker:
    """A checker for a file: what the caller gives wins, the file's front matter fills the rest."""
    written = date.fromisoformat(settings.as_of) if settings.as_of else None
    return Checker(
        industries=settings.industries if industries is None else industries,
        platforms=settings.platforms if platforms is None else platforms,
        channel=channel or settings.channel or "public",
        as_of=as_of or written,
        packs=packs,
    )
