"""SRT, WebVTT, SubStation and LRC: the words with their cues."""

from __future__ import annotations

import pytest

from compliance.errors import InputError
from compliance.readers import read_bytes
from compliance.text import Document
from tests.readers.making import said, shown_in_source

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>全网</i>

2
00:00:02,600 --> 00:00:04,000 X1:1
{\\an8}最低价
第二行

9
00:00:07,000 --> 00:00:09,000
<3 爱你
"""


def subtitles(text: str, name: str = "片.srt") -> Document:
    return read_bytes(text.encode(), name)


def test_cues_are_parts_with_number_and_times() -> None:
    document = subtitles(SRT)
    assert said(document) == [
        ("字幕 1 00:00:01,000", "全网"),
        ("字幕 2 00:00:02,600", "最低价\n第二行"),
        ("字幕 9 00:00:07,000", "<3 爱你"),
    ]
    assert document.visible == "全网\n最低价\n第二行\n<3 爱你"
    assert document.parts[2].where == {"cue": 9, "time": "00:00:07,000", "until": "00:00:09,000"}


def test_tags_vanish_and_places_point_into_the_file() -> None:
    document = subtitles(SRT)
    span = document.source_span(3, 6)
    assert document.source[span.start : span.end] == "最低价"
    assert document.line_and_column(span.start) == (7, 7)


def test_windows_line_ends_leave_no_trace() -> None:
    assert subtitles(SRT.replace("\n", "\r\n")).visible == subtitles(SRT).visible


def test_cues_without_numbers_or_blank_lines_are_read() -> None:
    text = "00:00:01,000 --> 00:00:02,000\n甲\n00:00:03.5 --> 00:00:04\n乙\n"
    assert [label for label, _ in said(subtitles(text))] == ["字幕 1 00:00:01,000", "字幕 2 00:00:03.5"]


def test_a_number_that_is_said_is_not_taken_for_the_next_cue() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n100\n\n2\n00:00:03,000 --> 00:00:04,000\n乙\n"
    assert said(subtitles(text))[0][1] == "100"


def test_a_blank_line_inside_a_cue_does_not_lose_the_rest() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n甲\n\n乙\n\n2\n00:00:03,000 --> 00:00:04,000\n丙\n"
    assert said(subtitles(text))[0][1] == "甲\n乙"


def test_a_written_line_break_code_breaks_the_line() -> None:
    assert subtitles("1\n00:00:01,000 --> 00:00:02,000\n甲\\N乙").visible == "甲\n乙"


@pytest.mark.parametrize(
    "broken",
    [
        "00:00:0x,000 --> 00:00:02,000",
        "00:00:01,000 -> 00:00:02,000",
        "00:00:01,000 → 00:00:02,000",
        "abc --> def",
        "00:00 --> ",
    ],
)
def test_a_broken_time_is_refused_with_its_line(broken: str) -> None:
    with pytest.raises(InputError) as caught:
        subtitles(f"1\n00:00:00,000 --> 00:00:00,500\n好\n\n2\n{broken}\n坏\n")
    assert str(caught.value).startswith("片.srt:6: 字幕时间写错了") and "-->" in str(caught.value)


def test_an_arrow_in_speech_is_speech() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n从甲 --> 到乙\n"
    assert subtitles(text).visible == "从甲 --> 到乙"


def test_a_text_without_any_cue_is_refused() -> None:
    with pytest.raises(InputError, match="没有任何时间行"):
        subtitles("只是文字\n")


VTT = """WEBVTT 甲

STYLE
::cue { content: "最好" }

NOTE 最低价
00:01.000 --> 00:02.000

开头
00:01.000 --> 00:02.500 line:0
<v 阿茶>全网<c.red>最</c>低<00:00:01.500>价</v> &amp; 好

不属于任何字幕

01:00:03.000 --> 01:00:04.000
乙
"""


def test_webvtt_styles_notes_voices_and_entities_are_undone() -> None:
    document = subtitles(VTT, "片.vtt")
    assert said(document) == [("字幕 1 00:01.000", "全网最低价 & 好"), ("字幕 2 01:00:03.000", "乙")]
    assert shown_in_source(document, "最低价") == "最</c>低<00:00:01.500>价"


ASS = """[Script Info]
Title: 最好
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,最好
Dialogue: 0,0:00:01.00,0:00:02.00,Default,阿茶,0,0,0,,{\\b1}全网{\\b0},最低\\N价\\h好
Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 10 10{\\p0}图后
"""


def test_substation_dialogue_is_read_without_codes_comments_and_drawings() -> None:
    document = subtitles(ASS, "片.ass")
    assert said(document) == [("字幕 1 0:00:01.00", "全网,最低\n价 好"), ("字幕 2 0:00:03.00", "图后")]
    assert document.parts[0].where["speaker"] == "阿茶"


def test_substation_takes_the_order_of_fields_from_the_file() -> None:
    text = "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,甲,乙\n"
    assert subtitles(text, "片.ssa").visible == "甲,乙"


@pytest.mark.parametrize("line", ["Dialogue: 0,0:00:01.00", "Dialogue: 0,早,0:00:02.00,A,,0,0,0,,甲"])
def test_a_broken_dialogue_line_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(InputError, match=r"片\.ass:2: "):
        subtitles(f"[Events]\n{line}\n", "片.ass")


def test_substation_without_dialogue_is_refused() -> None:
    with pytest.raises(InputError, match="Dialogue"):
        subtitles("[Script Info]\n", "片.ass")


def test_lyrics_are_read_without_times_and_tags() -> None:
    document = subtitles(
        "[ti:歌名]\n[ar:某人]\n[00:01.50][00:09.00]全网<00:02.00>最低价\n\n[00:03.00]\n没有时间\n", "歌.lrc"
    )
    assert said(document) == [("第 1 句 00:01.50", "全网最低价"), ("第 2 句", "没有时间")]
    assert document.parts[0].where == {"cue": 1, "time": "00:01.50"}
