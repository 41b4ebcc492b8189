"""``compliance check`` as people call it. The messages are read from a real run in this process."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from compliance.cli.main import main
from compliance.formats import FORMATS

RISKY = "这款面霜全网最低价，治愈湿疹，买它！限时 99 元\n"
CLEAN = "今天天气不错，我们去公园散步。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and an environment without wishes about language or colour."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "LANG",
        "LC_ALL",
        "LC_MESSAGES",
        "COMPLIANCE_LANG",
        "NO_COLOR",
        "FORCE_COLOR",
        "GITHUB_STEP_SUMMARY",
    ):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def put(name: str, text: str = RISKY) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def give_stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


Seen = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (RISKY, "error", 1),
        (RISKY, "never", 0),
        (CLEAN, "info", 0),
    ],
)
def test_exit_code_depends_on_what_was_found(text: str, fail_on: str, code: int, capsys: Seen) -> None:
    assert main(["check", put("a.md", text), "--fail-on", fail_on]) == code


def test_finding_is_placed_cited_and_rewritten(capsys: Seen) -> None:
    assert main(["check", put("文案.md")]) == 1
    page = capsys.readouterr().out
    for piece in ("文案.md:1:", "《中华人民共和国广告法》", "罚则", "改写", "未检出不等于合规"):
        assert piece in page


def test_unreadable_file_is_named_and_the_others_are_checked(capsys: Seen) -> None:
    assert main(["check", "没有.md", put("a.md")]) == 2
    seen = capsys.readouterr()
    assert "没有.md" in seen.err and "找不到这个文件" in seen.err
    assert "a.md:1:" in seen.out


def test_unknown_type_is_an_error_when_named(capsys: Seen) -> None:
    assert main(["check", put("a.png", "x")]) == 2
    assert "a.png" in capsys.readouterr().err


def test_unknown_type_in_a_folder_is_listed_once(capsys: Seen) -> None:
    put("d/a.md", CLEAN)
    put("d/b.png", "x")
    assert main(["check", "d"]) == 0
    seen = capsys.readouterr()
    assert seen.out.count("b.png") == 1
    assert seen.err == ""


def test_folder_without_anything_to_check_is_not_a_pass(capsys: Seen) -> None:
    Path("leer").mkdir()
    assert main(["check", "leer"]) == 2
    assert "没有可检查的文件" in capsys.readouterr().err


def test_pattern_without_a_file_is_not_a_pass(capsys: Seen) -> None:
    assert main(["check", "*.srt"]) == 2
    assert "没有匹配到任何文件" in capsys.readouterr().err


def test_pattern_is_expanded(capsys: Seen) -> None:
    put("a.md", CLEAN)
    put("b/c.md", CLEAN)
    assert main(["check", "**/*.md"]) == 0
    assert "已检查 2 个文件" in capsys.readouterr().out


def test_ignored_and_hidden_files_are_left_alone(capsys: Seen) -> None:
    subprocess.run(["git", "init", "-q", "."], check=True)
    put(".gitignore", "drafts/\n*.tmp.md\n")
    for name in ("drafts/a.md", "b.tmp.md", ".hidden/c.md", "kept/d.md"):
        put(name, CLEAN)
    assert main(["check", "."]) == 0
    assert "已检查 1 个文件" in capsys.readouterr().out


def test_circle_of_symbolic_links_ends(capsys: Seen) -> None:
    put("d/a.md", CLEAN)
    Path("d/again").symlink_to(Path("d").absolute(), target_is_directory=True)
    assert main(["check", "d"]) == 0
    assert "已检查 1 个文件" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["带 空格.md", "😀.md", "换\n行.md", "-开头.md"])
def test_odd_file_names_are_read_and_shown_on_one_line(name: str, capsys: Seen) -> None:
    put(f"d/{name}")
    assert main(["check", "d"]) == 1
    assert any(":1:" in line and "d/" in line for line in capsys.readouterr().out.splitlines())


def test_standard_input_takes_the_type_of_its_given_name(
    monkeypatch: pytest.MonkeyPatch, capsys: Seen
) -> None:
    give_stdin(monkeypatch, f"---\nindustry: cosmetics\n---\n{RISKY}")
    assert main(["check", "-", "--stdin-filename", "笔记.md", "--format", "json"]) == 1
    [checked] = json.loads(capsys.readouterr().out)["reports"]
    assert (checked["name"], checked["kind"]) == ("笔记.md", "markdown")
    assert [i["key"] for i in checked["industries"]] == ["cosmetics"]


def test_command_line_wins_over_front_matter(capsys: Seen) -> None:
    put("a.md", f"---\nindustry: cosmetics\nplatform: douyin\n---\n{RISKY}")
    main(["check", "a.md", "--industry", "education", "--format", "json"])
    [checked] = json.loads(capsys.readouterr().out)["reports"]
    assert [i["key"] for i in checked["industries"]] == ["education"]
    assert checked["platforms"] == ["douyin"]


def test_broken_front_matter_fails_that_file_only(capsys: Seen) -> None:
    put("bad.md", "---\nindustry: 没有这个\n---\n好\n")
    assert main(["check", "bad.md", put("ok.md", CLEAN)]) == 2
    seen = capsys.readouterr()
    assert "bad.md" in seen.err
    assert "已检查 1 个文件、1 个未能检查" in seen.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--industry", "cosmetic"], "cosmetics"),
        (["--platform", "douyn"], "douyin"),
        (["--channel", "grup"], "group"),
        (["--as-of", "2026-2-30"], "YYYY-MM-DD"),
        (["--as-of", "2026-02-30"], "YYYY-MM-DD"),
        (["--fail-on", "errors"], "error"),
        (["--format", "jsn"], "json"),
        (["--format", "xlsx"], "--output xlsx:"),
        (["--indsutry", "food"], "--industry"),
        (["--jobs", "0"], "--jobs"),
        (["--output"], "--output"),
        (["--output", "json:x", "--output", "html:x"], "x"),
        (["--packs", "没有这个文件夹"], "没有这个文件夹"),
    ],
)
def test_wrong_usage_says_what_would_be_right(words: list[str], said: str, capsys: Seen) -> None:
    assert main(["check", put("a.md", CLEAN), *words]) == 2
    seen = capsys.readouterr()
    assert said in seen.err
    assert seen.out == ""


def test_path_is_required(capsys: Seen) -> None:
    assert main(["check"]) == 2
    assert "缺少参数" in capsys.readouterr().err


def test_several_reports_of_one_run_agree(capsys: Seen) -> None:
    put("a.md")
    outputs = [f"{name}:报告.{name}" for name in FORMATS if name != "docx"]
    assert main(["check", "a.md", *(w for o in outputs for w in ("--output", o))]) == 1
    count = len(json.loads(Path("报告.json").read_text(encoding="utf-8"))["reports"][0]["violations"])
    assert count > 0
    assert len(json.loads(Path("报告.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == count
    assert len(Path("报告.rdjsonl").read_text(encoding="utf-8").splitlines()) == count
    assert Path("报告.html").read_text(encoding="utf-8").count('class="badge"') == count
    assert Path("报告.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "a.md:1:" in capsys.readouterr().out


def test_bare_output_file_replaces_the_screen(capsys: Seen) -> None:
    assert main(["check", put("a.md"), "--output", "报告.json"]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads(Path("报告.json").read_text(encoding="utf-8"))["schema"] == "yushen-report/1"


def test_output_that_cannot_be_written_is_an_error_and_the_others_are_written(capsys: Seen) -> None:
    words = ["check", put("a.md"), "--output", "json:没有/这里.json", "--output", "jsonl:b.jsonl"]
    assert main(words) == 2
    assert "没有/这里.json" in capsys.readouterr().err
    assert Path("b.jsonl").exists()


def test_write_protected_report_is_left_alone(
    capsys: Seen, open_folder: Path, ordinary_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    script, report = open_folder / "a.md", open_folder / "alt.json"
    script.write_text("公园\n", encoding="utf-8")
    report.write_text("{}", encoding="utf-8")
    assert main(["check", str(script), "--output", f"json:{open_folder / 'neu.json'}"]) == 0
    report.chmod(0o444)
    open_folder.chmod(0o555)
    with ordinary_rights():
        assert main(["check", str(script), "--output", f"json:{report}"]) == 2
    assert report.read_text(encoding="utf-8") == "{}"
    open_folder.chmod(0o777)


def test_word_comments_without_a_word_file_are_an_error(capsys: Seen) -> None:
    assert main(["check", put("a.md"), "--output", "docx:b.docx"]) == 2
    assert ".docx 输入" in capsys.readouterr().err
    assert not Path("b.docx").exists()


def test_colour_follows_wish_and_environment(monkeypatch: pytest.MonkeyPatch, capsys: Seen) -> None:
    put("a.md")

    def coloured(*words: str) -> bool:
        main(["check", "a.md", *words])
        return "\x1b[" in capsys.readouterr().out

    assert not coloured()
    assert coloured("--color", "always")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert coloured()
    assert not coloured("--color", "never")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured()


def test_english_run_speaks_english(capsys: Seen) -> None:
    assert main(["check", put("a.md"), "没有.md", "--lang", "en"]) == 2
    seen = capsys.readouterr()
    assert "could not be checked" in seen.err
    assert "not “compliant”" in seen.out
    assert "规则包" not in seen.out


def test_several_processes_find_the_same(capsys: Seen) -> None:
    for number in range(6):
        put(f"d/{number}.md", RISKY if number % 2 else CLEAN)
    assert main(["check", "d", "--format", "json", "--jobs", "1"]) == 1
    alone = capsys.readouterr().out
    assert main(["check", "d", "--format", "json", "--jobs", "2"]) == 1
    assert capsys.readouterr().out == alone


def test_bug_in_a_check_costs_one_file_and_exit_code_two(
    monkeypatch: pytest.MonkeyPatch, capsys: Seen
) -> None:
    from compliance.engine import Checker

    real = Checker.check

    def fails_on_one(self: Checker, text: object) -> object:
        if getattr(text, "name", "") == "bad.md":
            raise ZeroDivisionError("boom")
        return real(self, text)  # type: ignore[arg-type]

    monkeypatch.setattr(Checker, "check", fails_on_one)
    assert main(["check", put("bad.md"), put("ok.md", CLEAN), "--no-cache"]) == 2
    seen = capsys.readouterr()
    assert "bad.md" in seen.err and "ZeroDivisionError: boom" in seen.err
    assert "已检查 1 个文件" in seen.out
