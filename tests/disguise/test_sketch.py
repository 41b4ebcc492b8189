"""A sketch never denies a pair that is there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compliance.disguise.prepared import FEW_QUESTIONS, Lines, Listed
from compliance.disguise.sketch import Sketched, sketch_of

PAIRS = st.frozensets(
    st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=3)
)


@given(PAIRS, st.text(min_size=2, max_size=3))
def test_membership_is_that_of_the_words(words: frozenset[str], other: str) -> None:
    sketched = Sketched(sketch_of(words), words)
    assert all(word in sketched for word in words)
    assert (other in sketched) == (other in words)


@given(PAIRS.filter(bool))
def test_sorted_lines_answer_alike_before_and_after_the_set_is_made(words: frozenset[str]) -> None:
    listed = Listed("\n".join(sorted(words)))
    early = [word in listed for word in words], "没有" in listed
    for _ in range(FEW_QUESTIONS):
        assert "不在" not in listed
    assert ([word in listed for word in words], "没有" in listed) == early


@given(
    st.dictionaries(
        st.text(alphabet="甲乙丙丁", min_size=1, max_size=3), st.text(alphabet="天地", max_size=3), min_size=1
    )
)
def test_sorted_rows_answer_alike_before_and_after_the_dict_is_made(values: dict[str, str]) -> None:
    lines = Lines("\n".join(sorted(f"{k}\t{v}" for k, v in values.items())))
    assert {key: lines[key] for key in values} == values
    for _ in range(FEW_QUESTIONS):
        assert lines.get("戊") is None
    assert {key: lines[key] for key in lines} == values
