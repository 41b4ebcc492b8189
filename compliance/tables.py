"""The generated tables of this release (``tools/build_tables.py`` makes them)."""

from __future__ import annotations

import os


def read_table(name: str) -> str:
    """The text of a file below ``_data``; read without pathlib, which takes longer than the reading."""
    with open(os.path.join(os.path.dirname(__file__), "_data", name), encoding="utf-8") as file:
        return file.read()
