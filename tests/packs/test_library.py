"""Packs on disk: found, validated, cached, refused with the place of the fault."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.errors import ConfigError, PackError
from compliance.packs import builtin_rules, library

MakePack = Callable[..., Path]


def refused(folder: Path) -> str:
    with pytest.raises(PackError) as caught:
        library([folder])
    return str(caught.value)


def test_an_extra_pack_comes_after_the_built_in_ones(make_pack: MakePack) -> None:
    assert library([make_pack("{terms: [某词]}")]).packs[-1].name == "made"


def test_a_missing_pack_folder_is_named() -> None:
    with pytest.raises(PackError, match="no/such/folder"):
        library(["no/such/folder"])


def test_an_unknown_key_names_place_line_and_the_right_word(make_pack: MakePack) -> None:
    message = refused(make_pack("{terms: [某词]}", more="severty: error"))
    assert "made.yaml:11:5" in message
    assert "did you mean “severity”" in message
    assert message.splitlines()[-1].endswith("^^^^^^^")


@pytest.mark.parametrize(
    ("match", "fields", "said"),
    [
        ("{terms: []}", {}, "no condition"),
        ("{terms: [甲], lists: [diseas]}", {}, "no such list"),
        (r"{pattern: '\d+'}", {}, "no anchor"),
        ("{pattern: '(甲'}", {}, "bad pattern"),
        ("{together: {groups: [[甲]]}}", {}, "two groups"),
        ("{number: {pattern: '甲{number}'}}", {}, "above"),
        ("{missing: {statement: {name: 某, exact: [某]}}}", {}, "no occasion"),
        ("{terms: [甲]}", {"category": "absolut-claim"}, "did you mean “absolute-claim”"),
        ("{terms: [甲]}", {"severity": "fatal"}, "severity"),
        ("{terms: [甲]}", {"law": "测试发"}, "did you mean “测试法”"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(
    make_pack: MakePack, match: str, fields: dict[str, str], said: str
) -> None:
    assert said in refused(make_pack(match, **fields))


def test_an_unknown_context_is_refused(make_pack: MakePack) -> None:
    assert "did you mean “negated”" in refused(
        make_pack("{terms: [甲]}", more="unless: [{context: [negatd]}]")
    )


def test_a_remembered_law_cannot_carry_an_error(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [甲]}")
    laws = (folder / "laws.yaml").read_text(encoding="utf-8")
    (folder / "laws.yaml").write_text(
        laws.replace('"2020-01-01"', '"2020-01-01"\n    confidence: memory', 1), "utf-8"
    )
    assert "memory" in refused(folder)


def test_two_rules_with_one_id_name_each_other(make_pack: MakePack) -> None:
    folder = make_pack("{terms: [甲]}")
    text = (folder / "made.yaml").read_text(encoding="utf-8")
    (folder / "zweit.yaml").write_text(text.replace("pack: made", "pack: zweit"), encoding="utf-8")
    message = refused(folder)
    assert "duplicate rule id" in message
    assert "zweit.yaml:6" in message


def test_lists_that_include_each_other_are_refused(make_pack: MakePack) -> None:
    folder = make_pack("{lists: [one]}")
    (folder / "one.yaml").write_text("list: one\nterms: [甲]\nincludes: [two]", encoding="utf-8")
    (folder / "two.yaml").write_text("list: two\nterms: [乙]\nincludes: [one]", encoding="utf-8")
    assert "circular" in refused(folder)


def test_a_pack_may_switch_a_rule_off_but_must_say_why(make_pack: MakePack) -> None:
    folder = make_pack(
        "{terms: [甲]}", head='override: {absolute.national-level: {severity: "off", reason: ""}}'
    )
    assert "reason" in refused(folder)


def test_an_override_of_an_unknown_rule_is_refused(make_pack: MakePack) -> None:
    head = "override: {absolute.national-lvl: {severity: info, reason: 内部口径}}"
    assert "did you mean “absolute.national-level”" in refused(make_pack("{terms: [甲]}", head=head))


def test_an_unknown_rule_or_pack_is_a_config_error_with_a_hint() -> None:
    with pytest.raises(ConfigError, match=r"absolute\.national-level"):
        library().rule("absolute.national-levl")
    with pytest.raises(ConfigError, match="absolute_terms"):
        library().pack("absolute_term")


def test_the_cached_form_says_what_the_fresh_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPLIANCE_CACHE_DIR", str(tmp_path))
    first, second = library(), library()
    assert any(tmp_path.iterdir())
    fresh = library(fresh=True)
    for other in (first, second):
        assert [r.id for r in other.rules()] == [r.id for r in fresh.rules()]
        assert other.lists == fresh.lists


def test_a_damaged_cache_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLIANCE_CACHE_DIR", str(tmp_path))
    library()
    (cache,) = tmp_path.iterdir()
    cache.write_text("{", encoding="utf-8")
    assert library().packs


def test_a_cache_folder_that_cannot_be_written_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("COMPLIANCE_CACHE_DIR", str(blocked / "cache"))
    assert library().packs


def test_the_installed_copy_of_the_rules_equals_the_folder(tmp_path: Path) -> None:
    """A wheel, installed, finds the same packs as the checkout."""
    checkout = Path(__file__).parents[2]
    run = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*run, "wheel", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(checkout)], check=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    target = tmp_path / "site"
    subprocess.run([*run, "install", "--no-deps", "--target", str(target), str(wheel)], check=True)
    inside = target / "compliance" / "_rules"
    assert _digest(inside) == _digest(builtin_rules())
    where = "import compliance.packs as p; print(p.builtin_rules())"
    environment = {**os.environ, "PYTHONPATH": str(target)}
    shown = subprocess.run(
        [sys.executable, "-c", where],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(shown.stdout.strip()) == inside


def _digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*.yaml"))
    }
