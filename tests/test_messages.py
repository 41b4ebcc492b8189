"""The catalogue is complete: both languages, every key that code uses, nothing left over."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

import compliance
from compliance import messages
from compliance.rule import CATEGORIES, CHANNELS, INDUSTRIES, PLATFORMS

PACKAGE = Path(compliance.__file__).parent
KEYS = messages.keys()
KINDS = ("category.", "industry.", "platform.", "channel.", "technique.")
"""Looked up by name_of()."""


def spoken() -> set[str]:
    """Every constant given to say() as a key, or as the beginning of one."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and len(node.args) > 1:
                found |= {c.value for c in ast.walk(node.args[1]) if isinstance(c, ast.Constant)}
    return {key for key in found if isinstance(key, str) and key[:1].isalpha()}


def test_every_key_used_in_code_exists() -> None:
    known = KEYS
    missing = [k for k in spoken() if k not in known and not any(full.startswith(k) for full in known)]
    assert missing == []


def test_no_sentence_is_left_over() -> None:
    used = spoken()
    beginnings = (*KINDS, *(k for k in used if k.endswith((".", "_"))), "rules.exemption.", "summary.")
    assert [k for k in KEYS if k not in used and not k.startswith(beginnings)] == []


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    chinese, english = messages.both(key)
    names = [{n for _, n, _, _ in string.Formatter().parse(text) if n} for text in (chinese, english)]
    assert chinese and english and names[0] == names[1]


def test_english_sentences_have_no_chinese() -> None:
    assert not [k for k in KEYS if re.search("[\u4e00-\u9fff]", messages.both(k)[1])]


@pytest.mark.parametrize(
    ("kind", "known"),
    [("category", CATEGORIES), ("industry", INDUSTRIES), ("platform", PLATFORMS), ("channel", CHANNELS)],
)
def test_every_key_of_the_contract_has_a_name(kind: str, known: tuple[str, ...]) -> None:
    assert [k for k in known if messages.name_of("zh", kind, k) == k] == []


def test_every_technique_of_the_disguise_tables_has_a_name() -> None:
    tables = (Path(__file__).parents[1] / "rules/disguises").glob("*.yaml")
    keys = {k for t in tables for k in re.findall(r"technique: ([a-z-]+)", t.read_text(encoding="utf-8"))}
    assert keys and not [k for k in keys if messages.name_of("zh", "technique", k) == k]


@pytest.mark.parametrize(
    ("given", "environ", "lang"),
    [
        (None, {}, "zh"),
        ("en", {"LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"COMPLIANCE_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LC_ALL": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        (None, {"LANG": "C.UTF-8"}, "zh"),
    ],
)
def test_language_is_chosen_by_wish_then_environment(
    given: str | None, environ: dict[str, str], lang: str
) -> None:
    assert messages.choose_language(given, environ) == lang
