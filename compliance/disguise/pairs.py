"""What every two neighbouring characters tell: an odd pair may sound like a word, or begin one backwards.

Most pairs of a text were met before, so what a pair tells is worked out once and remembered.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from compliance.disguise.sounds import ordinary_words, sounds, stands_alone

if TYPE_CHECKING:
    from compliance.disguise.lexicon import Neighbours, Vocabulary

FIRST, SECOND, TURNED, HEARD = 1, 2, 4, 8
"""The first or the second character sounds like another that would make a word; a word begins backwards;
both together sound like a piece of a word that is often disguised."""
MOST_REMEMBERED = 400_000  # pairs; some 40 MB


class PairSigns(dict[str, int]):
    """Two characters to what they tell, as a sum of FIRST, SECOND, TURNED and HEARD.

    Args:
        vocabulary: the words that might be hidden.
        frequent: characters that stand in the place of another sound by coincidence.
    """

    def __init__(self, vocabulary: Vocabulary, frequent: frozenset[str]) -> None:
        super().__init__()
        self._vocabulary, self._frequent = vocabulary, frequent

    def __missing__(self, pair: str) -> int:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[pair] = self._sign(pair)
        return found

    def strange(self, text: str) -> list[tuple[int, int]]:
        """Where pairs begin that tell something, and what."""
        signs = list(map(self.__getitem__, map(add, text, text[1:])))
        return [(at, sign) for at, sign in enumerate(signs) if sign] if any(signs) else []

    def _sign(self, pair: str) -> int:
        words = self._vocabulary
        sign = TURNED if pair in words.turned_pairs else 0
        heard, code, shapes = 0, sounds().code, words.short_shapes
        first, second = pair[0], pair[1]
        if not self._is_common(first) and (code(first) or "?") + second in shapes:
            heard |= FIRST
        if not self._is_common(second) and first + (code(second) or "?") in shapes:
            heard |= SECOND
        if (code(first) or "?") + (code(second) or "?") in words.heard_pairs and pair not in words.pairs:
            heard |= HEARD
        if heard and (pair in ordinary_words() or pair in words.terms):
            heard = 0  # asked last: most pairs sound like nothing
        return sign | heard

    def _is_common(self, c: str) -> bool:
        return c in self._frequent or stands_alone(c)


def wrong_beside(text: str, start: int, end: int, beside: Neighbours) -> bool:
    """Whether beside the literal pair ``text[start:end]`` stands the right sound in the wrong character."""
    code = sounds().code
    before, after = text[start - 1 : start], text[end : end + 1]
    left = beside.before.get(code(before))
    if left is not None and before not in left:
        return True
    right = beside.after.get(code(after))
    return right is not None and after not in right
