"""Comments that accept findings, in the files they are written in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance import Checker
from compliance.readers import read_bytes
from compliance.suppress import Outcome, comments_in, suppress, without_comments

MakePack = Callable[..., Path]
KNOWN = frozenset({"made.rule-1", "made.rule-2"})


@pytest.fixture
def reviewed(make_pack: MakePack) -> Callable[..., Outcome]:
    """Check a file against two rules, on the words 青龙木 and 白虎石, and let its comments speak."""
    folder = make_pack("{terms: [青龙木]}", "{terms: [白虎石]}")

    def review(text: str, name: str = "a.md", day: str = "2026-06-01") -> Outcome:
        checker = Checker(industries=[], as_of=date.fromisoformat(day), packs=[folder])
        document = read_bytes(text.encode(), name)
        comments = comments_in(document)
        report = checker.check(without_comments(document, comments))
        return suppress(report, comments, lambda: KNOWN)

    return review


Review = Callable[..., Outcome]


def reported(outcome: Outcome) -> list[tuple[str, int]]:
    return [(v.rule_id, v.line) for v in outcome.report.violations]


def aside(outcome: Outcome) -> list[tuple[str, int, str]]:
    return [(s.violation.rule_id, s.violation.line, s.reason) for s in outcome.report.suppressed]


COMMENT = "<!-- yushen: {} 理由：已核实 -->"


def test_comment_behind_a_sentence_accepts_the_finding_on_its_line(reviewed: Review) -> None:
    outcome = reviewed(f"买青龙木 {COMMENT.format('ignore made.rule-1')}\n\n再买青龙木\n")
    assert aside(outcome) == [("made.rule-1", 1, "已核实")]
    assert reported(outcome) == [("made.rule-1", 3)]


@pytest.mark.parametrize("verb", ["ignore", "ignore-next"])
def test_comment_alone_on_its_line_speaks_for_the_next_line_of_text(reviewed: Review, verb: str) -> None:
    outcome = reviewed(f"{COMMENT.format(verb + ' made.rule-1')}\n\n买青龙木\n\n再买青龙木\n")
    assert aside(outcome) == [("made.rule-1", 3, "已核实")]
    assert reported(outcome) == [("made.rule-1", 5)]


def test_block_ends_where_it_says(reviewed: Review) -> None:
    start = COMMENT.format("ignore-start made.rule-1")
    outcome = reviewed(f"青龙木\n\n{start}\n\n青龙木\n\n青龙木\n\n<!-- yushen: ignore-end -->\n\n青龙木\n")
    assert [line for _, line, _ in aside(outcome)] == [5, 7]
    assert [line for _, line in reported(outcome)] == [1, 11]


def test_comment_for_the_file_speaks_for_all_of_it(reviewed: Review) -> None:
    outcome = reviewed(f"青龙木\n\n青龙木\n\n{COMMENT.format('ignore-file made.rule-1')}\n")
    assert reported(outcome) == []
    assert len(aside(outcome)) == 2


def test_only_the_named_rule_is_accepted(reviewed: Review) -> None:
    outcome = reviewed(f"青龙木和白虎石 {COMMENT.format('ignore made.rule-1')}\n")
    assert reported(outcome) == [("made.rule-2", 1)]


def test_several_rules_share_one_comment(reviewed: Review) -> None:
    outcome = reviewed(f"青龙木和白虎石 {COMMENT.format('ignore made.rule-1、made.rule-2')}\n")
    assert reported(outcome) == [] and not outcome.report.notices


def test_last_day_and_evidence_are_kept(reviewed: Review) -> None:
    words = "ignore made.rule-1 理由：有证书，见附件 until=2026-06-01 evidence=CN-2024 0042"
    (kept,) = reviewed(f"青龙木 <!-- yushen: {words} -->\n").report.suppressed
    assert (kept.by, kept.reason, kept.until) == ("comment", "有证书，见附件", date(2026, 6, 1))
    assert kept.evidence == "CN-2024 0042" and kept.line == 1


def test_comment_out_of_date_is_reported_and_the_finding_is_back(reviewed: Review) -> None:
    text = "青龙木 <!-- yushen: ignore made.rule-1 理由：有证书 until=2026-05-31 -->\n"
    outcome = reviewed(text)
    assert reported(outcome) == [("made.rule-1", 1)]
    (notice,) = outcome.report.notices
    assert notice.line == 1 and "2026-05-31" in notice.text
    assert not reviewed(text, day="2026-05-31").report.violations


def test_comment_that_accepts_nothing_is_reported(reviewed: Review) -> None:
    (notice,) = reviewed(f"公园 {COMMENT.format('ignore made.rule-1')}\n").report.notices
    assert notice.line == 1 and "made.rule-1" in notice.text


def test_comment_in_the_wrong_place_is_told_where_the_finding_is(reviewed: Review) -> None:
    (notice,) = reviewed(f"公园 {COMMENT.format('ignore made.rule-1')}\n\n\n青龙木\n").report.notices
    assert "第 4 行" in notice.text


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("yushen: ignore made.rule-1", "没有写理由"),
        ("yushen: ignore made.rule-1 理由：", "没有写理由"),
        ("yushen: ignore made.rule-1 理由：…", "没有写理由"),
        ("yushen: ignore 理由：可以", "没有写规则编号"),
        ("yushen: ignore mad.rule-1 理由：可以", "是不是想写 “made.rule-1”"),
        ("yushen: ingore made.rule-1 理由：可以", "是不是想写 “ignore”"),
        ("yushen: ignore made.rule-1 可以", "看不懂"),
        ("yushen ignore made.rule-1 理由：可以", "看不懂"),
        ("yushen: ignore made.rule-1 理由：可以 until=明年", "日期 “明年” 不对"),
        ("yushen: ignore-end", "ignore-start"),
        ("yushen: ignore-start made.rule-1 理由：可以", "没有结束"),
    ],
)
def test_comment_that_cannot_be_used_is_an_error_and_accepts_nothing(
    reviewed: Review, words: str, complaint: str
) -> None:
    outcome = reviewed(f"公园\n\n青龙木 <!-- {words} -->\n")
    (problem,) = outcome.problems
    assert complaint in problem.text and (problem.line, problem.column) == (3, 5)
    assert reported(outcome) == [("made.rule-1", 3)] and not outcome.report.suppressed


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.txt", "# yushen: ignore made.rule-1 理由：已核实\n青龙木\n", 2),
        ("a.txt", "// yushen: ignore made.rule-1 reason=checked\n青龙木\n", 2),
        ("a.html", "<p>青龙木</p> <!-- yushen: ignore made.rule-1 理由：已核实 -->", 1),
        ("a.csv", "镜号,口播\n# yushen: ignore made.rule-1 理由：已核实\n1,买青龙木\n", 3),
        (
            "a.srt",
            "NOTE yushen: ignore made.rule-1 理由：已核实\n\n1\n00:00:01,000 --> 00:00:02,000\n好\n青龙木\n",
            6,
        ),
        (
            "a.vtt",
            "WEBVTT\n\nNOTE yushen: ignore made.rule-1 理由：已核实\n\n00:01.000 --> 00:02.000\n青龙木\n",
            6,
        ),
        ("a.fountain", "@张三\n青龙木 [[yushen: ignore made.rule-1 理由：已核实]]\n", 2),
    ],
)
def test_comment_has_the_style_of_its_file(reviewed: Review, name: str, text: str, line: int) -> None:
    outcome = reviewed(text, name)
    assert [(rule, at) for rule, at, _ in aside(outcome)] == [("made.rule-1", line)]
    assert not outcome.problems and not outcome.report.violations


def test_comment_between_two_cues_of_a_subtitle_is_not_read_as_speech(reviewed: Review) -> None:
    cue = "{}\n00:00:{}0,000 --> 00:00:{}2,000\n{}\n\n"
    note = "NOTE yushen: ignore made.rule-1 理由：青龙木是品名\n\n"
    outcome = reviewed(cue.format(1, 1, 1, "好") + note + cue.format(2, 2, 2, "青龙木"), "a.srt")
    assert not outcome.report.violations
    assert len(outcome.report.suppressed) == 1


def test_reason_of_a_comment_is_not_checked(reviewed: Review) -> None:
    outcome = reviewed("# yushen: ignore made.rule-1 理由：白虎石与青龙木是品名\n青龙木\n", "a.txt")
    assert not outcome.report.violations and len(outcome.report.suppressed) == 1


@pytest.mark.parametrize("text", ["```\n{}\n```\n", "~~~md\n{}\n~~~\n", "写法：`{}`\n"])
def test_example_of_a_comment_in_code_is_not_a_comment(text: str) -> None:
    document = read_bytes(text.format(COMMENT.format("ignore no.such-rule")).encode(), "a.md")
    assert comments_in(document) == ()


def test_files_without_comments_are_left_as_they_are() -> None:
    document = read_bytes("yushen 是我们的工具\n".encode(), "a.txt")
    assert without_comments(document, comments_in(document)) is document


LINES = st.lists(
    st.sampled_from(
        ["青龙木", "", "# yushen: ignore made.rule-1 理由：可以", "🙂 公园", "// yushen: ignore-file x", "\t"]
    ),
    max_size=8,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_blanking_comments_moves_nothing(lines: list[str], ending: str) -> None:
    document = read_bytes(ending.join(lines).encode(), "a.txt")
    blank = without_comments(document, comments_in(document))
    assert len(blank.visible) == len(document.visible)
    for line, text in enumerate(lines, 1):
        if blank.source and text and "yushen" not in text:
            span = blank.lines.line_span(line)
            assert blank.excerpt(*span) == text
    assert "yushen" not in blank.visible
