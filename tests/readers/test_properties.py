"""What holds for every text format, whatever the file says."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from compliance.errors import ConfigError, InputError
from compliance.readers import SUFFIXES, read_bytes
from compliance.text import Document

TEXT_SUFFIXES = sorted(s for s in SUFFIXES if SUFFIXES[s] not in ("word", "workbook", "pdf"))

PIECES = {
    "markdown": [
        *("**", "*", "_", "~~", "`", "```\n", "[", "](http://a.cn)", "![", "]", "<b>", "</b>", "<!--", "-->"),
        *(
            "&amp;",
            "&#65;",
            "\\",
            "| ",
            "|---|---|\n",
            "> ",
            "- ",
            "1. ",
            "# ",
            "    ",
            "---\n",
            "[^1]",
            "==",
        ),
        *(
            "industry: food\n",
            "https://a.cn/b",
            "<br>",
            "[a]: http://x\n",
            "\t",
            "<script>",
            "<del>",
            "</del>",
        ),
    ],
    "subtitles": [
        *("1\n", "00:00:01,000 --> 00:00:02,000\n", "<i>", "</i>", "{\\an8}", "WEBVTT\n\n", "NOTE ", "-->"),
        *("\\N", "&lt;"),
    ],
    "substation": [
        *("[Events]\n", "Dialogue: 0,0:00:01.00,0:00:02.00,A,,0,0,0,,", "{\\i1}", "{\\p1}", "\\N", "\\h"),
        *("Format: Start, End, Text\n", ","),
    ],
    "lyrics": ["[00:01.00]", "[ti:歌]", "<00:02.00>", "[", "]"],
    "delimited": ['"', '""', ",", "\t", ";", "口播,字幕\n", "备注,"],
    "webpage": [
        *(
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<br>",
            "<table><tr><td>",
            "</td>",
            "</table>",
            "<script>",
            "</script>",
        ),
        *(
            "<!--",
            "-->",
            "&nbsp;",
            "&#x4e2d;",
            "&",
            "<",
            ">",
            '<img title="a&amp;b" alt="图">',
            "<div hidden>",
            "</div>",
        ),
        *("<title>", "<head>", "</head>", "<pre>", '"', "<tr>", "<th>", "</x>"),
    ],
    "records": ['{"text":"', '"}', "[", "]", ",", '"a":', "\\u4e2d", "\\n", "{", "}"],
    "screenplay": [
        *(
            "INT. 厨房\n\n",
            "@阿茶\n",
            "阿茶：",
            "[00:12]",
            "/*",
            "*/",
            "[[",
            "]]",
            "> ",
            " <",
            "（",
            "）",
            "画面：",
        ),
        "\n\n",
    ],
    "plain": [],
}
LETTERS = st.text(alphabet="全网最低价第一a1 \n\r\t，。“”😀\u200b", max_size=8)


def scripts(suffix: str) -> st.SearchStrategy[str]:
    """Texts made of the marks of a format and of ordinary words."""
    marks = PIECES[SUFFIXES[suffix]]
    piece = st.one_of(st.sampled_from(marks), LETTERS) if marks else LETTERS
    return st.lists(piece, max_size=25).map("".join)


def read_or_refused(text: str, suffix: str) -> Document | None:
    try:
        return read_bytes(text.encode("utf-8", "surrogatepass"), "甲" + suffix)
    except (InputError, ConfigError):
        return None


def check_mapping(document: Document) -> None:
    """Origins in order and in range; what stands as it is stands for itself."""
    if document.origin is None:
        assert document.visible == document.source
        return
    origin = list(document.origin)
    assert len(origin) == len(document.visible)
    assert all(a <= b for a, b in pairwise(origin))
    for shown, at in zip(document.visible, origin, strict=True):
        written = document.source[at : at + 1]
        # A line break of ours, an entity, an escape, a doubled quote, or the space for an address or code.
        assert shown == written or shown in "\n " or written in ("&", "\\", '"')


def check_parts(document: Document) -> None:
    end = 0
    for part in document.parts:
        assert end <= part.start < part.end <= len(document.visible)
        assert part.label
        end = part.end


@pytest.mark.parametrize("suffix", TEXT_SUFFIXES)
def test_every_visible_character_has_its_place_in_the_file(suffix: str) -> None:
    @settings(max_examples=120, deadline=None)
    @given(scripts(suffix))
    @example("")
    @example("\n")
    def holds(text: str) -> None:
        document = read_or_refused(text, suffix)
        if document is not None:
            check_mapping(document)
            check_parts(document)

    holds()


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_any_bytes_are_read_or_refused_with_a_reason(suffix: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.binary(max_size=200))
    def holds(content: bytes) -> None:
        try:
            read_bytes(content, "甲" + suffix)
        except (InputError, ConfigError) as error:
            assert len(str(error)) > 10

    holds()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_a_json_string_reads_as_json_reads_it(words: str) -> None:
    for ascii_only in (True, False):
        source = json.dumps({"a": [{"text": words}]}, ensure_ascii=ascii_only)
        document = read_bytes(source.encode("utf-8", "surrogatepass"), "甲.json")
        assert document.visible == (words if words.strip() else "")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="全网最低价，。！a1 （）", min_size=1, max_size=40).map(str.strip).filter(bool))
def test_prose_without_marks_reads_the_same_in_every_text_format(words: str) -> None:
    for suffix, form in (
        (".txt", "{}"),
        (".md", "{}"),
        (".srt", "1\n00:00:01,000 --> 00:00:02,000\n{}"),
        (".vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n{}"),
        (".csv", '"{}"'),
        (".json", '"{}"'),
        (".lrc", "[00:01.00]{}"),
        (".ass", "Dialogue: 0,0:00:01.00,0:00:02.00,A,,0,0,0,,{}"),
    ):
        if suffix == ".json" and not any("\u4e00" <= c <= "\u9fff" for c in words):
            continue  # without Chinese and without a key such a string is data
        visible = read_bytes(form.format(words).encode(), "甲" + suffix).visible
        assert visible == words or (suffix == ".json" and len(words) == 1), suffix
