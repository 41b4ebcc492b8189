"""How a report is to be shown."""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    """Wishes of the person who reads; each format takes what concerns it."""

    lang: str = "zh"
    color: bool = False
    """Write terminal colours."""
    width: int | None = None
    """Cells of the terminal; None: not a terminal, sentences are not wrapped."""
    show_excused: bool = False
    quiet: bool = False
    """Findings only: no summary."""
    not_read: tuple[str, ...] = ()
    """Files found in folders whose type no reader knows."""
    step_summary: str = ""
    """Path of the job summary file of a CI run ($GITHUB_STEP_SUMMARY), or ""."""
