"""The table of contexts as a whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.contexts import CONTEXTS
from compliance.scene import Facts, Scene

DOCS = Path(__file__).parents[2] / "docs" / "rule-format.md"


def documented_names() -> set[str]:
    section = DOCS.read_text(encoding="utf-8").split("### 语境名称")[1].split("\n### ")[0]
    return set(re.findall(r"^\| `([a-z_]+)` \|", section, re.M))


def test_every_documented_context_exists_and_every_context_is_documented():
    assert set(CONTEXTS) == documented_names()


@pytest.mark.parametrize("key", CONTEXTS)
def test_each_context_has_its_own_key_a_chinese_title_and_a_basis(key):
    context = CONTEXTS[key]
    assert context.key == key
    assert re.search("[一-龥]", context.title)
    assert re.search("《|非宣称", context.basis)


@pytest.mark.parametrize("key", CONTEXTS)
@given(text=st.text(alphabet="最好第一不是吗?,。“”我们根治的abc1\n", min_size=1, max_size=60), data=st.data())
@settings(max_examples=25, deadline=None)
def test_a_context_judges_any_place_in_any_text_without_failing(key, text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    scene = Scene(text, start, end, Facts(commercial=False, marketing=True))
    verdict = CONTEXTS[key].judge(scene)
    assert verdict is None or verdict.reason


def test_text_that_is_not_marketing_lowers_everything_to_info(judge):
    facts = Facts(commercial=False, marketing=False, why="新闻报道")
    verdict = judge("not_marketing", "球队拿了⟦第一⟧", facts)
    assert verdict.then == "info"
    assert "新闻报道" in verdict.reason


def test_marketing_text_gets_no_mercy_from_the_kind_of_text(judge):
    assert judge("not_marketing", "⟦第一⟧品牌") is None
