"""``compliance check --watch``: check again whenever a file changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from compliance.cli import terminal
from compliance.cli.sources import gather
from compliance.errors import ComplianceError
from compliance.messages import say

PAUSE = 0.5  # seconds between two looks; saving a file takes editors about as long


def watch(paths: Sequence[str], lang: str, check: Callable[[], int]) -> int:
    """Check now and after every change, until interrupted. What a check complains about does not end it."""
    seen = None
    while True:
        now = _stamps(paths, lang)
        if now != seen:
            seen = now
            if sys.stdout.isatty():
                sys.stdout.write("\x1b[2J\x1b[H")
            try:
                check()
            except ComplianceError as problem:
                terminal.complain(say(lang, "cli.error", problem=problem))
            sys.stdout.flush()
            terminal.complain(say(lang, "watch.waiting"))
        time.sleep(PAUSE)


def _stamps(paths: Sequence[str], lang: str) -> dict[str, tuple[int, int]]:
    found = {}
    for source in gather(paths, lang).files:
        with suppress(OSError):
            status = Path(source.path).stat()
            found[source.path] = (status.st_mtime_ns, status.st_size)
    return found
