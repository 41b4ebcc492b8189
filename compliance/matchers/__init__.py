"""Kinds of condition, one file each. The table is explicit: what is not here does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from compliance.field import Field
from compliance.matchers import number, pattern, terms, together, tokens
from compliance.text import Span

Finder = Callable[[Any, Field], Iterable[Span]]

KINDS: dict[str, Finder] = {
    "terms": terms.find,
    "pattern": pattern.find,
    "together": together.find,
    "number": number.find,
    "tokens": tokens.find,
}
"""How each kind of condition finds its spans; ``missing`` needs the whole text: the engine calls it."""
