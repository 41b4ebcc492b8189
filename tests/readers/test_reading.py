"""The table of readers, and what reading costs."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from compliance.readers import SUFFIXES, read, read_bytes, supported


def test_every_suffix_has_a_module_with_read() -> None:
    for module in set(SUFFIXES.values()):
        assert callable(import_module(f"compliance.readers.{module}").read)
    assert supported() == tuple(sorted(SUFFIXES))


def test_the_suffix_counts_in_any_case() -> None:
    assert read_bytes("**最**好".encode(), "稿.MD").visible == "最好"


def test_the_document_carries_the_name_as_given(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("甲", encoding="utf-8")
    assert read(path).name == str(path)


@pytest.mark.parametrize(
    ("name", "text", "unwanted"),
    [
        ("稿.txt", "甲", "markdown_it yaml lxml docx openpyxl pypdfium2 zipfile xml json html"),
        (
            "稿.srt",
            "1\n00:00:01,000 --> 00:00:02,000\n甲",
            "markdown_it yaml lxml docx openpyxl pypdfium2 zipfile xml",
        ),
    ],
)
def test_a_text_file_does_not_pay_for_the_others(tmp_path: Path, name: str, text: str, unwanted: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    code = (
        "import sys; from compliance.readers import read; loaded = set(sys.modules); "
        f"read({str(path)!r}); print(*sorted(set(sys.modules) - loaded))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    roots = {module.partition(".")[0] for module in done.stdout.split()}
    assert not roots & set(unwanted.split()) - ({"html"} if name.endswith("srt") else set())
