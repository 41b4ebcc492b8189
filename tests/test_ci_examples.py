"""The examples for CI systems: each is well formed, and calls nothing that does not exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance.cli.adoption_pages import ADOPTION
from compliance.cli.main import COMMANDS
from compliance.cli.page import Page
from compliance.cli.pages import CHECK
from compliance.formats import FORMATS

ROOT = Path(__file__).parents[1]
CI = ROOT / "docs" / "ci"
PAGES = ("docs/adoption.md", "docs/adoption.en.md", "docs/cli.md", "README.md", "README.zh-CN.md")
SHELL = (*(p.relative_to(ROOT).as_posix() for p in sorted(CI.iterdir())), "action.yml")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def loaded(name: str) -> Any:
    return yaml.safe_load(read(name))


def commands(text: str) -> Iterator[list[str]]:
    """The words of every line that calls the program."""
    for line in text.splitlines():
        found = re.search(
            r"(?:^|[ `|&;]|RUN )compliance (check|baseline|config|rules|serve)\b([^`#|>&]*)", line
        )
        if found:
            yield [found[1], *found[2].replace('"', " ").split()]


def flags_of(page: Page) -> set[str]:
    return {option.flag for option in page.options} | {"--help"}


FLAGS = {"check": flags_of(CHECK)} | {page.command.split()[1]: flags_of(page) for page in ADOPTION[1:]}


@pytest.mark.parametrize("name", [*SHELL, *PAGES])
def test_commands_and_options_in_examples_exist(name: str) -> None:
    for command, *words in commands(read(name)):
        assert command in COMMANDS
        unknown = [w.partition("=")[0] for w in words if w.startswith("--")]
        assert [w for w in unknown if command in FLAGS and w not in FLAGS[command]] == [], (name, words)


@pytest.mark.parametrize("name", SHELL)
def test_options_and_formats_anywhere_in_a_file_for_ci_exist(name: str) -> None:
    """Options are collected in variables there, so every option for the program counts."""
    text = read(name)
    ours = set(
        re.findall(r"(?<![\w-])--(?:output|format|diff-base|staged|baseline|fail-on|no-progress)\b", text)
    )
    assert ours <= FLAGS["check"]
    assert set(re.findall(r"--output[ =\"]+([a-z]+):", text)) <= set(FORMATS)


def test_gitlab_example_hands_over_what_it_writes() -> None:
    job = loaded("docs/ci/gitlab-ci.yml")["compliance"]
    script = "\n".join(job["script"])
    reports = job["artifacts"]["reports"]
    assert f"gitlab:{reports['codequality']}" in script and f"junit:{reports['junit']}" in script
    assert job["variables"]["GIT_DEPTH"] == "0" and job["artifacts"]["when"] == "always"


def test_gitea_example_keeps_the_report_it_writes() -> None:
    workflow = loaded("docs/ci/gitea-workflow.yml")
    steps = workflow["jobs"]["check"]["steps"]
    checkout, check, upload = steps
    assert checkout["with"]["fetch-depth"] == 0
    assert f"html:{upload['with']['path']}" in check["run"] and upload["if"] == "always()"
    assert workflow[True] == ["push", "pull_request"]  # YAML 1.1 reads the key “on” as true


@pytest.mark.parametrize("name", ["docs/ci/gitea-workflow.yml", "docs/ci/gitlab-ci.yml", "action.yml"])
def test_scripts_in_examples_are_shell(name: str) -> None:
    import subprocess

    for script in scripts_in(loaded(name)):
        run = subprocess.run(
            ["bash", "-n"], input=re.sub(r"\$\{\{[^}]*\}\}", "x", script), text=True, check=False
        )
        assert run.returncode == 0, script


def scripts_in(node: Any) -> Iterator[str]:
    """The texts under ``run`` and ``script``."""
    if isinstance(node, list):
        for item in node:
            yield from scripts_in(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("run", "script"):
                yield "\n".join(value) if isinstance(value, list) else str(value)
            else:
                yield from scripts_in(value)


def test_image_installs_what_the_project_offers_and_starts_the_program() -> None:
    lines = re.sub(r"\\\n\s*", " ", read("docs/ci/Dockerfile")).splitlines()
    steps = [line.split(" ", 1) for line in lines if line and not line.startswith("#")]
    assert steps[0][0] == "FROM"
    assert {s[0] for s in steps} <= {"FROM", "RUN", "COPY", "USER", "WORKDIR", "ENTRYPOINT", "CMD"}
    extras = re.findall(r"\[(\w+)\]", " ".join(s[1] for s in steps if s[0] == "RUN"))
    project = read("pyproject.toml")
    assert extras and all(f"\n{extra} = [" in project for extra in extras)
    entry, command = (yaml.safe_load(s[1]) for s in steps if s[0] in ("ENTRYPOINT", "CMD"))
    assert entry == ["compliance"] and command[0] in COMMANDS
    for step in (s[1] for s in steps if s[0] == "RUN"):
        shlex.split(step)


@pytest.mark.parametrize("name", ["docs/adoption.md", "docs/adoption.en.md"])
def test_settings_in_the_documentation_can_be_read(name: str, tmp_path: Path) -> None:
    from compliance.config_reading import read_config

    blocks = re.findall(r"```toml\n(.*?)```", read(name), re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        (tmp_path / "compliance.toml").write_text(re.sub(r"(?m)^extends.*$", "", block), encoding="utf-8")
        assert read_config(tmp_path / "compliance.toml").sections, number
