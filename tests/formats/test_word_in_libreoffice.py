"""The commented Word file opens in a real office program, with every comment."""

from __future__ import annotations

import shutil
import subprocess
import warnings
import zipfile
from pathlib import Path

import docx
import pytest

from compliance.cli.main import main

HOW_TO_GET = "the Word output was NOT opened in LibreOffice; apt-get install libreoffice-writer-nogui"


@pytest.fixture
def office() -> str:
    program = shutil.which("soffice")
    if program is None:
        warnings.warn(HOW_TO_GET, stacklevel=2)
        pytest.skip(HOW_TO_GET)
    return program


@pytest.mark.office
def test_libreoffice_shows_a_comment_for_every_finding(
    office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    script = docx.Document()
    paragraph = script.add_paragraph("本店被子是全网")
    paragraph.add_run("最低").bold = True
    paragraph.add_run("价，欢迎选购。")
    script.add_paragraph("今天下雨。")
    script.add_paragraph("这款茶根治失眠。")
    script.save("稿子.docx")
    assert main(["check", "稿子.docx", "--industry", "food", "--output", "docx:批注.docx"]) == 1
    capsys.readouterr()
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "odt", "批注.docx"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    written = docx.Document("批注.docx")
    with zipfile.ZipFile("批注.odt") as opened:
        content = opened.read("content.xml").decode("utf-8")
    comments = list(written.comments)
    assert len(comments) >= 2
    assert content.count("<office:annotation ") == len(comments)
    assert "全网" in content and "最低" in content
