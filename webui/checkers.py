"""Compiled checkers, kept for the settings used last. Compiling takes far longer than checking."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from threading import Lock

from compliance import Checker
from webui.limits import MAX_CHECKERS


@dataclass(frozen=True, slots=True)
class Choices:
    """What a checker is compiled for. ``industries`` None: detect them from the text."""

    industries: tuple[str, ...] | None
    platforms: tuple[str, ...]
    channel: str
    as_of: date


def compile_checker(choices: Choices) -> Checker:
    """A checker for these choices.

    Raises:
        ConfigError: an unknown industry, platform or channel.
        PackError: a rule pack cannot be used.
    """
    return Checker(
        industries=choices.industries,
        platforms=choices.platforms,
        channel=choices.channel,
        as_of=choices.as_of,
    )


class _Place:
    """Room for one checker; its lock keeps two requests from compiling the same settings."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.checker: Checker | None = None


class CheckerShelf:
    """Keeps the checkers used last; safe to use from many threads."""

    def __init__(
        self, compile_for: Callable[[Choices], Checker] = compile_checker, size: int = MAX_CHECKERS
    ) -> None:
        self._compile, self._size = compile_for, size
        self._places: OrderedDict[Choices, _Place] = OrderedDict()
        self._lock = Lock()

    def get(self, choices: Choices) -> Checker:
        """The checker for these choices, compiled on first use."""
        place = self._place(choices)
        with place.lock:
            if place.checker is None:
                place.checker = self._compile(choices)
            return place.checker

    def __len__(self) -> int:
        """How many settings are kept."""
        return len(self._places)

    def _place(self, choices: Choices) -> _Place:
        with self._lock:
            place = self._places.setdefault(choices, _Place())
            self._places.move_to_end(choices)
            while len(self._places) > self._size:
                self._places.popitem(last=False)
            return place
