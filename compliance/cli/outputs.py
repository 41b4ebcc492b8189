"""Where reports go: the screen, files, several at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from compliance.cli.arguments import UsageError
from compliance.errors import ComplianceError, ConfigError, did_you_mean
from compliance.formats import FORMATS, Format, View, format_for_file
from compliance.messages import say
from compliance.report import Run

if TYPE_CHECKING:
    from pathlib import Path


class Output(NamedTuple):
    """A format and the file it goes to; "" is standard output."""

    format: Format
    path: str = ""


def plan(format_name: str | None, targets: Sequence[str], lang: str) -> list[Output]:
    """The outputs a command line asks for. A target without a format takes the place of the screen.

    Raises:
        UsageError: an unknown format, two outputs to one file, or bytes meant for the screen.
    """
    screen = _named(format_name, lang) if format_name else None
    outputs: list[Output] = []
    bare = False
    for target in targets:
        name, colon, path = target.partition(":")
        if colon and path and name in FORMATS:
            outputs.append(Output(FORMATS[name], path))
        else:
            bare = True
            outputs.append(Output(screen or format_for_file(target) or FORMATS["text"], target))
    if not bare:
        outputs.insert(0, Output(screen or FORMATS["text"]))
    _refuse_clashes(outputs, lang)
    return outputs


def _named(name: str, lang: str) -> Format:
    if name not in FORMATS:
        known = list(FORMATS)
        text = say(lang, "cli.bad_choice", option="--format", value=name, known=", ".join(known))
        raise UsageError(text + did_you_mean(name, known))
    return FORMATS[name]


def _refuse_clashes(outputs: Sequence[Output], lang: str) -> None:
    seen = set()
    for output in outputs:
        if not output.path and output.format.binary:
            name = output.format.name
            raise UsageError(say(lang, "cli.binary_stdout", name=name, suffix=output.format.suffix))
        place = os.path.abspath(output.path) if output.path else ""
        if place in seen:
            raise UsageError(say(lang, "cli.outputs_clash", path=output.path))
        seen.add(place)


def write_all(run: Run, outputs: Sequence[Output], view: View) -> list[str]:
    """Write every output; a failing one does not stop the others. Returns the problems."""
    problems = []
    for output in outputs:
        try:
            if output.path:
                _write_file(run, output, view._replace(color=False, width=None))
            else:
                _write_screen(run, output, view)
        except ComplianceError as problem:
            problems.append(str(problem))
    return problems


def _write_screen(run: Run, output: Output, view: View) -> None:
    """Write to standard output.

    Raises:
        ConfigError: it takes no more (a full disk behind “>”).
        BrokenPipeError: nobody reads it.
    """
    try:
        output.format.write(run, sys.stdout, view=view)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or what is left fails once more
        reason = problem.strerror or str(problem)
        raise ConfigError(say(view.lang, "cli.cannot_write", path="<stdout>", problem=reason)) from problem


def _write_file(run: Run, output: Output, view: View) -> None:
    """Write beside the target, then move: a full disk must not leave half a report behind.

    Raises:
        ConfigError: the file cannot be written.
    """
    from pathlib import Path

    target = Path(output.path)
    try:
        if target.exists() and not target.is_file():  # a pipe or device takes what it is given
            with _opened(target, output.format) as stream:
                output.format.write(run, stream, view=view)
            return
        _replace(run, output, view, target)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ConfigError(say(view.lang, "cli.cannot_write", path=target, problem=reason)) from problem


def _replace(run: Run, output: Output, view: View, target: Path) -> None:
    import tempfile  # most runs write to the screen
    from pathlib import Path

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    partial = Path(name)
    try:
        os.close(handle)
        with _opened(partial, output.format) as stream:
            output.format.write(run, stream, view=view)
        partial.chmod(_mode(target))
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The permissions the report should have: those of the old one, or what the person's umask says."""
    if target.exists():
        if not os.access(target, os.W_OK):
            raise PermissionError(13, os.strerror(13))
        return target.stat().st_mode & 0o777
    umask = os.umask(0o077)
    os.umask(umask)
    return 0o666 & ~umask


def _opened(path: Path, chosen: Format) -> IO[Any]:
    if chosen.binary:
        return path.open("wb")
    return path.open("w", encoding=chosen.encoding, errors="backslashreplace", newline="\n")
