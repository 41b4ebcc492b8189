"""On which line of a TOML file a key stands; ``tomllib`` gives values without places."""

from __future__ import annotations

import re
from typing import Final

Path = tuple[str | int, ...]
"""Keys from the top of the file; a number counts the tables of one ``[[name]]``."""

_BARE: Final = r"[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*'"
_DOTTED: Final = rf"(?:{_BARE})(?:[ \t]*\.[ \t]*(?:{_BARE}))*"
_HEADER: Final = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]\]?")
_ENTRY: Final = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")


class Places:
    """The lines of the keys of one text; ``prefix`` stands before every path asked for."""

    def __init__(self, text: str, prefix: Path = ()) -> None:
        self._prefix = prefix
        self._lines: dict[Path, int] = {}
        counts: dict[Path, int] = {}
        table: Path = ()
        for number, line in enumerate(text.split("\n"), 1):
            header, entry = _HEADER.match(line), _ENTRY.match(line)
            if header:
                table = _below(_keys(header[2]), counts, new=header[1] == "[[")
                self._lines.setdefault(table, number)
            elif entry:
                keys = _keys(entry[1])
                for length in range(1, len(keys) + 1):
                    self._lines.setdefault((*table, *keys[:length]), number)

    def line(self, keys: Path) -> int:
        """The 1-based line of a key; that of the nearest thing around it where it has none of its own."""
        full = (*self._prefix, *keys)
        for length in range(len(full), 0, -1):
            if full[:length] in self._lines:
                return self._lines[full[:length]]
        return 1


def _keys(dotted: str) -> Path:
    return tuple(key.strip("\"'") for key in re.findall(_BARE, dotted))


def _below(names: Path, counts: dict[Path, int], *, new: bool) -> Path:
    """The path of a table: where part of it is a list of tables, the last one so far is meant."""
    path: Path = ()
    for at, name in enumerate(names, 1):
        path = (*path, name)
        if new and at == len(names):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
