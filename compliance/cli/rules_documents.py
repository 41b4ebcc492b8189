"""``compliance rules handbook | checklist | changes``: documents that come out of the rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from compliance.cli.arguments import UsageError, keys_of, parse
from compliance.cli.document_pages import RULES_CHANGES, RULES_CHECKLIST, RULES_HANDBOOK
from compliance.handbook import changes_page, checklist, handbook, html_page
from compliance.keys import INDUSTRIES, PLATFORMS
from compliance.messages import say
from compliance.packs import Library, library

Writer = Callable[[Library, Sequence[str], Sequence[str]], str]


def run_handbook(words: Sequence[str], lang: str) -> int:
    """Write the handbook; 0."""
    return _selected(parse(RULES_HANDBOOK, words, lang), handbook, lang)


def run_checklist(words: Sequence[str], lang: str) -> int:
    """Write the checklist; 0."""
    return _selected(parse(RULES_CHECKLIST, words, lang), checklist, lang)


def run_changes(words: Sequence[str], lang: str) -> int:
    """Write what changed in the law since a day; 0.

    Raises:
        UsageError: the day is missing or no date.
    """
    given = parse(RULES_CHANGES, words, lang)
    try:
        since = date.fromisoformat(given.since or "")
    except ValueError:
        raise UsageError(say(lang, "cli.bad_date", option="--since", value=given.since or "")) from None
    page = changes_page(library(given.packs or ()), since, date.today())
    return _written(page, given)


def _selected(given: SimpleNamespace, writer: Writer, lang: str) -> int:
    industries = keys_of(given.industry, "industry", INDUSTRIES, lang) or ()
    platforms = keys_of(given.platform, "platform", PLATFORMS, lang) or ()
    rules = library(given.packs or (), fresh=True)  # the cached form holds no examples
    return _written(writer(rules, industries, platforms), given)


def _written(page: str, given: SimpleNamespace) -> int:
    text = html_page(page, page.partition("\n")[0].lstrip("# ")) if given.format == "html" else page
    if given.output:
        Path(given.output).write_text(text, encoding="utf-8")
    else:
        print(text, end="" if text.endswith("\n") else "\n")
    return 0
