"""Characters replaced by others that sound the same: 高血鸭, 根致, 失棉."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.disguise.attested import may_stand
from compliance.disguise.lexicon import FREQUENT, LONGEST_TERM, Vocabulary, is_han
from compliance.disguise.pairs import FIRST, SECOND, wrong_beside
from compliance.disguise.places import is_lesson
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import is_rare, is_word, ordinary_words, rare_places, sounds, stands_alone
from compliance.late import LatePattern
from compliance.segment import dictionary_spans
from compliance.text import Span

TECHNIQUE = "homophone"
NEW_WORDS = ("吸睛", "护线", "亮睛")  # words of advertising that dictionaries lack
SHORTEST = 3  # a two-character word needs a character that is odd by itself, or one that tells and a claim
CLAIM = LatePattern(
    "[治疗消祛除降抗防药膏茶喝吃贴抹擦敷服喷涂滴抽针斤瘦嫩白赚赔息贷考退返领送加扫评]"
    "|[一二三两半几0-9][周天月年日晚次盒瓶]|元|块|效|神器|搞定|告别|拒绝|摆脱|专[业为攻治]|福音|患者|秘方|绝|包邮"
)
"""What stands near a word that sells: a cure, a time, an amount, a promise."""
CLAIM_REACH = 16  # code points on either side in which it must stand


def hides_word(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the character at ``at`` belongs to a stretch that sounds like a word; words around it aside."""
    return 0 <= at < len(text) and is_han(text[at]) and bool(_best(text, at, vocabulary)[1])


def heard_places(text: str, strange: Sequence[tuple[int, int]]) -> list[int]:
    """Characters of no ordinary pair that sound like a piece of a word with the literal one beside them.

    ``strange`` is what ``PairSigns.strange`` says of the text.
    """
    ordinary = ordinary_words()
    return [
        place
        for at, sign in strange
        for place, side in ((at, FIRST), (at + 1, SECOND))
        if sign & side
        and text[max(0, place - 1) : place + 1] not in ordinary
        and text[place : place + 2] not in ordinary
    ]


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Characters that make a word of the vocabulary if they are heard rather than read."""
    if is_lesson(view.text):
        return
    done = 0
    for at in _odd_places(view.text, vocabulary):
        if at < done:
            continue
        span, term = _best(view.text, at, vocabulary)
        if not term or _is_innocent(view.text, span, term, vocabulary):
            continue
        done = span.end
        for i, c in enumerate(term):
            if view.text[span.start + i] != c:
                yield Edit(span.start + i, span.start + i + 1, c, TECHNIQUE)


def _odd_places(text: str, vocabulary: Vocabulary) -> list[int]:
    places = {*rare_places(text), *heard_places(text, vocabulary.signs.strange(text))}
    for start, end in vocabulary.find_telling(text):
        beside = vocabulary.neighbours.get(text[start:end])
        if beside and wrong_beside(text, start, end, beside):
            places.update((start - 1, end))
    return sorted(p for p in places if 0 <= p < len(text) and is_han(text[p]))


def _best(text: str, at: int, vocabulary: Vocabulary) -> tuple[Span, str]:
    """The longest word that sounds like the text around ``at``, with its place; "" if there is none."""
    code, by_sound = sounds().code, vocabulary.by_sound
    first, last = at, at + 1
    while first > max(0, at - LONGEST_TERM + 1) and is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), at + LONGEST_TERM) and is_han(text[last]):
        last += 1
    codes = "".join([code(c) or "?" for c in text[first:last]])
    for size in range(min(LONGEST_TERM, last - first), 1, -1):
        for start in range(max(first, at - size + 1), min(at, last - size) + 1):
            for term in by_sound.get(codes[start - first : start - first + size], ()):
                if _is_close(text[start : start + size], term, vocabulary):
                    return Span(start, start + size), term
    return Span(at, at), ""


def _is_close(written: str, term: str, vocabulary: Vocabulary) -> bool:
    """Whether enough of the word is literal and the rest sounds right."""
    known = sounds()
    changed = [(w, c) for w, c in zip(written, term, strict=True) if w != c]
    if not changed or any(w in FREQUENT for w, _ in changed):
        return False
    exact = sum(known.may_sound(c, known.main(w)) for w, c in changed)
    if len(term) == SHORTEST and len(changed) == 2:  # one literal character must do
        return exact == 2 and term in vocabulary.favourites and written[:2] not in ordinary_words()
    if 2 * len(changed) > len(term):
        return False
    if len(term) < SHORTEST:
        if len(changed) != 1:
            return False
        return _is_close_pair(written, term, vocabulary, exact=exact)
    return exact == len(changed) or (
        exact == len(changed) - 1
        and (len(term) > SHORTEST or _are_bound(changed))
        and (len(changed) == 1 or _are_bound(changed))
    )


def _is_close_pair(written: str, term: str, vocabulary: Vocabulary, *, exact: int) -> bool:
    """Whether two characters, one of them changed, can hardly mean anything but the word."""
    literal = next(c for w, c in zip(written, term, strict=True) if w == c)
    if exact and term in vocabulary.favourites and _tells(written, term, vocabulary):
        return True
    if exact and _is_odd(written, term):
        return True
    if written in ordinary_words() or written in vocabulary.terms or literal in FREQUENT:
        return False
    if exact and term in vocabulary.favourites:
        return not all(map(stands_alone, written))
    return not any(stands_alone(c) for c in written if not exact or c != literal)


def _are_bound(changed: Sequence[tuple[str, str]]) -> bool:
    """Whether none of the characters written is often a word by itself."""
    return not any(stands_alone(w) for w, _ in changed)


def _is_odd(written: str, term: str) -> bool:
    """Whether the changed character of an ordinary word catches the eye."""
    return term in ordinary_words() and any(is_rare(w) for w, c in zip(written, term, strict=True) if w != c)


def _tells(written: str, term: str, vocabulary: Vocabulary) -> bool:
    return any(w in vocabulary.neighbours for w, c in zip(written, term, strict=True) if w == c)


def _is_claim(text: str, span: Span, term: str) -> bool:
    """Whether a two-character word with nothing odd about it stands where something is sold."""
    if len(term) >= SHORTEST or _is_odd(text[span.start : span.end], term):
        return True
    before, after = text[max(0, span.start - CLAIM_REACH) : span.start], text[span.end :][:CLAIM_REACH]
    return CLAIM.search(f"{before}\n{after}") is not None


def _is_innocent(text: str, span: Span, term: str, vocabulary: Vocabulary) -> bool:
    """Whether the place reads well as it is, sells nothing, or is a known form that means itself here."""
    entry = vocabulary.entries.get(text[span.start : span.end])
    if entry is not None and not may_stand(entry, text, span.start, span.end):
        return True
    return not _is_claim(text, span, term) or _is_ordinary(text, span, term, vocabulary)


def _is_ordinary(text: str, span: Span, term: str, vocabulary: Vocabulary) -> bool:
    """Whether ordinary words cover a changed character or run across the borders: nothing is odd then."""
    left, right = max(0, span.start - LONGEST_TERM), min(len(text), span.end + LONGEST_TERM)
    changed = [span.start + i for i, c in enumerate(term) if text[span.start + i] != c]
    known = sounds()
    sure = all(known.may_sound(c, known.main(text[span.start + i])) for i, c in enumerate(term)) and (
        len(term) > 2 or term in vocabulary.favourites
    )
    odd = changed if len(term) > 2 else range(span.start, span.end)
    if any(word in text[max(0, span.start - 1) : span.end + 1] for word in NEW_WORDS):
        return True
    return any(
        _covers(word, text, span, odd)
        or _is_all_changed(word, changed)
        or (not sure and word.end - word.start > 1 and _touches(word, changed))
        for word in dictionary_spans(text[left:right], left)
    )


def _touches(word: Span, changed: Sequence[int]) -> bool:
    return any(word.start <= at < word.end for at in changed)


def _covers(word: Span, text: str, span: Span, changed: Sequence[int]) -> bool:
    if not is_word(text[word.start : word.end]):
        return False
    crosses = word.start < span.start < word.end or word.start < span.end < word.end
    return _touches(word, changed) and (crosses or word.end - word.start == 2)


def _is_all_changed(word: Span, changed: Sequence[int]) -> bool:
    """Whether a whole word of the text was exchanged: 收腰 is not 兽药."""
    return word.end - word.start > 1 and all(at in changed for at in range(word.start, word.end))
