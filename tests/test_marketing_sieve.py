"""One pass over a text finds what the plain expressions find."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.marketing.clue_groups import GROUPS
from compliance.marketing.sieve import ClueGroup, Sieve, alternatives, anchors
from tests.test_marketing import ADS, FOR_SALE, NOT_FOR_SALE, OTHERS

TEXTS = [*ADS, *OTHERS, *FOR_SALE, *NOT_FOR_SALE, "\n".join(OTHERS), "".join(ADS)]
WORDINGS = [wording for group in GROUPS for wording in alternatives(group.wordings)]


def plainly(group: ClueGroup, text: str) -> tuple[str, ...]:
    found = dict.fromkeys(match.group() for match in re.finditer(group.wordings, text, re.M))
    return tuple(found)[: group.cap]


@pytest.mark.parametrize("text", TEXTS)
def test_the_sieve_agrees_with_the_plain_expressions(text):
    found = Sieve(GROUPS).find(text)
    assert found == {group.name: plainly(group, text) for group in GROUPS}


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_match_of_a_wording_holds_one_of_its_anchors(data):
    wording = data.draw(st.sampled_from(WORDINGS))
    text = data.draw(st.from_regex(re.compile(wording, re.M), fullmatch=True))
    assert any(anchor in text for anchor in anchors(wording))


def test_alternatives_split_only_outside_groups_and_classes():
    assert alternatives("甲(?:乙|丙)|[丁|戊]己|庚\\|辛") == ["甲(?:乙|丙)", "[丁|戊]己", "庚\\|辛"]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("记者", ("记者",)),
        ("记者(?!哈)", ("记者",)),
        ("(?:点击|立即)下单", ("下单",)),
        ("(?:点击|马上)(?:看)?", ("点击", "马上")),
        ("好评率?", ("好评",)),
        ("[¥$]\\s?\\d", ("¥", "$")),
        ("https?://", ("http",)),
        ("满\\d+减", ("满",)),
    ],
)
def test_an_anchor_is_the_longest_literal_that_is_always_there(wording, expected):
    assert anchors(wording) == expected


def test_a_wording_without_a_fixed_literal_is_refused_by_name():
    with pytest.raises(ValueError, match=r"\\\\d\+"):
        anchors("\\d+")


def test_a_group_counts_each_wording_once_and_stops_at_its_cap():
    group = ClueGroup("水果", 1, 2, "苹果|梨|桃")
    assert Sieve([group]).find("梨和梨,苹果,桃") == {"水果": ("梨", "苹果")}
