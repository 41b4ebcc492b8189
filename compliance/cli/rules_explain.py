"""``compliance rules explain``: what a text meets, what is excused, and why."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace

from compliance.cli import terminal
from compliance.cli.arguments import day_of, key_of, keys_of, parse
from compliance.cli.pages import RULES_EXPLAIN
from compliance.cli.rule_words import context_word
from compliance.engine import Checker
from compliance.folding import fold
from compliance.formats import FORMATS, View
from compliance.formats.shared.overview import summary_rows, undecided_lines
from compliance.formats.shared.paint import Paint
from compliance.formats.shared.width import clean, pad, width
from compliance.formats.shared.wording import excuse_line
from compliance.messages import say
from compliance.report import Report, Run
from compliance.rule import CHANNELS, INDUSTRIES, PLATFORMS


def run(words: Sequence[str], lang: str) -> int:
    """Print the explanation; 0, or 2 if a rule could not decide.

    Raises:
        ConfigError, PackError: the wishes or the packs cannot be used.
    """
    given = parse(RULES_EXPLAIN, words, lang)
    text = sys.stdin.read() if given.text == "-" else given.text
    report = _checker(given, lang).check(text)
    color = terminal.wants_color(given.color, sys.stdout, os.environ)
    _print_frame(report, lang, Paint(color))
    _print_matched(report, View(lang=lang, color=color, width=terminal.cells(sys.stdout), quiet=True))
    _print_excused(report, lang, Paint(color))
    return Run((report,)).exit_code(None)


def _checker(given: SimpleNamespace, lang: str) -> Checker:
    return Checker(
        industries=keys_of(given.industry, "industry", INDUSTRIES, lang),
        platforms=keys_of(given.platform, "platform", PLATFORMS, lang),
        channel=key_of(given.channel, "channel", CHANNELS, lang) or "public",
        as_of=day_of(given.as_of, "--as-of", lang),
        packs=given.packs or (),
    )


def _print_frame(report: Report, lang: str, paint: Paint) -> None:
    """The text, how it was folded, which packs and why."""
    source = report.document.source
    folded = fold(source).text
    same = say(lang, "explain.same")
    rows = [
        (say(lang, "explain.text"), source),
        (say(lang, "explain.folded"), same if folded == source else folded),
    ]
    shown = ("industries", "packs", "setting")
    rows += [
        (say(lang, f"summary.{k}"), text) for k, text in summary_rows(lang, Run((report,))) if k in shown
    ]
    cells = max(width(label) for label, _ in rows)
    for label, text in rows:
        print(f"{paint('dim', pad(label, cells))}  {clean(text)}")
    print()


def _print_matched(report: Report, view: View) -> None:
    if not report.violations:
        print(say(view.lang, "explain.nothing") + "\n")
        return
    print(Paint(view.color)("bold", say(view.lang, "explain.matched")))
    FORMATS["text"].write(Run((report,)), sys.stdout, view=view)


def _print_excused(report: Report, lang: str, paint: Paint) -> None:
    if report.excused:
        print(paint("bold", say(lang, "explain.excused")))
    for excused in report.excused:
        place = f"{excused.line}:{excused.column}"
        print(f"  {place} {clean(excused.excerpt)} {paint('dim', f'[{excused.rule_id}]')}")
        reason = excuse_line(excused.excuse.reason, excused.excuse.basis)
        print(f"      {context_word(excused.excuse.key, lang)}: {clean(reason)}")
    for line in undecided_lines(lang, Run((report,))):
        print(f"{say(lang, 'summary.undecided')}  {clean(line)}")
