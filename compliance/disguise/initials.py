"""First letters of syllables in the place of characters: 糖n病, 降xt, 祛b, wzbp."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.disguise.lexicon import FREQUENT, LONGEST_TERM, TELLING_RANK, UNRANKED, Vocabulary, is_han
from compliance.disguise.places import is_lesson
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import is_word, ranks, sounds, stands_alone
from compliance.late import LatePattern
from compliance.segment import dictionary_spans
from compliance.text import Span

LETTERS = LatePattern(r"(?<![a-z0-9])[a-z]{1,6}(?![a-z0-9])")
TECHNIQUE = "initials"
CURES = frozenset({"zl", "zy", "gz", "zz", "fz", "yz"})  # to treat, heal, cure, treat only, prevent, end
SHORTEST_ALONE = 4  # letters without a character beside them; fewer abbreviate everything
CLAIM = LatePattern(
    "[治疗消祛除降抗防药膏喝吃贴抹擦敷涂斤瘦白赚赔息返领]|[一二三两半几0-9][周天月日次盒瓶]|患者|人群|调理|告别|有效|见效|稳|收益"
    "|单子|老师|带你|跟着|班|证|客服|联系|推荐|认证|[价折]|同城|专用"
)
CLAIM_REACH = 16  # code points on either side in which it must stand


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Letters that begin the syllables of a word, each the letter of one character."""
    text, done = view.text, 0
    if is_lesson(text):
        return
    for found in LETTERS.finditer(text):
        if found.start() < done:
            continue
        span, term = abbreviated(text, *found.span(), vocabulary)
        done = max(done, span.end)
        for at, c in enumerate(term, span.start):
            if text[at] != c:
                yield Edit(at, at + 1, c, TECHNIQUE)


def in_run(run: str, text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether letters in a run of signs abbreviate a word."""
    found = LETTERS.search(run)
    if found is None:
        return False
    span, _ = abbreviated(text, start + found.start(), start + found.end(), vocabulary)
    return span.end > span.start


def abbreviated(text: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[Span, str]:
    """The word that the letters ``text[start:end]`` abbreviate with characters beside them; "" if none."""
    if not _sells(text, start, end):
        return Span(start, start), ""
    left, right = start, end
    while left > max(0, start - LONGEST_TERM) and _is_unit(text[left - 1]):
        left -= 1
    while right < min(len(text), end + LONGEST_TERM) and _is_unit(text[right]):
        right += 1
    known = sounds()
    letters = "".join(c if c.isascii() else known.main(c)[:1] or "?" for c in text[left:right])
    for size in range(min(LONGEST_TERM, right - left), max(1, end - start - 1), -1):
        for first in range(max(left, end - size), min(start, right - size) + 1):
            span = Span(first, first + size)
            for term in vocabulary.by_initials.get(letters[first - left : first - left + size], "").split():
                if _fits(text, span, term, vocabulary):
                    return span, term
    return Span(start, start), ""


def _is_unit(c: str) -> bool:
    return is_han(c) or "a" <= c <= "z"


def _sells(text: str, start: int, end: int) -> bool:
    around = f"{text[max(0, start - CLAIM_REACH) : start]}\n{text[end : end + CLAIM_REACH]}"
    return CLAIM.search(around) is not None


def _fits(text: str, span: Span, term: str, vocabulary: Vocabulary) -> bool:
    """Whether all but the letters is literal, and what is literal tells enough."""
    written = text[span.start : span.end]
    literal = [i for i, c in enumerate(written) if not c.isascii()]
    if any(term[i] != written[i] for i in literal) or _goes_on(text, span):
        return False
    if not literal:
        return len(term) >= SHORTEST_ALONE or _meets_word(text, span, vocabulary)
    if len(literal) == 1:
        at = literal[0]
        if len(term) == 2 and not _is_telling(written[at], first=at == 0):
            return False
        return not _belongs_elsewhere(text, span.start + at)
    return True


def _goes_on(text: str, span: Span) -> bool:
    """Whether letters or figures beside the stretch belong to those in it."""
    before, after = text[span.start - 1 : span.start] if span.start else "", text[span.end : span.end + 1]
    first, last = text[span.start], text[span.end - 1]
    return any(
        a.isascii() and a.isalnum() and b.isascii() and b.isalnum()
        for a, b in ((before, first), (last, after))
    )


def _meets_word(text: str, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether a known word of three or more characters, or an ill of two, follows: gz牛皮癣, zl失眠."""
    after = text[span.end : span.end + LONGEST_TERM]
    cure = text[span.start : span.end] in CURES
    return any(after[:size] in vocabulary.favourites for size in range(2 if cure else 3, len(after) + 1))


def _is_telling(c: str, *, first: bool) -> bool:
    if c in FREQUENT:
        return False
    rare = ranks().get(c, UNRANKED) >= TELLING_RANK
    return rare or (first and not stands_alone(c))


def _belongs_elsewhere(text: str, at: int) -> bool:
    """Whether the character is part of a word of its own: 完美b款."""
    left = max(0, at - LONGEST_TERM)
    return any(
        span.start <= at < span.end and span.end - span.start > 1 and is_word(text[span.start : span.end])
        for span in dictionary_spans(text[left : at + LONGEST_TERM], left)
    )
