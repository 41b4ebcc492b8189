"""Where to look: places of a folded text that may hide a word.

Looking must cost next to nothing on ordinary text, and what a technique needs is loaded when a place asks for
it: most texts need none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from compliance.disguise.pairs import wrong_beside
from compliance.disguise.runs import ORDINARY_RUNS, runs_of_signs
from compliance.disguise.sounds import is_everyday, rare_places, sounds
from compliance.late import LatePattern

if TYPE_CHECKING:
    from compliance.disguise.lexicon import Neighbours, Vocabulary
    from compliance.disguise.tables import Entry

FOREIGN = "\u0370"  # from here to the end of Cyrillic
NUMBER_PART = LatePattern(
    "[nt0-9ol\u0370-\u04ff](?:(?<=[nt])[0o°]|(?<=[0-9])[ol]|(?<=[ol])[0-9]|(?<=[\u0370-\u04ff]))"
)
NUMBER_WORD = LatePattern(
    "(?:n0[ .·_-]?[1lio|]|n[o°][ .·_-]?[lio|]|n°[ .·_-]?1|t0p[ .·_-]?[1lio|]|top[ .·_-]?[li|])(?![a-z0-9])"
    "|[0-9][ol]+[0-9ol]*%|[ol]+[0-9][0-9ol]*%"
)
FIRST_HAN = "一"
SHORT_SAYING = 200  # code points
LONGEST_RUN = 60


def suspicious(
    text: str, vocabulary: Vocabulary, cue_places: Iterable[tuple[int, int]], *, sells: bool
) -> list[tuple[int, int]]:
    """The places that may hide a word; ``sells`` as for ``compliance.disguise.views``."""
    thorough = sells or len(text) <= SHORT_SAYING
    places = [*_runs(text, vocabulary, abbreviated=thorough), *_numbers(text), *_rare(text, vocabulary)]
    if "&" in text or "\\" in text:
        from compliance.disguise import entities

        places += entities.places(text)
    if thorough:
        places += _in_disguise(text, vocabulary)
    places += _cues(text, cue_places, vocabulary)
    return places


def _in_disguise(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Places that only some technique knows."""
    from compliance.disguise import figures, inserted, lookalike, masked

    yield from figures.places(text)
    yield from lookalike.places(text, vocabulary)
    yield from ((a, b) for a, b in masked.places(text) if masked.meant_at(text, a, b, vocabulary))
    yield from inserted.bracketed_places(text, vocabulary)
    yield from _strange(text, vocabulary)


def _cues(text: str, places: Iterable[tuple[int, int]], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """The cues that are more than a coincidence."""
    beside, entries, others = vocabulary.neighbours, vocabulary.entries, vocabulary.reversal_cues
    for place in places:
        start, end = place
        written = text[start:end]
        pair = beside.get(written)
        if pair is not None and (
            (wrong_beside(text, start, end, pair) and _sounds_at(text, place, vocabulary))
            or _seen_beside(text, place, pair, vocabulary)
        ):
            yield place
        entry = entries.get(written)
        if written in others or (entry is not None and _may_mean(entry, text, place, vocabulary)):
            yield place


def _sounds_at(text: str, place: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether a character beside the place belongs to what sounds like a word."""
    from compliance.disguise.homophone import hides_word

    return hides_word(text, place[0] - 1, vocabulary) or hides_word(text, place[1], vocabulary)


def _seen_beside(text: str, place: tuple[int, int], beside: Neighbours, vocabulary: Vocabulary) -> bool:
    """Whether a character beside the place looks like the one that belongs there."""
    for at, right in ((place[0] - 1, beside.before), (place[1], beside.after)):
        c = text[at : at + 1] if at >= 0 else ""
        if not right or c < FIRST_HAN or is_everyday(c):
            continue
        from compliance.disguise import glyphs

        shapes = glyphs.resembled(c)
        wanted = "".join(right.values()) if shapes else ""
        if wanted and c not in wanted and not set(shapes).isdisjoint(wanted):
            return glyphs.hides_word(text, at, vocabulary)
    return False


def _may_mean(entry: Entry, text: str, place: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether a known form may stand for something else here."""
    from compliance.disguise import attested, pictures

    if not attested.may_stand(entry, text, *place):
        return False
    return entry.technique != pictures.TECHNIQUE or pictures.may_say(entry, text, *place, vocabulary)


def _strange(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Words backwards, and characters that sound like the right ones."""
    strange = vocabulary.signs.strange(text)
    if not strange:
        return
    from compliance.disguise import backwards, homophone
    from compliance.disguise.lexicon import is_han

    yield from backwards.places(text, vocabulary, strange)
    for at in homophone.heard_places(text, strange):
        if is_han(text[at]) and homophone.is_hidden_at(text, at, vocabulary):
            yield at, at + 1


def _rare(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Rare characters in the place of one that sounds the same."""
    rare = rare_places(text)
    if not rare:
        return
    from compliance.disguise import glyphs, homophone

    code_of, shapes = sounds().code, vocabulary.short_shapes
    for at in rare:
        code = code_of(text[at]) or "?"
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        near = code + after in shapes or before + code in shapes or before + code + after in shapes
        if (near and homophone.hides_word(text, at, vocabulary)) or any(
            glyphs.hides_word(text, at + step, vocabulary) for step in (0, -1, 1)
        ):
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


def _runs(text: str, vocabulary: Vocabulary, *, abbreviated: bool) -> Iterator[tuple[int, int]]:
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
        splits = before + after in pairs and _splits(text, start, end, vocabulary)
        run = text[start:end]
        if splits or (
            run not in ORDINARY_RUNS
            and (
                _is_spaced(run, before, after, vocabulary)
                or _hides(run, before, after, text, start, vocabulary)
                or (abbreviated and _abbreviates(run, text, start, vocabulary))
            )
        ):
            yield start, end


def _is_spaced(run: str, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether the run is a letter of a known form between blanks."""
    if not (run[:1].isspace() or run[-1:].isspace()) or not run.strip().isalpha():
        return False
    from compliance.disguise.inserted import is_spaced_form

    return is_spaced_form(run, before, after, vocabulary)


def _splits(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    from compliance.disguise.inserted import splits_word

    return splits_word(text, start, end, vocabulary)


def _abbreviates(run: str, text: str, start: int, vocabulary: Vocabulary) -> bool:
    from compliance.disguise.initials import in_run

    return in_run(run, text, start, vocabulary)


def _hides(run: str, before: str, after: str, text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the run stands for one character, or spells something."""
    if len(run) > LONGEST_RUN:
        return False
    from compliance.disguise import lookalike, masked

    if len(run) == 1 and masked.MASK.match(text, start):
        return before + after in vocabulary.by_gap
    if not run.isascii() and lookalike.imitates(run, vocabulary):
        return True
    return _sounds_like(run, before, after, text, start, vocabulary)


def _sounds_like(run: str, before: str, after: str, text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the letters spell syllables that make a word with a neighbour, or by themselves."""
    from compliance.disguise import pinyin

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
