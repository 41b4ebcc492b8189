"""Runs of signs and letters between characters: the places where something may stand inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.late import LatePattern

SIGN = r"[^一-鿿〇。,:;?()《》【】“”‘’\"0-9%=]"
HAN, LETTER = "[一-鿿]", "[a-z@Ͱ-ӿ]"
RUN = LatePattern(
    rf"{SIGN}(?<!{SIGN}.)"  # begins with a class, for then the search skips whatever is not in it
    rf"(?:(?<={HAN}{LETTER}){SIGN}*+"
    rf"|(?<={HAN}.){SIGN}*+(?:(?={HAN}|[0-9])|(?<={LETTER}))"
    rf"|{SIGN}*+(?={HAN})(?:(?<={LETTER})|(?<={LETTER} )))",
    re.DOTALL,
)
"""A whole run of signs between Han characters, or of letters beside one."""
NO_SIGNS = frozenset('〇。,:;?()《》【】“”‘’"0123456789%=')
FIGURES = frozenset("0123456789")
SHORT_TEXT = 4000  # code points
ORDINARY_RUNS = frozenset(" \n、;:!?.-/~·…—+")  # alone they can only part a word, never stand for one


def runs_of_signs(text: str) -> list[tuple[int, int]]:
    """Where whole runs of signs stand between Han characters, and runs of letters beside one.

    Between Han characters short texts mostly have nothing but ordinary marks; those are found without the
    pattern, which takes milliseconds to compile.
    """
    signs = (
        {c for c in set(text) if not _is_common_han(c) and c not in NO_SIGNS}
        if len(text) <= SHORT_TEXT
        else None
    )
    if signs is None or not signs <= ORDINARY_RUNS:
        return [found.span() for found in RUN.finditer(text)]
    found, end = [], -1
    for start in sorted(at for sign in signs for at in _places_of(sign, text)):
        if start < end:
            continue
        end = start + 1
        while text[end : end + 1] in signs:
            end += 1
        after = text[end : end + 1]
        if start and _is_common_han(text[start - 1]) and (_is_common_han(after) or after in FIGURES):
            found.append((start, end))
    return found


def _is_common_han(c: str) -> bool:
    return "一" <= c <= "鿿"  # as in HAN


def _places_of(sign: str, text: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)
