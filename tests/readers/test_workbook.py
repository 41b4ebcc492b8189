"""Excel workbooks, written by openpyxl and read by us."""

from __future__ import annotations

import io
import zipfile
from datetime import date, time

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from compliance.errors import InputError
from compliance.readers import read_bytes
from compliance.text import Document
from tests.readers.making import roles, said, sheet_file, workbook_file, zipped


def book(content: bytes, name: str = "稿.xlsx") -> Document:
    return read_bytes(content, name)


def test_cells_are_parts_with_sheet_and_name() -> None:
    document = book(sheet_file(["镜号", "画面", "口播"], [1, "走来", "最低价"]))
    assert said(document)[-1] == ("分镜!C2", "最低价")
    assert document.parts[-1].where == {"sheet": "分镜", "cell": "C2"}
    assert roles(document)["走来"] == "direction" and roles(document)["最低价"] == "speech"


def test_empty_cells_and_rows_keep_the_names() -> None:
    document = book(sheet_file([], [None, None, "甲"]))
    assert said(document) == [("分镜!C2", "甲")]


def test_values_show_as_the_sheet_shows_them() -> None:
    workbook = Workbook()
    sheet = workbook.active
    for cell, value, form in (
        ("A1", 0.386, "0.0%"), ("A2", date(2026, 1, 2), "yyyy/m/d"), ("A3", time(0, 21), "h:mm"),
        ("A4", 1299, "¥#,##0"),
        ("A5", True, "General"), ("A6", 3.0, "General"),
    ):  # fmt: skip
        sheet[cell] = value
        sheet[cell].number_format = form
    shown = [words for _, words in said(book(workbook_file(workbook)))]
    assert shown == ["38.6%", "2026/1/2", "0:21", "¥1,299", "TRUE", "3"]


def test_text_in_several_fonts_is_joined() -> None:
    workbook = Workbook()
    workbook.active["A1"] = CellRichText("全网", TextBlock(InlineFont(b=True), "最低"), "价")
    assert book(workbook_file(workbook)).visible == "全网最低价"


def test_hidden_places_are_read_and_say_so() -> None:
    workbook = Workbook()
    first = workbook.active
    first.title = "甲"
    first.append(["看得见", "藏列"])
    first.append(["藏行"])
    first.row_dimensions[2].hidden = True
    first.column_dimensions["B"].hidden = True
    second = workbook.create_sheet("乙")
    second.append(["藏表"])
    second.sheet_state = "hidden"
    assert said(book(workbook_file(workbook))) == [
        ("甲!A1", "看得见"),
        ("甲!B1（隐藏列）", "藏列"),
        ("甲!A2（隐藏行）", "藏行"),
        ("乙!A1（隐藏的工作表）", "藏表"),
    ]


def test_a_formula_without_a_stored_result_is_reported() -> None:
    workbook = Workbook()
    workbook.active["A1"] = '="最"&"好"'
    document = book(workbook_file(workbook))
    assert document.visible == "" and any("1 个公式" in note for note in document.not_checked)


def test_comments_are_reported_as_not_checked() -> None:
    workbook = Workbook()
    workbook.active["A1"] = "甲"
    workbook.active["A1"].comment = Comment("最好", "某人")
    assert "批注没有检查" in book(workbook_file(workbook)).not_checked


def test_our_reading_agrees_with_openpyxl() -> None:
    content = sheet_file(["a", 1, "甲\n乙"], [None, "丙", 2.5], ["", "x" * 100])
    theirs = [
        str(cell.value)
        for row in load_workbook(io.BytesIO(content)).active.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    ]
    assert [words for _, words in said(book(content))] == theirs


def test_macros_are_not_run_and_that_is_said() -> None:
    buffer = io.BytesIO(sheet_file(["甲"]))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    document = book(buffer.getvalue(), "稿.xlsm")
    assert document.visible == "甲" and any("宏没有运行" in note for note in document.not_checked)


def test_another_zip_is_refused() -> None:
    with pytest.raises(InputError, match="不是 Excel 文件"):
        book(zipped({"a.txt": "甲"}))
