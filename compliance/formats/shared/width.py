"""How wide text is in a terminal, and how to break it there. Widths are in cells."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NO_BREAK_BEFORE = frozenset("，。、；：！？）》”’】〉」』…—,.;:!?)]}%％·")
NO_BREAK_AFTER = frozenset("（《“‘【〈「『([{")
TAB = 4  # cells a tab is shown as: exact stops would depend on what stands before the line


@lru_cache(maxsize=4096)
def char_width(char: str) -> int:
    """Cells of one character: 0 combining and invisible, 2 wide and full-width, otherwise 1."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Cells of a text without tabs and control characters."""
    return sum(map(char_width, text))


@lru_cache(maxsize=4096)
def visible(char: str) -> str:
    """The character as it may go to a terminal: controls, and marks that turn or hide text, become visible.

    A script could otherwise move the cursor, colour the screen or show a phrase in another order.
    """
    if char == "\t":
        return " " * TAB
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cs") or (kind == "Cf" and char != "‍") or kind in ("Zl", "Zp"):
        return f"<{code:04X}>"
    return char


def clean(text: str) -> str:
    """A text on one terminal line, nothing hidden."""
    return "".join(map(visible, text))


def wrap(text: str, cells: int | None) -> list[str]:
    """Break a sentence into lines of at most ``cells``; Chinese breaks anywhere but at punctuation."""
    if cells is None or width(text) <= cells:
        return [text]
    lines, line, used = [], "", 0
    for piece in _pieces(text):
        size = width(piece)
        if line and used + size > cells:
            lines.append(line.rstrip())
            line, used = "", 0
            piece = piece.lstrip()
            size = width(piece)
        line, used = line + piece, used + size
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    """The smallest pieces that stay together on a line."""
    pieces: list[str] = []
    for char in text:
        if pieces and _glued(pieces[-1][-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _glued(before: str, char: str) -> bool:
    if char in NO_BREAK_BEFORE or before in NO_BREAK_AFTER or char_width(char) == 0:
        return True
    return char_width(before) == 1 and char_width(char) == 1 and before != " "


def pad(text: str, cells: int) -> str:
    """The text filled with spaces to ``cells``."""
    return text + " " * max(0, cells - width(text))
