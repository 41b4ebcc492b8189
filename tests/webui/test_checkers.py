"""Compiled checkers are kept, shared and forgotten in turn."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from compliance import Checker
from webui.checkers import CheckerShelf, Choices

DAY = date(2026, 1, 1)


def choices(channel: str) -> Choices:
    return Choices((), (), channel, DAY)


class Compiler:
    """Counts what it was asked to compile."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, wanted: Choices) -> Checker:
        self.asked.append(wanted.channel)
        if wanted.channel == "broken":
            raise ValueError(wanted.channel)
        return object.__new__(Checker)  # only its identity matters here


def test_the_same_settings_are_compiled_once() -> None:
    compiler = Compiler()
    shelf = CheckerShelf(compiler)
    assert shelf.get(choices("live")) is shelf.get(choices("live"))
    assert shelf.get(choices("group")) is not shelf.get(choices("live"))
    assert compiler.asked == ["live", "group"]


def test_the_settings_used_longest_ago_are_forgotten_first() -> None:
    compiler = Compiler()
    shelf = CheckerShelf(compiler, size=2)
    for channel in ("live", "group", "live", "news", "live", "group"):
        shelf.get(choices(channel))
    assert compiler.asked == ["live", "group", "news", "group"]
    assert len(shelf) == 2


def test_threads_that_come_together_share_one_checker() -> None:
    compiler = Compiler()
    shelf = CheckerShelf(compiler)
    gate = Barrier(8)

    def fetch(_: int) -> Checker:
        gate.wait()
        return shelf.get(choices("live"))

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(fetch, range(8)))
    assert compiler.asked == ["live"]
    assert len({id(checker) for checker in found}) == 1


def test_a_failure_is_not_kept() -> None:
    compiler = Compiler()
    shelf = CheckerShelf(compiler)
    for _ in range(2):
        with pytest.raises(ValueError, match="broken"):
            shelf.get(choices("broken"))
    assert compiler.asked == ["broken", "broken"]
