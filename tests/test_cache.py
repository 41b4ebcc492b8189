"""Results of earlier checks are recalled only where nothing that decides them has changed."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from compliance import Checker, Document
from compliance.cache import KEPT, ResultCache, tidy
from compliance.readers import read_bytes
from compliance.report import Notice, Report, Suppressed
from compliance.suppress import Outcome, Problem

NAME = "脚本.srt"
CONTENT = (
    "1\n00:00:01,000 --> 00:00:02,000\n全网最低价，国 家*级实验室同款\n\n"
    "2\n00:00:03,000 --> 00:00:04,000\n我们不敢说全国第一，限时 99 元\n"
).encode()
DAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv("COMPLIANCE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def load() -> Document:
    return read_bytes(CONTENT, NAME)


@pytest.fixture(scope="module")
def report() -> Report:
    return Checker(industries=None, as_of=DAY, platforms=["douyin"]).check(load())


def without_document(report: Report) -> Report:
    return report._replace(document=Document.plain(""))


def test_result_comes_back_as_it_was(report: Report) -> None:
    assert report.violations and report.excused and any(v.disguise for v in report.violations)
    aside = Suppressed(report.violations[0], "comment", "已核实", date(2026, 12, 31), "证 1", 3)
    whole = Outcome(
        report._replace(suppressed=(aside,), notices=(Notice(4, "多余"),)), (Problem(1, 2, "错"),)
    )
    cache = ResultCache([], "")
    key = cache.key(CONTENT, NAME, DAY)
    cache.store(key, whole)
    found = cache.recall(key, NAME, load)
    assert found is not None and found.problems == whole.problems
    plain = without_document(whole.report).document
    assert found.report._replace(document=plain) == whole.report._replace(document=plain)
    assert type(found.report.violations[0].severity) is type(report.violations[0].severity)
    for name in ("name", "kind", "source", "visible", "parts", "not_checked", "settings"):
        assert getattr(found.report.document, name) == getattr(report.document, name)
    assert found.report.document.line_and_column(20) == report.document.line_and_column(20)


def test_document_is_read_only_when_somebody_asks(report: Report) -> None:
    cache = ResultCache([], "")
    key = cache.key(CONTENT, NAME, DAY)
    cache.store(key, Outcome(report))
    asked: list[str] = []

    def loading() -> Document:
        asked.append(NAME)
        return load()

    found = cache.recall(key, NAME, loading)
    assert found is not None and found.report.name == NAME and asked == []
    assert found.report.document.source and found.report.document.lines and asked == [NAME]


def test_recalled_result_travels_between_processes(report: Report) -> None:
    cache = ResultCache([], "")
    key = cache.key(CONTENT, NAME, DAY)
    cache.store(key, Outcome(report._replace(violations=(), excused=())))
    found = cache.recall(key, NAME, partial(read_bytes, CONTENT, NAME))
    assert pickle.loads(pickle.dumps(found)).report.document.source == CONTENT.decode()


def test_key_depends_on_everything_that_decides(make_pack: Callable[..., Path]) -> None:
    folder = make_pack("{terms: [青龙木]}")
    keys = [
        ResultCache([], "").key(CONTENT, NAME, DAY),
        ResultCache([], "").key(CONTENT + b"\n", NAME, DAY),
        ResultCache([], "").key(CONTENT, "a.md", DAY),
        ResultCache([], "").key(CONTENT, NAME, date(2026, 6, 2)),
        ResultCache([], "channel=live").key(CONTENT, NAME, DAY),
        ResultCache([str(folder)], "").key(CONTENT, NAME, DAY),
    ]
    os.utime(folder / "made.yaml", (1, 1))
    keys.append(ResultCache([str(folder)], "").key(CONTENT, NAME, DAY))
    assert len(set(keys)) == len(keys)
    assert ResultCache([], "").key(CONTENT, "x/y.srt", DAY) == keys[0]


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"kind": 3}', b"\xff"])
def test_damaged_result_is_no_result(report: Report, folder: Path, broken: bytes) -> None:
    cache = ResultCache([], "")
    key = cache.key(CONTENT, NAME, DAY)
    cache.store(key, Outcome(report))
    (stored,) = folder.glob("results/??/*.json")
    stored.write_bytes(broken)
    assert cache.recall(key, NAME, load) is None


def test_cache_that_cannot_be_written_costs_nothing(report: Report, folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    cache = ResultCache([], "")
    key = cache.key(CONTENT, NAME, DAY)
    cache.store(key, Outcome(report))
    tidy()
    assert cache.recall(key, NAME, load) is None


def test_old_results_are_removed_once_a_day(report: Report, folder: Path) -> None:
    cache = ResultCache([], "")
    cache.store(cache.key(CONTENT, NAME, DAY), Outcome(report))
    (stored,) = folder.glob("results/??/*.json")
    now = stored.stat().st_mtime
    tidy(now)
    assert stored.exists()
    os.utime(folder / "results" / "tidied", (now, now))
    tidy(now + KEPT + 60)
    assert not stored.exists()
