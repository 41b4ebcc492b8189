"""Headers of shot lists."""

from __future__ import annotations

import pytest

from compliance.readers.columns import cell_roles, column_roles, key_role


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("口播", "speech"), ("旁白/字幕", "speech"), ("台词（主播A）", "speech"), ("文案：", "speech"),
        ("**口播文案**", "speech"), ("Voiceover", "speech"), ("字幕", "screen"), ("画面文字", "screen"),
        ("屏幕字幕", "screen"), ("封面标题", "screen"), ("画面描述", "direction"), ("画面/台词", "speech"),
        ("口播时长", "direction"), ("时长(s)", "direction"), ("BGM/音效", "direction"), ("备注", "direction"),
        ("卖点", "speech"), ("", "speech"),
    ],
)  # fmt: skip
def test_the_name_of_a_column_gives_its_role(name: str, role: str) -> None:
    roles = column_roles(["镜号", "画面", name])
    assert roles is not None and roles[2] == role


@pytest.mark.parametrize(
    "row",
    [
        ["课程", "课时", "价格"],
        ["时间", "地点", "备注"],
        ["标题是这次活动里最重要的一句话", "画面也要好看，请大家多多留意"],
        ["周末", "配乐", "咖啡", "手工课"],
        [],
    ],
)
def test_other_rows_are_no_header(row: list[str]) -> None:
    assert column_roles(row) is None


def test_one_column_may_be_a_header() -> None:
    assert column_roles(["口播"]) == ("speech",)


def test_cells_beyond_the_header_are_copy() -> None:
    assert cell_roles(("direction",), ["走来", "最好"]) == ("direction", "speech")


def test_a_note_row_counts_only_by_a_column_for_the_crew() -> None:
    roles = column_roles(["画面", "口播"])
    assert roles is not None
    assert cell_roles(roles, ["后期：", "最好"]) == ("direction", "direction")
    assert cell_roles(roles, ["走来", "备注"]) == ("direction", "speech")


def test_a_field_of_notes_stays_readable() -> None:
    assert (key_role("remark"), key_role("bgm"), key_role("whatever")) == ("note", "direction", "speech")
