"""``compliance`` itself: help, version, and a hint when a command does not exist."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.cli.arguments import UsageError, help_text
from compliance.cli.pages import MAIN
from compliance.errors import did_you_mean
from compliance.messages import say


def run(command: str, lang: str, commands: Mapping[str, str]) -> int:
    """Print what was asked for.

    Raises:
        UsageError: there is no such command.
    """
    if command == "--version":
        from compliance import __version__

        print(f"yushen-compliance {__version__}")
        return 0
    if command in ("", "-h", "--help", "help"):
        print(help_text(MAIN, lang))
        return 0
    known = list(commands)
    text = say(lang, "cli.unknown_command", command=command, known=", ".join(known))
    raise UsageError(text + did_you_mean(command, known))
