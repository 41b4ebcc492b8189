"""A sketch never denies a pair that is there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compliance.disguise.sketch import Sketched, sketch_of

PAIRS = st.frozensets(
    st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=3)
)


@given(PAIRS, st.text(min_size=2, max_size=3))
def test_membership_is_that_of_the_words(words: frozenset[str], other: str) -> None:
    sketched = Sketched(sketch_of(words), words)
    assert all(word in sketched for word in words)
    assert (other in sketched) == (other in words)
