"""``compliance rules``: list, show, test, explain, new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module

from compliance.cli.arguments import UsageError, help_text
from compliance.cli.pages import RULES
from compliance.errors import did_you_mean
from compliance.messages import say

COMMANDS: Mapping[str, str] = {
    "list": "compliance.cli.rules_list",
    "show": "compliance.cli.rules_show",
    "test": "compliance.cli.rules_test",
    "explain": "compliance.cli.rules_explain",
    "new": "compliance.cli.rules_new",
}


def run(words: Sequence[str], lang: str) -> int:
    """Run one of the commands about rules; returns the exit code.

    Raises:
        UsageError: no such command.
    """
    if not words or words[0] in ("-h", "--help") or words[0].startswith("--lang"):
        print(help_text(RULES, lang))
        return 0
    if words[0] not in COMMANDS:
        known = list(COMMANDS)
        text = say(lang, "cli.unknown_command", command=f"rules {words[0]}", known=", ".join(known))
        raise UsageError(text + did_you_mean(words[0], known))
    return int(import_module(COMMANDS[words[0]]).run(words[1:], lang))
