"""Signs, blanks, emoji, line breaks and markup put between the characters of a word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from compliance.disguise.lexicon import LONGEST_TERM, Vocabulary, is_han
from compliance.disguise.places import han_after, han_before
from compliance.disguise.reading import Edit, Mark, View
from compliance.disguise.sounds import is_word, sounds
from compliance.late import LatePattern
from compliance.segment import words

BETWEEN = LatePattern(
    r"(?<=[一-鿿])[^一-鿿〇。()（）《》【】\[\]{}<>“”‘’\"0-9#@$%&=,]{1,12}(?=[一-鿿])|(?<=[一-鿿]),(?=[一-鿿])"
)
SPREAD = LatePattern(
    r"(?<![一-鿿0-9])[一-鿿0-9](?P<sign>[^一-鿿〇a-z0-9(),。:;!?《》【】“”\n]{1,3})[一-鿿0-9](?:(?P=sign)[一-鿿0-9])+(?![一-鿿0-9])"
)
BRACKETED = LatePattern(r"(?<=[一-鿿])[【\[({<〔「『《]([一-鿿]{1,2})[】\])}>〕」』》]")
BESIDE_LETTERS = LatePattern(
    r"(?<=[一-鿿])[^一-鿿\w\s,。:;()!?《》【】“”'\"#@&%+]{1,3}(?=[a-z])|(?<=[a-z])[^一-鿿\w\s,。:;()!?《》【】“”'\"#@&%+]{1,3}(?=[一-鿿])"
)
IN_BRACKETS_EACH = LatePattern(r"(?:[【\[({<〔「『《][一-鿿a-z][】\])}>〕」』》]){2,}")
SPACED_LETTERS = LatePattern(r"(?<=[一-鿿])\s{0,2}[a-z]{1,2}\s{0,2}(?=[一-鿿])")
BRACKETS = "【[({<〔「『《"
NAMES = frozenset("qv")  # letters that mean something between characters: 加q群, 加v群
LIST_MARKS = frozenset("、,;:!?.;")
AROUND = 24  # code points on either side in which the rest of a split word is looked for
MOST_LETTERS = 2  # that stand for one character of a known form
BRIDGES = frozenset("/|·&+-—~–、,;:!?.")


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Takes out what stands between two characters that are neighbours in some word.

    Where the same sign follows every single character (最 新 工 艺), it goes from all of them.
    """
    yield from _spread(view.text)
    yield from _bracketed(view.text, vocabulary)
    yield from _spaced(view.text, vocabulary)
    text, gone, sign = view.text, -1, ""
    for found in BETWEEN.finditer(text):
        between, goes_on = found[0], found.start() - 1 == gone and found[0] == sign
        pair = text[found.start() - 1] + text[found.end()]
        if not goes_on and pair not in vocabulary.pairs and not _is_heard(pair, between, vocabulary):
            continue
        letters = sum(map(str.isalpha, between))
        if letters == 0 or (letters == len(between) == 1 and between not in NAMES):
            yield Edit(*found.span(), "", technique_of(between))
            gone, sign = found.end(), between if not set(between) <= LIST_MARKS else ""


def _is_heard(pair: str, between: str, vocabulary: Vocabulary) -> bool:
    """Whether a telling sign parts two characters that sound like a piece of a well-known word: 不*培."""
    code = sounds().code
    if between.isspace() or any(map(str.isalpha, between)) or technique_of(between) == "emoji":
        return False
    return not set(between) & BRIDGES and code(pair[0]) + code(pair[1]) in vocabulary.heard_pairs


def beside_letters(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Takes out signs between a Han character and a spelled syllable: 蕞·hao."""
    for found in BESIDE_LETTERS.finditer(view.text):
        yield Edit(*found.span(), "", technique_of(found[0]))


def _spread(text: str) -> Iterator[Edit]:
    """The same sign after every single character parts no words, whatever the characters say together."""
    for found in SPREAD.finditer(text):
        sign = found["sign"]
        if set(sign) <= LIST_MARKS or not any(map(is_han, found[0])):
            continue
        for at in range(found.start() + 1, found.end() - 1, 1 + len(sign)):
            yield Edit(at, at + len(sign), "", technique_of(sign))


def _bracketed(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Brackets around a piece of a word, or around each of its characters."""
    for start, end in bracketed_places(text, vocabulary):
        for at in range(start, end):
            if not text[at].isalnum():
                yield Edit(at, at + 1, "", technique_of(text[at]))


def _spaced(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Blanks around the letters of a known form: 加 v 信."""
    for found in SPACED_LETTERS.finditer(text):
        start, end = found.span()
        if is_spaced_form(found[0], text[start - 1], text[end], vocabulary):
            yield from (
                Edit(at, at + 1, "", technique_of(text[at])) for at in range(start, end) if text[at].isspace()
            )


def is_spaced_form(run: str, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether letters with blanks around them make a known form with the characters beside the blanks."""
    letters = run.strip()
    if (
        letters == run
        or not 0 < len(letters) <= MOST_LETTERS
        or not (letters.isascii() and letters.isalpha())
    ):
        return False
    forms = (before + letters + after, before + letters, letters + after)
    return any(form in vocabulary.entries for form in forms)


def bracketed_places(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where brackets stand around one or two characters that belong to a word with those outside.

    And where they stand around each of several characters that belong together: 【加】【微】.
    """
    if not any(bracket in text for bracket in BRACKETS):
        return []
    pairs = vocabulary.pairs
    each = [
        found.span()
        for found in IN_BRACKETS_EACH.finditer(text)
        if any(a + b in pairs for a, b in pairwise(filter(str.isalnum, found[0])))
    ]
    if each:
        return each
    return [
        found.span()
        for found in BRACKETED.finditer(text)
        if text[found.start() - 1] + found[1][0] in pairs
        or (found[1][-1] + text[found.end() : found.end() + 1] in pairs)
    ]


def splits_word(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a word would run across ``text[start:end]`` if all that stands between characters were gone."""
    between = text[start:end].strip()
    is_list = bool(between) and set(between) <= LIST_MARKS - {"."}
    if is_list and (is_word(text[max(0, start - 2) : start]) or is_word(text[end : end + 2])):
        return False
    left = "".join(filter(is_han, text[max(0, start - AROUND) : start]))[1 - LONGEST_TERM :]
    right = "".join(filter(is_han, text[end : end + AROUND]))[: LONGEST_TERM - 1]
    joint, whole = len(left), left + right
    return any(
        whole[i:j] in vocabulary.terms
        for i in range(joint)
        for j in range(joint + 1, min(len(whole), i + LONGEST_TERM) + 1)
    )


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
    if "、" in between and len(between.strip()) > 1 and mark.technique != "emoji":
        return False
    stops = {m.start for m in view.marks if m.start == m.end}
    left, right = _piece(stops, start, at, -1), _piece(stops, at, end, 1)
    before, after = han_before(folded, view.ends[at - 1]), han_after(folded, view.origin[at])
    last, first = _last_word(before), _first_word(after)
    if between.strip() and set(between.strip()) <= LIST_MARKS and "." not in between:
        alone = len(last) == len(first) == left == right == 1
        closed = between.strip() == "、" or len(before) == 1 or len(after) == 1
        of_a_kind = after[1:2] == view.text[at - 1]  # 轮盘赌、球赌
        is_list = of_a_kind or _is_enumeration(view, start, end, folded, between.strip())
        return alone and closed and not is_list
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
    last = words(run)[-1] if run else ""
    return last if is_word(last) else last[-1:]


def _first_word(run: str) -> str:
    first = words(run)[0] if run else ""
    return first if is_word(first) else first[:1]


def _is_spread(before: str, after: str, left: int, right: int) -> bool:
    """Whether both sides are long phrases that merely meet here: 今天最 / 好天气."""
    return len(before) > left and len(after) > right and left == right == 1 and len(_first_word(after)) > 1


def _is_enumeration(view: View, start: int, end: int, folded: str, mark: str) -> bool:
    """Whether the single characters are items of a longer list: 红、肿、热、痛."""
    first, last = view.origin[start], view.ends[end - 1]
    longer_left = first >= 2 and folded[first - 1] == mark and is_han(folded[first - 2])
    longer_right = last + 1 < len(folded) and folded[last] == mark and is_han(folded[last + 1])
    return longer_left or longer_right
