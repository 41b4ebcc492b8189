"""Shared fixtures: a cache of our own, and small packs written by the tests themselves."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

NOBODY = 65534  # the user without rights, by convention

# All workers share one compiled copy of the built-in packs, and none touches the person's own cache.
os.environ.setdefault(
    "COMPLIANCE_CACHE_DIR", str(Path(__file__).parent.parent / ".pytest_cache" / "compliance")
)

LAWS = """
laws:
  测试法:
    title: 中华人民共和国测试法
    number: 2020 年
    since: "2020-01-01"
    penalties:
      第一条: 第九十条：罚款一元以上十元以下
  将来法:
    title: 中华人民共和国将来法
    since: "2030-01-01"
  旧法:
    title: 中华人民共和国旧法
    since: "2000-01-01"
    until: "2010-01-01"
"""

RULE = """
  - id: {id}
    title: 测试规则
    category: {category}
    severity: {severity}
    match: {match}
{more}    message: “{{excerpt}}”有风险。
    basis: [{{law: {law}, article: 第一条第二项}}]
    examples:
      flag: ["甲", "乙"]
      pass: ["丙", "丁"]
"""


@pytest.fixture
def make_pack(tmp_path: Path) -> Callable[..., Path]:
    """Write a pack with one rule or several; returns its folder, to be given as ``packs=[folder]``.

    Every keyword is a line of the rule; ``head`` stands before the rules.
    """

    def make(*matches: str, head: str = "", more: str = "", **fields: str) -> Path:
        folder = tmp_path / "pack"
        folder.mkdir(exist_ok=True)
        values = {"category": "guarantee", "severity": "error", "law": "测试法"} | fields
        rules = "".join(
            RULE.format(id=f"made.rule-{n}", match=match, more=_indented(more), **values)
            for n, match in enumerate(matches, 1)
        )
        (folder / "laws.yaml").write_text(LAWS, encoding="utf-8")
        (folder / "made.yaml").write_text(
            f'pack: made\ntitle: 测试包\nversion: "1"\n{head}\nrules:{rules}', encoding="utf-8"
        )
        return folder

    return make


def _indented(more: str) -> str:
    return "".join(f"    {line}\n" for line in more.strip().splitlines()) if more else ""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test is a failure: what a person's machine may lack has to be there."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped, which is a failure in CI: {report.longrepr}"
    return report


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter (those of ``tmp_path`` are for their owner)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def ordinary_rights() -> Callable[[], AbstractContextManager[None]]:
    """A stretch without the rights of root, who may read and write everything."""

    @contextmanager
    def stretch() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return stretch
