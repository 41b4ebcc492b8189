"""Help, version, wrong commands, and the other commands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.cli.adoption_pages import ADOPTION
from compliance.cli.arguments import help_text
from compliance.cli.main import main
from compliance.cli.pages import ALL
from compliance.cli.progress import bar, with_progress
from compliance.cli.serve import is_loopback
from compliance.formats import FORMATS
from compliance.formats.shared.width import width

Seen = pytest.CaptureFixture[str]
DOCS = Path(__file__).parents[2] / "docs/cli.md"


PAGES = (*ALL, *ADOPTION)


@pytest.fixture(autouse=True)
def no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "COMPLIANCE_LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.command)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_names_every_argument_and_fits_the_screen(page: object, lang: str) -> None:
    text = help_text(page, lang)  # type: ignore[arg-type]
    for option in page.options:  # type: ignore[attr-defined]
        assert option.flag in text
    assert max(map(width, text.splitlines())) <= 92


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.command)
def test_help_is_printed_for_every_command(page: object, capsys: Seen) -> None:
    assert main([*page.command.split()[1:], "--help"]) == 0  # type: ignore[attr-defined]
    assert page.command in capsys.readouterr().out  # type: ignore[attr-defined]


def test_examples_in_the_help_use_real_options() -> None:
    for page in PAGES:
        flags = {o.flag for p in PAGES for o in p.options}
        for command, _ in page.examples:
            assert set(re.findall(r"--[a-z-]+", command)) <= flags


def test_documentation_names_every_command_option_and_format() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for page in PAGES:
        assert page.command in text
        for option in page.options:
            assert f"`{option.flag}" in text or f"compliance {option.flag}" in text, option.flag
    assert [name for name in FORMATS if f"`{name}`" not in text] == []


def test_no_command_shows_the_help(capsys: Seen) -> None:
    assert main([]) == 0
    assert "compliance check" in capsys.readouterr().out


def test_help_is_english_on_demand(monkeypatch: pytest.MonkeyPatch, capsys: Seen) -> None:
    monkeypatch.setenv("COMPLIANCE_LANG", "en")
    main(["check", "--help"])
    assert "Usage" in capsys.readouterr().out
    main(["--lang", "zh", "check", "--help"])
    assert "用法" in capsys.readouterr().out


def test_version_is_printed(capsys: Seen) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"yushen-compliance \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize("words", [["chekc"], ["rules", "shwo"]])
def test_misspelt_command_gets_a_hint(words: list[str], capsys: Seen) -> None:
    assert main(words) == 2
    assert ("check" if words[0] == "chekc" else "show") in capsys.readouterr().err


def test_rules_are_listed_and_filtered(capsys: Seen) -> None:
    assert main(["rules", "list", "--format", "json"]) == 0
    everything = json.loads(capsys.readouterr().out)
    assert (
        main(["rules", "list", "--format", "json", "--category", "absolute-claim", "--severity", "error"])
        == 0
    )
    some = json.loads(capsys.readouterr().out)
    assert 0 < len(some) < len(everything)
    assert {(r["category"], r["severity"]) for r in some} == {("absolute-claim", "error")}
    assert main(["rules", "list"]) == 0
    assert f"共 {len(everything)} 条规则" in capsys.readouterr().out


def test_rule_is_shown_with_law_and_examples(capsys: Seen) -> None:
    assert main(["rules", "show", "absolute.lowest-price"]) == 0
    page = capsys.readouterr().out
    for piece in ("命中条件", "依据", "改写", "应报", "⟦", "rules/absolute_terms.yaml:"):
        assert piece in page


def test_a_rule_for_disguised_words_says_that_the_plain_word_does_not_count(capsys: Seen) -> None:
    assert main(["rules", "show", "hidden.price", "--lang", "en"]) == 0
    assert "only what is written in disguise" in capsys.readouterr().out


def test_misspelt_rule_gets_a_hint(capsys: Seen) -> None:
    assert main(["rules", "show", "absolute.lowest-prise"]) == 2
    assert "absolute.lowest-price" in capsys.readouterr().err


PACK = """pack: mine
title: 我的规则
version: "1"
rules:
  - id: mine.word
    title: 不用这个词
    category: absolute-claim
    severity: warning
    match: {terms: [绝绝子好物]}
    message: “{excerpt}”不用。
    suggest: [换一个说法]
    basis: [{law: 广告法, article: 第九条第三项}]
    examples:
      flag: ["这是⟦绝绝子好物⟧", "快来看⟦绝绝子好物⟧"]
      pass: ["这是好物", "EXTRA"]
"""


@pytest.mark.parametrize(("extra", "code"), [("一件好物", 0), ("真是绝绝子好物", 1)])
def test_own_pack_is_tested(extra: str, code: int, tmp_path: Path, capsys: Seen) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(PACK.replace("EXTRA", extra), encoding="utf-8")
    assert main(["rules", "test", str(path)]) == code
    page = capsys.readouterr().out
    assert "1 条规则" in page
    assert ("mine.word" in page) == bool(code)


def test_broken_pack_is_exit_code_two_with_place_and_caret(tmp_path: Path, capsys: Seen) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(PACK.replace("severity:", "severty:"), encoding="utf-8")
    assert main(["rules", "test", str(path)]) == 2
    shown = capsys.readouterr().err
    assert "mine.yaml:" in shown and "severity" in shown and "^" in shown


def test_explanation_shows_folding_matches_and_excuses(capsys: Seen) -> None:
    assert main(["rules", "explain", "ＮＯ．１品牌，我们不敢说全网最低价"]) == 0
    page = capsys.readouterr().out
    assert "统一后" in page and "no.1" in page
    assert "命中但未报" in page and "negated" in page


def test_module_can_be_run(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "compliance.cli", "check", "-", "--lang", "zh"],
        input="今天天气不错".encode(),
        capture_output=True,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "没有检出风险" in done.stdout.decode()


def test_reader_that_goes_away_is_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("全网最低价，买它\n\n" * 600, encoding="utf-8")
    command = f"{sys.executable} -m compliance.cli check a.md | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("host", "safe"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("my.host", False)],
)
def test_only_loopback_addresses_pass_without_a_warning(host: str, safe: bool) -> None:
    assert is_loopback(host) is safe


def test_port_that_is_none_is_refused(capsys: Seen) -> None:
    assert main(["serve", "--port", "99999"]) == 2
    assert "--port" in capsys.readouterr().err


def test_progress_bar_passes_everything_on_and_fills_up() -> None:
    import io

    stream = io.StringIO()
    assert list(with_progress(range(5), 5, stream, "zh")) == [0, 1, 2, 3, 4]
    assert stream.getvalue() == ""
    assert bar(12, 36, "zh") == "[########                ] 12/36 个文件"
    assert bar(36, 36, "en").startswith("[" + "#" * 24 + "]")
