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
"""Cells with content in one file; bounds time and memory."""


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
    """Counts rows and cells against the limits."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = 0

    def spend(self, row: int, cells: int) -> None:
        """Count one row; ``row`` is its number.

        Raises:
            InputTooLarge: over ``MAX_ROWS`` or ``MAX_CELLS``.
        """
        self._cells += cells
        if row > MAX_ROWS and cells:
            raise InputTooLarge(shown(self._name), f"表格超过 {MAX_ROWS} 行；请只留下要检查的部分")
        if self._cells > MAX_CELLS:
            raise InputTooLarge(shown(self._name), f"表格超过 {MAX_CELLS} 个单元格；请只留下要检查的部分")
