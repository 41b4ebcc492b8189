"""What the terminal can do, and writing to it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from compliance.formats.shared.width import clean


def wants_color(wish: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to colour: the wish, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a terminal."""
    if wish != "auto":
        return wish == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


def cells(stream: TextIO) -> int | None:
    """Width of the terminal behind the stream; None where there is none."""
    if not stream.isatty():
        return None
    try:
        return int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 80


def speak_utf8() -> None:
    """Standard streams carry Chinese whatever the locale; lone surrogates become escapes, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(text: str) -> None:
    """Print a message to standard error, nothing hidden in it."""
    for line in text.split("\n"):
        print(clean(line), file=sys.stderr)
