"""``compliance rules``: list, show, test, explain, new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module

from compliance.cli.arguments import UsageError, help_text
from compliance.cli.pages import RULES
from compliance.errors import did_you_mean
from compliance.messages import say

COMMANDS: Mapping[str, str] = {
    "list": "compliance.cli.rules_list:run",
    "show": "compliance.cli.rules_show:run",
    "test": "compliance.cli.rules_test:run",
    "explain": "compliance.cli.rules_explain:run",
    "new": "compliance.cli.rules_new:run",
    "handbook": "compliance.cli.rules_documents:run_handbook",
    "checklist": "compliance.cli.rules_documents:run_checklist",
    "changes": "compliance.cli.rules_documents:run_changes",
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
    module, _, function = COMMANDS[words[0]].partition(":")
    return int(getattr(import_module(module), function)(words[1:], lang))
