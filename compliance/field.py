"""What matchers work on: a text, the anchor hits the scan found in it, and patterns made ready."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from compliance.late import LatePattern
from compliance.narrow import SHORT_TEXT, NarrowPatterns
from compliance.scene import SENTENCE_ENDS, SENTENCE_REACH
from compliance.text import Span

if TYPE_CHECKING:
    from compliance.rule import NumberCondition, PatternCondition

PATTERN_SECONDS = 2.0  # a pattern that needs longer on one sentence is reported as undecided
LIST_NAME = LatePattern(r"\\L<([a-z][a-z_0-9]*)>")


class WordSet:
    """Words to be looked up at every position of a short stretch."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = frozenset(words)
        self.lengths = sorted({len(w) for w in self.words})

    def occurs_in(self, text: str) -> str | None:
        """The first word found in ``text``, or None."""
        for start in range(len(text)):
            for length in self.lengths:
                if text[start : start + length] in self.words:
                    return text[start : start + length]
        return None


class Lexicon:
    """Shared lists and compiled patterns of a library; both are made on first use."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self.lists = lists
        self._patterns: dict[str, Any] = {}
        self._narrow = NarrowPatterns(lists)
        self._sets: dict[tuple[tuple[str, ...], tuple[str, ...]], WordSet] = {}

    def pattern(self, source: str, text: str) -> Any:
        """The compiled pattern, to be used on ``text``; ``\\L<name>`` is bound to the shared list.

        A long list takes the compiler tens of milliseconds. The first few times a pattern is asked for on a
        short text, its lists hold only the words that occur there: the matches are the same.
        """
        compiled = self._patterns.get(source)
        if compiled is None:
            names = LIST_NAME.findall(source)
            if names and self._narrow.pays(source, text):
                return self._narrow.pattern(source, names, text)
            import regex  # costs as much as the rest of a start; most clean texts never need it

            compiled = regex.compile(source, **{name: self.lists[name] for name in names})
            self._patterns[source] = compiled
        return compiled

    def may_match(self, condition: PatternCondition | NumberCondition, text: str) -> bool:
        """Whether all that every match contains stands in the text; asked only before a pattern is compiled,
        for afterwards running it costs less."""
        if not condition.company or condition.pattern in self._patterns or len(text) > SHORT_TEXT:
            return True
        return self._narrow.hold(condition.company, text)

    def word_set(self, terms: tuple[str, ...], names: tuple[str, ...]) -> WordSet:
        """The words of ``terms`` and of the named lists."""
        key = (terms, names)
        found = self._sets.get(key)
        if found is None:
            words = [*terms, *(w for name in names for w in self.lists[name])]
            found = self._sets[key] = WordSet(words)
        return found


class Sentences:
    """Where the sentences of one text begin and end; found once, asked for by every pattern."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._marks = [found.start() for found in _sentence_ends().finditer(text)]

    def around(self, start: int, end: int) -> Span:
        """The sentence around ``start``-``end`` with the mark that ends it, cut to a bounded reach."""
        left = bisect_left(self._marks, start)
        right = bisect_left(self._marks, end)
        first = self._marks[left - 1] + 1 if left else 0
        last = self._marks[right] + 1 if right < len(self._marks) else self._length
        return Span(max(first, start - SENTENCE_REACH), min(last, end + SENTENCE_REACH + 1))


@lru_cache(maxsize=1)
def _sentence_ends() -> Any:
    import re

    return re.compile(f"[{re.escape(''.join(sorted(SENTENCE_ENDS)))}]")


class Field:
    """A folded text and where the anchors of one condition were found in it, group by group."""

    def __init__(
        self, text: str, hits: Sequence[Sequence[tuple[int, int]]], lexicon: Lexicon, sentences: Sentences
    ) -> None:
        self.text, self.hits, self.lexicon, self._all_sentences = text, hits, lexicon, sentences

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences around the hits of the first group, in order, each once.

        A sentence here includes the mark that ends it, for patterns may ask for it. Long lines are cut to
        a bounded reach around each hit; neighbouring stretches that overlap are joined.
        """
        found: list[Span] = []
        border = -1  # the sentence taken last goes on up to here, if it was taken whole
        for start, end in sorted(self.hits[0]):
            if end <= border:
                continue
            span = self._all_sentences.around(start, end)
            border = span.end if span.end - span.start <= SENTENCE_REACH else -1
            if found and span.start < found[-1].end:
                found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
            else:
                found.append(span)
        return found

    def matches(self, condition: PatternCondition | NumberCondition, span: Span) -> Sequence[Any]:
        """The matches of a pattern inside one stretch, if all that every match contains stands there.

        Raises:
            TimeoutError: the pattern took too long there.
        """
        start, end = span
        find = self.text.find
        for guard in condition.guards:
            for literal in guard:
                if find(literal, start, end) >= 0:
                    break
            else:
                return ()
        if not self.lexicon.may_match(condition, self.text):
            return ()
        pattern = self.lexicon.pattern(condition.pattern, self.text)
        return list(pattern.finditer(self.text, start, end, timeout=PATTERN_SECONDS))
