"""A match and all that surrounds it: what contexts look at when they judge."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from compliance.segment import word_spans
from compliance.text import Span

SENTENCE_ENDS = frozenset("。!?！？\n\r…")
CLAUSE_ENDS = SENTENCE_ENDS | frozenset(",，;；:：、|")
SENTENCE_REACH = 80  # code points looked at on either side; bounds the cost of a line without punctuation
CLAUSE_REACH = 48


def stretch(text: str, start: int, end: int, ends: frozenset[str], reach: int) -> Span:
    """The range around ``text[start:end]`` up to the nearest border character, at most ``reach`` away."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    left, right = start, end
    while left > first and text[left - 1] not in ends:
        left -= 1
    while right < last and text[right] not in ends:
        right += 1
    return Span(left, right)


class Facts(NamedTuple):
    """What is true of the whole text, found out once per check."""

    commercial: bool
    """There is a sign that something is for sale: price, link, shop, order words …"""
    marketing: bool
    """The text reads as marketing (False only where it plainly is news, documentation, chat or a review)."""
    why: str = ""
    """What the judgement on ``marketing`` rests on, for people."""
    channel: str = "public"
    industries: tuple[str, ...] = ()


class Scene:
    """``text[start:end]`` in its surroundings. ``text`` is folded: half-width, lower case, simplified."""

    def __init__(self, text: str, start: int, end: int, facts: Facts) -> None:
        self.text, self.start, self.end, self.facts = text, start, end, facts

    @property
    def phrase(self) -> str:
        """The match itself."""
        return self.text[self.start : self.end]

    @cached_property
    def sentence(self) -> Span:
        """The sentence around the match, without its final mark."""
        return stretch(self.text, self.start, self.end, SENTENCE_ENDS, SENTENCE_REACH)

    @cached_property
    def clause(self) -> Span:
        """The clause around the match (commas, enumeration commas and colons also end it)."""
        return stretch(self.text, self.start, self.end, CLAUSE_ENDS, CLAUSE_REACH)

    @property
    def sentence_text(self) -> str:
        """The text of the sentence."""
        return self.text[self.sentence.start : self.sentence.end]

    @property
    def clause_text(self) -> str:
        """The text of the clause."""
        return self.text[self.clause.start : self.clause.end]

    @property
    def before(self) -> str:
        """The sentence up to the match."""
        return self.text[self.sentence.start : self.start]

    @property
    def after(self) -> str:
        """The sentence from the match on."""
        return self.text[self.end : self.sentence.end]

    @property
    def end_mark(self) -> str:
        """The character that ends the sentence: "?", "。", … or ""."""
        return self.text[self.sentence.end : self.sentence.end + 1]

    @property
    def next_sentence(self) -> str:
        """The sentence that follows, up to its end."""
        at = self.sentence.end
        while at < len(self.text) and self.text[at] in SENTENCE_ENDS:
            at += 1
        following = stretch(self.text, at, at, SENTENCE_ENDS, SENTENCE_REACH)
        return self.text[at : following.end]

    @property
    def previous_sentence(self) -> str:
        """The sentence before, from its start."""
        at = self.sentence.start
        while at > 0 and self.text[at - 1] in SENTENCE_ENDS:
            at -= 1
        earlier = stretch(self.text, at, at, SENTENCE_ENDS, SENTENCE_REACH)
        return self.text[earlier.start : at]

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words of the clause, as offsets into ``text`` (runs the segmenter on first use)."""
        return word_spans(self.clause_text, self.clause.start)
