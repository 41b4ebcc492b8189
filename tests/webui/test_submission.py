"""What was asked, turned into values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.text import Document, Settings
from webui.submission import Refused, Submission, from_json, guess_format

TODAY = date(2026, 5, 1)
SUBTITLES = "1\n00:00:01,000 --> 00:00:02,000\n全网最低价\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SUBTITLES, "srt"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n你好", "vtt"),
        ("---\nindustry: food\n---\n正文", "md"),
        ("--- 分割线 ---\n正文", "txt"),
        ("---\n没有结束的开头", "txt"),
        ("1\n第一条", "txt"),
        ("", "txt"),
    ],
)
def test_the_format_of_a_pasted_text_is_seen_in_its_first_lines(text: str, kind: str) -> None:
    assert guess_format(text) == kind


def test_pasted_subtitles_are_read_as_subtitles() -> None:
    document = Submission(text=SUBTITLES).read()
    assert document.visible.strip() == "全网最低价"
    assert document.source == SUBTITLES


def test_a_chosen_format_wins_over_the_guess() -> None:
    assert Submission(text=SUBTITLES, text_format="txt").read().visible == SUBTITLES


def test_what_was_asked_wins_over_what_the_file_says() -> None:
    said = Settings(industries=("food",), platforms=("douyin",), channel="live", as_of="2025-01-01")
    document = Document("x.md", "正文", "正文", settings=said)
    choices = Submission(industries=("drug",), channel="group", as_of="2026-02-03").choices(document, TODAY)
    assert (choices.industries, choices.platforms) == (("drug",), ("douyin",))
    assert (choices.channel, choices.as_of) == ("group", date(2026, 2, 3))


def test_the_file_fills_what_was_not_asked_and_today_is_the_last_resort() -> None:
    choices = Submission().choices(Document.plain("正文"), TODAY)
    assert (choices.industries, choices.platforms, choices.channel, choices.as_of) == (
        None,
        (),
        "public",
        TODAY,
    )


def test_no_industry_at_all_is_not_the_same_as_finding_out() -> None:
    assert Submission(industries=()).choices(Document.plain("正文"), TODAY).industries == ()


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (b"", "error.json"),
        (b"{", "error.json"),
        (b"\xff\xfe", "error.json"),
        (b"[" * 200_000, "error.json"),
        (b"[]", "error.json-object"),
        (b'{"txt": "x"}', "error.json-key"),
        (b'{"text": 1}', "error.json-text"),
        (b'{"text": "x", "industries": "food"}', "error.json-names"),
        (b'{"text": "x", "platforms": [1]}', "error.json-names"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_json_body_of_the_wrong_shape_is_refused_with_its_reason(body: bytes, key: str) -> None:
    with pytest.raises(Refused) as refused:
        from_json(body)
    assert (refused.value.status, refused.value.key) == (400, key)


@given(st.binary(max_size=60))
def test_no_body_at_all_raises_anything_else(body: bytes) -> None:
    try:
        from_json(body)
    except Refused as refused:
        assert refused.status == 400
