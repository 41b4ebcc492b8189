"""How a file is named for other tools."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

EXTRACTED_KINDS = frozenset({"docx", "xlsx", "pdf"})
"""Kinds whose checked text is not the file itself: lines and columns are those of the extracted text."""


def relative(name: str) -> str:
    """The path from the working folder with forward slashes and no leading ./; others stay absolute.

    Names that are no paths (standard input, text given directly) stay as they are.
    """
    if name.startswith("<"):
        return name
    path = Path(name)
    if path.is_absolute():
        try:
            path = path.relative_to(Path.cwd())
        except ValueError:
            return path.as_posix()
    return path.as_posix()


def uri(name: str) -> str:
    """The same as a URI reference; relative where the path is."""
    path = relative(name)
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(path, safe="/")
