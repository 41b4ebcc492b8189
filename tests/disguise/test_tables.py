from __future__ import annotations

from typing import Any

import pytest

from compliance.disguise import tables_from
from compliance.errors import PackSchemaError

EXAMPLES = {"flag": [{"text": "⟦蕞好⟧", "restores": "最好"}] * 2, "pass": ["蕞尔", "小国"]}


def a_file(*entries: Any, **group: Any) -> dict[str, dict[str, Any]]:
    return {
        "h.yaml": {
            "disguises": "h",
            "title": "谐音",
            "technique": "homophone",
            "groups": [{"title": "最", "entries": list(entries), **EXAMPLES, **group}],
        }
    }


def test_each_written_form_becomes_an_entry_with_folded_words() -> None:
    tables = tables_from(
        a_file({"written": ["蕞", "ＶＸ"], "means": "最", "needs": ["購買"], "unless": "蕞尔"})
    )
    assert [e.written for e in tables.entries] == ["蕞", "vx"]
    assert tables.entries[0].needs == ("购买",)
    assert tables.entries[0].unless == ("蕞尔",)
    assert tables.entries[0].in_term


def test_a_table_of_forms_gives_each_its_own_meaning() -> None:
    tables = tables_from(a_file({"written": {"加裙": "加群", "进裙": ["进群", "入群"]}, "term": "no"}))
    assert {e.written: e.means for e in tables.entries} == {"加裙": ("加群",), "进裙": ("进群", "入群")}
    assert not tables.entries[0].in_term


def test_meanings_of_one_form_are_gathered() -> None:
    tables = tables_from(a_file({"written": "薇", "means": "微"}, {"written": ["薇"], "means": "微信"}))
    assert [(e.written, e.means) for e in tables.entries] == [("薇", ("微", "微信"))]


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (a_file({"writen": ["蕞"], "means": "最"}), "writen"),
        (a_file({"written": ["蕞"]}), "means"),
        (a_file({"written": ["蕞"], "means": [["最"]]}), "means"),
        (a_file({"written": ["蕞"], "means": "最", "term": "maybe"}), "term"),
        (a_file({"written": ["國"], "means": "国"}), "不必列出"),
        (a_file({"written": ["蕞"], "means": "最"}, flag=[]), "flag"),
        (a_file({"written": ["蕞"], "means": "最"}, flag=[{"text": "x"}] * 2), "restores"),
        (a_file({"written": ["蕞"], "means": "最"}, **{"pass": ["一条"]}), "pass"),
        (a_file("蕞"), "entries"),
        (a_file(letters=["a"]), "letters"),
        ({"h.yaml": {"disguises": "h"}}, "technique"),
        ({"h.yaml": {"disguises": "h", "technique": "x", "groups": [], "colour": "red"}}, "colour"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_problem(files: Any, problem: str) -> None:
    with pytest.raises(PackSchemaError, match=problem) as caught:
        tables_from(files)
    assert caught.value.path == "h.yaml"
