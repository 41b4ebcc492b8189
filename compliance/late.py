"""Regular expressions that are compiled when they are first used.

Classes of Han characters take the compiler about a millisecond each, and a start has a dozen of them; most
texts need none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


class LatePattern:
    """A pattern of the module ``re`` with the same methods; the first use of any of them compiles it."""

    if TYPE_CHECKING:
        finditer: Callable[..., Iterator[re.Match[str]]]
        findall: Callable[..., list[Any]]
        fullmatch: Callable[..., re.Match[str] | None]
        match: Callable[..., re.Match[str] | None]
        search: Callable[..., re.Match[str] | None]
        split: Callable[..., list[Any]]
        sub: Callable[..., str]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(name)
        import re

        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return self.__dict__[name]

    def __repr__(self) -> str:
        return f"LatePattern({self.pattern!r})"
