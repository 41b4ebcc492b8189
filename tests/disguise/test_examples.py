"""Every group of every disguise file brings its own examples; here they are run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import shown
from tests.disguise.conftest import FOLDER, parsed

Hidden = Callable[[str], set[tuple[str, str]]]
GROUPS = [
    pytest.param(group, id=f"{path.stem}: {group['title']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for group in parsed(path)["groups"]
]


@pytest.mark.parametrize("group", GROUPS)
def test_flag_examples_are_restored_exactly_where_they_say(group: dict, hidden: Hidden) -> None:
    for example in group["flag"]:
        text, written = shown(example["text"])
        assert (example["restores"], written) in hidden(text), example


@pytest.mark.parametrize("group", GROUPS)
def test_pass_examples_hide_nothing(group: dict, hidden: Hidden) -> None:
    for text in group["pass"]:
        assert hidden(text) == set(), text
