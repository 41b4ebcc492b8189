"""How the tests of contexts speak: a sentence with its match between ⟦ and ⟧."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compliance.contexts import CONTEXTS, Verdict
from compliance.folding import fold
from compliance.scene import Facts, Scene

SELLING = Facts(commercial=True, marketing=True)
PLAIN = Facts(commercial=False, marketing=True)

Judge = Callable[..., Verdict | None]


@pytest.fixture(scope="session")
def judge() -> Judge:
    """judge("negated", "我们不敢说⟦最好⟧") gives the verdict of that context."""

    def run(key: str, marked: str, facts: Facts = PLAIN) -> Verdict | None:
        folded = fold(marked).text
        start, end = folded.index("⟦"), folded.index("⟧") - 1
        return CONTEXTS[key].judge(Scene(folded.replace("⟦", "").replace("⟧", ""), start, end, facts))

    return run


@pytest.fixture(scope="session")
def selling() -> Facts:
    """Facts of a text with something for sale."""
    return SELLING
