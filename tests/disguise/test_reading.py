from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compliance.disguise.reading import Edit, Mark, as_written, edited, joined

TEXTS = st.text("最佳国家级a1 *", min_size=1, max_size=20)


def test_an_edit_keeps_the_places_of_its_neighbours() -> None:
    view = edited(as_written("请加薇聊", 0, 4), [Edit(2, 3, "微信", "homophone")])
    assert view.text == "请加微信聊"
    assert view.span(1, 4).start, view.span(1, 4).end == (1, 3)
    assert view.marks == (Mark(2, 4, "homophone"),)


def test_same_length_replacements_map_character_by_character() -> None:
    view = edited(as_written("稳转不赔", 0, 4), [Edit(1, 2, "赚", "homophone")])
    assert [view.span(i, i + 1).start for i in range(4)] == [0, 1, 2, 3]


def test_a_whole_edit_always_maps_to_the_whole_stretch() -> None:
    view = edited(as_written("佳最", 0, 2), [Edit(0, 2, "最佳", "reversed", whole=True)])
    assert (view.span(0, 1).start, view.span(0, 1).end) == (0, 2)


def test_what_is_taken_out_leaves_an_empty_mark_inside_only() -> None:
    view = edited(as_written("最*佳的", 0, 4), [Edit(1, 2, "", "inserted-symbol")])
    assert view.text == "最佳的"
    assert [m.technique for m in view.marks_in(0, 2)] == ["inserted-symbol"]
    assert view.marks_in(1, 3) == ()
    assert view.marks_in(0, 1) == ()


def test_marks_survive_a_second_edit() -> None:
    once = edited(
        as_written("国*佳*级", 0, 5), [Edit(1, 2, "", "inserted-symbol"), Edit(3, 4, "", "inserted-symbol")]
    )
    twice = edited(once, [Edit(1, 2, "家", "homophone")])
    assert twice.text == "国家级"
    assert {m.technique for m in twice.marks_in(0, 3)} == {"inserted-symbol", "homophone"}
    assert (twice.span(0, 3).start, twice.span(0, 3).end) == (0, 5)


def test_of_two_edits_that_overlap_the_first_is_done() -> None:
    view = edited(as_written("abc", 0, 3), [Edit(1, 3, "z", "x"), Edit(0, 2, "y", "x")])
    assert view.text == "yc"


def test_joined_views_are_parted_by_a_line_break_and_keep_their_places() -> None:
    text = "最*佳。国*级"
    one = edited(as_written(text, 0, 3), [Edit(1, 2, "", "x")])
    two = edited(as_written(text, 4, 7), [Edit(1, 2, "", "x")])
    view = joined([one, two])
    assert view.text == "最佳\n国级"
    assert (view.span(3, 5).start, view.span(3, 5).end) == (4, 7)
    assert view.marks == (Mark(1, 1, "x"), Mark(4, 4, "x"))


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    found = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        found.append(Edit(start, end, draw(st.text("药病信", max_size=3)), "t", draw(st.booleans())))
    return found


@given(TEXTS, st.data())
def test_every_character_of_a_view_stands_for_a_stretch_of_the_text(text: str, data: st.DataObject) -> None:
    view = as_written(text, 0, len(text))
    for _ in range(2):
        if view.text:
            view = edited(view, data.draw(edits_of(view.text)))
    assert len(view.text) == len(view.origin) == len(view.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(view.origin, view.ends, strict=True))
    assert list(view.origin) == sorted(view.origin)
    assert list(view.ends) == sorted(view.ends)
    assert all(0 <= m.start <= m.end <= len(view.text) for m in view.marks)


@given(TEXTS, st.data())
def test_characters_under_no_mark_are_copies(text: str, data: st.DataObject) -> None:
    view = edited(as_written(text, 0, len(text)), data.draw(edits_of(text)))
    for i, c in enumerate(view.text):
        if not any(m.start <= i < m.end for m in view.marks):
            assert text[view.origin[i] : view.ends[i]] == c
