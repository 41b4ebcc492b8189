"""``compliance rules show``: everything about one rule, as a page a lawyer reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from compliance.cli import terminal
from compliance.cli.arguments import parse
from compliance.cli.pages import RULES_SHOW
from compliance.cli.rule_words import condition_words, exemption_words, need_words
from compliance.formats.shared.paint import Paint
from compliance.formats.shared.width import clean, pad, width, wrap
from compliance.formats.shared.wording import basis_line
from compliance.messages import name_of, say
from compliance.packs import library
from compliance.rule import Example, Rule

Row = tuple[str, str]


def run(words: Sequence[str], lang: str) -> int:
    """Print the page.

    Raises:
        ConfigError: no such rule; names the nearest one.
    """
    given = parse(RULES_SHOW, words, lang)
    packs = given.packs or ()
    library(packs).rule(given.rule)  # quick: refuses a wrong id before everything is read afresh
    rule = library(packs, fresh=True).rule(given.rule)  # only the fresh form has the examples
    paint = Paint(terminal.wants_color(given.color, sys.stdout, os.environ))
    print(f"{paint('bold', clean(rule.title))}  {paint('dim', rule.id)}\n")
    _print_rows(list(_rows(rule, lang)), paint, terminal.cells(sys.stdout))
    return 0


def _print_rows(rows: Sequence[Row], paint: Paint, cells: int | None) -> None:
    left = max(width(label) for label, _ in rows)
    before = ""
    for label, text in rows:
        shown = "" if label == before else label
        lines = wrap(clean(text), cells - left - 4 if cells else None)
        print(f"  {paint('dim', pad(shown, left))}  {lines[0]}")
        for line in lines[1:]:
            print(" " * (left + 4) + line)
        before = label


def _rows(rule: Rule, lang: str) -> Iterator[Row]:
    word = say(lang, f"severity.{rule.severity.value}")
    meaning = say(lang, f"severity.{rule.severity.value}.meaning")
    yield say(lang, "column.severity"), say(lang, "rules.meaning", word=word, meaning=meaning)
    yield say(lang, "column.category"), name_of(lang, "category", rule.category)
    yield say(lang, "rules.pack"), rule.pack
    yield from ((say(lang, "rules.conditions"), condition_words(c, lang)) for c in rule.conditions)
    if rule.disguised:
        yield say(lang, "rules.needs"), say(lang, "rules.disguised")
    yield from ((say(lang, "rules.needs"), need_words(n, lang)) for n in rule.needs)
    yield from ((say(lang, "rules.unless"), exemption_words(e, lang)) for e in rule.unless)
    yield from _levels(rule, lang)
    yield say(lang, "column.message"), rule.message
    if rule.why:
        yield say(lang, "label.why"), rule.why
    for basis in rule.basis:
        yield say(lang, "label.basis"), basis_line(lang, basis)
        if basis.penalty:
            yield say(lang, "label.penalty"), basis.penalty
    yield from ((say(lang, "label.suggestion"), s.write) for s in rule.suggestions)
    yield from ((say(lang, "label.evidence"), e) for e in rule.evidence)
    yield from ((say(lang, "label.fix"), f"{old} → {new}") for old, new in rule.fixes.items())
    yield from _examples(rule, lang)
    yield say(lang, "rules.file"), f"{rule.path}:{rule.line}"


def _levels(rule: Rule, lang: str) -> Iterator[Row]:
    for kind, levels in (("industry", rule.by_industry), ("channel", rule.by_channel)):
        for key, level in levels.items():
            word = say(lang, f"rules.level.{level}")
            yield say(lang, f"rules.by_{kind}"), f"{name_of(lang, kind, key)} → {word}"


def _examples(rule: Rule, lang: str) -> Iterator[Row]:
    yield from ((say(lang, "rules.examples.flag"), _marked(e)) for e in rule.examples.flag)
    yield from ((say(lang, "rules.examples.pass"), e.text) for e in rule.examples.passing)
    yield from ((say(lang, "rules.examples.gap"), e.text) for e in rule.examples.known_gaps)


def _marked(example: Example) -> str:
    if example.start < 0:
        return example.text
    text, start, end = example.text, example.start, example.end
    return f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
