"""Sorted rows, read block by block: a check asks for a few of a hundred thousand.

A row is a key and a text. ``laid_out`` makes the form that is stored: a small table of where blocks begin,
and the blocks one after the other. ``Blocks`` reads that form: the first questions fetch the block they need,
later ones are answered from a dict of all rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any

PER_BLOCK = 48  # rows; smaller blocks make the table longer, larger ones each fetch
FEW_QUESTIONS = 4000  # so many take as long as making the dict
BREAK, BREAK_SIGN = "\n", "\u2028"  # rows are lines, and a key may have a line break in it
Fetch = Callable[[int, int], str]
"""Gives the text between two byte positions of the stored blocks."""


def laid_out(rows: Mapping[str, str] | Iterable[str]) -> tuple[list[Any], str]:
    """The table (first keys, ends in bytes, number of rows) and the blocks; keys alone have empty texts."""
    texts = rows if isinstance(rows, Mapping) else dict.fromkeys(rows, "")
    keys = sorted(texts, key=_escaped)
    blocks = [keys[at : at + PER_BLOCK] for at in range(0, len(keys), PER_BLOCK)]
    written = ["".join(f"{_escaped(key)}\t{texts[key]}\n" for key in block) for block in blocks]
    ends, size = [], 0
    for block in written:
        size += len(block.encode())
        ends.append(size)
    return [BREAK.join(_escaped(block[0]) for block in blocks), ends, len(keys)], "".join(written)


class Blocks(Mapping[str, str]):
    """Rows as a mapping from key to text.

    Args:
        table: as ``laid_out`` makes it.
        fetch: reads from the blocks that belong to it.
    """

    def __init__(self, table: list[Any], fetch: Fetch) -> None:
        firsts, self._ends, self._size = table
        self._firsts: list[str] = firsts.split(BREAK) if self._ends else []
        self._fetch, self._fetched, self._left = fetch, dict[int, str](), FEW_QUESTIONS

    def __getitem__(self, key: str) -> str:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return str(found)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def get(self, key: str, default: Any = None) -> Any:
        """The text of a key, as ``Mapping.get``."""
        if self._left <= 0:
            return self._all.get(key, default)
        self._left -= 1
        if BREAK in key:
            key = _escaped(key)
        block = self._block(bisect_right(self._firsts, key) - 1)
        at = block.find(f"\n{key}\t")
        if at < 0:
            return default
        begin = at + len(key) + 2
        return block[begin : block.index(BREAK, begin)]

    def beginning(self, prefix: str) -> Iterator[tuple[str, str]]:
        """The rows whose keys begin with ``prefix``, in order."""
        prefix = _escaped(prefix)
        number = max(0, bisect_right(self._firsts, prefix) - 1)
        while number < len(self._firsts):
            block = self._block(number)
            at = block.find(f"\n{prefix}")
            while at >= 0:
                end = block.index(BREAK, at + 1)
                key, _, text = block[at + 1 : end].partition("\t")
                yield key.replace(BREAK_SIGN, BREAK), text
                more = end + 1 < len(block) and block.startswith(prefix, end + 1)
                at = end if more else -1
            number += 1
            if number == len(self._firsts) or not self._firsts[number].startswith(prefix):
                return

    def likely(self, text: str) -> Iterator[tuple[str, str]]:
        """The rows whose keys may occur in a text: they begin as something in it does."""
        for beginning in {text[i : i + 2] for i in range(len(text) - 1)}:
            yield from self.beginning(beginning)
        for character in set(text):
            first = next(self.beginning(character), None)
            if first is not None and first[0] == character:
                yield first

    def occurring(self, text: str) -> list[tuple[int, int]]:
        """Where keys stand in a text, sorted by their ends."""
        found = []
        for key, _ in self.likely(text):
            at = text.find(key)
            while at >= 0:
                found.append((at, at + len(key)))
                at = text.find(key, at + 1)
        return sorted(found, key=itemgetter(1, 0))

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return int(self._size)

    def _block(self, number: int) -> str:
        """A block with a line break before it; the empty block before the first."""
        if number < 0:
            return BREAK
        found = self._fetched.get(number)
        if found is None:
            start = self._ends[number - 1] if number else 0
            found = self._fetched[number] = BREAK + self._fetch(start, self._ends[number])
        return found

    @cached_property
    def _all(self) -> dict[str, str]:
        whole = self._fetch(0, self._ends[-1]) if self._ends else ""
        self._left = 0
        rows = (row.partition("\t") for row in whole.split(BREAK)[:-1])
        return {key.replace(BREAK_SIGN, BREAK): text for key, _, text in rows}


def _escaped(key: str) -> str:
    return key.replace(BREAK, BREAK_SIGN)
