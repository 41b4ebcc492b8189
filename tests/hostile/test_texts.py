"""Text files that are not what they seem, and texts made to hurt."""

from __future__ import annotations

import random

import pytest

from compliance.errors import InputError
from compliance.readers import SUFFIXES, read_bytes
from compliance.readers.decoding import decode

COPY = "茶友们，这款茶全网最低价，点击下方链接购买。\n第二行：每天三泡，身体更轻松！😀\n"
PLAIN_HAN = "全网最低价测试"
TEXT_SUFFIXES = sorted(s for s in SUFFIXES if SUFFIXES[s] not in ("word", "workbook", "pdf"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"]
)
def test_the_encodings_in_use_are_recognised(encoding: str) -> None:
    assert decode(COPY.encode(encoding), "a.txt") == COPY


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030", "utf-8"])
def test_a_few_words_without_punctuation_are_recognised(encoding: str) -> None:
    assert decode(PLAIN_HAN.encode(encoding), "a.txt") == PLAIN_HAN


def test_traditional_characters_in_gb18030_are_recognised() -> None:
    text = "這款產品獨家專利，現在購買享優惠價，請點擊鏈接。"
    assert decode(text.encode("gb18030"), "a.txt") == text


def test_a_page_of_tags_in_gb18030_is_not_taken_for_utf16() -> None:
    text = "<div class='goods'><span>text</span><a href='x'>最低价</a></div>" * 20
    assert decode(text.encode("gb18030"), "a.html") == text


def test_the_byte_order_mark_is_not_part_of_the_text() -> None:
    document = read_bytes(b"\xef\xbb\xbf" + "最好".encode(), "a.txt")
    assert document.source == "最好" and document.line_and_column(0) == (1, 1)


def test_line_ends_stay_as_they_are_in_plain_text() -> None:
    assert read_bytes("甲\r\n乙\r丙\n".encode(), "a.txt").source == "甲\r\n乙\r丙\n"


def test_lone_surrogates_survive() -> None:
    assert read_bytes("最\ud83d好".encode("utf-8", "surrogatepass"), "a.txt").visible == "最\ud83d好"


def test_one_wrong_byte_is_named_with_its_place() -> None:
    content = "第一行\n第二行".encode() + b"\xff\xff\xff" + "第三".encode()
    with pytest.raises(InputError, match=r"第 20 个字节（0xFF，第 2 行）.*另存为 UTF-8"):
        read_bytes(content, "a.txt")


def test_a_cut_off_utf8_file_is_refused() -> None:
    with pytest.raises(InputError, match="不是 UTF-8"):
        read_bytes(COPY.encode()[:-20] + b"\xe6\x9c", "a.txt")


@pytest.mark.parametrize("encoding", ["shift_jis", "cp1251", "koi8-r", "big5"])
def test_other_encodings_are_refused_rather_than_guessed(encoding: str) -> None:
    texts = {
        "shift_jis": "こんにちは世界、テストです",
        "big5": "這款產品全網最低價，請點擊連結購買，謝謝大家。",
    }
    text = texts.get(encoding, "Привет мир тест")
    with pytest.raises(InputError, match="另存为 UTF-8"):
        read_bytes(text.encode(encoding), "a.txt")


def test_a_nul_is_named_with_its_place() -> None:
    with pytest.raises(InputError, match=r"第 9 个字节（第 2 行）是空字符 NUL"):
        read_bytes("最好\nx\0".encode(), "a.txt")


@pytest.mark.parametrize("suffix", TEXT_SUFFIXES)
def test_binary_content_is_refused_by_every_text_reader(suffix: str) -> None:
    noise = random.Random(7).randbytes(4096)
    with pytest.raises(InputError):
        read_bytes(noise, "a" + suffix)


@pytest.mark.parametrize("magic", [b"%PDF-1.7 x", b"PK\x03\x04 x", b"\x89PNG x", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_file_with_a_wrong_suffix_is_refused_with_the_right_one(magic: bytes) -> None:
    with pytest.raises(InputError, match="不是文本"):
        read_bytes(magic, "a.txt")


HUGE_LINE = "全网最低价，" * 33_400


@pytest.mark.parametrize("suffix", TEXT_SUFFIXES)
def test_a_line_of_200_000_characters_is_read_or_refused(suffix: str) -> None:
    wrapped = {
        ".srt": f"1\n00:00:01,000 --> 00:00:02,000\n{HUGE_LINE}",
        ".vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{HUGE_LINE}",
        ".json": f'"{HUGE_LINE}"', ".jsonl": f'"{HUGE_LINE}"', ".ndjson": f'"{HUGE_LINE}"',
        ".csv": f'"{HUGE_LINE}"', ".tsv": f'"{HUGE_LINE}"',
        ".ass": f"Dialogue: 0,0:00:01.00,0:00:02.00,A,,0,0,0,,{HUGE_LINE}",
        ".ssa": f"Dialogue: 0,0:00:01.00,0:00:02.00,A,,0,0,0,,{HUGE_LINE}",
    }  # fmt: skip
    assert read_bytes(wrapped.get(suffix, HUGE_LINE).encode(), "a" + suffix).visible == HUGE_LINE


# Marks that open something nothing closes, and the like: where careless readers lose their way.
PILES = [
    *("<a ", "<a '", '<a "', "</b", "<!--", "<b>", "</b>", "<table><tr><td>", "&", "&amp", "<p><b></i>"),
    "<script>",
    *("[", "]", "![", "[a](", "](", "[a][", "![a](b", "`", "` ``", "*", "**a", "a**", "*a _b ~~c"),
    *(
        "_a*",
        "~~a",
        "<",
        "\\",
        "==a",
        "> ",
        "- ",
        "| ",
        "|a|\n|-|\n",
        "#",
        "```\n",
        "---\n",
        "\t",
        "{\\",
        "<i",
    ),
    *("-->", '"', '""', '",', "[[", "/*", "[00:", "（", "@", "{p"),
]


@pytest.mark.parametrize(
    "suffix", [".md", ".html", ".srt", ".vtt", ".csv", ".json", ".fountain", ".lrc", ".ass"]
)
def test_piles_of_markup_end(suffix: str) -> None:
    head = "1\n00:00:01,000 --> 00:00:02,000\n" if suffix in (".srt", ".vtt") else ""
    head = "Dialogue: 0,0:00:01.00,0:00:02.00,A,,0,0,0,," if suffix == ".ass" else head
    for pile in PILES:
        try:
            read_bytes((head + pile * 5_000).encode(), "a" + suffix)
        except InputError as error:
            assert len(str(error)) < 600


@pytest.mark.parametrize(
    ("pile", "suffix"),
    [
        ("[", ".csv"),
        ("（", ".csv"),
        ("[[", ".fountain"),
        ("/* ", ".fountain"),
        ("<a '", ".html"),
        ("[", ".md"),
    ],
)
def test_a_pile_of_200_000_marks_that_nothing_closes_ends(pile: str, suffix: str) -> None:
    assert len(read_bytes((pile * 200_000).encode(), "a" + suffix).visible) in (
        0,
        len(pile.strip() * 200_000),
        len(pile) * 200_000 - 1,
    )


def test_front_matter_made_to_hurt_is_refused() -> None:
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nindustry: *c\n---\n正文"
    with pytest.raises(InputError, match=r"a\.md:2:"):
        read_bytes(bomb.encode(), "a.md")
    with pytest.raises(InputError, match="嵌套"):
        read_bytes(f"---\nindustry: {'[' * 400}\n---\n".encode(), "a.md")
    with pytest.raises(InputError, match="标签"):
        read_bytes(b"---\nindustry: !!python/object:os.system x\n---\n", "a.md")
