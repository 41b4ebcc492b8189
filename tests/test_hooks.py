"""The hooks, the action and the CI examples do what their files say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
RISKY = "全网最低价，今晚下单立减，99 元\n"
IDENTITY = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


HOOKS = {hook["id"]: hook for hook in read(".pre-commit-hooks.yaml")}
ACTION = read("action.yml")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository as working folder; ``compliance`` is on the path."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    command = bin_folder / "compliance"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m compliance.cli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("COMPLIANCE_LANG", "zh")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    work = tmp_path / "仓 库"
    work.mkdir()
    monkeypatch.chdir(work)
    git("init", "-q", "-b", "main")
    return work


def git(*words: str) -> str:
    done = subprocess.run(
        ["git", *IDENTITY, *words], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout.strip()


def commit(**files: str) -> str:
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "x")
    return git("rev-parse", "HEAD")


# -- pre-commit


def test_hooks_name_modern_stages_and_run_alone() -> None:
    assert set(HOOKS) == {"compliance-check", "compliance-fix"}
    for hook in HOOKS.values():
        assert hook["stages"] == ["pre-commit", "pre-merge-commit", "pre-push", "manual"]
        assert hook["minimum_pre_commit_version"] == "3.2.0"
        assert hook["require_serial"] is True and hook["types"] and hook["language"] == "python"


@pytest.mark.parametrize(
    ("name", "taken"), [("脚本.md", True), ("a.DOCX", False), ("a.py", False), ("a.srt", True)]
)
def test_check_hook_takes_scripts_and_leaves_code(name: str, taken: bool) -> None:
    assert bool(re.search(HOOKS["compliance-check"]["files"], name)) is taken


def run_hook(hook: str, *files: str) -> subprocess.CompletedProcess[str]:
    entry = HOOKS[hook]["entry"].split()
    return subprocess.run([*entry, *files], capture_output=True, text=True, encoding="utf-8")


def test_check_hook_fails_on_a_risky_file_and_passes_on_a_clean_one(repository: Path) -> None:
    commit(**{"坏.md": RISKY, "好.md": "公园\n"})
    assert run_hook("compliance-check", "坏.md", "好.md").returncode == 1
    assert run_hook("compliance-check", "好.md").returncode == 0


def test_fix_hook_passes_where_there_is_nothing_to_rewrite(repository: Path) -> None:
    commit(**{"坏.md": RISKY})
    assert run_hook("compliance-fix", "坏.md").returncode == 0
    assert Path("坏.md").read_text(encoding="utf-8") == RISKY


@pytest.mark.skipif(
    shutil.which("pre-commit", path=Path(sys.executable).parent) is None, reason="no pre-commit"
)
def test_pre_commit_stops_a_commit_that_adds_a_risk(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hook's own entry and filters, run by pre-commit without installing anything."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(repository.parent / "pre-commit"))
    hook = {**HOOKS["compliance-check"], "language": "system"}
    del hook["minimum_pre_commit_version"]
    commit(**{".pre-commit-config.yaml": yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]})})
    program = str(Path(sys.executable).parent / "pre-commit")
    Path("坏 文案🙂.md").write_text(RISKY, encoding="utf-8")
    Path("a.py").write_text(f"# {RISKY}", encoding="utf-8")
    git("add", "-A")
    done = subprocess.run([program, "run"], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1 and "坏 文案🙂.md:1:1" in done.stdout and "a.py" not in done.stdout
    Path("坏 文案🙂.md").write_text("公园\n", encoding="utf-8")
    git("add", "-A")
    assert subprocess.run([program, "run"], capture_output=True).returncode == 0


# -- the action


def run_action(**inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the shell script of the action, its inputs filled as GitHub fills them."""
    step = ACTION["runs"]["steps"][-1]
    values = {f"inputs.{name}": spec["default"] for name, spec in ACTION["inputs"].items()}
    values["github.event.pull_request.base.sha"] = ""
    values |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items() if name != "base"}
    values["github.event.pull_request.base.sha"] = inputs.get("base", "")
    env = {k: re.sub(r"\$\{\{ (.*?) \}\}", lambda m: values[m[1]], v) for k, v in step["env"].items()}
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(words, env=os.environ | env, capture_output=True, text=True, encoding="utf-8")


def test_action_checks_everything_outside_pull_requests(repository: Path) -> None:
    commit(**{"a.md": RISKY})
    done = run_action()
    assert done.returncode == 1 and "::error" in done.stdout and "a.md" in done.stdout


def test_action_checks_changed_lines_on_pull_requests(repository: Path) -> None:
    base = commit(**{"a.md": RISKY})
    commit(**{"b.md": "公园\n"})
    assert run_action(base=base).returncode == 0
    commit(**{"b.md": "公园\n\n" + RISKY})
    done = run_action(base=base)
    assert done.returncode == 1 and "b.md" in done.stdout and "a.md" not in done.stdout


def test_action_writes_sarif_on_demand(repository: Path) -> None:
    commit(**{"a.md": RISKY})
    assert run_action(sarif="报 告.sarif", fail_on="never").returncode == 0
    assert "lowest-price" in Path("报 告.sarif").read_text(encoding="utf-8")


def test_action_takes_paths_and_arguments_a_line_each_and_never_as_code(repository: Path) -> None:
    commit(**{"坏 文案.md": RISKY, "别看.md": RISKY})
    done = run_action(paths="坏 文案.md\n", args="--channel\ngroup\n", fail_on="never")
    assert done.returncode == 0 and "别看.md" not in done.stdout
    run_action(paths="$(touch 中招)\n`touch 中招`\n; touch 中招")
    assert not Path("中招").exists()


def test_inputs_reach_the_script_only_as_environment() -> None:
    assert "${{" not in "".join(step.get("run", "") for step in ACTION["runs"]["steps"])


# -- examples of CI


@pytest.mark.parametrize("name", ["gitlab-ci.yml", "gitea-workflow.yml", "Dockerfile"])
def test_options_in_ci_examples_exist(name: str) -> None:
    from compliance.cli.pages import CHECK

    text = (ROOT / "docs/ci" / name).read_text(encoding="utf-8")
    known = {option.flag for option in CHECK.options}
    lines = [line for line in text.splitlines() if re.search(r"compliance check|arguments\+?=", line)]
    used = {flag for line in lines for flag in re.findall(r"(?<![\w-])--[a-z-]+", line)}
    assert used <= known
    if not name.startswith("Docker"):
        assert used and yaml.safe_load(text)
