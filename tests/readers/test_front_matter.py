"""What a Markdown file says about itself."""

from __future__ import annotations

import pytest

from compliance.errors import ConfigError, InputError
from compliance.readers import read_bytes
from compliance.text import Document, Settings


def markdown(front: str, body: str = "正文") -> Document:
    return read_bytes(f"---\n{front}\n---\n{body}".encode(), "稿.md")


def test_all_settings_are_read() -> None:
    document = markdown(
        "title: 新品\nindustry: cosmetics\nplatforms: [douyin, wechat]\nchannel: live\nsponsored: yes\n"
        "ai_generated: false\nas_of: 2026-01-02\n"
    )
    assert document.settings == Settings(
        ("cosmetics",), ("douyin", "wechat"), "live", True, False, "2026-01-02"
    )
    assert document.visible == "正文"


def test_the_body_keeps_its_lines_in_the_file() -> None:
    document = markdown("industry: food", "第一行\n\n第二行")
    assert document.line_and_column(document.source_span(4, 5).start) == (6, 1)


def test_what_is_not_said_is_none() -> None:
    assert markdown("title: 甲").settings == Settings()
    assert read_bytes("正文".encode(), "稿.md").settings == Settings()


def test_a_list_may_be_written_on_lines_or_with_commas() -> None:
    assert markdown("industries:\n  - food\n  - drug").settings.industries == ("food", "drug")
    assert markdown("industry: food、drug").settings.industries == ("food", "drug")


def test_keys_of_other_programs_are_left_alone() -> None:
    assert markdown("tags: [a, b]\nlayout: post\ndate: 2026-01-01").visible == "正文"


@pytest.mark.parametrize(
    ("key", "meant"), [("industy", "industry"), ("Platforms", "platforms"), ("as-of", "as_of")]
)
def test_a_misspelt_key_is_refused_with_the_right_one(key: str, meant: str) -> None:
    with pytest.raises(InputError) as caught:
        markdown(f"title: 甲\n{key}: food")
    assert "稿.md:3:1" in str(caught.value) and f"“{meant}”" in str(caught.value)


@pytest.mark.parametrize(
    ("line", "part", "hint"),
    [
        ("industry: cosmetic", "3:11", "cosmetics"),
        ("platform: [douyn]", "3:12", "douyin"),
        ("channel: lives", "3:10", "live"),
        ("sponsored: maybe", "3:12", "yes"),
        ("as_of: 2026/1/2", "3:8", "YYYY-MM-DD"),
        ("channel: [live]", "3:10", "一个值"),
        ("industry: {a: b}", "3:11", "一列值"),
    ],
)
def test_an_unknown_value_is_refused_at_its_place(line: str, part: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        markdown(f"title: 甲\n{line}")
    assert f"稿.md:{part}" in str(caught.value) and hint in str(caught.value)


def test_broken_yaml_shows_the_line_with_a_caret() -> None:
    with pytest.raises(InputError) as caught:
        markdown("industry: [food\nchannel: live")
    message = str(caught.value)
    assert message.startswith("稿.md:3:") and "| channel: live" in message and "^" in message


def test_the_caret_stands_under_the_fault() -> None:
    with pytest.raises(ConfigError) as caught:
        markdown("channel: lives")
    shown, caret = str(caught.value).splitlines()[-2:]
    assert caret.index("^") == shown.index("lives")


def test_front_matter_that_never_ends_is_refused() -> None:
    with pytest.raises(InputError, match="没有结束"):
        read_bytes("---\nindustry: food\n\n正文".encode(), "稿.md")
