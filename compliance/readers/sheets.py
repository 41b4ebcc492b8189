"""Rows of cells on their way to parts: names of cells, headers of shot lists, limits on size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from compliance.errors import InputTooLarge
from compliance.readers.columns import cell_roles, column_roles, same_role
from compliance.readers.intake import shown
from compliance.text import Role

MAX_ROWS: Final = 100_000
"""Rows of one table; a script has hundreds."""
MAX_CELLS: Final = 500_000
"""Cells in one file; bounds time and memory."""
MAX_CHARACTERS: Final = 20 * 1024 * 1024
"""Characters of one file. A small file can refer to one long text many times over."""
MAX_HEADER_COLUMNS: Final = 256
"""Columns that a header is looked for in; beyond them everything is copy."""


def cell_name(column: int, row: int) -> str:
    """The name of a cell, both counted from 1: (3, 4) is C4."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def cell_position(name: str) -> tuple[int, int]:
    """Column and row of a cell name, both from 1: C4 is (3, 4)."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(name[len(letters) :])


class HeaderWatch:
    """Gives the cells of a table their roles, row by row; a header may come late and more than once."""

    def __init__(self) -> None:
        self._roles: tuple[Role, ...] | None = None

    def roles(self, cells: Sequence[str]) -> Sequence[Role]:
        """The role of each cell of the next row; a header itself names columns and is no copy."""
        header = column_roles(cells)
        if header is not None:
            self._roles = header
            return same_role("direction", len(cells))
        if self._roles is None:
            return same_role("speech", len(cells))
        return cell_roles(self._roles, cells)


class Budget:
    """Counts rows, cells and characters against the limits."""

    def __init__(self, name: str) -> None:
        self._name = shown(name)
        self._cells = self._characters = 0

    def spend_row(self, row: int, words: Sequence[str]) -> None:
        """Count the cells of one row; ``row`` is its number.

        Raises:
            InputTooLarge: over ``MAX_ROWS``, ``MAX_CELLS`` or ``MAX_CHARACTERS``.
        """
        self._cells += len(words)
        if row > MAX_ROWS and words:
            raise InputTooLarge(self._name, f"表格超过 {MAX_ROWS} 行；请只留下要检查的部分")
        if self._cells > MAX_CELLS:
            raise InputTooLarge(self._name, f"表格超过 {MAX_CELLS} 个单元格；请只留下要检查的部分")
        self.spend_text(sum(map(len, words)))

    def spend_text(self, characters: int) -> None:
        """Count text that came out of a packed file.

        Raises:
            InputTooLarge: over ``MAX_CHARACTERS``.
        """
        self._characters += characters
        if self._characters > MAX_CHARACTERS:
            raise InputTooLarge(self._name, f"解出的文字超过 {MAX_CHARACTERS} 字；请拆成几个文件")
