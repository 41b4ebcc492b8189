"""Entries of a compiled library, read from its file piece by piece."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from compliance.packs import store

ROWS = {f"词{n:05}": str(n) for n in range(2000)}


@pytest.fixture(params=["by position", "mapped"])
def kept(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[store.Compiled]:
    """A written library read back; “mapped” as on a system that cannot read by position."""
    monkeypatch.setenv("COMPLIANCE_CACHE_DIR", str(tmp_path))
    if request.param == "mapped":
        monkeypatch.delattr(os, "pread")
    table, blocks = store.encoded_rows(ROWS)
    store.write([("a.yaml", 1, 2)], {"packs": []}, [store.encoded({"甲": [1]}), table, blocks])
    compiled = store.read([("a.yaml", 1, 2)])
    assert compiled is not None
    yield compiled


def test_values_and_rows_come_back_as_they_were(kept: store.Compiled) -> None:
    assert kept.value(0) == {"甲": [1]}
    assert dict(kept.blocks(1)) == ROWS


def test_threads_share_an_open_library(kept: store.Compiled) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda key: kept.blocks(1)[key], ROWS))
    assert answers == list(ROWS.values())


def test_a_library_of_other_files_is_not_taken(kept: store.Compiled) -> None:
    assert store.read([("a.yaml", 1, 3)]) is None
