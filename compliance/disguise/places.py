"""Where to look: stretches that must be left alone, and sentences worth a second reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.disguise.lexicon import is_han
from compliance.disguise.reading import Edit
from compliance.late import LatePattern
from compliance.text import Span

SENTENCE_BREAKS = frozenset("。!?！？…\n\r")
REACH = 48  # code points on either side of a suspicious place; longer sentences are cut there
PROTECTED = LatePattern(
    r"https?://[^\s\u3000-\u9fff]+|www\.[^\s\u3000-\u9fff]+"
    r"|[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+"
    r"|(?<![a-z0-9一-鿿])@[a-z0-9_一-鿿-]+"
    r"|(?<!&)#[a-z0-9_]+|[a-z0-9-]+\.(?:com|cn|net|org|io|py|js|ts|md|txt|csv|json|ya?ml|html?|docx?|xlsx?|pdf|png|jpe?g|mp[34])\b"
    r"|`[^`\n]*[a-z0-9_][^`\n]*`|[a-z_]\w*\([^()\n一-鿿]*\)|\b[a-z]\w*(?:[._][a-z_]\w+)+\b|c\+\+|v?\d+(?:\.\d+){2,}"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d+:\d+",
    re.ASCII,
)
SPELLING_LESSON = LatePattern(
    "拼音|读音|读作|声调|音节|声母|韵母|普通话|注音|偏旁|部首|多音字|怎么读|怎么念|念作"
)


def protected(text: str) -> list[Span]:
    """Addresses, names with @, file names, code, dates, scores and versions: never a disguise."""
    return [Span(*found.span()) for found in PROTECTED.finditer(text)]


def outside(edits: Iterable[Edit], text: str) -> Iterator[Edit]:
    """The edits that touch no protected stretch."""
    spans = protected(text)
    for edit in edits:
        if not any(edit.start < span.end and span.start < edit.end for span in spans):
            yield edit


def is_lesson(text: str) -> bool:
    """Whether the text teaches how characters are read or written."""
    return SPELLING_LESSON.search(text) is not None


def sentences_around(text: str, places: Iterable[tuple[int, int]]) -> list[Span]:
    """The sentences that hold the places, in order, those that overlap joined."""
    found: list[Span] = []
    for start, end in sorted(places):
        if found and end <= found[-1].end:
            continue
        left, right = _sentence(text, start, end)
        if found and left <= found[-1].end:
            left = found.pop().start
        found.append(Span(left, right))
    return found


def han_before(text: str, at: int) -> str:
    """The run of Han characters that ends at ``at``, at most twelve."""
    start = at
    while start > max(0, at - 12) and is_han(text[start - 1]):
        start -= 1
    return text[start:at]


def han_after(text: str, at: int) -> str:
    """The run of Han characters that starts at ``at``, at most twelve."""
    end = at
    while end < min(len(text), at + 12) and is_han(text[end]):
        end += 1
    return text[at:end]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    left, right = start, end
    while left > max(0, start - REACH) and text[left - 1] not in SENTENCE_BREAKS:
        left -= 1
    while right < min(len(text), end + REACH) and text[right] not in SENTENCE_BREAKS:
        right += 1
    return left, right
