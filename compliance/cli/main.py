"""Entry point: find the command, run it, turn what went wrong into a message and an exit code.

Start-up is part of the experience: a command's module is loaded when it is called, and nothing else.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from compliance.cli.page import HelpAsked
from compliance.errors import ComplianceError
from compliance.messages import choose_language, say

COMMANDS: Mapping[str, str] = {
    "check": "compliance.cli.check",
    "rules": "compliance.cli.rules",
    "baseline": "compliance.cli.baseline_command",
    "config": "compliance.cli.config_command",
    "serve": "compliance.cli.serve",
}
"""Command -> module with ``run(words, lang) -> exit code``."""

BROKEN = 2  # usage, configuration, pack, unreadable input, undecided
BEFORE_GARBAGE = 200_000  # new objects between two looks for garbage; a start makes fewer
INTERRUPTED = 130  # what shells expect after Ctrl+C


def entry() -> NoReturn:
    """What the installed command runs: ``main``, for a process that starts and ends with it.

    What a start loads stays to the end, so looking for garbage in it finds none; and taking it apart before
    leaving takes longer than checking a text. Threads are waited for as usual.
    """
    gc.set_threshold(BEFORE_GARBAGE)
    code = main()
    if len(sys._current_frames()) == 1:
        atexit._run_exitfuncs()
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    sys.exit(code)


def main(words: Sequence[str] | None = None) -> int:
    """Run a command line; returns the exit code."""
    from compliance.cli.terminal import speak_utf8

    words = list(sys.argv[1:] if words is None else words)
    lang = choose_language(_given_language(words), os.environ)
    speak_utf8()
    try:
        try:
            code = _dispatch(words, lang)
        except HelpAsked as asked:
            print(asked)
            code = 0
        sys.stdout.flush()
        return code
    except ComplianceError as problem:
        return _complain(problem, words, lang)
    except KeyboardInterrupt:
        print(say(lang, "cli.interrupted"), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _abandon_output()  # the reader went away (| head)
        return BROKEN
    except OSError as problem:  # a full disk behind standard output, a terminal that is gone
        from compliance.cli.terminal import complain

        _abandon_output()
        reason = problem.strerror or str(problem)
        complain(say(lang, "cli.cannot_write", path=problem.filename or "<stdout>", problem=reason))
        return BROKEN
    except Exception:  # Python would exit with 1, which means “something was found”
        import traceback

        traceback.print_exc()
        return BROKEN


def _abandon_output() -> None:
    """Python would complain once more when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(words: list[str], lang: str) -> int:
    command, rest = _split(words)
    if command in COMMANDS:
        return int(import_module(COMMANDS[command]).run(rest, lang))
    from compliance.cli import about

    return about.run(command, lang, COMMANDS)


def _split(words: list[str]) -> tuple[str, list[str]]:
    """The command and its words; --lang may stand before the command."""
    at = 0
    while at < len(words) and words[at].startswith("--lang"):
        at += 1 if "=" in words[at] else 2
    if at >= len(words):
        return "", []
    return words[at], words[at + 1 :]


def _given_language(words: Sequence[str]) -> str | None:
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--lang":
            return following
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


def _complain(problem: ComplianceError, words: Sequence[str], lang: str) -> int:
    from compliance.cli.arguments import UsageError
    from compliance.cli.terminal import complain

    complain(say(lang, "cli.error", problem=problem))
    if isinstance(problem, UsageError):
        known = [w for w in words[:1] if w in COMMANDS]
        complain(say(lang, "cli.hint", command=" ".join(["compliance", *known])))
    return BROKEN
