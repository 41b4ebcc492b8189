"""Signs, blanks, emoji, line breaks and markup put between the characters of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.disguise.lexicon import Vocabulary, is_han
from compliance.disguise.places import han_after, han_before
from compliance.disguise.reading import Edit, Mark, View
from compliance.segment import words

BETWEEN = re.compile(
    r"(?<=[一-鿿])[^一-鿿〇。()（）《》【】\[\]{}<>“”‘’\"0-9#@$%&=,]{1,12}(?=[一-鿿])|(?<=[一-鿿]),(?=[一-鿿])"
)
LIST_MARKS = frozenset("、,;:!?.;")
BRIDGES = frozenset("/|·&+-—~–、,;:!?.")
TECHNIQUES = frozenset(
    {"inserted-symbol", "inserted-space", "emoji", "line-break", "markdown-markup", "html-entity"}
)


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Takes out what stands between two characters that are neighbours in some word."""
    text = view.text
    for found in BETWEEN.finditer(text):
        between = found[0]
        if text[found.start() - 1] + text[found.end()] not in vocabulary.pairs:
            continue
        letters = sum(map(str.isalpha, between))
        if letters == 0 or (letters == 1 and len(between) == 1):
            yield Edit(*found.span(), "", technique_of(between))


def technique_of(between: str) -> str:
    """The name of the technique that uses such signs."""
    if "\n" in between or "\r" in between:
        return "line-break"
    if between.isspace():
        return "inserted-space"
    if any("\u2600" <= c <= "\u27bf" or c >= "\U0001f000" for c in between):
        return "emoji"
    if set(between) <= set("*_`~"):
        return "markdown-markup"
    return "inserted-symbol"


def is_evident(view: View, mark: Mark, start: int, end: int, folded: str) -> bool:
    """Whether what was taken out at ``mark`` hides ``view.text[start:end]`` rather than parts two words."""
    at = mark.start
    if view.text[at - 1] == view.text[at] and mark.technique != "emoji":
        return False
    between = folded[view.ends[at - 1] : view.origin[at]]
    stops = {m.start for m in view.marks if m.start == m.end}
    left, right = _piece(stops, start, at, -1), _piece(stops, at, end, 1)
    if between.strip() and set(between.strip()) <= LIST_MARKS and "." not in between:
        return left == right == 1 and not _is_enumeration(view, start, end, folded, between.strip())
    before, after = han_before(folded, view.ends[at - 1]), han_after(folded, view.origin[at])
    last, first = _last_word(before), _first_word(after)
    if min(len(last), left) >= 2 and min(len(first), right) >= 2:
        return False
    weak = mark.technique in ("inserted-space", "line-break") or set(between) <= BRIDGES
    return not weak or (
        len(last) <= left and len(first) <= right and not _is_spread(before, after, left, right)
    )


def _piece(stops: set[int], start: int, end: int, side: int) -> int:
    """How many characters of the word stand together on one side of the place."""
    cuts = [s for s in stops if start < s < end]
    if side < 0:
        return end - max(cuts, default=start)
    return min(cuts, default=end) - start


def _last_word(run: str) -> str:
    return words(run)[-1] if run else ""


def _first_word(run: str) -> str:
    return words(run)[0] if run else ""


def _is_spread(before: str, after: str, left: int, right: int) -> bool:
    """Whether both sides are long phrases that merely meet here: 今天最 / 好天气."""
    return len(before) > left and len(after) > right and left == right == 1 and len(_first_word(after)) > 1


def _is_enumeration(view: View, start: int, end: int, folded: str, mark: str) -> bool:
    """Whether the single characters are items of a longer list: 红、肿、热、痛."""
    first, last = view.origin[start], view.ends[end - 1]
    longer_left = first >= 2 and folded[first - 1] == mark and is_han(folded[first - 2])
    longer_right = last + 1 < len(folded) and folded[last] == mark and is_han(folded[last + 1])
    return longer_left or longer_right
