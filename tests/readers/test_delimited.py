"""CSV and TSV: cells with their places and roles."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.errors import InputError
from compliance.readers import read_bytes
from compliance.text import Document
from tests.readers.making import roles, said, shown_in_source


def table(text: str, name: str = "分镜.csv") -> Document:
    return read_bytes(text.encode(), name)


def test_cells_carry_line_and_name() -> None:
    document = table('镜号,口播\n1,"两行\n文字"\n2,最低价\n')
    assert said(document)[-1] == ("第 4 行 B3", "最低价")
    assert document.parts[-1].where == {"line": 4, "cell": "B3"}


def test_doubled_quotes_show_as_one_and_keep_their_place() -> None:
    document = table('口播\n"他说""最低""价"\n')
    assert document.visible == '口播\n他说"最低"价'
    assert shown_in_source(document, '"最低"价') == '""最低""价'


def test_roles_come_from_the_header_even_below_a_title() -> None:
    document = table("春季新品,,\n镜号,画面,口播,字幕,备注\n1,走来,好用,第一,别剪\n")
    assert roles(document) == {
        "春季新品": "speech", "镜号": "direction", "画面": "direction", "口播": "direction",
        "字幕": "direction", "备注": "direction", "1": "direction", "走来": "direction",
        "好用": "speech", "第一": "screen", "别剪": "direction",
    }  # fmt: skip


def test_a_row_of_notes_for_the_crew_is_no_copy() -> None:
    document = table("镜号,画面,口播\n1,走来,最好\n备注,,灯光要最好\n,后期,最亮\n")
    assert roles(document)["最好"] == "speech"
    assert roles(document)["灯光要最好"] == roles(document)["最亮"] == "direction"


def test_a_table_without_words_of_a_shot_list_is_copy() -> None:
    assert set(roles(table("商品,价格,备注\n甲,10,最低\n")).values()) == {"speech"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("口播;字幕\n甲,乙;丙\n", "a.csv"),
        ("口播\t字幕\n甲,乙\t丙\n", "a.csv"),
        ("口播\t字幕\n甲,乙\t丙\n", "a.tsv"),
    ],
)
def test_other_delimiters_are_found_out(text: str, name: str) -> None:
    assert said(table(text, name))[-2:] == [("第 2 行 A2", "甲,乙"), ("第 2 行 B2", "丙")]


def test_a_sentence_with_commas_in_one_column_is_read_whole() -> None:
    assert table("口播\n“最低价”\n").visible == "口播\n“最低价”"


def test_a_quotation_at_the_start_of_a_cell_is_no_quoted_cell() -> None:
    assert said(table('口播,字幕\n"最好"的茶,乙\n'))[-2:] == [
        ("第 2 行 A2", '"最好"的茶'),
        ("第 2 行 B2", "乙"),
    ]


def test_a_quote_without_its_pair_is_refused_with_its_line() -> None:
    with pytest.raises(InputError, match=r"分镜\.csv:2: .*没有配对"):
        table('口播\n"最低价\n没了\n')


cells = st.text(alphabet='甲乙丙,"\n\t; 1', max_size=6).map(str.strip)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=5))
def test_cells_read_as_the_csv_module_reads_them(rows: list[list[str]]) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows(rows)
    document = table(buffer.getvalue())
    written = [[cell for cell in row if cell] for row in rows]
    assert [words for _, words in said(document)] == [cell for row in written for cell in row]
