"""Rewrites in files: safe, checked, and nothing else touched."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance import Checker
from compliance.errors import InputError
from compliance.fixing import Fixed, fix, unified_diff, write_fixed
from compliance.formats.shared.paths import replacement
from compliance.readers import read_bytes

Fix = Callable[..., Fixed]


@pytest.fixture
def fixed(make_pack: Callable[..., Path]) -> Fix:
    """Fix a content: 青龙木 becomes 松木; 白虎石 would become 青龙木; 玄武陶 has a suggestion only."""
    folder = make_pack("{terms: [青龙木]}", "{terms: [白虎石]}", "{terms: [玄武陶]}")
    pack = folder / "made.yaml"
    rules = pack.read_text(encoding="utf-8").split("  - id: ")
    rules[1] += "    fix: {青龙木: 松木}\n"
    rules[2] += "    fix: {白虎石: 青龙木}\n"
    rules[3] += "    suggest: [陶器]\n"
    pack.write_text("  - id: ".join(rules), encoding="utf-8")
    checker = Checker(industries=[], packs=[folder])

    def run(content: bytes | str, name: str = "a.txt", *, unsafe: bool = False) -> Fixed:
        content = content if isinstance(content, bytes) else content.encode()
        report = checker.check(read_bytes(content, name))
        return fix(content, report, lambda c: read_bytes(c, name), checker.check, unsafe=unsafe)

    return run


def test_words_with_a_safe_rewrite_are_replaced(fixed: Fix) -> None:
    outcome = fixed("买青龙木，送青龙木。\n")
    assert outcome.content.decode() == "买松木，送松木。\n"
    assert [r.text for r in outcome.made] == ["松木", "松木"]


def test_rewrite_that_another_rule_objects_to_is_not_made(fixed: Fix) -> None:
    outcome = fixed("买白虎石和青龙木\n")
    assert outcome.content.decode() == "买白虎石和松木\n"
    (refusal,) = outcome.refused
    assert refusal.violation.excerpt == "白虎石" and "made.rule-1" in refusal.reason


def test_suggestion_is_used_only_on_demand(fixed: Fix) -> None:
    assert not fixed("玄武陶").made
    assert fixed("玄武陶", unsafe=True).content.decode() == "陶器"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "gb18030"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_breaks_stay(fixed: Fix, mark: bytes, encoding: str, ending: str) -> None:
    text = f"今天的桌子{ending}用青龙木做成{ending}欢迎来看"
    outcome = fixed(mark + text.encode(encoding))
    assert outcome.content == mark + text.replace("青龙木", "松木").encode(encoding)


def test_words_with_markup_inside_are_left(fixed: Fix) -> None:
    outcome = fixed("买青龙**木**，送青龙木\n", "a.md")
    assert outcome.content.decode() == "买青龙**木**，送松木\n"
    assert "排版" in outcome.refused[0].reason


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\nchannel: live\n---\n\n**青龙木** `青龙木`\n"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n<i>青龙木</i>\n"),
        ("a.csv", '镜号,口播\n1,"买青龙木,好"\n'),
        ("a.html", "<p title='青龙木'>青龙木 &amp; 好</p>"),
    ],
)
def test_only_what_readers_see_is_replaced(fixed: Fix, name: str, text: str) -> None:
    outcome = fixed(text, name)
    assert outcome.made
    assert read_bytes(outcome.content, name).visible == read_bytes(text.encode(), name).visible.replace(
        "青龙木", "松木"
    )


def test_patch_of_the_rewrites_can_be_applied(fixed: Fix) -> None:
    patch = unified_diff("目录/a.txt", fixed("一\n青龙木\n三\n青龙木"))
    assert patch.startswith("--- a/目录/a.txt\n+++ b/目录/a.txt\n")
    assert "-青龙木\n+松木\n" in patch and patch.endswith("\\ No newline at end of file\n")


def test_file_keeps_its_permissions_and_a_link_stays_a_link(fixed: Fix, tmp_path: Path) -> None:
    target, link = tmp_path / "a.txt", tmp_path / "link.txt"
    target.write_text("青龙木", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    write_fixed(link, fixed("青龙木"))
    assert link.is_symlink() and target.read_text(encoding="utf-8") == "松木"
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["a.txt", "link.txt"]


def test_file_that_cannot_be_written_is_named(fixed: Fix, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt.*没有写进去"):
        write_fixed(tmp_path / "gone.txt", fixed("青龙木"))


def test_a_statement_worded_almost_right_gets_the_wording_required(make_pack: Callable[..., Path]) -> None:
    statement = '{name: 玄武声明, exact: [本灯不能代替太阳和月亮], near: "80"}'
    folder = make_pack(f"{{missing: {{when: {{terms: [朱雀灯]}}, statement: {statement}}}}}")
    checker = Checker(industries=[], packs=[folder])

    def after(text: str) -> str:
        report = checker.check(read_bytes(text.encode(), "a.txt"))
        return fix(text.encode(), report, lambda c: read_bytes(c, "a.txt"), checker.check).content.decode()

    assert after("朱雀灯 99 元。本灯不能替代太阳和月亮哦。") == "朱雀灯 99 元。本灯不能代替太阳和月亮哦。"
    cut_short = "朱雀灯 99 元。灯不能代替太阳和月亮。"
    assert after(cut_short) == cut_short  # the ends differ: a letter could be left over


def test_a_finding_widened_over_another_keeps_no_replacement(make_pack: Callable[..., Path]) -> None:
    """The replacement was made for fewer words; in the place of more it would say something else."""
    folder = make_pack("{terms: [特好词牌子]}", "{terms: [牌子甲乙]}", more="fix: {特好词牌子: 好的}")
    found = Checker(industries=[], packs=[folder]).check("特好词牌子甲乙").violations
    assert [(v.excerpt, v.fix) for v in found if v.pack == "made"] == [("特好词牌子甲乙", None)]


def test_words_that_may_be_dropped_are_no_replacement_for_other_tools(
    make_pack: Callable[..., Path],
) -> None:
    """They would take the bare word out and leave “的” and commas behind."""
    checker = Checker(industries=[], packs=[make_pack("{terms: [青龙木]}", more='fix: {青龙木: ""}')])
    report = checker.check(read_bytes("好看，青龙木。青龙木的桌子".encode(), "a.txt"))
    assert [replacement(report, v) for v in report.violations if v.pack == "made"] == ["", ""]


def test_markup_inside_a_phrase_is_no_place_for_a_replacement_by_other_tools(
    make_pack: Callable[..., Path],
) -> None:
    checker = Checker(industries=[], packs=[make_pack("{terms: [青龙木]}", more="fix: {青龙木: 松木}")])
    report = checker.check(read_bytes("买青龙**木**，送青龙木\n".encode(), "a.md"))
    assert [replacement(report, v) for v in report.violations if v.pack == "made"] == ["", "松木"]
