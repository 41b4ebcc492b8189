"""Settings files: found, read, joined, refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from compliance import Checker
from compliance.config import Finder
from compliance.config_reading import glob_pattern, read_config
from compliance.config_values import Effective, filled
from compliance.errors import ConfigError
from compliance.override_pack import pack_of
from compliance.text import Settings

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def put(text: str, name: str = "compliance.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return put


def effective(path: str) -> Effective:
    return Finder().effective(path)


def test_without_a_settings_file_nothing_is_said(write: Write) -> None:
    assert effective("脚本.md") == Effective({}, (), ())


def test_nearest_settings_file_counts(write: Write) -> None:
    write('channel = "live"')
    write('channel = "group"', "文案/社群/compliance.toml")
    assert effective("文案/社群/一/二.md").settings.channel == "group"
    assert effective("文案/二.md").settings.channel == "live"


def test_pyproject_counts_only_with_our_table(write: Write) -> None:
    write('channel = "live"')
    write("[tool.other]\nx = 1\n", "a/pyproject.toml")
    write('[tool.compliance]\nchannel = "ugc"\n', "b/pyproject.toml")
    assert effective("a/x.md").settings.channel == "live"
    assert effective("b/x.md").settings.channel == "ugc"


def test_own_file_goes_before_pyproject_in_the_same_folder(write: Write) -> None:
    write('[tool.compliance]\nchannel = "ugc"\n', "pyproject.toml")
    write('channel = "live"')
    assert effective("x.md").settings.channel == "live"


def test_sections_speak_for_their_files_and_the_last_one_wins(write: Write) -> None:
    write(
        'industry = "food"\n'
        '[[files]]\nglob = "直播/**"\nchannel = "live"\nindustry = ["cosmetics", "food"]\n'
        '[[files]]\nglob = ["*.srt", "旧/"]\nplatform = "douyin"\nchannel = "ugc"\n'
    )
    assert effective("a.md").settings == Settings(industries=("food",))
    live = Settings(industries=("cosmetics", "food"), channel="live")
    assert effective("直播/十月/a.md").settings == live
    assert effective("直播/a.srt").settings == live._replace(platforms=("douyin",), channel="ugc")
    assert effective("旧/深/a.md").settings.channel == "ugc"


def test_extended_file_is_weaker_and_packs_add_up(write: Write) -> None:
    base = write('channel = "live"\nfail-on = "error"\npacks = "规则"\n', "公司/base.toml")
    own = write('extends = "公司/base.toml"\nchannel = "group"\npacks = ["本组"]\n')
    found = effective("a.md")
    assert found.settings.channel == "group"
    assert found.fail_on == "error"
    assert found.pack_paths == (str(base.parent / "规则"), str(own.parent / "本组"))
    assert found.said["fail-on"].place == "公司/base.toml:2"


def test_every_value_says_where_it_comes_from(write: Write) -> None:
    write('# 团队设置\nchannel = "live"\n\n[[files]]\nglob = "*.md"\n\nplatform = "douyin"\n')
    said = effective("a.md").said
    assert (said["channel"].place, said["platform"].place) == ("compliance.toml:2", "compliance.toml:7")


def test_front_matter_goes_before_settings(write: Write) -> None:
    write('channel = "live"\nindustry = "food"\nsponsored = true\n')
    own = Settings(channel="group", sponsored=False)
    assert filled(own, effective("a.md").settings) == Settings(("food",), None, "group", sponsored=False)


def test_rule_can_be_silenced_for_some_files_with_a_reason(write: Write) -> None:
    write(
        '[rules]\n"absolute.lowest-price" = {severity = "info", reason = "另有比价流程"}\n'
        '[[files]]\nglob = "教材/"\n'
        '[files.rules]\n"absolute.lowest-price" = {severity = "off", reason = "教学材料"}\n'
    )
    (everywhere,), (lessons,) = effective("a.md").rules, effective("教材/a.md").rules
    assert (everywhere.severity, everywhere.place) == ("info", "compliance.toml:2")
    assert (lessons.severity, lessons.reason, lessons.place) == ("off", "教学材料", "compliance.toml:6")


def test_changed_rule_changes_the_check_and_shows_in_the_report(
    write: Write, make_pack: Callable[..., Path]
) -> None:
    folder = str(make_pack("{terms: [青龙木]}"))
    write('[rules]\n"made.rule-1" = {severity = "info", reason = "品名：\\"青龙木\\"\\n已核实"}\n')
    pack = pack_of(effective("a.md").rules, [folder])
    report = Checker(industries=[], packs=[folder, pack]).check("买青龙木")
    assert [v.severity for v in report.violations] == ["info"]
    assert "project-settings" in {p.name for p in report.packs}


def test_change_of_an_unknown_rule_names_the_place_and_the_nearest(write: Write) -> None:
    write('\n[rules]\n"absolute.lowest-prise" = {severity = "off", reason = "不用"}\n')
    with pytest.raises(ConfigError, match=r"compliance.toml:3: .*absolute\.lowest-price"):
        pack_of(effective("a.md").rules, [])


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('chanel = "live"', r"compliance.toml:1: .*“chanel”.*是不是想写 “channel”"),
        ('fail_on = "error"', r"compliance.toml:1: .*“fail_on”.*是不是想写 “fail-on”"),
        ('\n\nchannel = "直播"', r"compliance.toml:3: channel 没有 “直播”"),
        ('industry = "cosmetic"', r"compliance.toml:1: .*是不是想写 “cosmetics”"),
        ('industry = ["food", 3]', r"compliance.toml:1: industry 要写成文字"),
        ("channel = 3", r"compliance.toml:1: channel 要写成一个文字值"),
        ("sponsored = 'yes'", r"compliance.toml:1: sponsored 要写 true 或 false"),
        ("as-of = '明年'", r"compliance.toml:1: as-of 要写成"),
        ("[[files]]\nchannel = 'live'", r"compliance.toml:1: .*glob"),
        (
            "[[files]]\nglob = 'a'\n[[files]]\nglob = 'b'\nfail-on = 'error'",
            r"compliance.toml:5: .*“fail-on”",
        ),
        ("files = 'a'", r"compliance.toml:1: files 要写成"),
        ("[rules]\n'a.b' = 'off'", r"compliance.toml:2: \[rules\] 里要写成"),
        ("[rules]\n'a.b' = {severity = 'off'}", r"compliance.toml:2: .*要写理由"),
        ("[rules]\n'a.b' = {severity = 'of', reason = 'x'}", r"compliance.toml:2: .*是不是想写 “off”"),
        ("channel = \n", r"compliance.toml:1:\d+: 不是正确的 TOML"),
        ("extends = 'nein.toml'", r"compliance.toml:1: .*nein.toml: 设置文件读不了"),
        ("exclude = [3]", r"compliance.toml:1: exclude 要写成文字"),
        ("[[files]]\nglob = 'a'\nexclude = 'b'", r"compliance.toml:3: .*“exclude”"),
        ("[[accept]]\nglob = 'a.docx'\nreason = 'x'", r"compliance.toml:1: .*没有写 rule"),
        ("[[accept]]\nrule = 'a.b'\nreason = 'x'", r"compliance.toml:1: .*没有写 glob"),
        ("\n[[accept]]\nglob = 'a'\nrule = 'a.b'", r"compliance.toml:2: .*要写理由"),
        ("[[accept]]\nglob = 'a'\nrule = 'a.b'\nreason = '……'", r"compliance.toml:1: .*要写理由"),
        ("[[accept]]\nglob = 'a'\nrule = 'a.b'\nreason = 'x'\nuntil = '明年'", r"compliance.toml:5: until"),
        ("[[accept]]\nglob = 'a'\nrules = 'a.b'", r"compliance.toml:3: .*是不是想写 “rule”"),
        ("accept = 'a'", r"compliance.toml:1: accept 要写成 \[\[accept\]\]"),
        ("extends = 'compliance.toml'", r"绕成了圈.*compliance.toml → compliance.toml"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(write: Write, text: str, complaint: str) -> None:
    write(text)
    with pytest.raises(ConfigError, match=complaint):
        effective("a.md")


def test_two_files_that_extend_each_other_are_refused(write: Write) -> None:
    write("extends = 'b.toml'")
    write("extends = 'compliance.toml'", "b.toml")
    with pytest.raises(ConfigError, match=r"compliance\.toml → b.toml → compliance.toml"):
        effective("a.md")


def test_settings_in_another_encoding_are_refused(write: Write) -> None:
    write("").write_bytes("# 团队".encode("gb18030"))
    with pytest.raises(ConfigError, match="不是 UTF-8"):
        effective("a.md")


def test_given_settings_file_is_used_for_every_script(write: Write) -> None:
    write('channel = "live"')
    other = write('channel = "ugc"', "其他/这份.toml")
    assert Finder(str(other)).effective("a.md").settings.channel == "ugc"


def test_folders_that_link_in_a_circle_end_the_search(write: Write, tmp_path: Path) -> None:
    write('channel = "live"')
    (tmp_path / "圈").symlink_to(tmp_path, target_is_directory=True)
    assert effective("圈/圈/圈/a.md").settings.channel == "live"


def test_run_settings_come_from_the_top_level_only(write: Write) -> None:
    path = write('fail-on = "never"\nbaseline = "base.json"\n[[files]]\nglob = "*"\nchannel = "live"\n')
    run = read_config(path).for_run()
    assert (run.fail_on, run.baseline, run.settings.channel) == (
        "never",
        str(path.parent / "base.json"),
        None,
    )


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("*.md", "a/b/c.md", True),
        ("a/*.md", "a/c.md", True),
        ("a/*.md", "a/b/c.md", False),
        ("a/**/*.md", "a/c.md", True),
        ("a/**/*.md", "a/b/b/c.md", True),
        ("./a/**", "a/b/c.md", True),
        ("a/", "ba/c.md", False),
        ("第?集.txt", "第一集.txt", True),
        ("[ab].txt", "b.txt", True),
        ("[!ab].txt", "b.txt", False),
        ("a+b.txt", "aab.txt", False),
        ("*", "换\n行.md", True),
    ],
)
def test_globs_match_as_in_gitignore(glob: str, path: str, fits: bool) -> None:
    import re

    assert bool(re.fullmatch(glob_pattern(glob), path)) is fits


def test_excluded_files_add_up_over_extended_settings(write: Write) -> None:
    write("exclude = '*.bak.md'", "公司/base.toml")
    config = read_config(write("extends = '公司/base.toml'\nexclude = ['草稿/', '!.md']\n"))
    found = [config.excluded(p) for p in ("草稿/深/a.md", "x/b.bak.md", "b.md")]
    assert [e and (e.glob, e.place) for e in found] == [
        ("草稿/", "compliance.toml:2"),
        ("*.bak.md", "公司/base.toml:1"),
        None,
    ]


def test_accepted_findings_are_read_with_all_they_say(write: Write) -> None:
    config = read_config(
        write(
            "[[accept]]\nglob = '合同/报价.docx'\nrule = ['a.b', 'c.d']\nreason = '已核对'\n"
            "until = 2026-12-31\nevidence = 'BJ-1'\nexcerpt = '最低价'\n"
            "[[accept]]\nglob = ['*.xlsx', '合同/']\nrule = 'e.f'\nreason = '内部'\n"
        )
    )
    first, second = config.accepted("合同/报价.docx")
    assert (first.rules, first.reason, first.evidence, first.excerpt) == (
        ("a.b", "c.d"),
        "已核对",
        "BJ-1",
        "最低价",
    )
    assert (first.line, first.place, first.until) == (1, "compliance.toml:1", date(2026, 12, 31))
    assert first.exact and not second.exact and second.line == 8
    assert [a.rules for a in config.accepted("表/报价.xlsx")] == [("e.f",)]
    assert config.accepted("报价.docx") == ()
