"""Settings, comments, baselines, changes, rewrites and the cache, as people meet them on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compliance.cli.main import main

RISKY = "全网最低价，今晚下单立减，99 元\n"
IDENTITY = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
Seen = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty Git repository as working folder, and a cache of its own."""
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "COMPLIANCE_LANG", "FORCE_COLOR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    work = tmp_path / "仓 库🙂"
    work.mkdir()
    monkeypatch.chdir(work)
    git("init", "-q", "-b", "main")
    return work


def git(*words: str) -> None:
    subprocess.run(["git", *IDENTITY, *words], check=True, capture_output=True)


def put(name: str, text: str = RISKY) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "x")


def report(capsys: Seen, *words: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main(["check", *words, "--format", "json", "--no-cache"])
    return code, json.loads(capsys.readouterr().out)


def found(page: dict[str, Any]) -> list[tuple[str, int]]:
    return [(r["name"], v["line"]) for r in page["reports"] for v in r["violations"]]


# -- settings


def test_settings_decide_how_a_file_is_checked(capsys: Seen) -> None:
    put("a.txt", "这款面霜\n")
    put("compliance.toml", 'industry = "cosmetics"\nchannel = "live"\n')
    _, page = report(capsys, "a.txt")
    assert page["reports"][0]["channel"] == "live"
    assert [i["key"] for i in page["reports"][0]["industries"]] == ["cosmetics"]


def test_command_line_goes_before_settings(capsys: Seen) -> None:
    put("compliance.toml", 'channel = "live"\nfail-on = "never"\n')
    put("a.txt")
    code, page = report(capsys, "a.txt", "--channel", "ugc", "--fail-on", "info")
    assert page["reports"][0]["channel"] == "ugc" and code == 1


def test_settings_are_left_alone_on_demand(capsys: Seen) -> None:
    put("compliance.toml", 'fail-on = "never"\n')
    put("a.txt")
    assert report(capsys, "a.txt")[0] == 0
    assert report(capsys, "a.txt", "--no-config")[0] == 1


def test_broken_settings_end_the_run_with_their_place(capsys: Seen) -> None:
    put("compliance.toml", '\nchanel = "live"\n')
    assert main(["check", put("a.txt")]) == 2
    assert "compliance.toml:2" in capsys.readouterr().err


def test_rule_that_does_not_exist_in_settings_ends_the_run(capsys: Seen) -> None:
    put("compliance.toml", '[rules]\n"no.such" = {severity = "off", reason = "x"}\n')
    assert main(["check", put("a.txt")]) == 2
    assert "compliance.toml:2" in capsys.readouterr().err


def test_config_command_says_what_holds_and_why(capsys: Seen) -> None:
    put("compliance.toml", 'channel = "live"\n[[files]]\nglob = "直播/"\nplatform = "douyin"\n')
    assert main(["config", "直播/a.md"]) == 0
    page = capsys.readouterr().out
    assert "compliance.toml:1" in page and "douyin" in page and "compliance.toml:4" in page
    assert main(["config", "其他/a.md"]) == 0
    assert "douyin" not in capsys.readouterr().out


# -- comments


def test_accepted_finding_is_counted_with_its_reason(capsys: Seen) -> None:
    put("a.txt", "# yushen: ignore absolute.lowest-price 理由：价格部已核对\n" + RISKY)
    code, page = report(capsys, "a.txt")
    (aside,) = page["reports"][0]["suppressed"]
    assert code == 0 and page["summary"]["suppressed"] == 1
    assert (aside["by"], aside["reason"], aside["line"]) == ("comment", "价格部已核对", 1)
    assert main(["check", "a.txt"]) == 0
    assert "已搁置" in capsys.readouterr().out


def test_comment_without_a_reason_is_an_error_and_the_file_is_still_checked(capsys: Seen) -> None:
    put("a.txt", "# yushen: ignore absolute.lowest-price\n" + RISKY)
    assert main(["check", "a.txt"]) == 2
    seen = capsys.readouterr()
    assert "a.txt:1:1" in seen.err and "没有写理由" in seen.err and "a.txt:2:1" in seen.out


def test_stale_comment_is_reported_and_fails_only_on_demand(capsys: Seen) -> None:
    put("a.txt", "# yushen: ignore absolute.lowest-price 理由：价格部已核对\n公园\n")
    assert main(["check", "a.txt"]) == 0
    assert "a.txt:1" in capsys.readouterr().err
    assert main(["check", "a.txt", "--strict-suppressions"]) == 1


# -- baseline


def test_old_findings_are_known_and_new_ones_reported(capsys: Seen) -> None:
    put("文案/a.txt")
    assert main(["baseline", "write", "."]) == 0
    assert report(capsys, ".", "--baseline", ".yushen-baseline.json")[0] == 0
    put("文案/a.txt", "公园\n\n" + RISKY + "\n这是国家级面霜\n")
    code, page = report(capsys, ".", "--baseline", ".yushen-baseline.json")
    assert code == 1 and [line for _, line in found(page)] == [5]


def test_update_drops_what_was_fixed_and_takes_nothing_new(capsys: Seen) -> None:
    put("a.txt", RISKY + "\n这是国家级面霜\n")
    main(["baseline", "write", "."])
    put("a.txt", RISKY)
    put("b.txt")
    assert main(["check", ".", "--baseline", ".yushen-baseline.json"]) == 1
    assert "1 处已经改好" in capsys.readouterr().err
    assert main(["baseline", "update", "."]) == 0
    capsys.readouterr()
    main(["baseline", "show"])
    page = capsys.readouterr().out
    assert "共 1 处，1 个文件" in page and "国家级" not in page and "b.txt" not in page


def test_a_check_of_changed_lines_says_nothing_of_what_was_fixed(capsys: Seen) -> None:
    put("a.txt", RISKY)
    main(["baseline", "write", "."])
    commit()
    put("a.txt", RISKY + "公园\n")
    capsys.readouterr()
    assert main(["check", ".", "--baseline", ".yushen-baseline.json", "--diff-base", "HEAD"]) == 0
    assert "已经改好" not in capsys.readouterr().err


def test_baseline_is_not_written_over_an_incomplete_check(capsys: Seen) -> None:
    put("a.txt", "# yushen: ignore absolute.lowest-price\n")
    assert main(["baseline", "write", "."]) == 2
    assert not Path(".yushen-baseline.json").exists()


def test_baseline_named_in_settings_is_used_and_not_checked_itself(capsys: Seen) -> None:
    put("compliance.toml", 'baseline = "known.json"\n')
    put("a.txt")
    assert main(["baseline", "write", "."]) == 0
    code, page = report(capsys, ".")
    assert code == 0 and [r["name"] for r in page["reports"]] == ["a.txt"]


# -- changes


def test_only_changed_lines_are_reported(capsys: Seen) -> None:
    put("a.txt", RISKY + "\n公园\n")
    put("b.txt")
    commit()
    put("a.txt", RISKY + "\n公园\n这是国家级面霜\n")
    code, page = report(capsys, "--diff-base", "HEAD")
    assert code == 1 and found(page) == [("a.txt", 4)]
    assert [s["by"] for s in page["reports"][0]["suppressed"]] == ["unchanged"]


@pytest.mark.parametrize("name", ["有 空格.txt", "换\n行.txt", "表情🙂.txt"])
def test_staged_content_is_checked_not_the_file(capsys: Seen, name: str) -> None:
    put(name, "公园\n")
    commit()
    put(name, "公园\n" + RISKY)
    git("add", "-A")
    put(name, "公园\n")
    code, page = report(capsys, "--staged")
    assert code == 1 and found(page) == [(name, 2)]


def test_missing_statement_counts_where_the_change_causes_it(
    capsys: Seen, make_pack: Callable[..., Path]
) -> None:
    statement = "{name: 玄武声明, exact: [见玄武声明]}"
    packs = str(make_pack(f"{{missing: {{when: {{terms: [朱雀灯]}}, statement: {statement}}}}}"))
    put("had.txt", "朱雀灯 99 元\n\n见玄武声明\n\n公园\n")
    put("never.txt", "朱雀灯 99 元\n\n公园\n")
    commit()
    put("had.txt", "朱雀灯 99 元\n\n公园\n")
    put("never.txt", "朱雀灯 99 元\n\n公园很大\n")
    _, page = report(capsys, "--diff-base", "HEAD", "--packs", packs)
    rules = {r["name"]: [v["rule_id"] for v in r["violations"]] for r in page["reports"]}
    assert rules == {"had.txt": ["made.rule-1"], "never.txt": []}


def test_changes_outside_a_repository_are_an_error(
    capsys: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path / "x")
    assert main(["check", "--staged"]) == 2
    assert "不在 Git 仓库里" in capsys.readouterr().err


# -- rewrites


@pytest.fixture
def fixing_pack(make_pack: Callable[..., Path]) -> str:
    return str(make_pack("{terms: [青龙木]}", more="fix: {青龙木: 松木}"))


def test_dry_run_prints_a_patch_that_git_takes(capsys: Seen, fixing_pack: str) -> None:
    put("目 录/a.txt", "一\r\n青龙木\r\n三")
    commit()
    assert main(["check", ".", "--packs", fixing_pack, "--fix", "--dry-run"]) == 1
    patch = capsys.readouterr().out
    assert Path("目 录/a.txt").read_bytes() == "一\r\n青龙木\r\n三".encode()
    subprocess.run(["git", "apply", "-"], input=patch.encode(), check=True)
    assert Path("目 录/a.txt").read_bytes() == "一\r\n松木\r\n三".encode()
    assert main(["check", ".", "--packs", fixing_pack, "--fix", "--dry-run"]) == 0


def test_fix_writes_and_reports_what_is_left(capsys: Seen, fixing_pack: str) -> None:
    put("a.txt", "青龙木\n" + RISKY)
    assert main(["check", "a.txt", "--packs", fixing_pack, "--fix"]) == 1
    seen = capsys.readouterr()
    assert Path("a.txt").read_text(encoding="utf-8") == "松木\n" + RISKY
    assert "改写了 1 处" in seen.err and "a.txt:2:1" in seen.out and "青龙木" not in seen.out


@pytest.mark.parametrize(
    "words",
    [
        ["a.txt", "--dry-run"],
        ["a.txt", "--unsafe-fixes"],
        ["-", "--fix"],
        ["--staged", "--fix"],
        ["--staged", "--diff-base", "HEAD"],
        ["a.txt", "--watch", "--fix"],
        ["a.txt", "--config", "x.toml", "--no-config"],
        [],
    ],
)
def test_words_that_contradict_each_other_are_refused(capsys: Seen, words: list[str]) -> None:
    put("a.txt")
    assert main(["check", *words]) == 2
    assert "错误" in capsys.readouterr().err


# -- cache, watch, new packs


def test_second_run_says_the_same_from_the_cache(
    capsys: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPLIANCE_CACHE_DIR", str(tmp_path / "cache"))
    put("a.txt")
    put("b.md", "# 国家级面霜\n\n<!-- yushen: ignore absolute.lowest-price 理由：价格部核对 -->\n" + RISKY)
    pages = []
    for _ in range(2):
        main(["check", ".", "--format", "json"])
        pages.append(capsys.readouterr().out)
        assert list((tmp_path / "cache").glob("results/??/*.json"))
    assert pages[0] == pages[1] and json.loads(pages[0])["summary"]["suppressed"] == 1
    put("a.txt", "公园\n")
    main(["check", ".", "--format", "json"])
    assert [r["name"] for r in json.loads(capsys.readouterr().out)["reports"] if r["violations"]] == ["b.md"]


def test_new_pack_passes_its_own_examples_and_nothing_is_overwritten(capsys: Seen) -> None:
    assert main(["rules", "new", "我们的规则"]) == 0
    assert main(["rules", "test", "我们的规则"]) == 0
    assert main(["rules", "new", "我们的规则"]) == 2
    assert (
        main(["check", put("a.txt", "选我们的净水器，安心一整年，现在下单\n"), "--packs", "我们的规则"]) == 1
    )
    assert "team.retired-slogan" in capsys.readouterr().out


def test_watching_checks_again_when_a_file_changes() -> None:
    put("a.txt", "公园\n")
    words = [sys.executable, "-m", "compliance.cli", "check", "a.txt", "--watch", "--quiet"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as run:
        try:
            assert run.stderr is not None and run.stdout is not None
            assert "等待" in run.stderr.readline()
            put("a.txt")
            assert "a.txt:1:1" in run.stdout.readline()
        finally:
            run.kill()
