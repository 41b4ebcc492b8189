"""HTML: what a visitor reads, and where it stands in the file."""

from __future__ import annotations

import pytest

from compliance.readers import read_bytes
from compliance.text import Document
from tests.readers.making import roles, said, shown_in_source


def page(text: str) -> Document:
    return read_bytes(text.encode(), "页.html")


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("水效<b>最</b>高<b>级</b>", "水效最高级"),
        ("<p>甲</p><p>乙</p>", "甲\n乙"),
        ("<p>甲<p>乙", "甲\n乙"),
        ("甲<br>乙<br/>丙", "甲\n乙\n丙"),
        ("<ul><li>甲<li>乙</ul>丙", "甲\n乙\n丙"),
        ("  <p>\n  甲\n  乙 </p>\n", "甲 乙"),
        ("A<span> </span>B", "A B"),
        ("<pre>甲\n 乙</pre>", "甲\n 乙"),
        ("A &amp; B&nbsp;&#x4e2d;&lt;&unknown; R&D", "A & B\xa0中<&unknown; R&D"),
        ("<script>'最好</p>'</script>甲<style>.最好{}</style>", "甲"),
        ("<template><p>最好</p></template>甲", "甲"),
        ("<noscript>最好</noscript>甲", "甲"),
        ("<!-- 最好 -->甲<!doctype html><?xml 最好?>", "甲"),
        ("<head><title>题</title><meta name=x content=最好></head><body>甲</body>", "题\n甲"),
        ("<head><title>题</title><p>甲", "题\n甲"),
        ("<p hidden>最好</p>甲", "甲"),
        ("<div style='color:red; display : none'>最<b>好</b></div>甲", "甲"),
        ("<p hidden>最好<p>甲", "甲"),
        ("<img alt='最&amp;低' src=a.png title=价>好", "最&低价好"),
        (
            "<input type=submit value='立即&amp;抢购'><input type=hidden value='最好'><input placeholder=填>",
            "立即&抢购\n填",
        ),
        ("<input value='最好'>甲", "甲"),
        ("<img title='二' alt='一'>", "二一"),
        ("价格<100元，且>50元", "价格<100元，且>50元"),
        ("<a title=\"a>b\" href='x'>甲</a>", "甲"),
        ("<textarea>甲<b>乙</textarea>丙", "甲<b>乙\n丙"),
        ("甲</b></i></zz>乙", "甲乙"),
        ("<div hidden><div>最好</div></div><div>甲</div>", "甲"),
        ("<SCRIPT>最好</Script>甲", "甲"),
    ],
)
def test_tags_are_undone(written: str, seen: str) -> None:
    assert page(written).visible == seen


def test_a_term_split_by_tags_is_placed_whole() -> None:
    document = page("<html>\n<p>水效<b>最</b>高<b>级</b></p>")
    assert shown_in_source(document, "最高级") == "最</b>高<b>级"
    assert document.line_and_column(document.source_span(2, 5).start) == (2, 9)


def test_table_cells_are_parts_with_roles_from_the_header() -> None:
    document = page("<table><tr><th>画面<th>口播</tr><tr><td>走来</td><td>最<b>好</b></td></table>后")
    assert said(document)[-1] == ("表 1 B2", "最好")
    assert document.parts[-1].where == {"table": 1, "cell": "B2"}
    assert roles(document) == {
        "画面": "direction",
        "口播": "direction",
        "走来": "direction",
        "最好": "speech",
    }


def test_tables_are_counted_and_empty_cells_keep_the_columns() -> None:
    document = page("<table><tr><td></td><td>甲</td></tr></table><table><tr><td>乙</td></tr></table>")
    assert said(document) == [("表 1 B1", "甲"), ("表 2 A1", "乙")]


def test_pictures_and_an_unfinished_tag_are_reported() -> None:
    document = page("甲<img src=a.png>\n<p 最好")
    assert document.visible == "甲"
    assert any("第 2 行" in note for note in document.not_checked)
    assert any("1 张图片" in note for note in document.not_checked)


def test_a_page_in_gb2312_is_read() -> None:
    content = "<html><meta charset=gb2312><body><p>全网最低价，点击购买。</p></body></html>".encode("gb2312")
    assert read_bytes(content, "页.htm").visible == "全网最低价，点击购买。"
