"""Whether a hidden word borrows characters from the literal words around it: 加 / 微 / 积分 is no 加微."""

from __future__ import annotations

from compliance.disguise.reading import View
from compliance.disguise.sounds import is_word
from compliance.segment import dictionary_spans
from compliance.text import Span

REACH = 8  # code points on either side that are cut into words
LONGEST = 3  # longer words do not come about by chance
SIGNS = frozenset({"inserted-symbol", "emoji", "markdown-markup", "masked"})
"""Who puts these between or in the place of characters means the word, whatever stands beside it."""


def borrows(view: View, start: int, end: int) -> bool:
    """Whether an ordinary word, nothing of it rewritten, runs across a border of ``view.text[start:end]``.

    The reading is cut, not what was written: 糖料病人 hides 糖尿病 | 人, but 公种号召 would be 公众 | 号召.
    Where half of the word or more was rewritten, what is borrowed tells less than that.
    """
    size = end - start
    if size > LONGEST or 2 * sum(map(view.is_restored, range(start, end))) >= size:
        return False
    if any(mark.technique in SIGNS for mark in view.marks_in(start, end)):
        return False
    left, right = max(0, start - REACH), min(len(view.text), end + REACH)
    return any(
        _crosses(word, start, end) and is_word(view.text[word.start : word.end]) and _is_literal(view, word)
        for word in dictionary_spans(view.text[left:right], left)
    )


def _crosses(word: Span, start: int, end: int) -> bool:
    """Whether the word goes on beyond one border only; the one that holds all is what the reading means."""
    return word.start < start < word.end < end or start < word.start < end < word.end


def _is_literal(view: View, word: Span) -> bool:
    """Whether nothing of the word was rewritten; a line may end inside it."""
    return all(mark.technique == "line-break" for mark in view.marks_in(word.start, word.end))
