"""A thousand scripts made by chance, the same ones in every run, through every reader and every format.

The thousand are dealt out: each script is checked as plain words and as two kinds of file, in turn, and each
of these reports is counted in three of the output formats, in turn, and cut out by the range of one. So every
kind of file sees more than 140 scripts and every pair of file and format at least 25, and
the whole takes less than a minute of one core.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import cycle, islice
from random import Random
from typing import Final

import pytest

from compliance import Checker
from compliance.formats.docx import annotate
from compliance.readers import SUFFIXES, read_bytes
from compliance.report import Report, Run, Violation
from tests.formats.counting import COUNTERS
from tests.thousand.cutting import BY_RANGE, BY_START, commented, starts_of
from tests.thousand.dressing import DRESSES, packed_text
from tests.thousand.scripts import Script, scripts

COUNT: Final = 1000
SEED: Final = 20261122
SHARES: Final = 8
KINDS: Final = tuple(DRESSES)
PACKED: Final = (".docx", ".xlsx", ".pdf")
Key = tuple[str, str, str, bool]


@lru_cache(maxsize=1)
def checker() -> Checker:
    """One checker for all."""
    return Checker()


def key_of(violation: Violation) -> Key:
    """What has to be the same in every kind of file; line breaks and blanks of the layout are not."""
    words = re.sub(r"\s+", "", violation.excerpt)
    return violation.rule_id, violation.severity.value, words, violation.disguise is not None


def keys_of(report: Report) -> Counter[Key]:
    """The findings of a report, as far as they have to be the same."""
    return Counter(map(key_of, report.violations))


def dressed(script: Script, suffix: str, number: int) -> tuple[bytes, Report]:
    """The script as a file, and the report on that file."""
    content = DRESSES[suffix].wrap(script, Random(number))
    return content, checker().check(read_bytes(content, f"稿 {number}{suffix}"))


def check_cut(report: Report, content: bytes, suffix: str) -> str:
    """Every range cut out of the file gives the excerpt. Returns the text that lines and columns count in."""
    packed = suffix in PACKED
    text = report.document.source if packed else content.decode("utf-8-sig")
    for violation in report.violations:
        words = DRESSES[suffix].plain(text[violation.start : violation.end])
        if violation.start < violation.end:
            assert re.sub(r"\s", "", words) == re.sub(r"\s", "", violation.excerpt)
        if suffix in (".docx", ".xlsx") and violation.start < violation.end:
            assert violation.excerpt in packed_text(content, suffix, violation.where.facts)
    return text


def check_formats(report: Report, text: str, number: int) -> None:
    """Three formats count the findings; one with ranges and one with beginnings point at them."""
    run = Run((report,))
    names = list(COUNTERS)
    for name in islice(cycle(names), number % len(names), number % len(names) + 3):
        assert COUNTERS[name](run) == len(report.violations), name
    name = list(BY_RANGE)[number % len(BY_RANGE)]
    wanted = Counter(text[v.start : v.end] for v in report.violations)
    assert Counter(BY_RANGE[name](run, text)) == wanted, name
    name = BY_START[number % len(BY_START)]
    assert Counter(starts_of(name, run, text)) == Counter(v.start for v in report.violations), name


def check_word_comments(report: Report, content: bytes) -> None:
    """The user's own file comes back with a comment on exactly the words of every finding."""
    words, listed = commented(annotate(report, content))
    assert listed == 0
    assert len(words) == len(report.violations)
    placed = Counter(v.excerpt for v in report.violations if v.start < v.end)
    assert not placed - Counter(words)


@pytest.mark.parametrize("share", range(SHARES))
def test_a_script_gives_the_same_findings_at_the_same_words_in_every_kind_of_file(share: int) -> None:
    for number, script in enumerate(scripts(COUNT, SEED)):
        if number % SHARES != share:
            continue
        plain = keys_of(checker().check("\n".join(script.lines)))
        order = number // SHARES
        for suffix in (KINDS[(2 * order) % len(KINDS)], KINDS[(2 * order + 1) % len(KINDS)]):
            content, report = dressed(script, suffix, number)
            assert keys_of(report) == plain, (number, suffix)
            text = check_cut(report, content, suffix)
            check_formats(report, text, order)
            if suffix == ".docx":
                check_word_comments(report, content)


def test_the_thousand_are_worth_reading() -> None:
    """Chance has to bring findings of many packs, disguises and texts with nothing in them."""
    found: Counter[str] = Counter()
    for script in scripts(COUNT, SEED)[::10]:
        report = checker().check("\n".join(script.lines))
        found.update({v.pack for v in report.violations})
        found["disguised"] += any(v.disguise for v in report.violations)
        found["clean"] += not report.violations
    assert len(found) >= 12 and found["disguised"] >= 20 and found["clean"] >= 2


def test_every_reader_has_a_dress() -> None:
    assert {SUFFIXES[suffix] for suffix in DRESSES} == set(SUFFIXES.values())
