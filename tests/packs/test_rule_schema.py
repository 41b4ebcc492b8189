"""The published JSON Schema says what the loader says."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from compliance.packs import builtin_rules
from compliance.packs.schema import PACK_KEYS, RULE_KEYS
from compliance.packs.strict_yaml import load, plain

ROOT = Path(__file__).parents[2]
PUBLISHED = json.loads((ROOT / "docs" / "rule-schema.json").read_text("utf-8"))
PACKS = [
    path
    for path in sorted(builtin_rules().rglob("*.yaml"))
    if path.parent.name not in ("lists", "laws", "disguises") and path.name != "laws.yaml"
]


def test_the_published_file_is_what_the_tool_writes() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "rule_schema.py"))["schema"]()
    assert json.loads(json.dumps(made)) == PUBLISHED


def test_every_key_the_loader_knows_is_in_the_schema() -> None:
    rule = PUBLISHED["properties"]["rules"]["items"]["properties"]
    assert set(rule) == set(RULE_KEYS)
    assert set(PUBLISHED["properties"]) == set(PACK_KEYS)


@pytest.mark.parametrize("path", PACKS, ids=lambda p: p.stem)
def test_every_built_in_pack_fits_the_schema(path: Path) -> None:
    pack: Any = plain(load(path.read_text("utf-8"), path.name))
    jsonschema.validate(pack, PUBLISHED)


def test_a_misspelt_key_does_not_fit() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"pack": "x", "title": "x", "version": "1", "ruels": []}, PUBLISHED)
