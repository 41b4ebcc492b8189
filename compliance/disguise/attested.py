"""Known disguises from the tables: homophones, split characters, emoji, numerals, initials, slang."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.disguise.lexicon import LONGEST_TERM, Vocabulary, is_han
from compliance.disguise.reading import Edit, View, edited
from compliance.disguise.sounds import is_rare, is_word
from compliance.disguise.tables import Entry
from compliance.segment import dictionary_spans
from compliance.text import Span

NEAR = 16  # code points on either side in which a demanded word must stand
MOST_MEANINGS = 3
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊殷"
)
GIVEN = frozenset("佳嘉家薇微威维唯惟依伊怡卫伟葳徽荭红宏弘洪鸿思丝斯诗师晴英映颖瑛保宝葆苞文雯一壹")
TITLES = ("同学", "女士", "先生", "小姐", "妈妈", "爸爸", "奶奶", "爷爷", "阿姨", "叔叔", "创意", "小学")
BEFORE_NAMES = frozenset("的和与跟同叫给找请问对向由被让说是为")


def readings(view: View, vocabulary: Vocabulary) -> Iterator[View]:
    """The view with known disguises undone, one for each meaning where they have several."""
    found = [(span, entry) for span, entry in _occurrences(view.text, vocabulary)]
    if not found:
        return
    for meaning in range(min(MOST_MEANINGS, max(len(entry.means) for _, entry in found))):
        edits = [_edit(span, entry, meaning) for span, entry in found]
        useful = _that_make_words(view, edits, [e.in_term for _, e in found], vocabulary)
        if useful:
            yield edited(view, useful)


def beside_letters(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Bare radicals with their other halves beside spelled syllables, put together: 疒了xiao."""
    text = view.text
    for span, entry in _occurrences(text, vocabulary):
        around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
        bare = entry.technique == "split-character" and not entry.written[0].isascii() and entry.in_term
        if bare and any("a" <= c <= "z" for c in around) and len(entry.means[0]) == 1:
            yield _edit(span, entry, 0)


def _occurrences(text: str, vocabulary: Vocabulary) -> list[tuple[Span, Entry]]:
    """Written forms that may stand for something else here; longer ones first, none overlapping."""
    taken: list[tuple[Span, Entry]] = []
    hits = sorted(vocabulary.find_entries(text), key=lambda hit: (hit[0] - hit[1], hit[0]))
    for start, end in hits:
        entry = vocabulary.entries[text[start:end]]
        if any(start < span.end and span.start < end for span, _ in taken):
            continue
        if may_stand(entry, text, start, end) and not _cut_from_words(text, start, entry, vocabulary):
            taken.append((Span(start, end), entry))
    return sorted(taken, key=lambda pair: pair[0].start)


def may_stand(entry: Entry, text: str, start: int, end: int) -> bool:
    """Whether the surroundings allow that the written form stands for something else."""
    if _runs_on(text, start, end) or _is_name(text, start, end):
        return False
    around = text[max(0, start - NEAR) : start] + "\n" + text[end : end + NEAR]
    if entry.needs and not any(word in around for word in entry.needs):
        return False
    return not any(_covers(word, text, start, end) for word in entry.unless)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the stretch is the given name of somebody whose surname or title stands beside it."""
    if end - start > 2 or not GIVEN.issuperset(text[start:end]):
        return False
    if text.startswith(TITLES, end):
        return True
    if text[max(0, start - 1) : start] in ("小", "阿"):
        return True
    before = text[start - 2 : start - 1] if start > 1 else ""
    own = not is_han(before) if before else True
    return start > 0 and text[start - 1] in SURNAMES and (own or before in BEFORE_NAMES)


def _covers(word: str, text: str, start: int, end: int) -> bool:
    """Whether ``word`` stands in ``text`` so that it overlaps the stretch."""
    at = text.find(word, max(0, start - len(word) + 1))
    return 0 <= at < end


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether letters or digits of the stretch go on beyond its borders: vx in vxlan, 第1 in 第10."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    first, last = text[start], text[end - 1]
    if last == "." and after.isdigit():
        return True
    return _one_word(before, first) or _one_word(last, after)


def _one_word(a: str, b: str) -> bool:
    if not (a.isascii() and b.isascii() and a.isalnum() and b.isalnum()):
        return False
    return a.isalpha() == b.isalpha()


def _cut_from_words(text: str, start: int, entry: Entry, vocabulary: Vocabulary) -> bool:
    """Whether a written form of several common characters is pieced together from words around it.

    Words that run across a border where nothing is written differently may belong to the hidden word: the
    second character of 坠低 begins 低价 in 坠低价.
    """
    written, end = entry.written, start + len(entry.written)
    if len(written) < 2 or not all(map(is_han, written)) or any(map(is_rare, written)):
        return False
    edit = _edit(Span(start, end), entry, 0)
    left, right = max(0, start - 8), min(len(text), end + 8)
    for span in dictionary_spans(text[left:right], left):
        if not (span.start < start < span.end < end or start < span.start < end < span.end):
            continue
        if is_word(text[span.start : span.end]) and not (
            (span.end <= edit.start or edit.end <= span.start)
            and _goes_on(entry, text, start, span, vocabulary)
        ):
            return True
    return False


def _goes_on(entry: Entry, text: str, start: int, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether the meaning together with the rest of an ordinary word is a word of the vocabulary."""
    end = start + len(entry.written)
    whole = text[span.start : start] + entry.means[0] + text[end : max(end, span.end)]
    return whole in vocabulary.terms


def _edit(span: Span, entry: Entry, meaning: int) -> Edit:
    """The edit without what the written form and its meaning share at their ends."""
    written, means = entry.written, entry.means[min(meaning, len(entry.means) - 1)]
    head = 0
    while head < min(len(written), len(means)) - 1 and written[head] == means[head]:
        head += 1
    tail = 0
    while tail < min(len(written), len(means)) - head - 1 and written[-1 - tail] == means[-1 - tail]:
        tail += 1
    return Edit(span.start + head, span.end - tail, means[head : len(means) - tail], entry.technique)


def _that_make_words(
    view: View, edits: list[Edit], demanded: list[bool], vocabulary: Vocabulary
) -> list[Edit]:
    """The edits that need no word, and those that make one together with the rest."""
    changed = edited(view, edits)
    useful, shift = [], 0
    for edit, in_term in zip(edits, demanded, strict=True):
        start = edit.start + shift
        shift += len(edit.becomes) - (edit.end - edit.start)
        end, beyond = start + len(edit.becomes), int(edit.technique == "emoji")
        if not in_term or makes_word(changed.text, start, end, vocabulary, longer_by=beyond):
            useful.append(edit)
    return useful


def makes_word(text: str, start: int, end: int, vocabulary: Vocabulary, *, longer_by: int) -> bool:
    """Whether a word of the vocabulary in ``text`` touches the stretch, and is longer than it by so much.

    An emoji by itself decorates; only together with a character beside it does it stand for one.
    """
    shortest = max(2, end - start + longer_by if longer_by else 2)
    return any(
        text[i:j] in vocabulary.terms
        for i in range(max(0, end - LONGEST_TERM), end)
        for j in range(max(start + 1, i + shortest), min(len(text), i + LONGEST_TERM) + 1)
    )
