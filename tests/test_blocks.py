"""Rows in blocks answer like a dict, however often they are asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compliance.blocks import FEW_QUESTIONS, PER_BLOCK, Blocks, laid_out

KEYS = st.text(alphabet="甲乙丙丁a\n🌟", min_size=1, max_size=4)
ROWS = st.dictionaries(KEYS, st.text(alphabet="天地 \t", max_size=3), max_size=200)


def blocks_of(rows: dict[str, str]) -> Blocks:
    table, stored = laid_out(rows)
    raw = stored.encode()
    return Blocks(table, lambda start, end: raw[start:end].decode())


@given(ROWS, KEYS)
def test_every_row_is_found_and_no_other(rows: dict[str, str], other: str) -> None:
    blocks = blocks_of(rows)
    assert {key: blocks[key] for key in rows} == rows
    assert (other in blocks) == (other in rows)
    assert len(blocks) == len(rows)


@given(ROWS, KEYS)
def test_answers_are_the_same_after_many_questions(rows: dict[str, str], other: str) -> None:
    blocks = blocks_of(rows)
    for _ in range(FEW_QUESTIONS):
        assert blocks.get("戊", "无") == "无"
    assert dict(blocks) == rows
    assert blocks.get(other) == rows.get(other)


@given(ROWS, st.text(alphabet="甲乙丙丁a\n🌟", max_size=2))
def test_rows_are_found_by_how_their_keys_begin(rows: dict[str, str], prefix: str) -> None:
    wanted = {key: text for key, text in rows.items() if key.startswith(prefix)}
    assert dict(blocks_of(rows).beginning(prefix)) == wanted


def test_a_question_fetches_one_block_and_no_more() -> None:
    rows = {f"{n:06}": str(n) for n in range(100 * PER_BLOCK)}
    table, stored = laid_out(rows)
    fetched: list[tuple[int, int]] = []

    def fetch(start: int, end: int) -> str:
        fetched.append((start, end))
        return stored[start:end]

    blocks = Blocks(table, fetch)
    assert (blocks["000777"], blocks["000778"]) == ("777", "778")
    assert len(fetched) == 1
    assert fetched[0][1] - fetched[0][0] < len(stored) / 50


def test_words_alone_are_rows_with_nothing_to_tell() -> None:
    table, stored = laid_out({"第一", "最好"})
    blocks = Blocks(table, lambda start, end: stored.encode()[start:end].decode())
    assert "最好" in blocks
    assert "最" not in blocks
    assert list(blocks) == ["最好", "第一"]


def test_nothing_at_all_can_be_asked() -> None:
    blocks = blocks_of({})
    assert (blocks.get("甲"), list(blocks), list(blocks.beginning("甲"))) == (None, [], [])


@given(ROWS, st.text(alphabet="甲乙丙丁a\n🌟", max_size=30))
def test_keys_are_found_wherever_they_stand(rows: dict[str, str], text: str) -> None:
    places = {(at, at + len(key)) for key in rows for at in range(len(text)) if text.startswith(key, at)}
    found = blocks_of(rows).occurring(text)
    assert set(found) == places
    assert [end for _, end in found] == sorted(end for _, end in found)
