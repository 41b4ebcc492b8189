"""``compliance rules list``."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

from compliance.cli import terminal
from compliance.cli.arguments import keys_of, parse
from compliance.cli.pages import RULES_LIST
from compliance.formats.shared.paint import Paint
from compliance.formats.shared.width import clean, pad
from compliance.messages import join, name_of, say
from compliance.packs import Library, Pack, library
from compliance.rule import CATEGORIES, INDUSTRIES, Rule


def run(words: Sequence[str], lang: str) -> int:
    """List the rules that fit; always 0, for an empty list is an answer."""
    given = parse(RULES_LIST, words, lang)
    found = list(_fitting(library(given.packs or ()), given, lang))
    if given.format == "json":
        print(json.dumps([_record(p, r) for p, r in found], ensure_ascii=False, indent=2))
        return 0
    paint = Paint(terminal.wants_color(given.color, sys.stdout, os.environ))
    before = None
    for pack, rule in found:
        if pack is not before:
            print(("\n" if before else "") + _heading(pack, lang, paint))
            before = pack
        word = pad(say(lang, f"severity.{rule.severity.value}"), 7 if lang == "en" else 4)
        print(f"  {paint(rule.severity.value, word)}  {rule.id}  {clean(rule.title)}")
    print(("\n" if found else "") + say(lang, "rules.count" if found else "rules.none", count=len(found)))
    return 0


def _fitting(rules: Library, given: SimpleNamespace, lang: str) -> Iterator[tuple[Pack, Rule]]:
    industries = keys_of(given.industry, "industry", INDUSTRIES, lang)
    categories = keys_of(given.category, "category", CATEGORIES, lang)
    by_name = {pack.name: pack for pack in rules.packs}
    for rule in rules.rules():
        pack = by_name[rule.pack]
        if industries and not set(industries) & set(pack.industries or ("general",)):
            continue
        if categories and rule.category not in categories:
            continue
        if given.severity and rule.severity.value not in given.severity:
            continue
        yield pack, rule


def _heading(pack: Pack, lang: str, paint: Paint) -> str:
    scope = [name_of(lang, "industry", k) for k in pack.industries]
    scope += [name_of(lang, "platform", k) for k in pack.platforms]
    where = join(lang, scope or [name_of(lang, "industry", "general")])
    return f"{paint('bold', clean(pack.title))} {pack.name} {pack.version} · {where}"


def _record(pack: Pack, rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "category": rule.category,
        "severity": rule.severity.value,
        "pack": pack.name,
        "industries": list(pack.industries),
        "platforms": list(pack.platforms),
        "basis": [{"law": b.law, "article": b.article} for b in rule.basis],
        "path": rule.path,
        "line": rule.line,
    }
