"""From a folded text to the readings worth scanning: find suspicious places, undo disguises around them.

Looking must cost next to nothing on ordinary text, so the places are found by one search for runs of signs
and letters, one for rare characters and one for known written forms; what is found must then fit a word of
the vocabulary before any sentence is read a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from compliance.disguise import (
    attested,
    backwards,
    columns,
    entities,
    figures,
    homophone,
    initials,
    inserted,
    lookalike,
    masked,
    pictures,
    pinyin,
)
from compliance.disguise.lexicon import Vocabulary
from compliance.disguise.places import outside, sentences_around
from compliance.disguise.reading import Edit, View, as_written, edited, joined
from compliance.disguise.sounds import rare_places, sounds
from compliance.late import LatePattern

SIGN = r"[^一-鿿〇。,:;?()《》【】“”‘’\"0-9%=]"
HAN, LETTER = "[一-鿿]", "[a-z@Ͱ-ӿ]"
RUN = LatePattern(
    rf"{SIGN}(?<!{SIGN}.)"  # begins with a class, for then the search skips whatever is not in it
    rf"(?:(?<={HAN}{LETTER}){SIGN}*+"
    rf"|(?<={HAN}.){SIGN}*+(?:(?={HAN}|[0-9])|(?<={LETTER}))"
    rf"|{SIGN}*+(?={HAN})(?:(?<={LETTER})|(?<={LETTER} )))",
    re.DOTALL,
)
"""A whole run of signs between Han characters, or of letters beside one."""
FOREIGN = "\u0370"  # from here to the end of Cyrillic
NUMBER_PART = LatePattern(
    "[nt0-9ol\u0370-\u04ff](?:(?<=[nt])[0o°]|(?<=[0-9])[ol]|(?<=[ol])[0-9]|(?<=[\u0370-\u04ff]))"
)
NUMBER_WORD = LatePattern(
    "(?:n0[ .·_-]?[1lio|]|n[o°][ .·_-]?[lio|]|n°[ .·_-]?1|t0p[ .·_-]?[1lio|]|top[ .·_-]?[li|])(?![a-z0-9])"
    "|[0-9][ol]+[0-9ol]*%|[ol]+[0-9][0-9ol]*%"
)
NO_SIGNS = frozenset('〇。,:;?()《》【】“”‘’"0123456789%=')
FIGURES = frozenset("0123456789")
SHORT_TEXT = 4000  # code points
LONGEST_RUN = 60
ORDINARY_RUNS = frozenset(" \n、;:!?.-/~·…—+")  # alone they can only part a word, never stand for one
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
    places += entities.places(folded)
    places += figures.places(folded)
    places += lookalike.places(folded, vocabulary)
    places += ((a, b) for a, b in masked.places(folded) if masked.meant_at(folded, a, b, vocabulary))
    places += backwards.places(folded, vocabulary)
    places += inserted.bracketed_places(folded, vocabulary)
    places += (
        (at, at + 1)
        for at in homophone.heard_places(folded, vocabulary)
        if homophone.hides_word(folded, at, vocabulary)
    )
    places += _cues(folded, cue_places, vocabulary)
    found: dict[tuple[str, int], View] = {}
    for sentence in sentences_around(folded, places):
        for view in _readings(as_written(folded, sentence.start, sentence.end), vocabulary):
            if view.marks:
                found.setdefault((view.text, view.origin[0]), view)
    for column in columns.readings(folded, vocabulary):
        for view in (column, *_readings(column, vocabulary)):
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
    turned = _step(plain, backwards.edits, vocabulary)
    if turned is not plain:
        yield turned
    plain = _step(_step(plain, lookalike.edits, vocabulary), figures.edits, vocabulary)
    yield _sounded(plain, vocabulary)
    named = _step(plain, pictures.beside_letters, vocabulary)
    tight = _step(named, inserted.beside_letters, vocabulary)
    if tight is not plain:
        yield _sounded(tight, vocabulary)
    clean = _step(plain, inserted.edits, vocabulary)
    if clean is not plain:
        yield clean
        yield _sounded(clean, vocabulary)
    for known in attested.readings(clean, vocabulary):
        yield known
        again = _step(_step(known, inserted.edits, vocabulary), inserted.beside_letters, vocabulary)
        again = _sounded(again, vocabulary)
        if again is not known:
            yield again


def _sounded(view: View, vocabulary: Vocabulary) -> View:
    view = _step(view, masked.edits, vocabulary)
    view = _step(view, initials.edits, vocabulary)
    view = _step(view, pinyin.edits, vocabulary)
    view = _step(view, pictures.edits, vocabulary)
    return _step(view, homophone.edits, vocabulary)


def _step(view: View, step: Step, vocabulary: Vocabulary) -> View:
    edits = list(step(view, vocabulary))
    if edits:
        edits = list(outside(edits, view.text))
    return edited(view, edits) if edits else view


def _cues(text: str, places: Iterable[tuple[int, int]], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """The cues that are more than a coincidence."""
    beside, suspicious = vocabulary.neighbours, homophone.suspicious
    entries, others = vocabulary.entries, vocabulary.reversal_cues
    for place in places:
        start, end = place
        written = text[start:end]
        pair = beside.get(written)
        if pair is not None and suspicious(text, start, end, pair):
            hides = homophone.hides_word
            if hides(text, start - 1, vocabulary) or hides(text, end, vocabulary):
                yield place
        entry = entries.get(written)
        if written in others or (
            entry is not None
            and attested.may_stand(entry, text, start, end)
            and (
                entry.technique != pictures.TECHNIQUE or pictures.may_say(entry, text, start, end, vocabulary)
            )
        ):
            yield place


def _rare(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Rare characters in the place of one that sounds the same."""
    rare = rare_places(text)
    if not rare:
        return
    code_of, shapes = sounds().code, vocabulary.short_shapes
    for at in rare:
        code = code_of(text[at]) or "?"
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        near = code + after in shapes or before + code in shapes or before + code + after in shapes
        if near and homophone.hides_word(text, at, vocabulary):
            yield at, at + 1


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Numbers with letters in them, letters with numbers in them, foreign letters beside Latin ones."""
    for part in NUMBER_PART.finditer(text):
        start, end = part.span()
        before = text[start - 1 : start] if start else ""
        if part[0] >= FOREIGN:
            if any("a" <= c <= "z" for c in before + text[end : end + 1]):
                yield start, end
        elif not (before.isascii() and before.isalnum()) and NUMBER_WORD.match(text, start):
            yield start, end


def _runs(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Runs of signs, blanks or letters that may hide something in or beside a word."""
    pairs, size, last = vocabulary.pairs, len(text), (-2, -2)
    for start, end in runs_of_signs(text):
        if (
            start - last[1] == 1
            and text[start:end] == text[slice(*last)]
            and not text[end : end + 1].isascii()
        ):
            yield start, end  # the same sign after every character
        last = start, end
        before = text[start - 1] if start else ""
        after = text[end] if end < size else ""
        splits = before + after in pairs and inserted.splits_word(text, start, end, vocabulary)
        ordinary = text[start:end] in ORDINARY_RUNS
        if splits or (not ordinary and _hides(text[start:end], before, after, text, start, vocabulary)):
            yield start, end


def runs_of_signs(text: str) -> list[tuple[int, int]]:
    """Where whole runs of signs stand between Han characters, and runs of letters beside one.

    Between Han characters short texts mostly have nothing but ordinary marks; those are found without the
    pattern, which takes milliseconds to compile.
    """
    signs = (
        {c for c in set(text) if not _is_common_han(c) and c not in NO_SIGNS}
        if len(text) <= SHORT_TEXT
        else None
    )
    if signs is None or not signs <= ORDINARY_RUNS:
        return [found.span() for found in RUN.finditer(text)]
    found, end = [], -1
    for start in sorted(at for sign in signs for at in _places_of(sign, text)):
        if start < end:
            continue
        end = start + 1
        while text[end : end + 1] in signs:
            end += 1
        after = text[end : end + 1]
        if start and _is_common_han(text[start - 1]) and (_is_common_han(after) or after in FIGURES):
            found.append((start, end))
    return found


def _is_common_han(c: str) -> bool:
    return "一" <= c <= "鿿"  # as in HAN


def _places_of(sign: str, text: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _hides(run: str, before: str, after: str, text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the run stands for one character, or spells something."""
    if len(run) > LONGEST_RUN:
        return False
    if len(run) == 1 and masked.MASK.match(text, start):
        return before + after in vocabulary.by_gap
    if initials.in_run(run, text, start, vocabulary):
        return True
    if not run.isascii() and lookalike.imitates(run, vocabulary):
        return True
    return _sounds_like(run, before, after, text, start, vocabulary)


def _sounds_like(run: str, before: str, after: str, text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the letters spell syllables that make a word with a neighbour, or by themselves."""
    if after in pinyin.DIGITS:
        end = pinyin.with_digits(text, start, start + len(run))
        run, after = text[start:end], text[end : end + 1]
    letters = pinyin.LETTERS.search(run)
    if letters is None:
        return False
    codes, pairs = sounds().codes, vocabulary.sound_pairs
    for way in pinyin.spelled_token(letters[0].rstrip()):
        first, last = codes[way[0]], codes[way[-1]]
        if len(way) > 1 or before + first in pairs or last + after in pairs:
            return pinyin.hides_word(text, start, start + len(run), vocabulary)
    return False
