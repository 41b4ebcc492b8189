"""Patterns for one short text: with the few words of long lists that stand there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compliance.rule import Words

FIRST_TEXTS = 3  # a pattern wanted for more texts is compiled with its whole lists
SHORT_TEXT = 4000  # code points
NOWHERE = "\U0010fffe"  # a noncharacter: no text that was read from a file holds it


class NarrowPatterns:
    """Patterns compiled for one text: their lists hold the words that occur in it and no others."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self._text = ""
        self._patterns: dict[str, Any] = {}
        self._words: dict[str, list[str]] = {}
        self._texts_left: dict[str, int] = {}

    def pays(self, source: str, text: str) -> bool:
        """Whether compiling for this text alone costs less than compiling once and for all."""
        return len(text) <= SHORT_TEXT and (
            self._texts_left.get(source, FIRST_TEXTS) > 0 or (text == self._text and source in self._patterns)
        )

    def pattern(self, source: str, names: Sequence[str], text: str) -> Any:
        """The pattern for this text."""
        self._turn_to(text)
        compiled = self._patterns.get(source)
        if compiled is None:
            import regex

            self._texts_left[source] = self._texts_left.get(source, FIRST_TEXTS) - 1
            named = {name: self._occurring(name) for name in names}
            compiled = self._patterns[source] = regex.compile(source, **named)
        return compiled

    def hold(self, company: Sequence[Words], text: str) -> bool:
        """Whether a word of each set stands in the text."""
        self._turn_to(text)
        return all(
            any(term in text for term in words.terms)
            or any(self._occurring(name) != [NOWHERE] for name in words.lists)
            for words in company
        )

    def _turn_to(self, text: str) -> None:
        if text != self._text:
            self._text, self._patterns, self._words = text, {}, {}

    def _occurring(self, name: str) -> list[str]:
        """The words of a list that stand in the text; never none, for that would be another pattern."""
        found = self._words.get(name)
        if found is None:
            text, characters = self._text, set(self._text)
            found = [w for w in self._lists[name] if w[0] in characters and w in text] or [NOWHERE]
            self._words[name] = found
        return found
