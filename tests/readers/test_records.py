"""JSON and JSON Lines: the strings that are copy, placed through every escape."""

from __future__ import annotations

import json

import pytest

from compliance.errors import InputError
from compliance.readers import read_bytes
from compliance.text import Document
from tests.readers.making import roles, said, shown_in_source


def records(value: object, name: str = "稿.json", **options: bool) -> Document:
    return read_bytes(json.dumps(value, indent=1, **options).encode(), name)  # type: ignore[arg-type]


def test_strings_are_parts_with_line_and_path() -> None:
    document = records({"slides": [{"text": "甲乙"}, {"text": "丙丁"}], "a": {"b": ["戊己"]}})
    assert said(document) == [
        ("第 4 行 slides[0].text", "甲乙"),
        ("第 7 行 slides[1].text", "丙丁"),
        ("第 12 行 a.b[0]", "戊己"),
    ]
    assert document.parts[1].where == {"line": 7, "path": "slides[1].text"}


def test_places_point_through_escapes_into_the_file() -> None:
    document = records({"text": '好\n😀最低"价'})
    assert document.visible == '好\n😀最低"价'
    span = document.source_span(3, 5)
    assert document.source[span.start :].startswith("\\u6700\\u4f4e")


def test_plain_chinese_is_placed_exactly() -> None:
    assert shown_in_source(records({"text": "全网最低价"}, ensure_ascii=False), "最低") == "最低"


def test_a_lone_surrogate_survives() -> None:
    assert read_bytes(b'{"text": "\\ud83d\\u6700"}', "稿.json").visible == "\ud83d最"


def test_only_copy_is_read() -> None:
    document = records(
        {
            "id": "编号一", "url": "最好.com", "type": "种草", "date": "今天", "user_id": "最好",
            "level": "ok", "one": "好", "text": "OK", "text2": "No", "备选": "最低价", "n": 1, "null": None,
            "口播": "好",
        }
    )  # fmt: skip
    assert [words for _, words in said(document)] == ["OK", "最低价", "好"]


def test_strings_in_a_list_belong_to_the_key_above() -> None:
    assert [w for _, w in said(records({"id": ["甲乙"], "text": ["a", ["b"]]}))] == ["a", "b"]


def test_fields_of_a_shot_have_roles() -> None:
    document = records([{"画面": "她走来", "口播": "最好", "字幕": "第一", "备注": "别剪了"}])
    assert roles(document) == {"她走来": "direction", "最好": "speech", "第一": "screen", "别剪了": "note"}


def test_json_lines_carry_their_line() -> None:
    source = '{"caption": "甲"}\n\n  {"caption": "乙"}\n'
    document = read_bytes(source.encode(), "稿.jsonl")
    assert said(document) == [("第 1 行 caption", "甲"), ("第 3 行 caption", "乙")]
    assert said(read_bytes(source.encode(), "稿.json")) == said(document)


def test_a_bare_string_is_copy() -> None:
    assert read_bytes('"最低价"'.encode(), "稿.json").visible == "最低价"


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ('{"text": "甲",}', "稿.json", "稿.json:1:"),
        ('{\n"text": "甲\n"}', "稿.json", "稿.json:2:"),
        ('{"a": "甲"}\n {"a": }\n', "稿.jsonl", "稿.jsonl:2:8"),
        ("[" * 100_000, "稿.json", "稿.json"),
        ("[" + "9" * 10_000 + "]", "稿.json", "稿.json:1"),
    ],
)
def test_broken_json_is_refused_with_its_place(text: str, name: str, place: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(text.encode(), name)
    assert str(caught.value).startswith(place)
