"""What a command understands: one description gives both its parser and its help, so they cannot differ."""

from __future__ import annotations

from typing import NamedTuple

Words = tuple[str, str]
"""The same in Chinese and in English."""


class Option(NamedTuple):
    """A switch (``value`` empty) or an option with a value."""

    flag: str
    says: Words
    value: Words = ("", "")
    """What to write behind it, as shown in the help."""
    repeatable: bool = False
    choices: tuple[str, ...] = ()
    default: str | None = None

    @property
    def name(self) -> str:
        """Under which the parsed value is found: --as-of gives as_of."""
        return self.flag.lstrip("-").replace("-", "_")


class Argument(NamedTuple):
    """A word without a flag."""

    name: str
    shown: Words
    says: Words
    many: bool = False
    optional: bool = False


class Page(NamedTuple):
    """One command: how to call it, what it does, examples that work."""

    command: str
    usage: Words
    intro: Words
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    examples: tuple[tuple[str, Words], ...] = ()
    notes: tuple[Words, ...] = ()


def in_language(words: Words, lang: str) -> str:
    """The Chinese or the English of a pair."""
    return words[1] if lang == "en" else words[0]


class HelpAsked(Exception):
    """Somebody asked for help; the text is the message."""
