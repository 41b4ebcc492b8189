"""Each kind of condition, through packs made for the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance import Checker
from compliance.matchers.number import number_value

MakePack = Callable[..., Path]


def excerpts(folder: Path, text: str) -> list[str]:
    report = Checker(industries=[], packs=[folder]).check(text)
    return [v.excerpt for v in report.violations if v.pack == "made"]


def test_terms_report_the_longest_word(make_pack: MakePack) -> None:
    assert excerpts(make_pack("{terms: [蓝莓酱, 蓝莓]}"), "一罐蓝莓酱，一盒蓝莓") == ["蓝莓酱", "蓝莓"]


def test_a_short_word_cut_out_of_two_others_does_not_count(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [抗炎]}")
    assert excerpts(folder, "大家一起对抗炎热的天气") == []
    assert excerpts(folder, "抗炎一整天") == ["抗炎"]


def test_the_border_check_can_be_switched_off(make_pack: MakePack) -> None:
    assert excerpts(make_pack("{terms: [抗炎]}", more="boundary: never"), "一起对抗炎热") == ["抗炎"]


def test_a_pattern_reports_its_group_here(make_pack: MakePack) -> None:
    folder = make_pack("{pattern: '买(?P<here>.{1,4}?)送金条'}")
    assert excerpts(folder, "现在买沙发送金条") == ["沙发"]


def test_a_pattern_does_not_reach_over_the_end_of_a_sentence(make_pack: MakePack) -> None:
    folder = make_pack("{pattern: '沙发.*金条'}")
    assert excerpts(folder, "沙发送到家。金条另卖") == []
    assert excerpts(folder, "沙发送到家,再送金条") == ["沙发送到家,再送金条"]


def test_words_together_stand_in_one_clause(make_pack: MakePack) -> None:
    folder = make_pack("{together: {groups: [[沙发], [金条]], within: '6'}}")
    assert excerpts(folder, "金条配沙发") == ["金条配沙发"]
    assert excerpts(folder, "沙发,金条") == []
    assert excerpts(folder, "沙发摆在客厅里面再配金条") == []


def test_words_together_may_have_an_order(make_pack: MakePack) -> None:
    folder = make_pack("{together: {groups: [[沙发], [金条]], within: '6', ordered: 'yes', mark: last}}")
    assert excerpts(folder, "金条配沙发") == []
    assert excerpts(folder, "沙发配金条") == ["金条"]


def test_a_number_counts_beyond_its_limit_only(make_pack: MakePack) -> None:
    folder = make_pack("{number: {pattern: '租金回报{number}%', above: '8'}}")
    assert excerpts(folder, "租金回报8%") == []
    assert excerpts(folder, "租金回报8.5%") == ["租金回报8.5%"]
    assert excerpts(folder, "租金回报十二%") == ["租金回报十二%"]


def test_token_patterns_use_spacy(make_pack: MakePack) -> None:
    folder = make_pack("{tokens: [{anchor: [沙发], tokens: [{TEXT: 沙发}, {OP: '?'}, {TEXT: 金条}]}]}")
    assert excerpts(folder, "沙发配金条") == ["沙发配金条"]


STATEMENT = "statement: {name: 声明“买前请看说明书”, exact: [买前请看说明书], near: '70'}"


def test_a_missing_statement_is_reported_where_its_occasion_is(make_pack: MakePack) -> None:
    folder = make_pack("{missing: {when: {terms: [沙发]}, at: trigger, " + STATEMENT + "}}")
    report = Checker(industries=[], packs=[folder]).check("家里添了沙发,很软")
    (found,) = [v for v in report.violations if v.pack == "made"]
    assert (found.start, found.end, found.excerpt) == (6, 6, "沙发")
    assert "买前请看说明书" in found.message


def test_a_statement_that_is_there_satisfies_whatever_its_punctuation(make_pack: MakePack) -> None:
    folder = make_pack("{missing: {when: {terms: [沙发]}, " + STATEMENT + "}}")
    assert excerpts(folder, "沙发来了。买前,请 看 说明书！") == []


def test_a_statement_worded_almost_right_is_shown_with_the_right_words(make_pack: MakePack) -> None:
    folder = make_pack("{missing: {when: {terms: [沙发]}, " + STATEMENT + "}}")
    report = Checker(industries=[], packs=[folder]).check("沙发来了。买后请看说明书")
    (found,) = [v for v in report.violations if v.pack == "made"]
    assert found.excerpt == "买后请看说明书"
    assert "规定的措辞是“买前请看说明书”" in found.message


def test_no_occasion_no_duty(make_pack: MakePack) -> None:
    folder = make_pack("{missing: {when: {terms: [沙发]}, also: {terms: [下单]}, " + STATEMENT + "}}")
    assert excerpts(folder, "沙发很软") == []
    assert excerpts(folder, "沙发很软,点击下单") == [""]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12), ("1,200.5", 1200.5), ("十二", 12), ("一百零五", 105), ("两千五", 2500), ("三万六", 36000),
        ("二〇二六", 2026), ("半", 0.5), ("一亿", 1e8), ("九十九", 99), ("两", 2),
    ],
)  # fmt: skip
def test_numbers_are_read_in_digits_and_in_chinese(text: str, value: float) -> None:
    assert number_value(text) == value


@given(st.integers(0, 9999))
def test_chinese_numbers_up_to_ten_thousand_read_back(number: int) -> None:
    assert number_value(_spelled(number)) == number


def _spelled(number: int) -> str:
    digits = "零一二三四五六七八九"
    out, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            out += ("零" if zero and out else "") + digits[digit] + unit
            zero = False
        else:
            zero = True
    return out or "零"
