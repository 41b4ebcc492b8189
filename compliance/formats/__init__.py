"""Formats: a run becomes output. One file an output kind; the table below finds them by name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import IO, Any, NamedTuple

from compliance.formats.shared.view import View
from compliance.report import Run

__all__ = ["FORMATS", "Format", "View", "format_for_file"]


class Format(NamedTuple):
    """An output kind. Its module is loaded on first use, for most runs need one."""

    name: str
    """Also the name of its module here."""
    suffix: str
    """Usual ending of a file, without the dot."""
    media_type: str
    binary: bool = False
    """Written as bytes."""
    encoding: str = "utf-8"

    def write(self, run: Run, stream: IO[Any], *, lang: str = "zh", view: View | None = None) -> None:
        """Write the run to an open stream (text, or bytes where ``binary``). ``view`` wins over ``lang``.

        Raises:
            ConfigError: the run cannot be shown in this format; the message says what to do instead.
        """
        import_module(f"compliance.formats.{self.name}").write(run, stream, view or View(lang=lang))


FORMATS: Mapping[str, Format] = {
    f.name: f
    for f in (
        Format("text", "txt", "text/plain"),
        Format("json", "json", "application/json"),
        Format("jsonl", "jsonl", "application/x-ndjson"),
        Format("sarif", "sarif", "application/sarif+json"),
        Format("github", "txt", "text/plain"),
        Format("rdjsonl", "rdjsonl", "application/x-ndjson"),
        Format("gitlab", "json", "application/json"),
        Format("junit", "xml", "application/xml"),
        Format("checkstyle", "xml", "application/xml"),
        # Excel takes a CSV file for its own code page unless it starts with a byte order mark.
        Format("csv", "csv", "text/csv", encoding="utf-8-sig"),
        Format(
            "xlsx",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            binary=True,
        ),
        Format("html", "html", "text/html"),
        Format(
            "docx",
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            binary=True,
        ),
    )
}


def format_for_file(path: str) -> Format | None:
    """The format a file name asks for by its ending; None where several or none do."""
    ending = path.rpartition(".")[2].lower() if "." in path else ""
    fitting = [f for f in FORMATS.values() if f.suffix == ending]
    if ending == "json":
        return FORMATS["json"]
    return fitting[0] if len(fitting) == 1 else (FORMATS["text"] if ending == "txt" else None)
