"""What a context is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from compliance.scene import Scene


class Verdict(NamedTuple):
    """A context applies: what becomes of the match, and why, in one Chinese sentence for a lawyer."""

    then: Literal["drop", "warning", "info"]
    reason: str
    evidence: tuple[str, ...] = ()
    """Proof to keep on file, where the context is a fact that could be challenged."""


class Context(NamedTuple):
    """A named reason, the provision that grants it, and the test for it."""

    key: str
    title: str
    basis: str
    """“广告绝对化用语执法指南第五条第二项”, or why no provision is needed (“非宣称”)."""
    judge: Callable[[Scene], Verdict | None]
