"""Kinds of condition, one file each. The table is explicit: what is not here does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from compliance.field import Field
from compliance.matchers import number, pattern, terms, together, tokens
from compliance.rule import (
    Condition,
    NumberCondition,
    PatternCondition,
    TermsCondition,
    TogetherCondition,
    TokensCondition,
    Words,
)
from compliance.text import Span

Finder = Callable[[Any, Field], Iterable[Span]]

KINDS: dict[type[Condition], Finder] = {
    TermsCondition: terms.find,
    PatternCondition: pattern.find,
    TogetherCondition: together.find,
    NumberCondition: number.find,
    TokensCondition: tokens.find,
}
"""How each condition finds its spans; ``missing`` needs the whole text and is handled by the engine."""


def anchor_groups(spec: dict[str, Any]) -> list[Words]:
    """The words the scan must look for on behalf of a condition specification, group by group."""
    if spec["kind"] == "terms":
        groups = [spec["words"]]
    elif spec["kind"] == "together":
        groups = spec["groups"]
    elif spec["kind"] == "missing":
        groups = [spec["when"], spec["also"]]
    else:
        groups = [spec["anchors"]]
    return [Words(tuple(g["terms"]), tuple(g["lists"])) for g in groups]
