"""Terminal colours; plain text where they are not wanted."""

from __future__ import annotations

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "bold": "1",
    "dim": "2",
    "good": "32",
    "under-error": "4;31",
    "under-warning": "4;33",
    "under-info": "4;36",
}


class Paint:
    """Colours text, or leaves it alone."""

    def __init__(self, on: bool) -> None:  # noqa: FBT001 - the one thing a paint is about
        self.on = on

    def __call__(self, style: str, text: str) -> str:
        """``text`` in a named style."""
        if not self.on or not text:
            return text
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m"
