"""The ``match`` block of a rule: six kinds of condition, each read into a plain dict."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as Map
from collections.abc import Sequence as Seq
from functools import lru_cache
from typing import Any, NoReturn

from compliance.errors import PackSchemaError, did_you_mean
from compliance.folding import fold
from compliance.packs.fields import Fields
from compliance.packs.patterns import NoAnchor, Pattern, prepare
from compliance.packs.strict_yaml import Mapping, Node, Scalar, Source, plain

KINDS = ("terms", "lists", "pattern", "together", "number", "tokens", "missing")
Lists = Map[str, Seq[str]]


def condition_specs(node: Node, source: Source, lists: Lists, what: str) -> list[dict[str, Any]]:
    """Every condition of a match block; any of them is enough for a match."""
    f = Fields(node, source, f"{what} match", KINDS)
    specs: list[dict[str, Any]] = []
    if f.has("terms") or f.has("lists"):
        words = _words(f, f.texts("terms"), f.texts("lists"), "terms", lists)
        if words["terms"] or words["lists"]:
            specs.append({"kind": "terms", "words": words})
    specs += [_pattern(f, n, lists) for n in f.nodes("pattern")]
    specs += [_together(f, n, lists) for n in f.nodes("together")]
    specs += [_number(f, n, lists) for n in f.nodes("number")]
    specs += [_tokens(f, n, lists) for n in f.nodes("tokens")]
    if f.has("missing"):
        specs.append(_missing(f, lists))
    if not specs:
        f.fail("match", "条件是空的（no condition）")
    return specs


def words_spec(f: Fields, key: str, lists: Lists) -> dict[str, list[str]]:
    """A list of words under ``key``; ``$name`` refers to a shared list."""
    entries = f.texts(key)
    return _words(
        f,
        [e for e in entries if not e.startswith("$")],
        [e[1:] for e in entries if e.startswith("$")],
        key,
        lists,
    )


def _words(f: Fields, terms: Seq[str], names: Seq[str], key: str, lists: Lists) -> dict[str, list[str]]:
    names = [n.removeprefix("$") for n in names]
    for name in names:
        if name not in lists:
            f.fail(key, f"没有这个词表（no such list）“{name}”{did_you_mean(name, sorted(lists))}")
    folded = [fold(t.strip()).text for t in terms]
    if any(not t for t in folded):
        f.fail(key, "词不能为空（empty word）")
    return {"terms": list(dict.fromkeys(folded)), "lists": list(dict.fromkeys(names))}


def _fail(f: Fields, node: Node, problem: str) -> NoReturn:
    f.source.fail(f"{f.what}：{problem}", node.place, 1, PackSchemaError)


@lru_cache(maxsize=16_384)
def _refuse_broken(source: str, names: tuple[str, ...]) -> None:
    """Raise regex.error for a pattern that the package ``regex`` does not accept."""
    import regex

    regex.compile(source, **{name: ["x"] for name in names})


def _prepared(f: Fields, node: Node, raw: str, anchors: Seq[str], lists: Lists) -> Pattern:
    import regex  # packs are compiled once; the check itself loads it when a pattern is due

    try:
        prepared = prepare(raw, lists, anchors)
        _refuse_broken(prepared.source, prepared.lists)
        return prepared
    except NoAnchor:
        _fail(
            f, node, f"推不出锚点（no anchor）“{raw}”：每个匹配都要含有某段确定的文字；请改写，或写 anchors"
        )
    except KeyError as error:
        name = str(error.args[0])
        _fail(f, node, f"没有这个词表（no such list）“{name}”{did_you_mean(name, sorted(lists))}")
    except (re.error, regex.error) as error:
        _fail(f, node, f"正则写错了（bad pattern）“{raw}”：{error}")


def _pattern_parts(p: Pattern) -> dict[str, Any]:
    return {
        "pattern": p.source,
        "lists": list(p.lists),
        "guards": p.guards,
        "company": [{"terms": terms, "lists": lists} for terms, lists in p.company],
        "anchors": {"terms": list(p.anchor_terms), "lists": list(p.anchor_lists)},
    }


def _pattern(f: Fields, node: Node, lists: Lists) -> dict[str, Any]:
    if isinstance(node, Scalar):
        return {"kind": "pattern", **_pattern_parts(_prepared(f, node, node.text, (), lists))}
    g = Fields(node, f.source, f"{f.what} pattern", ("pattern", "anchors"))
    prepared = _prepared(g, node, g.text("pattern"), g.texts("anchors"), lists)
    return {"kind": "pattern", **_pattern_parts(prepared)}


def _number(f: Fields, node: Node, lists: Lists) -> dict[str, Any]:
    g = Fields(node, f.source, f"{f.what} number", ("pattern", "anchors", "above", "below"))
    raw = g.text("pattern")
    if "{number}" not in raw:
        g.fail("pattern", "number 条件的正则里要有 {number}")
    above, below = g.number("above"), g.number("below")
    if above is None and below is None:
        g.fail("above", "number 条件要写 above 或 below")
    prepared = _prepared(g, node, raw, g.texts("anchors"), lists)
    return {"kind": "number", **_pattern_parts(prepared), "above": above, "below": below}


def _together(f: Fields, node: Node, lists: Lists) -> dict[str, Any]:
    g = Fields(node, f.source, f"{f.what} together", ("groups", "within", "scope", "ordered", "mark"))
    groups = [_group(g, n, lists) for n in g.nodes("groups")]
    if len(groups) < 2:
        g.fail("groups", "together 至少要两组词（two groups at least）")
    return {
        "kind": "together",
        "groups": groups,
        "within": int(g.number("within", 12) or 0),
        "scope": g.choice("scope", ("clause", "sentence"), "clause"),
        "ordered": g.flag("ordered"),
        "mark": g.choice("mark", ("all", "first", "last"), "all"),
    }


def _group(g: Fields, node: Node, lists: Lists) -> dict[str, list[str]]:
    texts = [n.text for n in getattr(node, "items", [node]) if isinstance(n, Scalar)]
    if not texts:
        _fail(g, node, "一组里至少要有一个词")
    named = [t[1:] for t in texts if t.startswith("$")]
    return _words(g, [t for t in texts if not t.startswith("$")], named, "groups", lists)


def _tokens(f: Fields, node: Node, lists: Lists) -> dict[str, Any]:
    g = Fields(node, f.source, f"{f.what} tokens", ("anchor", "tokens"))
    anchors = words_spec(g, "anchor", lists)
    if not (anchors["terms"] or anchors["lists"]):
        g.fail("anchor", "tokens 条件要写 anchor：句子里一定出现的词")
    raw = g.raw("tokens")
    if raw is None or isinstance(raw, Scalar):
        g.fail("tokens", "tokens 应当是词的列表")
    return {"kind": "tokens", "tokens": json.dumps([_typed(t) for t in plain(raw)]), "anchors": anchors}


def _typed(token: Any) -> Any:
    """spaCy wants real booleans and numbers where our YAML has strings."""
    if isinstance(token, dict):
        return {k: _typed(v) for k, v in token.items()}
    if isinstance(token, list):
        return [_typed(v) for v in token]
    text = str(token)
    return text == "true" if text in ("true", "false") else int(text) if text.isdigit() else text


def _missing(f: Fields, lists: Lists) -> dict[str, Any]:
    node = f.raw("missing")
    assert node is not None
    g = Fields(node, f.source, f"{f.what} missing", ("when", "also", "unless", "statement", "at"))
    when = Fields(
        g.raw("when") or Mapping(place=g.node.place),
        f.source,
        f"{f.what} when",
        ("terms", "lists", "pattern", "settings", "always"),
    )
    also = Fields(
        g.raw("also") or Mapping(place=g.node.place),
        f.source,
        f"{f.what} also",
        ("terms", "lists", "pattern"),
    )
    spec: dict[str, Any] = {
        "kind": "missing",
        "when": _words(when, when.texts("terms"), when.texts("lists"), "terms", lists),
        "when_patterns": [free_pattern(when, "pattern", raw, lists) for raw in when.texts("pattern")],
        "when_anchors": _anchors_of_all(when.texts("pattern"), lists),
        "when_settings": [_setting(when, name) for name in when.texts("settings")],
        "always": when.flag("always"),
        "also": _words(also, also.texts("terms"), also.texts("lists"), "terms", lists),
        "also_patterns": [free_pattern(also, "pattern", raw, lists) for raw in also.texts("pattern")],
        "unless_patterns": [free_pattern(g, "unless", raw, lists) for raw in g.texts("unless")],
        "statement": _statement(g, lists),
        "at": g.choice("at", ("start", "end", "trigger"), "end"),
    }
    occasion = (
        spec["when"]["terms"] or spec["when"]["lists"] or spec["when_patterns"] or spec["when_settings"]
    )
    if not (occasion or spec["always"]):
        g.fail("when", "没有写什么时候有这个义务（no occasion）")
    return spec


def _anchors_of_all(patterns: Seq[str], lists: Lists) -> dict[str, list[str]]:
    """Words without which none of the patterns matches; empty where a pattern has none for certain."""
    terms: dict[str, None] = {}
    names: dict[str, None] = {}
    for raw in patterns:
        try:
            prepared = prepare(raw, lists)
        except NoAnchor:
            return {"terms": [], "lists": []}
        terms.update(dict.fromkeys(prepared.anchor_terms))
        names.update(dict.fromkeys(prepared.anchor_lists))
    return {"terms": list(terms), "lists": list(names)}


def _setting(f: Fields, name: str) -> str:
    if name not in ("sponsored", "ai_generated"):
        f.fail("settings", f"settings 只能是 sponsored 或 ai_generated，而不是“{name}”")
    return name


def _statement(g: Fields, lists: Lists) -> dict[str, Any]:
    node = g.raw("statement")
    if node is None:
        g.fail("statement", "缺少 statement：要求写明的内容")
    s = Fields(node, g.source, f"{g.what} statement", ("name", "exact", "accept", "near"))
    spec = {
        "name": s.text("name"),
        "exact": s.texts("exact"),
        "accept": [free_pattern(s, "accept", raw, lists) for raw in s.texts("accept")],
        "near": int(s.number("near", 0) or 0),
    }
    if not spec["exact"] and not spec["accept"]:
        s.fail("exact", "statement 要写 exact 或 accept：怎样算写了")
    return spec


def free_pattern(f: Fields, key: str, raw: str, lists: Lists) -> str:
    """A pattern that runs in one bounded place, or once a check over the whole text: it needs no anchor."""
    try:
        return prepare(raw, lists, ("-",)).source
    except KeyError as error:
        name = str(error.args[0])
        f.fail(key, f"没有这个词表（no such list）“{name}”{did_you_mean(name, sorted(lists))}")
    except re.error as error:
        f.fail(key, f"正则写错了（bad pattern）“{raw}”：{error}")
