"""A sketch of a set of pairs: it tells at once that a pair is not among them, and may err only the other way.

Looking a pair up takes a fraction of what reading the set would take at every start.
"""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from collections.abc import Container, Iterable

BITS = 1 << 19  # one in sixteen is set by thirty thousand pairs


def sketch_of(pairs: Iterable[str]) -> str:
    """The sketch of these pairs, as text."""
    bits = bytearray(BITS // 8)
    for pair in pairs:
        if len(pair) == 2:
            place = _place(pair)
            bits[place >> 3] |= 1 << (place & 7)
    return b2a_base64(bits, newline=False).decode("ascii")


class Sketched:
    """Pairs of characters with their sketch: what it rules out is not looked up.

    Args:
        sketch: as ``sketch_of`` makes it.
        words: the pairs, and maybe longer words.
    """

    def __init__(self, sketch: str, words: Container[str]) -> None:
        self._bits, self._words = a2b_base64(sketch), words

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        if len(word) == 2:
            place = _place(word)
            if not self._bits[place >> 3] & 1 << (place & 7):
                return False
        return word in self._words


def _place(pair: str) -> int:
    return (ord(pair[0]) * 0x9E3779B1 ^ ord(pair[1]) * 0x85EBCA6B) >> 7 & BITS - 1
