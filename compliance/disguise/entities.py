"""Character references and escapes left in plain text: &nbsp; &#26368; \\u6700."""

from __future__ import annotations

import html
from collections.abc import Iterator

from compliance.disguise.lexicon import Vocabulary, is_han
from compliance.disguise.reading import Edit, View
from compliance.folding import fold
from compliance.late import LatePattern

REFERENCE = LatePattern(r"&(?:#x[0-9a-f]{2,6}|#\d{2,7}|[a-z]{2,8});|\\u\{?[0-9a-f]{4,5}\}?|\\x[0-9a-f]{2}")
TECHNIQUE = "html-entity"


def places(text: str) -> list[tuple[int, int]]:
    """Where references stand."""
    if "&" not in text and "\\" not in text:
        return []
    return [found.span() for found in REFERENCE.finditer(text)]


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """References to Han characters are read; those to blanks count only inside a word."""
    for found in REFERENCE.finditer(view.text):
        meant = fold(_decoded(found[0])).text
        before, after = view.text[: found.start()][-1:], view.text[found.end() :][:1]
        if meant and all(map(is_han, meant)):
            yield Edit(*found.span(), meant, TECHNIQUE)
        elif not meant.strip() and before + after in vocabulary.pairs:
            yield Edit(*found.span(), "", TECHNIQUE)


def _decoded(reference: str) -> str:
    if reference.startswith("&"):
        return html.unescape(reference)
    digits = reference[2:].strip("{}")
    point = int(digits, 16)
    return chr(point) if not 0xD800 <= point < 0xE000 else reference
