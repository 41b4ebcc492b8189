"""How a file is named for other tools, and what they may change in it."""

from __future__ import annotations

import os

from compliance.report import Report, Violation

EXTRACTED_KINDS = frozenset({"docx", "xlsx", "pdf"})
"""Kinds whose checked text is not the file itself: lines and columns are those of the extracted text."""


def relative(name: str) -> str:
    """The path from the working folder with forward slashes and no leading ./; others stay absolute.

    Names that are no paths (standard input, text given directly) stay as they are.
    """
    if name.startswith("<"):
        return name
    parts = _parts(name)
    if not os.path.isabs(name):
        return "/".join(parts) or "."
    here = _parts(os.getcwd())
    if parts[: len(here)] == here:
        return "/".join(parts[len(here) :]) or "."
    root = "/" if name.startswith(("/", os.sep)) else ""
    return root + "/".join(parts)


def _parts(path: str) -> list[str]:
    """The names in a path; pathlib would do it, and takes longer to load than a whole report to write."""
    return [part for part in path.replace(os.sep, "/").split("/") if part not in ("", ".")]


def uri(name: str) -> str:
    """The same as a URI reference; relative where the path is."""
    from pathlib import Path
    from urllib.parse import quote

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
