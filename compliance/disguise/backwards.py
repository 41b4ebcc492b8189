"""Words written backwards, where the text says so, the word is long, or several follow one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compliance.disguise.lexicon import FREQUENT, LONGEST_TERM, REVERSAL_CUES, Vocabulary
from compliance.disguise.pairs import TURNED
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import is_word, ordinary_words
from compliance.late import LatePattern
from compliance.segment import dictionary_spans

TECHNIQUE = "reversed"
DEGREE = frozenset("最极超特")
OFFER = LatePattern("买.送|打一次|生辰|八字|第二件|包邮|下单|[0-9一两三几]个?[疗月周天盒瓶元块]")
SHORTEST = (
    3  # characters that read backwards by themselves; two only beside others, where the text says so or sells
)


def places(text: str, vocabulary: Vocabulary, strange: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where words stand backwards; ``strange`` is what ``PairSigns.strange`` says of the text."""
    return [(edit.start, edit.end) for edit in _found(text, vocabulary, strange)]


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The words that read backwards, the longest first, from left to right."""
    yield from _found(view.text, vocabulary, vocabulary.signs.strange(view.text))


def _found(text: str, vocabulary: Vocabulary, strange: Sequence[tuple[int, int]]) -> list[Edit]:
    turned = vocabulary.reversed_terms
    told = any(cue in text for cue in REVERSAL_CUES)
    found, done = list[Edit](), 0
    for at in (at for at, sign in strange if sign & TURNED):
        if at < done:
            continue
        run = _turned(text, at, turned)
        whole = "".join(reversed(run))
        end = at + len(whole)
        evident = sum(map(len, run)) >= SHORTEST or (bool(run) and _sells(text, at, end, run[0], vocabulary))
        if run and (told or (evident and _stands_free(text, at, end))):
            found.append(Edit(at, end, whole, TECHNIQUE, whole=True))
            done = end
    return found


def _sells(text: str, start: int, end: int, term: str, vocabulary: Vocabulary) -> bool:
    """Whether two characters that read backwards as a well-known word stand where something is sold."""
    from compliance.disguise.homophone import GLUE, sells_near

    written = text[start:end]
    return (
        term in vocabulary.favourites
        and written not in ordinary_words()
        and not (FREQUENT | GLUE | DEGREE).intersection(term)
        and (sells_near(text, start, end, loose=False) or OFFER.search(text, end, end + 10) is not None)
    )


def _turned(text: str, at: int, turned: Mapping[str, str]) -> list[str]:
    """The words that follow one another backwards from ``at`` on, as they read."""
    found = []
    while True:
        for size in range(min(LONGEST_TERM, len(text) - at), 1, -1):
            term = turned.get(text[at : at + size])
            if term:
                found.append(term)
                at += size
                break
        else:
            return found


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether no ordinary word is inside or runs across the borders."""
    left = max(0, start - LONGEST_TERM)
    return not any(
        span.start < end
        and start < span.end
        and span.end - span.start > 1
        and is_word(text[span.start : span.end])
        for span in dictionary_spans(text[left : end + LONGEST_TERM], left)
    )
