"""A progress bar on a terminal, for runs that take longer than a person likes to wait in silence."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from compliance.messages import say

PATIENCE = 2.0  # seconds without a bar
PAUSE = 0.1  # seconds between two drawings
BAR = 24  # cells

T = TypeVar("T")


def with_progress(steps: Iterable[T], total: int, stream: TextIO, lang: str) -> Iterator[T]:
    """Pass the steps on, drawing how many of ``total`` are done; the bar is wiped at the end."""
    started = drawn = time.monotonic()
    shown = False
    for done, step in enumerate(steps, 1):
        yield step
        now = time.monotonic()
        if now - started >= PATIENCE and now - drawn >= PAUSE:
            stream.write("\r\x1b[2K" + bar(done, total, lang))
            stream.flush()
            drawn, shown = now, True
    if shown:
        stream.write("\r\x1b[2K")
        stream.flush()


def bar(done: int, total: int, lang: str) -> str:
    """[########        ] 12/36."""
    filled = BAR * done // max(1, total)
    return f"[{'#' * filled}{' ' * (BAR - filled)}] {say(lang, 'cli.progress', done=done, total=total)}"
