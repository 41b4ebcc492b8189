"""Disks that are full, files that are devices, inputs of every bad kind in one run.

A device is reached over a link in a folder of our own: a mistake then costs the link, not the device.
"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.cli.main import main
from compliance.formats import FORMATS
from tests.readers.making import sheet_file, word_xml, zipped

FULL = Path("/dev/full")
RISKY = "全网最低价，今晚下单立减，99 元\n"
Seen = pytest.CaptureFixture[str]
needs_full = pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no /dev/full")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a script in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "COMPLIANCE_LANG", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    Path("a.txt").write_text(RISKY, encoding="utf-8")
    if FULL.is_char_device():
        Path("满.out").symlink_to(FULL)
    return tmp_path


@needs_full
@pytest.mark.parametrize("name", [n for n in FORMATS if n != "docx"])
def test_a_full_disk_is_named_and_the_other_reports_are_written(name: str, capfd: Seen) -> None:
    assert main(["check", "a.txt", "--output", f"{name}:满.out", "--output", "jsonl:b.jsonl"]) == 2
    err = capfd.readouterr().err
    assert "满.out" in err and "No space left" in err and "Traceback" not in err
    assert Path("b.jsonl").stat().st_size > 0


@needs_full
@pytest.mark.parametrize("name", ["text", "json", "github"])
def test_a_full_disk_behind_standard_output_is_named(name: str) -> None:
    words = [sys.executable, "-m", "compliance.cli", "check", "a.txt", "--format", name]
    with FULL.open("wb") as full:
        run = subprocess.run(
            [*words, "--output", "jsonl:b.jsonl"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert run.returncode == 2
    assert "<stdout>" in run.stderr and "No space left" in run.stderr and "Traceback" not in run.stderr
    assert Path("b.jsonl").stat().st_size > 0


@needs_full
def test_a_full_disk_under_a_baseline_is_named_and_the_device_stays_a_device(capsys: Seen) -> None:
    assert main(["baseline", "write", "a.txt", "--file", "满.out"]) == 2
    assert "满.out" in capsys.readouterr().err
    assert Path("满.out").is_symlink() and stat.S_ISCHR(FULL.stat().st_mode)


@needs_full
def test_a_full_disk_under_the_job_summary_is_named(capsys: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "满.out")
    assert main(["check", "a.txt", "--format", "github"]) == 2
    assert "GITHUB_STEP_SUMMARY" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_run_over_every_kind_of_bad_input_checks_the_rest_and_names_each(capsys: Seen) -> None:
    """Exit 2 at the end, a line for each bad file, and the good ones reported."""
    good = word_xml("<w:p><w:r><w:t>全网最低价，99 元下单</w:t></w:r></w:p>")
    bomb = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": bytes(30 << 20)})
    doctype = "<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"
    bad: dict[str, bytes] = {
        "截断.docx": good[: len(good) // 2],
        "加密.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "炸弹.docx": bomb,
        "实体.docx": zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": doctype}),
        "截断.xlsx": sheet_file(["最低价"])[:400],
        "截断.pdf": b"%PDF-1.4\n1 0 obj",
        "乱码.txt": "第一行\n第二行".encode() + b"\xff\xff\xff",
        "坏 字幕🙂.srt": "1\n00:00:01 -> 00:00:02\n最低价\n".encode(),
        "引号.csv": '口播\n"没有配对\n'.encode(),
    }
    for name, content in bad.items():
        Path(name).write_bytes(content)
    Path("圈.txt").symlink_to("圈.txt")
    Path("换\n行.txt").write_text(RISKY, encoding="utf-8")
    Path("好.docx").write_bytes(good)
    assert main(["check", ".", "--format", "jsonl", "--output", "text:报告.txt"]) == 2
    seen = capsys.readouterr()
    for name in (*bad, "圈.txt"):
        assert sum(line.startswith(name) for line in seen.err.splitlines()) == 1, name
    checked = Path("报告.txt").read_text(encoding="utf-8")
    assert "a.txt:1:1" in checked and "好.docx" in checked and "行.txt" in checked
    assert "Traceback" not in seen.err


@needs_full
@pytest.mark.parametrize("command", [["rules", "list"], ["config"], ["check", "--help"]])
def test_every_command_names_a_full_disk_behind_standard_output(command: list[str]) -> None:
    with FULL.open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "compliance.cli", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 2
    assert "<stdout>" in run.stderr and "Traceback" not in run.stderr
