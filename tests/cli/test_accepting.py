"""Files left out and findings accepted by the settings of a team, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compliance.cli.main import main
from tests.readers.making import pdf_file, sheet_file, word_file

RISKY = "全网最低价，今晚下单立减，99 元\n"
RULE = "absolute.lowest-price"
Seen = pytest.CaptureFixture[str]


def a_word_file() -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph(RISKY.strip())
    return word_file(document)


WITHOUT_COMMENTS: dict[str, Callable[[], bytes]] = {
    "稿.docx": a_word_file,
    "稿.xlsx": lambda: sheet_file([RISKY.strip()]),
    "稿.pdf": lambda: pdf_file(RISKY.strip()),
    "稿.json": lambda: json.dumps({"口播": RISKY}).encode(),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and an environment without a wish about the language."""
    monkeypatch.chdir(tmp_path)
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "COMPLIANCE_LANG", "FORCE_COLOR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def put(name: str, content: str | bytes = RISKY) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def settle(glob: str, rule: str = RULE, more: str = "") -> None:
    put("compliance.toml", f"[[accept]]\nglob = '{glob}'\nrule = '{rule}'\nreason = '比价报告已存档'\n{more}")


def report(capsys: Seen, *words: str) -> tuple[int, dict[str, Any], str]:
    capsys.readouterr()
    code = main(["check", *words, "--format", "json"])
    seen = capsys.readouterr()
    return code, json.loads(seen.out), seen.err


# -- accepted


@pytest.mark.parametrize("name", WITHOUT_COMMENTS)
def test_a_finding_is_accepted_where_no_comment_can_stand(capsys: Seen, name: str) -> None:
    put(f"合同/{name}", WITHOUT_COMMENTS[name]())
    code, page, _ = report(capsys, ".")
    assert code == 1 and page["reports"][0]["violations"]
    settle(f"合同/{name}", more="until = 2999-12-31\nevidence = 'BJ-1'\n")
    code, page, err = report(capsys, ".")
    (aside,) = page["reports"][0]["suppressed"]
    assert (aside["by"], aside["reason"], aside["until"], aside["line"]) == (
        "settings",
        "比价报告已存档",
        "2999-12-31",
        1,
    )
    assert (code, err) == (0, "")
    assert main(["check", "."]) == 0
    assert "设置里说明了理由 1" in capsys.readouterr().out


def test_only_the_words_named_are_accepted(capsys: Seen) -> None:
    put("a.txt", RISKY + "\n全年最低，99 元\n")
    settle("a.txt", more="excerpt = '全网'\n")
    _, page, _ = report(capsys, ".")
    assert [v["excerpt"] for v in page["reports"][0]["violations"] if v["rule_id"] == RULE] == ["全年最低"]


def test_a_rule_that_does_not_exist_ends_the_run_with_its_place(capsys: Seen) -> None:
    put("a.txt")
    settle("b.docx", rule="absolute.lowest-prise")
    assert main(["check", "a.txt"]) == 2
    err = capsys.readouterr().err
    assert "compliance.toml:1" in err and "absolute.lowest-price" in err
    assert main(["config"]) == 2


def test_what_is_out_of_date_accepts_nothing_and_is_reported(capsys: Seen) -> None:
    put("a.txt")
    settle("a.txt", more="until = 2020-01-01\n")
    code, _, err = report(capsys, "a.txt")
    assert code == 1 and "a.txt：compliance.toml:1" in err and "2020-01-01" in err


def test_what_accepts_nothing_is_reported_and_fails_on_demand(capsys: Seen) -> None:
    put("a.txt", "公园\n")
    settle("a.txt")
    code, _, err = report(capsys, "a.txt")
    assert code == 0 and "已经多余" in err
    assert main(["check", "a.txt", "--strict-suppressions"]) == 1


def test_a_kind_of_files_is_judged_only_by_a_run_over_all_of_them(capsys: Seen) -> None:
    put("a.txt", "公园\n")
    put("b.txt")
    settle("*.txt")
    assert "多余" not in report(capsys, "a.txt")[2]
    assert "多余" not in report(capsys, ".")[2]
    put("b.txt", "公园\n")
    assert report(capsys, ".")[2].count("多余") == 1


def test_the_cache_does_not_remember_what_was_accepted(capsys: Seen) -> None:
    put("a.txt")
    settle("a.txt")
    assert report(capsys, ".")[0] == 0
    put("compliance.toml", "")
    assert report(capsys, ".")[0] == 1


def test_several_processes_accept_the_same(capsys: Seen) -> None:
    for number in range(4):
        put(f"{number}.txt")
    settle("*.txt")
    code, page, err = report(capsys, ".", "--jobs", "2")
    assert code == 0 and page["summary"]["suppressed"] == 4 and err == ""


def test_what_is_accepted_is_not_rewritten(capsys: Seen, make_pack: Callable[..., Path]) -> None:
    packs = str(make_pack("{terms: [青龙木]}", more="fix: {青龙木: 松木}"))
    put("稿/a.txt", "青龙木\n")
    settle("稿/a.txt", rule="made.rule-1")
    assert main(["check", "稿", "--packs", packs, "--fix"]) == 0
    assert Path("稿/a.txt").read_text("utf-8") == "青龙木\n"


# -- excluded


def test_excluded_files_are_named_and_not_checked(capsys: Seen) -> None:
    put("草稿/a.txt")
    put("b.bak.md")
    put("c.txt", "公园\n")
    put("compliance.toml", "exclude = ['草稿/', '*.bak.md']\n")
    code, page, err = report(capsys, ".")
    assert code == 0 and [r["name"] for r in page["reports"]] == ["c.txt"]
    assert "2 个文件" in err and "草稿/a.txt" in err and "b.bak.md" in err


def test_an_excluded_file_stays_excluded_when_a_hook_names_it(capsys: Seen) -> None:
    put("草稿/a.txt")
    put("compliance.toml", "exclude = '草稿/'\n")
    code, page, err = report(capsys, "草稿/a.txt")
    assert (code, page["reports"]) == (0, []) and "草稿/a.txt" in err
    assert main(["check", "草稿/a.txt", "--no-config"]) == 1


# -- shown


def test_settings_are_printed_for_programs(capsys: Seen) -> None:
    put(
        "compliance.toml",
        "exclude = '草稿/'\nchannel = 'live'\n"
        f"[rules]\n'{RULE}' = {{severity = 'info', reason = '另行核对'}}\n"
        f"[[accept]]\nglob = '*.docx'\nrule = '{RULE}'\nreason = '已核对'\nuntil = 2999-01-01\n",
    )
    assert main(["config", "a.docx", "--format", "json"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["settings"]["channel"] == {"value": "live", "place": "compliance.toml:2"}
    assert page["rules"][0]["severity"] == "info" and page["excluded"] is False
    assert page["exclude"] == [{"glob": "草稿/", "place": "compliance.toml:1"}]
    assert page["accept"][0]["rules"] == [RULE] and page["accept"][0]["until"] == "2999-01-01"
    assert main(["config", "草稿/a.md", "--format", "json"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["excluded"] is True and page["accept"] == []


def test_without_settings_programs_get_an_empty_answer(capsys: Seen) -> None:
    assert main(["config", "a.md", "--format", "json"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["file"] is None and page["settings"] == {}


def test_settings_are_printed_for_people(capsys: Seen) -> None:
    put(
        "compliance.toml",
        f"exclude = '草稿/'\n[[accept]]\nglob = 'a.docx'\nrule = '{RULE}'\nreason = '已核对'\n",
    )
    assert main(["config", "a.docx"]) == 0
    page = capsys.readouterr().out
    assert "草稿/" in page and "已核对" in page and "compliance.toml:2" in page
    assert main(["config", "草稿/a.md"]) == 0
    assert "这个文件不检查" in capsys.readouterr().out
