"""YAML without its traps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.errors import PackSyntaxError
from compliance.packs.strict_yaml import MAX_BYTES, load, plain


def read(text: str) -> object:
    return plain(load(text, "p.yaml"))


@pytest.mark.parametrize("scalar", ["no", "12:30:45", "2015-09-01", "1e3", "~", "0x1f", "true"])
def test_every_scalar_stays_the_text_it_is(scalar: str) -> None:
    assert read(f"a: {scalar}") == {"a": scalar}


def test_an_empty_value_is_an_empty_text() -> None:
    assert read("a:\nb: x") == {"a": "", "b": "x"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2", "duplicate key"),
        ("a: &x 1\nb: *x", "anchors are not allowed"),
        ("a: !!python/object:os.system 1", "tags are not allowed"),
        ("a: [1, 2", "not valid YAML"),
        ("a: 1\n---\nb: 2", "one document only"),
        ("? [a, b]\n: c", "keys must be plain text"),
    ],
)
def test_what_packs_may_not_use_is_refused(text: str, said: str) -> None:
    with pytest.raises(PackSyntaxError, match=said):
        read(text)


def test_deep_nesting_is_refused_before_it_hurts() -> None:
    with pytest.raises(PackSyntaxError, match="nested too deep"):
        read("[" * 5000)


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(PackSyntaxError, match="1 MiB"):
        read("a: " + "x" * MAX_BYTES)


def test_an_error_shows_place_line_and_caret() -> None:
    with pytest.raises(PackSyntaxError) as caught:
        read("pack: x\ntitle: 甲\ntitle: 乙")
    assert str(caught.value).splitlines() == [
        "p.yaml:3:1: 键重复（duplicate key）：“title”",
        "    3 | title: 乙",
        "      | ^^^^^",
    ]


def test_front_matter_counts_lines_of_the_whole_file() -> None:
    with pytest.raises(PackSyntaxError) as caught:
        load("a: 1\na: 2", "script.md", first_line=2)
    assert caught.value.line == 3


@given(
    st.recursive(
        st.text(
            st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=8
        ),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_what_json_can_say_is_read_back_unchanged(tree: object) -> None:
    import json

    if tree in ("", {}) or not isinstance(tree, dict):
        tree = {"root": tree}
    assert read(json.dumps(tree, ensure_ascii=False)) == tree
