"""Markdown: what a reader of the page sees, and where it stands in the file."""

from __future__ import annotations

import pytest

from compliance.readers import read_bytes
from compliance.text import Document
from tests.readers.making import roles, said, shown_in_source


def markdown(text: str) -> Document:
    return read_bytes(text.encode(), "稿.md")


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("全网**最低**价", "全网最低价"),
        ("全网*最*低_价_", "全网最低_价_"),
        ("全***网***最__低__价", "全网最__低__价"),
        ("这是 __重点__ 内容", "这是 重点 内容"),
        ("**“最低价”**的承诺", "“最低价”的承诺"),
        ("==最低价==在这里", "最低价在这里"),
        ("[最低](https://a.cn/b?c=1)价", "最低价"),
        ("[最低](<a b.html> '题')价", "最低价"),
        ("[最低](a(1).html)价", "最低价"),
        ("价格见[这里][甲]\n\n[甲]: https://a.cn", "价格见这里"),
        ("价格见[甲]\n\n[甲]: https://a.cn", "价格见甲"),
        ("[镜头一] 她走来", "[镜头一] 她走来"),
        ("看![最低价海报](a.png)吧", "看最低价海报吧"),
        ("[![图](a.png)](b.html)好", "图好"),
        ("数据[^1]可查", "数据可查"),
        ("A &amp; B &lt;最低&#20215;&gt;", "A & B <最低价>"),
        ("R&D 部门", "R&D 部门"),
        ("最<b>低</b>价", "最低价"),
        ("最<!-- 低 -->好", "最好"),
        ("第一行<br>第二行", "第一行\n第二行"),
        ("最\\*低\\*价", "最*低*价"),
        ("原价 ~~999~~ 现价 9", "原价  现价 9"),
        ("好吃~~~真的~~~", "好吃~~~真的~~~"),
        ("3~5 天到 7~8 天", "3~5 天到 7~8 天"),
        ("<del>最好</del>很好", "很好"),
        ("运行 `pip install x` 后", "运行   后"),
        ("`最低价`三个字", "最低价三个字"),
        ("``含 ` 号``", "含 ` 号"),
        ("见 https://a.cn/best 最后", "见   最后"),
        ("见<https://a.cn/best>最后", "见 最后"),
        ("snake_case_name", "snake_case_name"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("价格<100元且>50元", "价格<100元且>50元"),
        ("行一\n行二", "行一\n行二"),
        ("行一\\\n行二", "行一\n行二"),
        ("# 标题 #", "标题"),
        ("标题\n===", "标题"),
        ("- 甲\n- 乙\n  - 丙", "甲\n乙\n丙"),
        ("> 引一\n> 引二", "引一\n引二"),
        ("> - 甲\n>   乙", "甲\n乙"),
        ("1. 甲\n\n   乙", "甲\n乙"),
        ("甲\n\n---\n\n乙", "甲\n乙"),
        ("<div>\n\n**最**好\n\n</div>", "最好"),
        ("<div>\n最<b>好</b>\n</div>", "最好"),
        ("<style>\n最好\n</style>\n\n很好", "很好"),
    ],
)  # fmt: skip
def test_markup_is_undone(written: str, seen: str) -> None:
    assert markdown(written).visible.strip("\n") == seen


def test_a_term_split_by_markup_is_placed_whole() -> None:
    document = markdown("# 新品\n\n全网**最低**价！")
    assert shown_in_source(document, "全网最低价") == "全网**最低**价"
    assert document.line_and_column(document.source_span(3, 8).start) == (3, 1)


def test_places_survive_windows_line_ends() -> None:
    document = markdown("甲\r\n乙**丙**丁\r\n\r\n- 戊\r\n")
    assert document.visible == "甲\n乙丙丁\n戊"
    assert document.line_and_column(document.source_span(6, 7).start) == (4, 3)


def test_code_blocks_are_left_out_and_said_so() -> None:
    document = markdown("前\n\n```\n最低价\n```\n\n后\n\n    最好\n")
    assert document.visible == "前\n后"
    assert document.not_checked == ("2 处代码块没有检查",)


def test_a_footnote_without_spaces_is_not_taken_for_a_link() -> None:
    assert markdown("好[^1]\n\n[^1]: 数据来源某报告").visible == "好\n数据来源某报告"
    assert markdown("[注]: 本品不能代替药物").visible == "[注]: 本品不能代替药物"


def test_what_is_nested_deeper_than_the_parser_goes_is_not_lost() -> None:
    assert markdown("> " * 200 + "最低价").visible.endswith("最低价")


def test_cells_of_a_shot_list_have_roles_from_the_header() -> None:
    document = markdown(
        "| 镜头 | 画面 | 旁白 | 花字 |\n|---|:--|---|---|\n| 1 | 她走来 | **好**用 | 第一 |\n"
    )
    assert roles(document) == {
        "镜头": "direction", "画面": "direction", "旁白": "direction", "花字": "direction",
        "1": "direction", "她走来": "direction", "好用": "speech", "第一": "screen",
    }  # fmt: skip
    assert ("表 1 C2", "好用") in said(document)
    assert document.parts[6].where == {"table": 1, "cell": "C2"}


def test_a_price_list_is_copy_in_every_column() -> None:
    document = markdown("课程|价格|备注\n-|-|-\n甲|10|全网最低\n")
    assert set(roles(document).values()) == {"speech"}
    assert "全网最低" in document.visible


def test_cells_with_escaped_bars_and_quoted_tables_keep_their_columns() -> None:
    assert ("表 1 B2", "乙") in said(markdown("|a|b|\n|-|-|\n|甲\\|丙|乙|\n"))
    assert ("表 1 A2", "甲") in said(markdown("> |a|b|\n> |-|-|\n> |甲|乙|\n"))


def test_an_empty_cell_still_counts_as_a_column() -> None:
    assert ("表 1 C2", "乙") in said(markdown("|a|b|c|\n|-|-|-|\n|甲||乙|\n"))


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert markdown("---\n大家好\n---\n再见").visible == "大家好\n再见"
