"""Clues: regular expressions that contexts look for, compiled only when a match needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from compliance.scene import Scene

COVER_REACH = 40  # code points looked at on either side of a match for a wording that covers it
HEAD = 3  # a wording that covers this much of the head of a longer match settles what the match means
_SECOND_CLAIM = re.compile("最|第一|唯一|首[家创款个]|顶级|国家级")


class Clue:
    """A regular expression over folded text, compiled on first use: start-up does not pay for it."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, ready to run."""
        return re.compile(self.source)

    def find(self, text: str) -> str | None:
        """The first place in ``text`` that shows the clue, as written there."""
        found = self.compiled.search(text)
        return found.group() if found else None

    def covering(self, scene: Scene, reach: int = COVER_REACH) -> str | None:
        """The wording around the match that shows the clue and holds the match (or its head)."""
        for found in self._around(scene, reach):
            if found.start() <= scene.start and _settles(found, scene):
                return found.group()
        return None

    def _around(self, scene: Scene, reach: int) -> Iterator[re.Match[str]]:
        first, last = max(0, scene.start - reach), min(len(scene.text), scene.end + reach)
        return self.compiled.finditer(scene.text, first, last)


def _settles(found: re.Match[str], scene: Scene) -> bool:
    if found.end() >= scene.end:
        return found.end() > scene.start
    rest = scene.text[found.end() : scene.end]
    return found.end() - scene.start >= HEAD and not _SECOND_CLAIM.search(rest)


def any_of(*words: str) -> str:
    """An alternation of pattern pieces, as one group."""
    return "(?:" + "|".join(words) + ")"


def stretch_before(scene: Scene) -> str:
    """What stands before the match in its clause; a list (、) counts as one clause, a blank ends one."""
    return _BORDER.split(scene.before)[-1]


def stretch_after(scene: Scene) -> str:
    """What follows the match in its clause; a list (、) counts as one clause, a blank ends one."""
    return _BORDER.split(scene.after, maxsplit=1)[0]


_BORDER = re.compile(r"[,;:|~\s]")
