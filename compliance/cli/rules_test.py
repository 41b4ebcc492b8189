"""``compliance rules test``: run the examples inside the rules."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from compliance.cli import terminal
from compliance.cli.arguments import parse
from compliance.cli.pages import RULES_TEST
from compliance.formats.shared.paint import Paint
from compliance.formats.shared.width import clean
from compliance.messages import say
from compliance.packs import Library, library
from compliance.selftest import Result
from compliance.selftest import run as run_examples


def run(words: Sequence[str], lang: str) -> int:
    """Test all packs or one; 0 all pass, 1 something failed or nothing was there to test.

    Raises:
        PackError: a pack cannot be read.
        ConfigError: no such pack.
    """
    given = parse(RULES_TEST, words, lang)
    extra = list(given.packs or ())
    named = given.pack
    if named and Path(named).exists():
        extra.append(named)
    result = _tested(library(extra, fresh=True), named, tuple(extra))
    paint = Paint(terminal.wants_color(given.color, sys.stdout, os.environ))
    for failure in result.failures:
        print(f"{failure.path}:{failure.line}: {paint('error', failure.rule_id)}: {clean(failure.problem)}")
    print(_verdict(result, lang, paint))
    return 0 if result.passed else 1


def _tested(rules: Library, named: str | None, extra: tuple[str, ...]) -> Result:
    if named is None or not Path(named).exists():
        return run_examples(rules, named, extra=extra)
    total = Result()
    root = Path(named).resolve()
    for pack in rules.packs:
        if Path(pack.path).resolve().is_relative_to(root):
            result = run_examples(rules, pack.name, extra=extra)
            total.rules += result.rules
            total.examples += result.examples
            total.failures += result.failures
    return total


def _verdict(result: Result, lang: str, paint: Paint) -> str:
    if not result.rules:
        return paint("error", say(lang, "rules.test.nothing"))
    counts = {"rules": result.rules, "examples": result.examples}
    if result.failures:
        return paint("error", say(lang, "rules.test.failed", failures=len(result.failures), **counts))
    return paint("good", say(lang, "rules.test.ok", **counts))
