"""How a file is named for other tools, and what they may change in it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from compliance.report import Report, Violation

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


def replacement(report: Report, violation: Violation) -> str:
    """The words another tool may put in the place of a finding, or "".

    Not where the text is packed away, nor where markup stands inside the phrase; and dropping words needs a
    look at the sentence, which only ``--fix`` takes.
    """
    written = report.document.source[violation.start : violation.end]
    if report.document.kind in EXTRACTED_KINDS or written != violation.excerpt:
        return ""
    return violation.fix or ""
