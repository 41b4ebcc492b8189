"""Compile YAML files into one library of specifications (plain dicts)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from compliance.contexts import CONTEXTS
from compliance.disguise.lexicon import Vocabulary
from compliance.disguise.prepared import rows_of, sketches_of
from compliance.disguise.tables import tables_from
from compliance.errors import PackSchemaError, did_you_mean
from compliance.folding import fold
from compliance.keys import INDUSTRIES
from compliance.packs.cells import written
from compliance.packs.fields import Fields
from compliance.packs.index import build_index, real_words
from compliance.packs.schema import Names, pack_spec
from compliance.packs.store import encoded, encoded_rows
from compliance.packs.strict_yaml import Mapping as Tree
from compliance.packs.strict_yaml import Node, Source, load, plain

LAW_KEYS = ("title", "number", "since", "until", "confidence", "penalties", "industries", "source", "notes")


def compiled_library(
    files: Sequence[tuple[str, str]], *, keep_examples: bool
) -> tuple[dict[str, Any], list[bytes]]:
    """The header and the entries of a library; ``files`` are (path, text) in reading order.

    The folder or the first key tells what each file is. Examples are needed to test rules, not to apply them.

    Raises:
        PackError: with file, line and column.
    """
    trees = [(path, text, load(text, path)) for path, text in files]
    lists = _lists([t for t in trees if _kind(t) == "list"])
    laws = _laws([t for t in trees if _kind(t) == "laws"])
    disguises = {path: plain(tree) for path, text, tree in trees if _kind((path, text, tree)) == "disguise"}
    names = Names(lists, laws, frozenset(CONTEXTS))
    packs = []
    for path, text, tree in trees:
        if _kind((path, text, tree)) == "pack":
            spec = pack_spec(tree, Source(text, path), names)
            packs.append({**spec, "sha256": hashlib.sha256(text.encode()).hexdigest()})
    _refuse_doubles(packs, trees)
    _apply_overrides(packs)
    if not keep_examples:
        for rule in (rule for pack in packs for rule in pack["rules"]):
            del rule["examples"]
    return _written(packs, lists, laws, disguises)


def _written(
    packs: Sequence[dict[str, Any]],
    lists: dict[str, list[str]],
    laws: dict[str, Any],
    disguises: dict[str, Any],
) -> tuple[dict[str, Any], list[bytes]]:
    vocabulary = Vocabulary(real_words(packs, lists), tables_from(disguises))
    cells, words = build_index(packs, lists, vocabulary.cues)
    entries = _Entries()
    header = {
        "packs": _pack_fields(packs),
        "cells": written(cells),
        "absences": [n for n, cell in enumerate(cells) if cell.kind == "missing"],
        "words": entries.add_rows(words),
        "laws": entries.add(laws),
        "vocabulary": {name: entries.add_rows(rows) for name, rows in rows_of(vocabulary).items()},
        "sketches": {name: entries.add(sketch) for name, sketch in sketches_of(vocabulary).items()},
        "lists": {name: entries.add(words) for name, words in lists.items()},
        "signals": [entries.add(pack["signals"]) for pack in packs],
        "rules": [entries.add(rule) for pack in packs for rule in pack["rules"]],
    }
    return header, entries


class _Entries(list[bytes]):
    """The entries of a library as they are made; adding one tells its number."""

    def add(self, value: Any) -> int:
        self.append(encoded(value))
        return len(self) - 1

    def add_rows(self, rows: Mapping[str, str] | Iterable[str]) -> int:
        self += encoded_rows(rows)
        return len(self) - 2


def _pack_fields(packs: Sequence[dict[str, Any]]) -> list[list[Any]]:
    """The fields of each pack, and which rules are its own."""
    fields = ("name", "title", "version", "industries", "platforms", "threshold", "path", "sha256")
    found, number = [], 0
    for pack in packs:
        found.append([*(pack[f] for f in fields), number, len(pack["rules"])])
        number += len(pack["rules"])
    return found


def _kind(entry: tuple[str, str, Node]) -> str:
    path, _, tree = entry
    keys = tree.entries if isinstance(tree, Tree) else {}
    if "list" in keys:
        return "list"
    if "laws" in keys:
        return "laws"
    return "disguise" if PurePosixPath(path).parent.name == "disguises" else "pack"


def _lists(trees: Sequence[tuple[str, str, Node]]) -> dict[str, list[str]]:
    """Every shared list by name, folded, with the lists it includes."""
    own: dict[str, list[str]] = {}
    includes: dict[str, list[str]] = {}
    for path, text, tree in trees:
        f = Fields(tree, Source(text, path), "词表（list）", ("list", "title", "terms", "includes", "notes"))
        name = f.text("list")
        if name in own:
            f.fail("list", f"词表重名（duplicate list）“{name}”")
        own[name] = [fold(t.strip()).text for t in f.texts("terms")]
        includes[name] = f.texts("includes")
        for other in includes[name]:
            if other not in {_list_name(t) for _, _, t in trees}:
                f.fail("includes", f"没有这个词表（no such list）“{other}”")
    return {name: _merged(name, own, includes, ()) for name in own}


def _list_name(tree: Node) -> str:
    node = tree.entries.get("list") if isinstance(tree, Tree) else None
    return getattr(node, "text", "")


def _merged(
    name: str, own: Mapping[str, list[str]], includes: Mapping[str, list[str]], above: tuple[str, ...]
) -> list[str]:
    if name in above:
        raise PackSchemaError(
            "rules/lists", f"词表互相包含（circular includes）：{' → '.join((*above, name))}"
        )
    words = list(own[name])
    for other in includes[name]:
        words += _merged(other, own, includes, (*above, name))
    return list(dict.fromkeys(w for w in words if w))


def _laws(trees: Sequence[tuple[str, str, Node]]) -> dict[str, Any]:
    laws: dict[str, Any] = {}
    for path, text, tree in trees:
        source = Source(text, path)
        outer = Fields(tree, source, "法规（laws）", ("laws", "notes"))
        table = outer.raw("laws")
        if not isinstance(table, Tree):
            outer.fail("laws", "应当写成 {简称: {title: …}}")
        for key, node in table.entries.items():
            f = Fields(node, source, f"法规 “{key}”", LAW_KEYS)
            if key in laws:
                f.fail("title", f"法规重复（duplicate law）“{key}”")
            laws[key] = _law(f)
    return laws


def _law(f: Fields) -> dict[str, Any]:
    for name in ("since", "until"):
        f.day(name)
    penalties = f.raw("penalties")
    if penalties is not None and not isinstance(penalties, Tree):
        f.fail("penalties", "应当写成 {条号: 罚则}")
    return {
        "title": f.text("title"),
        "number": f.text("number", ""),
        "since": f.text("since", ""),
        "until": f.text("until", ""),
        "confidence": f.choice("confidence", ("verified", "secondary", "memory"), "verified"),
        "industries": _industries(f),
        "penalties": plain(penalties) if penalties is not None else {},
    }


def _industries(f: Fields) -> list[str]:
    """The only industries a law speaks to."""
    keys = list(f.texts("industries"))
    for key in keys:
        if key not in INDUSTRIES:
            f.fail(
                "industries", f"没有这个行业（no such industry）“{key}”{did_you_mean(key, list(INDUSTRIES))}"
            )
    return keys


def _refuse_doubles(packs: Sequence[dict[str, Any]], trees: Sequence[tuple[str, str, Node]]) -> None:
    texts = {path: text for path, text, _ in trees}
    seen: dict[str, str] = {}
    names: dict[str, str] = {}
    for pack in packs:
        if pack["name"] in names:
            raise PackSchemaError(
                pack["path"], f"包重名（duplicate pack）“{pack['name']}”，另一处：{names[pack['name']]}"
            )
        names[pack["name"]] = pack["path"]
        for rule in pack["rules"]:
            place = f"{rule['path']}:{rule['line']}"
            if rule["id"] in seen:
                snippet = texts[rule["path"]].splitlines()[rule["line"] - 1]
                problem = f"规则 id 重复（duplicate rule id）“{rule['id']}”，另一处：{seen[rule['id']]}"
                raise PackSchemaError(rule["path"], problem, line=rule["line"], column=1, snippet=snippet)
            seen[rule["id"]] = place


def _apply_overrides(packs: Sequence[dict[str, Any]]) -> None:
    """Later packs may change the severity of single rules, or switch them off, with a reason."""
    rules = {rule["id"]: rule for pack in packs for rule in pack["rules"]}
    for pack in packs:
        for rule_id, change in pack["override"].items():
            if rule_id not in rules:
                hint = did_you_mean(rule_id, list(rules))
                raise PackSchemaError(
                    pack["path"], f"override：没有这条规则（no such rule）“{rule_id}”{hint}"
                )
            rule = rules[rule_id]
            if change["severity"] == "off":
                rule["switched_off"] = change["reason"]
            else:
                rule["severity"] = change["severity"]
                rule["by_industry"], rule["by_channel"] = {}, {}
