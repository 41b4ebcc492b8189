"""Readers: a file becomes a Document. One file an input kind; the table below finds them by suffix."""

from __future__ import annotations

from pathlib import Path

from compliance.text import Document


def read(path: str | Path) -> Document:
    """Read a file by its type.

    Raises:
        InputError: missing, unreadable, unsupported, too large or unsafe; the message says what to do.
    """
    raise NotImplementedError


def read_bytes(content: bytes, name: str) -> Document:
    """Read content that is not on disk (standard input, an upload); ``name`` decides the type."""
    raise NotImplementedError
