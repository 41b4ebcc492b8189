"""Baselines recognise findings by what they say, not by where they stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance import Checker, Document
from compliance.baseline import (
    Baseline,
    Comparison,
    compare,
    of_reports,
    read_baseline,
    write_baseline,
)
from compliance.errors import ConfigError
from compliance.report import Report

FILE = "a.txt"
Check = Callable[..., Report]


@pytest.fixture
def check(make_pack: Callable[..., Path], tmp_path: Path) -> Check:
    """Check a text, as file a.txt, against rules on 青龙木, 白虎石 and a missing 玄武声明."""
    statement = "{name: 玄武声明, exact: [见玄武声明]}"
    folder = make_pack(
        "{terms: [青龙木]}",
        "{terms: [白虎石]}",
        f"{{missing: {{when: {{terms: [朱雀]}}, statement: {statement}}}}}",
    )
    checker = Checker(industries=[], packs=[folder])
    return lambda text, name=FILE: checker.check(Document.plain(text, str(tmp_path / name)))


@pytest.fixture
def against(check: Check, tmp_path: Path) -> Callable[[str, str], Comparison]:
    """Compare a text with the baseline of an older one."""

    def run(old: str, new: str) -> Comparison:
        (tmp_path / FILE).write_text(new, encoding="utf-8")
        return compare([check(new)], of_reports([check(old)], tmp_path))

    return run


Against = Callable[[str, str], Comparison]


def left(comparison: Comparison) -> list[str]:
    return [v.excerpt for r in comparison.reports for v in r.violations]


OLD = "这张桌子用青龙木做成，现在下单立减。\n"


def test_same_text_has_nothing_new_and_nothing_fixed(against: Against) -> None:
    comparison = against(OLD, OLD)
    assert left(comparison) == [] and comparison.fixed == ()
    (aside,) = comparison.reports[0].suppressed
    assert aside.by == "baseline" and aside.violation.excerpt == "青龙木"


@pytest.mark.parametrize(
    "new",
    [
        "新开头。\n\n\n" + OLD,
        "这张桌子用青龙木做成，明天开始卖。\n",
        "我家那张椅子是青龙木做成，现在下单立减。\n",
        OLD.replace("青龙木", "青 龙 木"),
    ],
    ids=["moved", "reworded behind", "reworded before", "spaced out"],
)
def test_known_finding_survives_edits_nearby(against: Against, new: str) -> None:
    comparison = against(OLD, new)
    # A disguised spelling is another phrase; everything else is the same finding.
    assert left(comparison) == (["青 龙 木"] if "青 龙 木" in new else [])


def test_same_phrase_in_another_sentence_is_new_and_the_old_one_fixed(against: Against) -> None:
    comparison = against(OLD, "椅子全都换成松木了。今晚八点直播间，青龙木手串只要九块九包邮到家。\n")
    assert left(comparison) == ["青龙木"]
    assert [entry.excerpt for _, entry in comparison.fixed] == ["青龙木"]


def test_equal_findings_are_counted(against: Against) -> None:
    comparison = against("买青龙木吧。\n" * 3, "买青龙木吧。\n" * 4)
    assert len(left(comparison)) == 1
    comparison = against("买青龙木吧。\n" * 3, "买青龙木吧。\n" * 2)
    assert left(comparison) == [] and len(comparison.fixed) == 1


def test_another_rule_is_new(against: Against) -> None:
    assert left(against(OLD, OLD + "配白虎石。\n")) == ["白虎石"]


def test_missing_statement_is_known_whatever_stands_around_it(against: Against) -> None:
    comparison = against("朱雀灯，限时 99 元。\n", "换了一段话。\n\n这盏朱雀灯今天下单 88 元包邮。\n")
    assert left(comparison) == [] and comparison.fixed == ()


def test_statement_that_went_missing_is_new(against: Against) -> None:
    assert len(left(against("朱雀灯 99 元，见玄武声明\n", "朱雀灯 99 元\n"))) == 1


def test_finding_that_became_graver_is_reported_again(check: Check, tmp_path: Path) -> None:
    known = of_reports([check(OLD)], tmp_path)
    entry = known.files[FILE][0]._replace(severity="info")
    assert left(compare([check(OLD)], Baseline(tmp_path, {FILE: (entry,)}))) == ["青龙木"]


def test_renamed_file_keeps_its_baseline(check: Check, tmp_path: Path) -> None:
    known = of_reports([check(OLD)], tmp_path)
    (tmp_path / "b.txt").write_text(OLD, encoding="utf-8")
    comparison = compare([check(OLD, "b.txt")], known)
    assert left(comparison) == [] and comparison.fixed == ()
    assert list(comparison.known.files) == ["b.txt"]


def test_file_outside_the_run_keeps_its_entries(check: Check, tmp_path: Path) -> None:
    known = of_reports([check(OLD), check(OLD, "b.txt")], tmp_path)
    for name in (FILE, "b.txt"):
        (tmp_path / name).write_text(OLD, encoding="utf-8")
    comparison = compare([check("没有了")], known)
    assert list(comparison.known.files) == ["b.txt"]
    assert [name for name, _ in comparison.fixed] == [FILE]


def test_deleted_file_counts_as_fixed(check: Check, tmp_path: Path) -> None:
    known = of_reports([check(OLD, "b.txt")], tmp_path)
    comparison = compare([check("没有了")], known)
    assert [name for name, _ in comparison.fixed] == ["b.txt"] and comparison.known.total == 0


def test_baseline_is_read_as_it_was_written(check: Check, tmp_path: Path) -> None:
    known = of_reports([check(OLD), check("白虎石，白虎石", "目 录/换\n行🙂.txt")], tmp_path)
    path = tmp_path / "base.json"
    write_baseline(known, path)
    first = path.read_bytes()
    assert read_baseline(path) == known
    write_baseline(read_baseline(path), path)
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "不是正确的 JSON"),
        ("[]", "不是基线文件"),
        ('{"schema": "yushen-baseline/9", "files": {}}', "不是基线文件"),
        ('{"schema": "yushen-baseline/1", "files": {"a": 3}}', "记录不完整"),
        ('{"schema": "yushen-baseline/1", "files": {"a": [{"rule": "x"}]}}', "记录不完整"),
    ],
)
def test_broken_baseline_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "base.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=complaint):
        read_baseline(path)


def test_entry_with_a_wrong_count_is_refused(check: Check, tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    write_baseline(of_reports([check(OLD)], tmp_path), path)
    raw = json.loads(path.read_text(encoding="utf-8"))
    raw["files"][FILE][0]["times"] = -1
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(ConfigError, match="记录不完整"):
        read_baseline(path)


def test_missing_baseline_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="compliance baseline write"):
        read_baseline(tmp_path / "none.json")


def test_baseline_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="写不了"):
        write_baseline(Baseline(tmp_path, {}), tmp_path / "folder" / "base.json")


SENTENCES = st.lists(
    st.sampled_from(["全网最低价，下单！", "公园很大。", "国家级品牌🙂", "国家级", "根治失眠，99 元。"]),
    max_size=6,
)


@lru_cache
def builtin() -> Checker:
    return Checker(industries=[])


@settings(deadline=None, max_examples=60)
@given(old=SENTENCES, new=SENTENCES)
def test_every_finding_is_new_or_known_and_every_entry_known_or_fixed(old: list[str], new: list[str]) -> None:
    then, now = (builtin().check(Document.plain("\n".join(lines), "x/a.txt")) for lines in (old, new))
    known = of_reports([then], Path("x").absolute())
    comparison = compare([now], known)
    (report,) = comparison.reports
    together = [*report.violations, *(s.violation for s in report.suppressed)]
    assert sorted(v.fingerprint for v in together) == sorted(v.fingerprint for v in now.violations)
    assert len(report.suppressed) == comparison.known.total
    assert comparison.known.total + len(comparison.fixed) == known.total
    if old == new:
        assert not report.violations


def test_the_sentences_above_hold_findings() -> None:
    assert len(builtin().check("全网最低价，下单！\n国家级品牌🙂\n国家级").violations) >= 2
