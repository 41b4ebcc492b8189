"""Word files, written by python-docx (or by hand where it cannot) and read by us."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from compliance.errors import InputError
from compliance.readers import read_bytes
from compliance.text import Document
from tests.readers.making import DOCUMENT, W, paragraph, roles, said, word_file, word_xml, zipped

DELETED_ROW = "<w:trPr><w:del/></w:trPr>"


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


RUBY_BASE = f"<w:rubyBase>{run('最')}</w:rubyBase>"


def word(content: bytes, name: str = "稿.docx") -> Document:
    return read_bytes(content, name)


def test_paragraphs_are_numbered_as_python_docx_counts_them() -> None:
    document = docx.Document()
    for words in ("第一", "", "第三"):
        document.add_paragraph(words)
    read = word(word_file(document))
    assert said(read) == [("第 1 段", "第一"), ("第 3 段", "第三")]
    assert document.paragraphs[int(read.parts[1].where["paragraph"]) - 1].text == "第三"


def test_runs_are_joined() -> None:
    document = docx.Document()
    line = document.add_paragraph("全网")
    line.add_run("最低").bold = True
    line.add_run("价")
    assert word(word_file(document)).visible == "全网最低价"


def test_tables_have_cells_and_roles() -> None:
    document = docx.Document()
    document.add_paragraph("前")
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells),
        ("时间", "画面", "口播", "00:21", "走来", "最好"),
        strict=True,
    ):
        cell.text = words
    document.add_paragraph("后")
    read = word(word_file(document))
    assert said(read)[0] == ("第 1 段", "前") and said(read)[-1] == ("第 2 段", "后")
    assert ("表 1 C2", "最好") in said(read)
    assert roles(read)["走来"] == "direction" and roles(read)["最好"] == "speech"


def test_merged_columns_are_counted() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "甲"
    table.cell(0, 2).text = "乙"
    assert said(word(word_file(document))) == [("表 1 A1", "甲"), ("表 1 C1", "乙")]


def test_header_and_footer_are_read() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "页眉最好"
    document.sections[0].footer.paragraphs[0].text = "本品不能代替药物"
    assert [words for _, words in said(word(word_file(document)))] == ["正文", "页眉最好", "本品不能代替药物"]


@pytest.mark.parametrize(
    ("xml", "seen"),
    [
        (paragraph("甲", "<w:del><w:r><w:delText>最好</w:delText></w:r></w:del>", "乙"), "甲乙"),
        (paragraph("甲", "<w:ins><w:r><w:t>最好</w:t></w:r></w:ins>", "乙"), "甲最好乙"),
        (paragraph("甲", "<w:moveFrom><w:r><w:t>最好</w:t></w:r></w:moveFrom>"), "甲"),
        (paragraph("甲", "<w:moveTo><w:r><w:t>乙</w:t></w:r></w:moveTo>"), "甲乙"),
        (paragraph("甲", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>最好</w:t></w:r>"), "甲"),
        (paragraph("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>甲</w:t></w:r>"), "甲"),
        (paragraph("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "后"), "链接后"),
        (paragraph("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>"), "甲\n乙\t丙"),
        (paragraph("<w:r><w:instrText>HYPERLINK 最好</w:instrText></w:r>", "甲"), "甲"),
        (paragraph("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>"), "甲"),
        (f"<w:sdt><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>{paragraph('乙')}", "甲\n乙"),
        (f"<w:customXml>{paragraph('甲')}</w:customXml><w:sectPr/>", "甲"),
        (f"<w:tbl><w:tr>{DELETED_ROW}<w:tc>{paragraph('最好')}</w:tc></w:tr></w:tbl>{paragraph('甲')}", "甲"),
        (
            paragraph(f"<w:r><w:ruby><w:rt>{run('zui')}</w:rt>{RUBY_BASE}</w:ruby></w:r>", "好"),
            "最好",
        ),
    ],
)  # fmt: skip
def test_only_what_a_reader_of_the_final_text_sees_is_visible(xml: str, seen: str) -> None:
    assert word(word_xml(xml)).visible == seen


def test_a_hidden_style_hides() -> None:
    style = '<w:style w:type="character" w:styleId="X"><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = f'<w:styles xmlns:w="{W}">{style}</w:styles>'
    content = word_xml(
        paragraph("甲", "<w:r><w:rPr><w:rStyle w:val='X'/></w:rPr><w:t>最好</w:t></w:r>"),
        **{"word/styles.xml": styles},
    )
    assert word(content).visible == "甲"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('最低价')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    read = word(word_xml(paragraph("前", drawing, "后")))
    assert said(read) == [("第 1 段", "前后"), ("文本框 1", "最低价")]
    assert read.parts[1].where == {"textbox": 1}


def test_footnotes_are_read_without_their_separators() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0">{paragraph("线")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("数据来源")}</w:footnote></w:footnotes>'
    )
    assert said(word(word_xml(paragraph("甲"), **{"word/footnotes.xml": notes})))[-1] == (
        "脚注 1",
        "数据来源",
    )


def test_what_cannot_be_read_is_reported() -> None:
    content = word_xml(
        paragraph("甲"),
        **{
            "word/media/a.png": "x",
            "word/comments.xml": "x",
            "word/vbaProject.bin": "x",
            "word/embeddings/a.xlsx": "x",
        },
    )
    notes = "".join(word(content, "稿.docm").not_checked)
    assert all(piece in notes for piece in ("1 张图片", "批注", "宏没有运行", "嵌入"))


def test_the_strict_variant_is_refused_with_advice() -> None:
    strict = "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body/></w:document>"
    with pytest.raises(InputError, match="严格"):
        word(zipped({"[Content_Types].xml": "<Types/>", DOCUMENT: strict}))


def test_a_file_on_disk_is_read(tmp_path: Path) -> None:
    from compliance.readers import read

    path = tmp_path / "稿.docx"
    document = docx.Document()
    document.add_paragraph("甲")
    document.save(str(path))
    assert read(path).kind == "docx"
