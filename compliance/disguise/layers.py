"""The readings of one sentence, layer by layer: signs, then known forms, then sounds; and backwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from compliance.disguise import (
    attested,
    backwards,
    entities,
    figures,
    glyphs,
    homophone,
    initials,
    inserted,
    lookalike,
    masked,
    pictures,
    pinyin,
)
from compliance.disguise.lexicon import Vocabulary
from compliance.disguise.places import outside
from compliance.disguise.reading import Edit, View, edited

Step = Callable[[View, Vocabulary], Iterable[Edit]]


def readings(view: View, vocabulary: Vocabulary) -> Iterator[View]:
    """The reading after each layer: signs, then known forms, then sounds; and backwards."""
    plain = _step(view, entities.edits, vocabulary)
    turned = _step(plain, backwards.edits, vocabulary)
    if turned is not plain:
        yield turned
    plain = _step(_step(plain, lookalike.edits, vocabulary), figures.edits, vocabulary)
    yield _sounded(plain, vocabulary)
    named = _step(_step(plain, pictures.beside_letters, vocabulary), attested.beside_letters, vocabulary)
    tight = _step(named, inserted.beside_letters, vocabulary)
    if tight is not plain:
        yield _sounded(tight, vocabulary)
    clean = _step(plain, inserted.edits, vocabulary)
    if clean is not plain:
        yield clean
        heard = _sounded(clean, vocabulary)
        yield heard
        plain = _step(heard, inserted.edits, vocabulary) if heard is not clean else heard
        if plain is not heard:
            yield _sounded(plain, vocabulary)
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
    return _step(_step(view, glyphs.edits, vocabulary), homophone.edits, vocabulary)


def _step(view: View, step: Step, vocabulary: Vocabulary) -> View:
    edits = list(step(view, vocabulary))
    if edits:
        edits = list(outside(edits, view.text))
    return edited(view, edits) if edits else view
