"""What a person sees at the terminal."""

from __future__ import annotations

import io
import re

import pytest

from compliance.formats import FORMATS, View
from compliance.formats.shared.width import width
from compliance.report import Disguise, Excuse, InputFailure, Run, Undecided
from compliance.text import Part

from .reports import RUN, SAMPLE, Found, report


def shown(run: Run = RUN, **view: object) -> str:
    stream = io.StringIO()
    FORMATS["text"].write(run, stream, view=View(**view))  # type: ignore[arg-type]
    return stream.getvalue()


def test_finding_names_place_law_penalty_and_rewrite() -> None:
    page = shown(Run((report("全网最低价\n", [Found("最低价")]),)))
    for piece in (
        "script.md:1:3",
        "错误 使用绝对化用语 [absolute.lowest]",
        "《中华人民共和国广告法》第九条第三项",
        "二十万元以上一百万元以下罚款",
        "改写  写明活动价与活动起止日期",
        "证明  第三方比价记录",
    ):
        assert piece in page


def test_findings_of_one_line_stand_under_one_line() -> None:
    page = shown()
    assert page.count("这款面霜") == 1
    assert re.search(r"1\^+ +3~+ +4-+", page)


def test_reason_and_penalty_are_said_once_a_file() -> None:
    page = shown(Run((SAMPLE,)))
    assert page.count("无法证明且排斥同业") == 1
    assert page.count("第五十七条") == 1
    assert page.count("《中华人民共和国广告法》第九条第三项") == 5


def test_missing_statement_says_where_to_insert() -> None:
    assert "补在  全文结尾（第 5 行之后）" in shown()


def test_disguise_shows_what_was_written_and_what_it_means() -> None:
    hidden = Found("最*低*价", disguise=Disguise("最*低*价", "最低价", ("插入符号",)))
    page = shown(Run((report("全网最*低*价", [hidden]),)))
    assert "还原  最*低*价 → 最低价（插入符号）" in page


def test_lowered_finding_says_why() -> None:
    found = Found("最低价", "info", lowered=Excuse("not_marketing", "全文不是营销内容", "广告法第二条"))
    assert "降级  全文不是营销内容［广告法第二条］" in shown(Run((report("全网最低价", [found]),)))


def test_place_of_a_cue_is_shown() -> None:
    part = Part(0, 5, "字幕 3 00:00:07,000", {"cue": 3})
    page = shown(Run((report("全网最低价", [Found("最低价")], parts=(part,)),)))
    assert "script.md:1:3 · 字幕 3 00:00:07,000" in page


def test_claim_over_two_lines_says_where_it_ends() -> None:
    found = Found("全网\n最低价", excerpt="全网最低价")
    assert "原文  “全网最低价”（至 2:4）" in shown(Run((report("全网\n最低价！", [found]),)))


def test_excused_matches_are_counted_and_shown_on_demand() -> None:
    assert "--show-excused" in shown()
    page = shown(show_excused=True)
    assert "否定句，不是宣称［广告绝对化用语执法指南第五条］" in page
    assert "--show-excused" not in page


def test_summary_says_what_was_applied_and_what_was_not() -> None:
    page = shown(not_read=("a.png", "b.mp4"))
    for piece in ("绝对化用语 2026.11.1", "面霜、精华", "抖音", "2026-11-22", "未检查  图片", "a.png、b.mp4"):
        assert piece in page
    assert page.rstrip().endswith("未检出不等于合规。以上是风险提示，不是法律意见。")


def test_quiet_leaves_the_summary_out() -> None:
    assert "规则包" not in shown(quiet=True)
    assert shown(Run((report("今天天气不错"),)), quiet=True) == ""


@pytest.mark.parametrize(
    "run",
    [
        Run((), (InputFailure("a.docx", "坏了"),)),
        Run((report("今天", undecided=[Undecided("absolute.best", "超时")]),)),
    ],
)
def test_incomplete_check_never_says_nothing_was_found(run: Run) -> None:
    page = shown(run)
    assert "检查没有完成" in page
    assert "没有检出风险" not in page


def test_undecided_rule_is_named() -> None:
    page = shown(Run((report("今天", undecided=[Undecided("absolute.best", "超时")]),)))
    assert "absolute.best：超时" in page


def test_plain_text_has_no_escape_sequences() -> None:
    assert "\x1b" not in shown()


def test_colour_changes_nothing_but_colour() -> None:
    coloured = shown(color=True, width=100)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(width=100)


@pytest.mark.parametrize("cells", [60, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lines_fit_the_terminal(cells: int, lang: str) -> None:
    long = "开头的话很长很长，" * 30
    run = Run((report(f"{long}全网最低价{long}", [Found("最低价")]), *RUN.reports))
    # A comma may hang over by one character rather than begin a line.
    assert max(map(width, shown(run, width=cells, lang=lang).splitlines())) <= cells + 2


def test_script_cannot_send_commands_to_the_terminal() -> None:
    page = shown(Run((report("\x1b]0;title\x07全网最低价\u202e", [Found("最低价")], name="a\x1b[2Jb.md"),)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", page)


def test_line_of_200000_characters_stays_short() -> None:
    text = "字" * 100_000 + "最低价" + "字" * 100_000
    page = shown(Run((report(text, [Found("最低价")]),)))
    assert max(map(width, page.splitlines())) < 200
