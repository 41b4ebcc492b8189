"""From a folded text to the readings worth scanning: find suspicious places, undo disguises around them.

What is suspicious must fit a word of the vocabulary before any sentence is read a second time.
"""

from __future__ import annotations

from collections.abc import Sequence

from compliance.disguise.lexicon import Vocabulary
from compliance.disguise.looking import suspicious
from compliance.disguise.reading import View, as_written, joined

FEWEST_LINES = 2  # line breaks below which nothing is set in columns
SHORT_LINE = 12  # code points a line has on average where a text may be set in columns


def views(
    folded: str,
    vocabulary: Vocabulary,
    cue_places: Sequence[tuple[int, int]] | None = None,
    *,
    sells: bool = True,
) -> tuple[View, ...]:
    """The readings of ``folded`` worth scanning besides itself; none for ordinary text.

    Args:
        folded: a text as ``compliance.folding.fold`` makes it.
        vocabulary: the words that might be hidden.
        cue_places: where ``vocabulary.cues`` stand in ``folded``, if the caller knows; None: look for them.
        sells: some rule waits for a word of the text. Where none does, a text of more than a few lines is not
            listened to and not read backwards: nobody disguises one word and says nothing else that sells.
            Signs between characters, known forms and columns are looked for all the same.
    """
    if folded.isascii():
        return ()
    cue_places = vocabulary.find_cues(folded) if cue_places is None else cue_places
    places = suspicious(folded, vocabulary, cue_places, sells=sells)
    in_lines = (sells and folded.count("\n") >= FEWEST_LINES) or len(folded) < SHORT_LINE * folded.count("\n")
    if not places and not in_lines:
        return ()
    from compliance.disguise import columns, layers  # every technique; most texts need none
    from compliance.disguise.places import sentences_around

    found: dict[tuple[str, int], View] = {}
    for sentence in sentences_around(folded, places):
        for view in layers.readings(as_written(folded, sentence.start, sentence.end), vocabulary):
            if view.marks:
                found.setdefault((view.text, view.origin[0]), view)
    for column in columns.readings(folded, vocabulary) if in_lines else ():
        for view in (column, *layers.readings(column, vocabulary)):
            found.setdefault((view.text, view.origin[0]), view)
    return (joined(list(found.values())),) if found else ()


def evident(view: View, start: int, end: int, folded: str) -> bool:
    """Whether the disguise under ``view.text[start:end]`` is evident rather than a coincidence.

    What is rewritten was judged when the view was made; what was taken out is judged here, because only the
    match shows which word it would have hidden.
    """
    from compliance.disguise import borders, inserted

    marks = view.marks_in(start, end)
    return (
        bool(marks)
        and all(
            inserted.is_evident(view, mark, start, end, folded) for mark in marks if mark.start == mark.end
        )
        and not borders.borrows(view, start, end)
    )
