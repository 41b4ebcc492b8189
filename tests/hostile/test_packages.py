"""Office files made to harm, or broken on the way."""

from __future__ import annotations

import io
import random
import struct
import tracemalloc
import zipfile

import pytest

from compliance.errors import InputError, InputTooLarge, UnsafeInput
from compliance.readers import package, read_bytes, sheets
from tests.readers.making import DOCUMENT, paragraph, sheet_file, word_xml, zipped

GOOD = word_xml(paragraph("全网最低价"))
TYPES = {"[Content_Types].xml": "<Types/>"}


def refused(content: bytes, name: str = "稿.docx", kind: type[InputError] = InputError) -> str:
    with pytest.raises(kind) as caught:
        read_bytes(content, name)
    return str(caught.value)


def member(name: str, content: bytes = b"x", **settings: int) -> bytes:
    """A Word file with one more member whose directory entry is tampered with."""
    buffer = io.BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a") as archive:
        info = zipfile.ZipInfo(name)
        for key, value in settings.items():
            setattr(info, key, value)
        archive.writestr(info, content)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["稿.docx", "稿.xlsx"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_refused(name: str, share: float) -> None:
    content = GOOD if name.endswith("docx") else sheet_file(["最低价"])
    assert "损坏" in refused(content[: int(len(content) * share)], name)


@pytest.mark.parametrize("name", ["稿.docx", "稿.xlsx", "稿.docm", "稿.xlsm"])
def test_other_content_under_an_office_name_is_refused(name: str) -> None:
    assert "不是 Office 文件" in refused("最低价".encode(), name)
    assert "密码" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), name)
    assert "不是" in refused(zipped({"a.txt": "x"}), name)


def test_flipped_bytes_are_read_or_refused_but_never_crash() -> None:
    chance = random.Random(11)
    for original, name in ((GOOD, "稿.docx"), (sheet_file(["口播", 1, 2.5], ["最低价"]), "稿.xlsx")):
        for _ in range(150):
            content = bytearray(original)
            for _ in range(chance.randint(1, 6)):
                content[chance.randrange(len(content))] = chance.randrange(256)
            try:
                read_bytes(bytes(content), name)
            except InputError as error:
                assert str(error).startswith(name)


def test_scrambled_xml_is_read_or_refused_but_never_crashes() -> None:
    chance = random.Random(5)
    body = (
        paragraph("甲", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r>")
        + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"
    )
    with zipfile.ZipFile(io.BytesIO(word_xml(body))) as archive:
        xml = archive.read(DOCUMENT).decode()
    for _ in range(150):
        at, length = chance.randrange(len(xml)), chance.randint(1, 30)
        broken = xml[:at] + xml[at + length :]
        try:
            read_bytes(zipped({**TYPES, DOCUMENT: broken}), "稿.docx")
        except InputError as error:
            assert str(error).startswith("稿.docx")


def test_an_encrypted_member_is_refused() -> None:
    content = bytearray(GOOD)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(mark)
        content[at + offset] |= 1
    assert "密码" in refused(bytes(content))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "word/../../x", "..\\x", "C:/x"])
def test_a_path_that_leaves_the_archive_is_refused(name: str) -> None:
    assert "越界" in refused(member(name), kind=UnsafeInput)


def test_a_link_inside_the_archive_is_refused() -> None:
    assert "符号链接" in refused(
        member("word/x", b"/etc/passwd", external_attr=0o120777 << 16), kind=UnsafeInput
    )


def test_an_unusual_compression_is_refused() -> None:
    assert "压缩方式" in refused(zipped({**TYPES, DOCUMENT: "<a/>"}, zipfile.ZIP_LZMA), kind=UnsafeInput)


def test_too_many_members_are_refused() -> None:
    members = {f"word/x{n}": "" for n in range(package.MAX_MEMBERS)}
    assert "超过上限 500" in refused(zipped({**TYPES, DOCUMENT: "<a/>", **members}), kind=UnsafeInput)


def test_a_member_twice_is_refused() -> None:
    with pytest.warns(UserWarning):
        content = member(DOCUMENT, b"<a/>")
    assert "重名" in refused(content, kind=UnsafeInput)


def bomb(declared: int | None = None, members: int = 1, size: int = package.MAX_MEMBER_BYTES + 1) -> bytes:
    """A small archive that unpacks to a lot, perhaps with a lie about how much."""
    content = bytearray(
        zipped({**TYPES, **{DOCUMENT if n == 0 else f"word/{n}": bytes(size) for n in range(members)}})
    )
    if declared is not None:
        at = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 1)
        content[at + 24 : at + 28] = struct.pack("<I", declared)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (bomb(), InputTooLarge),
        (bomb(members=6, size=9 << 20), InputTooLarge),
        (bomb(declared=1000), InputError),
    ],
    ids=["one large member", "many members", "a lie about the size"],
)
def test_a_zip_bomb_is_refused_without_being_unpacked(content: bytes, kind: type[InputError]) -> None:
    tracemalloc.start()
    refused(content, kind=kind)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 << 20


def test_an_honest_script_that_repeats_itself_is_read() -> None:
    content = word_xml(paragraph("全网最低价，点击购买。") * 20_000)
    assert len(read_bytes(content, "稿.docx").parts) == 20_000


ENTITIES = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
)


@pytest.mark.parametrize(
    "prolog",
    [
        ENTITIES + "]>",
        "<!DOCTYPE d SYSTEM 'file:///etc/passwd'>",
        "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "<?xml version='1.0'?><!-- x --><!DOCTYPE d>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_with_a_dtd_is_refused(prolog: str, encoding: str) -> None:
    xml = prolog + "<d>&j;</d>"
    assert "DTD" in refused(zipped({**TYPES, DOCUMENT: xml.encode(encoding)}), kind=UnsafeInput)


def test_deeply_nested_xml_is_refused() -> None:
    assert "嵌套" in refused(word_xml("<w:p>" * 5_000 + "</w:p>" * 5_000), kind=UnsafeInput)


def sheet_xml(rows: str, strings: str = "<sst/>") -> bytes:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheet = "<sheet name='甲' r:id='r1'/>"
    return zipped(
        {
            **TYPES,
            "xl/workbook.xml": f"<workbook xmlns:r='{relation}'><sheets>{sheet}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": "<R><Relationship Id='r1' Target='worksheets/sheet1.xml'/></R>",
            "xl/sharedStrings.xml": strings,
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def test_a_sheet_of_a_million_rows_is_refused() -> None:
    row = "<row><c><v>1</v></c></row>"
    assert "超过" in refused(sheet_xml(row * 1_000_000), "稿.xlsx", InputTooLarge)
    assert "100000 行" in refused(sheet_xml(row * (sheets.MAX_ROWS + 1)), "稿.xlsx", InputTooLarge)


def test_a_table_of_too_many_rows_is_refused_in_a_text_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 1000)
    assert "1000 行" in refused(b"a,b\n" * 1001, "稿.csv", InputTooLarge)


def test_one_long_text_in_many_cells_is_refused() -> None:
    strings = f"<sst><si><t>{'好' * 100_000}</t></si></sst>"
    content = sheet_xml("<row><c t='s'><v>0</v></c></row>" * 1000, strings=strings)
    assert len(content) < 20_000
    assert "字" in refused(content, "稿.xlsx", InputTooLarge)


def test_rows_of_one_far_cell_are_read_in_time() -> None:
    rows = "".join(f"<row r='{n}'><c r='XFD{n}'><v>1</v></c></row>" for n in range(1, 3001))
    assert len(read_bytes(sheet_xml(rows), "稿.xlsx").parts) == 3000


def test_a_sheet_that_ends_in_empty_rows_is_read() -> None:
    rows = "<row r='1'><c r='A1' t='inlineStr'><is><t>甲</t></is></c></row>" + "<row r='1048576'/>"
    assert read_bytes(sheet_xml(rows), "稿.xlsx").visible == "甲"


@pytest.mark.parametrize(
    "cell",
    [
        "<c r='ZZZZ1'><v>1</v></c>",
        "<c r='XFE1'><v>1</v></c>",
        "<c t='s'><v>99999999999</v></c>",
        "<c t='s'><v>-1</v></c>",
        "<c s='77'><v>1e999</v></c>",
        "<c><v>nan</v></c>",
        "<c t='什么'><v>甲</v></c>",
        "<c r='A1'/>",
    ],
)
def test_nonsense_in_a_cell_does_no_harm(cell: str) -> None:
    read_bytes(sheet_xml(f"<row r='x'>{cell}</row>"), "稿.xlsx")
