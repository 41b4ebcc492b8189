"""Every format tells the same story: the same findings, at the same places."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.formats import FORMATS
from compliance.report import Run
from compliance.text import LineTable

from .counting import COUNTERS, written
from .reports import RUN, SAMPLE, Found, report


def test_every_format_but_word_is_counted_here() -> None:
    assert {*COUNTERS, "docx"} == set(FORMATS)


@pytest.mark.parametrize("name", COUNTERS)
def test_format_shows_every_finding_once(name: str) -> None:
    assert COUNTERS[name](RUN) == 5


phrases = st.text(st.sampled_from("最低价治疗a,;：'\"<&|`*%\t😀🇨🇳é　"), min_size=1, max_size=6)
lines = st.lists(st.text(st.sampled_from("字词abc 😀\t\u200b\u202e🇨🇳"), max_size=8), min_size=1, max_size=4)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Texts with findings anywhere, some overlapping, some over two lines, some empty."""
    text = "\n".join(draw(lines)) + draw(phrases) + "\r\n" + draw(phrases)
    found = []
    for severity in draw(st.lists(st.sampled_from(["error", "warning", "info"]), max_size=4)):
        start = draw(st.integers(0, len(text) - 1))
        phrase = text[start : draw(st.integers(start, len(text)))]
        found.append(Found(phrase, severity, excerpt=phrase.replace("\n", " ").replace("\r", " ")))
    return Run((report(text, found),))


@given(runs())
def test_counts_agree_for_any_text(run: Run) -> None:
    wanted = len(run.reports[0].violations)
    counted = {name: count(run) for name, count in COUNTERS.items()}
    assert counted == dict.fromkeys(COUNTERS, wanted)


@given(runs())
def test_json_and_sarif_ranges_cut_the_phrase_out_of_the_source(run: Run) -> None:
    source = run.reports[0].document.source
    table = LineTable(source)
    for row in json.loads(written("json", run))["reports"][0]["violations"]:
        assert source[row["start"] : row["end"]].replace("\n", " ").replace("\r", " ") == row["excerpt"]
        first = table.starts[row["line"] - 1] + row["column"] - 1
        last = table.starts[row["end_line"] - 1] + row["end_column"] - 1
        assert (first, last) == (row["start"], row["end"])
    for result in json.loads(written("sarif", run))["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start, end = region["charOffset"], region["charOffset"] + region["charLength"]
        assert source[start:end] == region["snippet"]["text"]
        assert table.starts[region["startLine"] - 1] + region["startColumn"] - 1 == start
        assert table.starts[region["endLine"] - 1] + region["endColumn"] - 1 == end


@given(runs())
def test_rdjsonl_columns_cut_the_phrase_out_of_the_utf8_bytes(run: Run) -> None:
    source = run.reports[0].document.source
    table = LineTable(source)

    def offset(position: dict[str, int]) -> int:
        start = table.starts[position["line"] - 1]
        return len(source[:start].encode()) + position["column"] - 1

    rows = [json.loads(line) for line in written("rdjsonl", run).splitlines()]
    for row, violation in zip(rows, run.reports[0].violations, strict=True):
        span = row["location"]["range"]
        cut = source.encode()[offset(span["start"]) : offset(span["end"])]
        assert cut.decode() == source[violation.start : violation.end]


def test_same_run_gives_the_same_bytes() -> None:
    for name in COUNTERS:
        if not FORMATS[name].binary:
            assert written(name, RUN) == written(name, RUN)


@pytest.mark.parametrize("name", [n for n in COUNTERS if n not in ("xlsx",)])
def test_english_output_has_no_chinese_of_ours(name: str) -> None:
    """What is left in Chinese comes from the script, the rules and the laws."""
    shown = written(name, RUN, lang="en")
    for ours in ("依据", "改写建议", "罚则：", "未检出", "缺少声明", "错误", "警告", "规则包"):
        assert ours not in shown


@pytest.mark.parametrize("name", ["text", "json", "html", "sarif"])
def test_what_no_rule_could_see_is_said(name: str) -> None:
    assert "图片" in written(name, Run((SAMPLE,)))


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "html", "sarif"])
def test_nothing_found_is_never_called_compliant(name: str) -> None:
    assert "未检出不等于合规" in written(name, Run((report("今天天气不错。"),)))
