"""From a strict YAML tree to pack specifications: plain dicts ready for JSON.

Specifications hold what ``compliance.packs.decode`` turns into ``Rule`` values. Here everything is validated
once, so that nothing has to be validated when a check starts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence as Seq
from dataclasses import dataclass
from typing import Any

from compliance.errors import PackSchemaError, did_you_mean
from compliance.folding import fold
from compliance.packs.conditions import KINDS, condition_specs, free_pattern, words_spec
from compliance.packs.fields import Fields
from compliance.packs.strict_yaml import Mapping, Node, Scalar, Source
from compliance.rule import CATEGORIES, CHANNELS, INDUSTRIES, PLATFORMS

PACK_KEYS = (
    "pack", "title", "version", "industries", "platforms", "by_channel", "by_industry", "signals",
    "threshold", "unless", "rules", "override", "notes",
)  # fmt: skip
RULE_KEYS = (
    "id", "title", "category", "severity", "match", "needs", "unless", "boundary", "message", "why",
    "suggest", "evidence", "fix", "basis", "by_industry", "by_channel", "roles", "examples", "notes",
    "inherit", "disguised",
)  # fmt: skip
SEVERITIES = ("error", "warning", "info")
LEVELS = (*SEVERITIES, "off")
RULE_ID = re.compile(r"[a-z][a-z0-9_]*(?:[.-][a-z0-9_]+)+")
EXEMPTION_KEYS = (
    "near", "within", "side", "covered_by", "sentence", "document", "context", "then", "reason", "basis",
)  # fmt: skip
NEED_KEYS = ("near", "within", "side", "sentence", "document", "commercial", "reason")
EXAMPLE_MARKS = "⟦⟧"


@dataclass(frozen=True, slots=True)
class Names:
    """What a pack may refer to."""

    lists: Map[str, Seq[str]]
    laws: Map[str, Any]
    contexts: frozenset[str]


def pack_spec(tree: Node, source: Source, names: Names) -> dict[str, Any]:
    """The specification of one pack.

    Raises:
        PackSchemaError: with file, line and column.
    """
    f = Fields(tree, source, "包（pack）", PACK_KEYS)
    shared = [exemption_spec(n, source, names) for n in f.nodes("unless")]
    by_channel = f.table("by_channel", CHANNELS, LEVELS)
    by_industry = f.table("by_industry", INDUSTRIES, LEVELS)
    spec: dict[str, Any] = {
        "name": f.text("pack"),
        "title": f.text("title"),
        "version": f.text("version"),
        "industries": [_known(f, "industries", k, INDUSTRIES) for k in f.texts("industries")],
        "platforms": [_known(f, "platforms", k, PLATFORMS) for k in f.texts("platforms")],
        "threshold": f.number("threshold", 4.0),
        "signals": [_signal(n, source, names) for n in f.nodes("signals")],
        "override": _overrides(f),
        "path": source.path,
    }
    spec["rules"] = [
        rule_spec(n, source, names, spec["name"], shared, by_channel, by_industry) for n in f.nodes("rules")
    ]
    if not spec["rules"] and not spec["override"]:
        f.fail("rules", "包里没有规则（a pack needs rules）")
    return spec


def _known(f: Fields, key: str, value: str, known: Seq[str]) -> str:
    if value not in known:
        f.fail(key, f"不认识（unknown）“{value}”{did_you_mean(value, list(known))}；可用：{'、'.join(known)}")
    return value


def _overrides(f: Fields) -> dict[str, dict[str, str]]:
    """``override: {rule-id: {severity: warning|off, reason: …}}``."""
    node = f.raw("override")
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        f.fail("override", "应当写成 {规则 id: {severity: …, reason: …}}")
    out = {}
    for rule_id, inner in node.entries.items():
        g = Fields(inner, f.source, f"override {rule_id}", ("severity", "reason"))
        out[rule_id] = {"severity": g.choice("severity", LEVELS), "reason": g.text("reason")}
        if not out[rule_id]["reason"]:
            g.fail("reason", "调级或关闭规则必须写明理由（a reason is required）")
    return out


def _signal(node: Node, source: Source, names: Names) -> dict[str, Any]:
    f = Fields(node, source, "信号（signal）", ("terms", "lists", "pattern", "weight", "note"))
    inner = {k: v for k, v in f.node.entries.items() if k in ("terms", "lists", "pattern")}
    match = Mapping(inner, {k: f.node.keys[k] for k in inner}, f.node.place)
    weight = f.number("weight", 1.0) or 0.0
    return {"conditions": condition_specs(match, source, names.lists, "信号"), "weight": weight}


def rule_spec(
    node: Node,
    source: Source,
    names: Names,
    pack: str,
    shared: Seq[dict[str, Any]],
    pack_by_channel: Map[str, str],
    pack_by_industry: Map[str, str],
) -> dict[str, Any]:
    """The specification of one rule."""
    f = Fields(node, source, _rule_name(node), RULE_KEYS)
    rule_id = f.text("id")
    if not RULE_ID.fullmatch(rule_id):
        f.fail("id", f"“{rule_id}” 不是合法的 id；写成 包.名称，例如 absolute.national-level")
    match = f.raw("match")
    if match is None:
        f.fail("match", f"缺少条件 “match”；可用：{'、'.join(KINDS)}")
    inherited = [] if f.has("inherit") and not f.flag("inherit") else list(shared)
    spec = {
        "id": rule_id,
        "pack": pack,
        "title": f.text("title"),
        "category": f.choice("category", CATEGORIES),
        "severity": f.choice("severity", SEVERITIES),
        "conditions": condition_specs(match, source, names.lists, f.what),
        "needs": [_need(n, source, names) for n in f.nodes("needs")],
        "unless": [exemption_spec(n, source, names) for n in f.nodes("unless")] + inherited,
        "disguised": f.flag("disguised"),
        "boundary": f.choice("boundary", ("auto", "always", "never"), "auto"),
        "message": f.text("message"),
        "why": f.text("why", ""),
        "suggestions": [_suggestion(n, source) for n in f.nodes("suggest")],
        "evidence": f.texts("evidence"),
        "fixes": _fixes(f),
        "basis": [_basis(n, source, names) for n in f.nodes("basis")],
        "by_industry": {**pack_by_industry, **f.table("by_industry", INDUSTRIES, LEVELS)},
        "by_channel": {**pack_by_channel, **f.table("by_channel", CHANNELS, LEVELS)},
        "roles": f.texts("roles") or ["speech", "screen", "note"],
        "examples": _examples(f),
        "path": source.path,
        "line": f.node.place.line,
    }
    _judge_basis(f, spec)
    return spec


def _rule_name(node: Node) -> str:
    inner = node.entries.get("id") if isinstance(node, Mapping) else None
    return f"规则 “{inner.text}”" if isinstance(inner, Scalar) else "规则（rule）"


def _judge_basis(f: Fields, spec: Map[str, Any]) -> None:
    if not spec["basis"]:
        f.fail("basis", "没有依据（no basis）；写明所执行的法规和条款")
    if spec["severity"] == "error" and all(b["confidence"] == "memory" for b in spec["basis"]):
        f.fail("severity", "依据都未经核实（confidence: memory），只能是 warning 或 info")


def exemption_spec(node: Node, source: Source, names: Names) -> dict[str, Any]:
    """The specification of one entry of ``unless``."""
    f = Fields(node, source, "除外（unless）", EXEMPTION_KEYS)
    kinds = [k for k in ("near", "covered_by", "sentence", "document", "context") if f.has(k)]
    if len(kinds) != 1:
        f.fail("reason", "每条除外恰好写一种：near、covered_by、sentence、document 或 context")
    contexts = f.texts("context")
    for key in contexts:
        if key not in names.contexts:
            hint = did_you_mean(key, sorted(names.contexts))
            f.fail("context", f"不认识的语境（unknown context）“{key}”{hint}")
    return {
        **_surroundings(f, names),
        "covered_by": _patterns(f, "covered_by", names),
        "contexts": contexts,
        "then": f.choice("then", ("auto", "drop", "warning", "info"), "auto"),
        "reason": f.text("reason", ""),
        "basis": f.text("basis", ""),
    }


def _need(node: Node, source: Source, names: Names) -> dict[str, Any]:
    f = Fields(node, source, "前提（needs）", NEED_KEYS)
    if sum(f.has(k) for k in ("near", "sentence", "document", "commercial")) != 1:
        f.fail("near", "每条前提恰好写一种：near、sentence、document 或 commercial")
    return {**_surroundings(f, names), "commercial": f.flag("commercial")}


def _surroundings(f: Fields, names: Names) -> dict[str, Any]:
    return {
        "near": words_spec(f, "near", names.lists),
        "within": int(f.number("within", 12) or 12),
        "side": f.choice("side", ("any", "before", "after"), "any"),
        "sentence": _patterns(f, "sentence", names),
        "document": _patterns(f, "document", names),
    }


def _patterns(f: Fields, key: str, names: Names) -> list[str]:
    return [free_pattern(f, key, raw, names.lists) for raw in f.texts(key)]


def _suggestion(node: Node, source: Source) -> dict[str, Any]:
    if isinstance(node, Scalar):
        return {"write": node.text, "instead_of": []}
    f = Fields(node, source, "改写（suggest）", ("write", "instead_of"))
    return {"write": f.text("write"), "instead_of": [fold(t).text for t in f.texts("instead_of")]}


def _fixes(f: Fields) -> dict[str, str]:
    node = f.raw("fix")
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        f.fail("fix", "应当写成 {原词: 替换词}")
    return {fold(k).text: v.text for k, v in node.entries.items() if isinstance(v, Scalar)}


def _basis(node: Node, source: Source, names: Names) -> dict[str, Any]:
    f = Fields(node, source, "依据（basis）", ("law", "article", "since", "until", "confidence"))
    key = f.text("law")
    law = names.laws.get(key)
    if law is None:
        f.fail("law", f"rules/laws.yaml 里没有（unknown law）“{key}”{did_you_mean(key, sorted(names.laws))}")
    article = f.text("article", "")
    for name in ("since", "until"):
        f.day(name)
    fitting = [p for p in law["penalties"] if article.startswith(p)]
    return {
        "law": key,
        "article": article,
        "title": law["title"],
        "number": law["number"],
        "since": f.text("since", "") or law["since"],
        "until": f.text("until", "") or law["until"],
        "confidence": f.choice("confidence", ("verified", "secondary", "memory"), law["confidence"]),
        "industries": law["industries"],
        "penalty": law["penalties"][max(fitting, key=len)] if fitting else "",
    }


def _examples(f: Fields) -> dict[str, Any]:
    node = f.raw("examples")
    if node is None:
        f.fail("examples", "没有例句（no examples）；至少两条 flag、两条 pass")
    g = Fields(node, f.source, f"{f.what} 例句", ("flag", "pass", "known_gaps"))
    return {key: [_example(n, f.source) for n in g.nodes(key)] for key in ("flag", "pass", "known_gaps")}


def _example(node: Node, source: Source) -> dict[str, Any]:
    channel = "public"
    if isinstance(node, Mapping):
        f = Fields(node, source, "例句", ("text", "channel"))
        channel = f.choice("channel", CHANNELS, "public")
        text, place = f.text("text"), f.node.place
    elif isinstance(node, Scalar):
        text, place = node.text, node.place
    else:
        source.fail("例句应当是一段文字（text expected）", node.place, 1, PackSchemaError)
    marks = [text.count(m) for m in EXAMPLE_MARKS]
    if marks not in ([0, 0], [1, 1]):
        source.fail("例句里 ⟦ ⟧ 要成对出现一次", place, 1, PackSchemaError)
    start = text.find("⟦")
    end = text.find("⟧") - 1 if start >= 0 else -1
    bare = text.replace("⟦", "").replace("⟧", "")
    return {"text": bare, "start": start, "end": end, "channel": channel, "line": place.line}
