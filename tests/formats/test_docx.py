"""The user's own Word file comes back with comments on the exact characters."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.errors import ConfigError
from compliance.formats import FORMATS
from compliance.formats.docx import annotate
from compliance.readers import read_bytes
from compliance.report import Report, Run

from .reports import Found, report


def word_file(*paragraphs: list[str], cell: str = "", header: str = "") -> bytes:
    """A Word file; each paragraph is given as the texts of its runs, every other one bold."""
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for number, text in enumerate(runs):
            run = paragraph.add_run(text)
            run.bold = number % 2 == 1
            run.font.color.rgb = RGBColor(0, 0, number)
    if cell:
        table = document.add_table(1, 2)
        table.cell(0, 1).text = cell
    if header:
        document.sections[0].header.paragraphs[0].text = header
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def report_on(content: bytes, *found: Found) -> Report:
    read = read_bytes(content, "稿件.docx")
    return report(read.source, found, name="稿件.docx", parts=read.parts, kind="docx")


def commented(content: bytes) -> list[tuple[str, str]]:
    """(text of the comment, words it is attached to), in order of the file."""
    document = Document(io.BytesIO(content))
    texts = {c.comment_id: c.text for c in document.comments}
    open_ids: dict[int, str] = {}
    for node in document.element.body.iter():
        if node.tag == qn("w:commentRangeStart"):
            open_ids[int(node.get(qn("w:id")))] = ""
        elif node.tag == qn("w:commentRangeEnd"):
            number = int(node.get(qn("w:id")))
            texts[number] = texts[number] + "\x00" + open_ids.pop(number)
        elif node.tag == qn("w:t"):
            for number in open_ids:
                open_ids[number] += node.text or ""
    return [tuple(t.split("\x00")) for t in texts.values()]  # type: ignore[misc]


def looks(content: bytes) -> list[tuple[str, bool, str]]:
    """Every character with its formatting."""
    document = Document(io.BytesIO(content))
    return [
        (char, bool(run.bold), str(run.font.color.rgb))
        for paragraph in document.paragraphs
        for run in paragraph.runs
        for char in run.text
    ]


def test_comment_sits_on_the_exact_characters() -> None:
    content = word_file(["这款面霜", "全网最", "低价，快来"])
    [(text, words)] = commented(annotate(report_on(content, Found("最低价")), content))
    assert words == "最低价"
    assert "《中华人民共和国广告法》第九条第三项" in text
    assert "未检出不等于合规" in text


def test_formatting_and_text_stay_as_they_were() -> None:
    content = word_file(["这款面霜", "全网最", "低价，快来"], ["第二段"])
    after = annotate(report_on(content, Found("网最低"), Found("低价，")), content)
    assert looks(after) == looks(content)


def test_overlapping_findings_keep_a_comment_each() -> None:
    content = word_file(["全网最低价"])
    done = commented(annotate(report_on(content, Found("全网最低价"), Found("最低", rule_id="b.b")), content))
    assert sorted(words for _, words in done) == ["全网最低价", "最低"]


def test_words_in_a_table_cell_are_commented() -> None:
    content = word_file(["第一段"], cell="全网最低价")
    [(_, words)] = commented(annotate(report_on(content, Found("最低价")), content))
    assert words == "最低价"


def test_missing_statement_is_attached_to_the_last_words() -> None:
    content = word_file(["好物推荐"])
    [(text, words)] = commented(annotate(report_on(content, Found("")), content))
    assert words == "荐"
    assert "缺少“广告”标识" in text


def test_finding_in_a_header_is_listed_at_the_end() -> None:
    content = word_file(["正文"], header="全网最低价")
    after = annotate(report_on(content, Found("最低价")), content)
    assert commented(after) == []
    text = "\n".join(p.text for p in Document(io.BytesIO(after)).paragraphs)
    assert "以下 1 条检出无法做成批注" in text and "“最低价”" in text


def test_changed_file_gets_a_list_instead_of_comments_on_wrong_words() -> None:
    checked = report_on(word_file(["全网最低价"]), Found("最低价"))
    after = annotate(checked, word_file(["这一段已经改过"]))
    assert commented(after) == []
    assert "“最低价”" in Document(io.BytesIO(after)).paragraphs[-1].text


def test_run_writes_the_commented_copy_and_leaves_the_original(tmp_path: Path) -> None:
    path = tmp_path / "稿件.docx"
    content = word_file(["全网最低价"])
    path.write_bytes(content)
    read = read_bytes(content, str(path))
    checked = report(read.source, [Found("最低价")], name=str(path), parts=read.parts, kind="docx")
    stream = io.BytesIO()
    FORMATS["docx"].write(Run((checked,)), stream)
    assert [words for _, words in commented(stream.getvalue())] == ["最低价"]
    assert path.read_bytes() == content


def test_vanished_file_is_named(tmp_path: Path) -> None:
    gone = report("全网最低价", [Found("最低价")], name=str(tmp_path / "没了.docx"), kind="docx")
    with pytest.raises(ConfigError, match=r"没了\.docx"):
        FORMATS["docx"].write(Run((gone,)), io.BytesIO())


runs = st.lists(st.text(st.sampled_from("字词最低价ab 😀\t"), min_size=1, max_size=5), min_size=1, max_size=4)


@settings(max_examples=25, deadline=None)
@given(st.lists(runs, min_size=1, max_size=3), st.data())
def test_any_range_of_any_paragraph_gets_its_comment(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    content = word_file(*paragraphs)
    read = read_bytes(content, "a.docx")
    if not read.parts:
        return
    part = data.draw(st.sampled_from(read.parts))
    start = data.draw(st.integers(part.start, part.end - 1))
    end = data.draw(st.integers(start + 1, part.end))
    phrase = read.source[start:end]
    nth = sum(1 for i in range(start) if read.source.startswith(phrase, i))
    checked = report(read.source, [Found(phrase, nth=nth)], parts=read.parts, kind="docx")
    after = annotate(checked, content)
    [(_, words)] = commented(after)
    assert words == phrase.replace("\t", "")
    assert looks(after) == looks(content)
