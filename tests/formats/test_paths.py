"""Names of files as other tools want them."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from compliance.formats.shared.paths import relative, uri

PARTS = st.sampled_from(["文案", "a b", "c.md", ".", "", ".."])
NAMES = st.lists(PARTS, min_size=1, max_size=5).map("/".join)


@given(NAMES.filter(lambda name: not name.startswith("/")))
def test_a_relative_name_loses_what_says_nothing(name: str) -> None:
    assert relative(name) == Path(name).as_posix()


@given(NAMES)
def test_an_absolute_name_elsewhere_stays_absolute(name: str) -> None:
    assert relative(f"/nowhere/{name}") == Path(f"/nowhere/{name}").as_posix()


def test_an_absolute_name_below_the_working_folder_becomes_relative() -> None:
    assert relative(os.path.join(os.getcwd(), "文案", "1.md")) == "文案/1.md"
    assert relative(str(Path.cwd())) == "."


def test_what_is_no_path_stays_as_it_is() -> None:
    assert relative("<stdin>") == "<stdin>"


def test_a_uri_quotes_what_must_be_quoted() -> None:
    assert uri("文案/a b.md") == "%E6%96%87%E6%A1%88/a%20b.md"
    assert uri("/nowhere/a b.md") == "file:///nowhere/a%20b.md"
