"""From a folded text to the readings worth scanning: find suspicious places, undo disguises around them.

Looking must cost next to nothing on ordinary text, so the places are found by one search for runs of signs
and letters, one for rare characters and one for known written forms; what is found must then fit a word of
the vocabulary before any sentence is read a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from compliance.disguise import attested, backwards, entities, homophone, inserted, lookalike, masked, pinyin
from compliance.disguise.lexicon import REVERSAL_CUES, Vocabulary, is_han, shape
from compliance.disguise.places import outside, sentences_around
from compliance.disguise.reading import Edit, View, as_written, edited, joined
from compliance.disguise.sounds import rare_character, sounds

RUN = re.compile(r"[^一-鿿〇。,()《》【】“”‘’\"0-9%=]+")
NUMBER_WORD = re.compile(
    r"[no0t]{1,2}[p°]?[ .·_-]?[1lio|](?![0-9a-z])|[0-9][ol]+[0-9ol]*%|[ol]+[0-9][0-9ol]*%"
)
LONGEST_RUN = 60
Step = Callable[[View, Vocabulary], Iterable[Edit]]


def views(
    folded: str, vocabulary: Vocabulary, cue_places: Sequence[tuple[int, int]] | None = None
) -> tuple[View, ...]:
    """The readings of ``folded`` worth scanning besides itself; none for ordinary text.

    Args:
        folded: a text as ``compliance.folding.fold`` makes it.
        vocabulary: the words that might be hidden.
        cue_places: where ``vocabulary.cues`` stand in ``folded``, if the caller knows; None: look for them.
    """
    if folded.isascii():
        return ()
    cue_places = vocabulary.find_cues(folded) if cue_places is None else cue_places
    places = [*_runs(folded, vocabulary), *_numbers(folded), *_rare(folded, vocabulary)]
    places += (place for place in cue_places if _is_cue(folded, place, vocabulary))
    found: dict[tuple[str, int], View] = {}
    for sentence in sentences_around(folded, places):
        for view in _readings(as_written(folded, sentence.start, sentence.end), vocabulary):
            if view.marks:
                found.setdefault((view.text, view.origin[0]), view)
    return (joined(list(found.values())),) if found else ()


def evident(view: View, start: int, end: int, folded: str) -> bool:
    """Whether the disguise under ``view.text[start:end]`` is evident rather than a coincidence.

    What is rewritten was judged when the view was made; what was taken out is judged here, because only the
    match shows which word it would have hidden.
    """
    marks = view.marks_in(start, end)
    return bool(marks) and all(
        inserted.is_evident(view, mark, start, end, folded) for mark in marks if mark.start == mark.end
    )


def _readings(view: View, vocabulary: Vocabulary) -> Iterator[View]:
    """The reading after each layer: signs, then known forms, then sounds; and backwards."""
    plain = _step(view, entities.edits, vocabulary)
    yield _step(plain, backwards.edits, vocabulary)
    plain = _step(plain, lookalike.edits, vocabulary)
    yield _sounded(plain, vocabulary)
    clean = _step(plain, inserted.edits, vocabulary)
    yield clean
    yield _sounded(clean, vocabulary)
    for known in attested.readings(clean, vocabulary):
        yield known
        again = _step(known, inserted.edits, vocabulary)
        yield _sounded(again, vocabulary)


def _sounded(view: View, vocabulary: Vocabulary) -> View:
    view = _step(view, masked.edits, vocabulary)
    view = _step(view, pinyin.edits, vocabulary)
    return _step(view, homophone.edits, vocabulary)


def _step(view: View, step: Step, vocabulary: Vocabulary) -> View:
    edits = list(outside(step(view, vocabulary), view.text))
    return edited(view, edits) if edits else view


def _is_cue(text: str, place: tuple[int, int], vocabulary: Vocabulary) -> bool:
    written = text[place[0] : place[1]]
    if written in vocabulary.entries or written in vocabulary.reversed_terms or written in REVERSAL_CUES:
        return True
    return homophone.suspicious(text, *place, vocabulary)


def _rare(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Rare characters beside a character that their sound makes a word with."""
    code_of, pairs = sounds().code_of, vocabulary.sound_pairs
    for found in rare_character().finditer(text):
        at = found.start()
        code = code_of.get(found[0], "?")
        if code + text[at + 1 : at + 2] in pairs or text[at - 1 : at] + code in pairs:
            yield at, at + 1


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in NUMBER_WORD.finditer(text))


def _runs(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Runs of signs, blanks or letters that may hide something in or beside a word."""
    for found in RUN.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if before + after in vocabulary.pairs or _hides(found[0], before, after, vocabulary):
            yield start, end


def _hides(run: str, before: str, after: str, vocabulary: Vocabulary) -> bool:
    if len(run) > LONGEST_RUN:
        return False
    if len(run) == 1 and before + after in vocabulary.by_gap:
        return True
    if "&" in run or "\\" in run:
        return True
    if not run.isascii() and shape(run.translate(vocabulary.letters)) in vocabulary.latin:
        return True
    return _has_letters(run) and _sounds_like(run, before, after, vocabulary)


def _has_letters(run: str) -> bool:
    return any("a" <= c <= "z" for c in run)


def _sounds_like(run: str, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether the letters spell syllables that make a word with a neighbour, or by themselves."""
    if not (is_han(before or " ") or is_han(after or " ")):
        return False
    codes = sounds().codes
    for way in pinyin.spelled_token(run.strip()):
        if codes[way[0]] and before + codes[way[0]] in vocabulary.sound_pairs:
            return True
        if codes[way[-1]] + after in vocabulary.sound_pairs:
            return True
        if len(way) > 1 and "".join(codes[s] for s in way) in vocabulary.by_sound:
            return True
    return False
