#!/usr/bin/env python3
"""Write docs/rule-schema.json: the rule format as JSON Schema, for completion and checks in editors.

    python tools/rule_schema.py

The closed lists come from the code, so the schema cannot drift from what the loader accepts; the tests hold
every built-in pack against it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from compliance.contexts import CONTEXTS
from compliance.keys import CATEGORIES, CHANNELS, INDUSTRIES, PLATFORMS
from compliance.packs.schema import LEVELS, SEVERITIES

TARGET = Path(__file__).parent.parent / "docs" / "rule-schema.json"
TEXT: dict[str, Any] = {"type": "string"}
TEXTS: dict[str, Any] = {"oneOf": [TEXT, {"type": "array", "items": TEXT}]}
NUMBER: dict[str, Any] = {"type": ["string", "number", "integer"]}
FLAG: dict[str, Any] = {"enum": ["yes", "no", "true", "false", True, False]}


def one_of(keys: Any) -> dict[str, Any]:
    """A string out of a closed list."""
    return {"enum": list(keys)}


def closed(properties: dict[str, Any], required: tuple[str, ...] = (), about: str = "") -> dict[str, Any]:
    """A mapping without further keys."""
    schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "required": list(required),
    }
    return schema | ({"description": about} if about else {})


def listed(item: dict[str, Any]) -> dict[str, Any]:
    """One thing or a list of them."""
    return {"oneOf": [item, {"type": "array", "items": item}]}


def levels(keys: Any) -> dict[str, Any]:
    """Keys to severities or off."""
    return closed({key: one_of(LEVELS) for key in keys})


def near() -> dict[str, Any]:
    """Keys shared by needs and exemptions."""
    return {
        "near": TEXTS,
        "within": NUMBER,
        "side": one_of(("any", "before", "after")),
        "sentence": TEXTS,
        "document": TEXTS,
        "reason": TEXT,
    }


def match() -> dict[str, Any]:
    """The six kinds of condition."""
    pattern = closed({"pattern": TEXT, "anchors": TEXTS}, ("pattern",))
    statement = closed({"name": TEXT, "exact": TEXTS, "accept": TEXTS, "near": NUMBER}, ("name",))
    when = {"terms": TEXTS, "lists": TEXTS, "pattern": TEXTS}
    missing = closed(
        {
            "when": closed({**when, "settings": TEXTS, "always": FLAG}),
            "also": closed(when),
            "unless": TEXTS,
            "statement": statement,
            "at": one_of(("start", "end", "trigger")),
        },
        ("statement",),
        "该写的没写",
    )
    together = closed(
        {
            "groups": {"type": "array", "items": TEXTS, "minItems": 2},
            "within": NUMBER,
            "scope": one_of(("clause", "sentence")),
            "ordered": FLAG,
            "mark": one_of(("all", "first", "last")),
        },
        ("groups",),
        "每组各出现一个词",
    )
    return closed(
        {
            "terms": TEXTS,
            "lists": TEXTS,
            "pattern": listed({"oneOf": [TEXT, pattern]}),
            "together": listed(together),
            "number": listed(
                closed({"pattern": TEXT, "anchors": TEXTS, "above": NUMBER, "below": NUMBER}, ("pattern",))
            ),
            "tokens": listed(closed({"anchor": TEXTS, "tokens": {"type": "array"}}, ("anchor", "tokens"))),
            "missing": missing,
        }
    )


def rule() -> dict[str, Any]:
    """One rule."""
    exemption = closed(
        near()
        | {
            "covered_by": TEXTS,
            "context": listed(one_of(sorted(CONTEXTS))),
            "then": one_of(("auto", "drop", "warning", "info")),
            "basis": TEXT,
        }
    )
    suggestion = {"oneOf": [TEXT, closed({"write": TEXT, "instead_of": TEXTS}, ("write",))]}
    example = {"oneOf": [TEXT, closed({"text": TEXT, "channel": one_of(CHANNELS)}, ("text",))]}
    basis = closed(
        {
            "law": TEXT,
            "article": TEXT,
            "since": TEXT,
            "until": TEXT,
            "confidence": one_of(("verified", "secondary", "memory")),
        },
        ("law",),
    )
    examples = {key: listed(example) for key in ("flag", "pass", "known_gaps")}
    properties = {
        "id": {"type": "string", "pattern": r"^[a-z][a-z0-9_]*([.-][a-z0-9_]+)+$"},
        "title": TEXT,
        "category": one_of(CATEGORIES),
        "severity": one_of(SEVERITIES),
        "match": match(),
        "needs": listed(closed(near() | {"commercial": FLAG})),
        "unless": listed(exemption),
        "inherit": FLAG,
        "boundary": one_of(("auto", "always", "never")),
        "disguised": FLAG,
        "message": TEXT,
        "why": TEXT,
        "suggest": listed(suggestion),
        "evidence": TEXTS,
        "fix": {"type": "object", "additionalProperties": TEXT},
        "basis": listed(basis),
        "by_industry": levels(INDUSTRIES),
        "by_channel": levels(CHANNELS),
        "roles": listed(one_of(("speech", "screen", "direction", "note"))),
        "examples": closed(examples, ("flag", "pass")),
        "notes": TEXT,
    }
    required = ("id", "title", "category", "severity", "match", "message", "basis", "examples")
    return closed(properties, required)


def schema() -> dict[str, Any]:
    """The schema of a pack file."""
    signal = closed({"terms": TEXTS, "lists": TEXTS, "pattern": TEXTS, "weight": NUMBER, "note": TEXT})
    one = rule()
    properties = {
        "pack": TEXT,
        "title": TEXT,
        "version": TEXT,
        "industries": listed(one_of(INDUSTRIES)),
        "platforms": listed(one_of(PLATFORMS)),
        "by_channel": levels(CHANNELS),
        "by_industry": levels(INDUSTRIES),
        "signals": listed(signal),
        "threshold": NUMBER,
        "unless": one["properties"]["unless"],
        "rules": {"type": "array", "items": one},
        "override": {
            "type": "object",
            "additionalProperties": closed(
                {"severity": one_of(LEVELS), "reason": TEXT}, ("severity", "reason")
            ),
        },
        "notes": TEXT,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "预审规则包（Yushen rule pack）",
        **closed(properties, ("pack", "title", "version")),
    }


def main() -> None:
    """Write the schema."""
    TARGET.write_text(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
