"""Tags, comments and entities of HTML with their places; linear in the length of any text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

_OPENING: Final = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z])|&(?=[#a-zA-Z])")
_NAME: Final = re.compile(r"</?([a-zA-Z][^\s/>]{0,63})")
_TAG_STOP: Final = re.compile(r"[>\"']")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ATTRIBUTE: Final = re.compile(
    r"([^\s=/>\"']{1,64})\s{0,9}(?:=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?"
)
_RAW: Final = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
_MARKUP_FREE: Final = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes"))


@dataclass(frozen=True, slots=True)
class Token:
    """``text[start:end]``: text, an entity (``shows`` is what it stands for), a tag or markup to skip."""

    kind: Literal["text", "entity", "open", "close", "skip", "unclosed"]
    start: int
    end: int
    name: str = ""
    """The tag, lower case."""
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute value at ``text[start:end]``, without its quotes."""

    name: str
    start: int
    end: int


def tokens_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """All tokens in order; together they cover the range.

    A tag or comment that never ends swallows the rest, as in a browser (``unclosed``). What stands inside
    script and style is one ``skip``.
    """
    at, stop = start, len(text) if end is None else end
    while at < stop:
        opening = _OPENING.search(text, at, stop)
        first = opening.start() if opening else stop
        if first > at:
            yield Token("text", at, first)
        if opening is None:
            return
        token = _entity(text, first, stop) if opening[0] == "&" else _markup(text, first, stop)
        yield token
        at = token.end
        if token.kind == "open" and token.name in _RAW:
            closing = _raw_end(text, at, stop, token.name)
            if token.name in _MARKUP_FREE and closing > at:
                yield Token("skip", at, closing)
                at = closing
            elif closing > at:
                yield from _text_only(text, at, closing)
                at = closing


def attributes_of(text: str, tag: Token) -> list[Attribute]:
    """The attributes of an opening tag."""
    found = []
    begin = tag.start + 1 + len(tag.name)
    for match in _ATTRIBUTE.finditer(text, begin, tag.end):
        group = next((g for g in (2, 3, 4) if match[g] is not None), 1)
        start, end = match.span(group) if group > 1 else (match.end(), match.end())
        found.append(Attribute(match[1].lower(), start, end))
    return found


def entities_of(text: str, start: int, end: int) -> Iterator[Token]:
    """A range without tags (an attribute value) as text and entity tokens."""
    yield from _text_only(text, start, end)


def _text_only(text: str, start: int, end: int) -> Iterator[Token]:
    at = start
    for match in _ENTITY.finditer(text, start, end):
        token = _entity(text, match.start(), end)
        if token.kind == "entity":
            if match.start() > at:
                yield Token("text", at, match.start())
            yield token
            at = token.end
    if at < end:
        yield Token("text", at, end)


def _entity(text: str, start: int, stop: int) -> Token:
    match = _ENTITY.match(text, start, stop)
    if match is None:
        return Token("text", start, start + 1)
    shows = html.unescape(match[0])
    if shows == match[0]:
        return Token("text", start, match.end())
    return Token("entity", start, match.end(), shows=shows)


def _markup(text: str, start: int, stop: int) -> Token:
    if text.startswith("<!--", start):
        return _until(text, "-->", start, start + 2, stop)
    name = _NAME.match(text, start, stop)
    if name is None:  # <!doctype …>, <?xml …?>, <![CDATA[…]]>
        return _until(text, ">", start, start + 2, stop)
    end = _tag_end(text, name.end(), stop)
    if end < 0:
        return Token("unclosed", start, stop)
    return Token("close" if text[start + 1] == "/" else "open", start, end, name[1].lower())


def _until(text: str, mark: str, start: int, at: int, stop: int) -> Token:
    end = text.find(mark, at, stop)
    return Token("skip", start, end + len(mark)) if end >= 0 else Token("unclosed", start, stop)


def _tag_end(text: str, at: int, stop: int) -> int:
    """Behind the “>” that ends a tag, quotes respected; -1 if there is none."""
    while match := _TAG_STOP.search(text, at, stop):
        if match[0] == ">":
            return match.end()
        closing = text.find(match[0], match.end(), stop)
        at = closing + 1 if closing >= 0 else match.end()  # a quote without its pair is a slip of the pen
    return -1


def _raw_end(text: str, start: int, stop: int, name: str) -> int:
    closing = re.compile(rf"</{re.escape(name)}\b", re.IGNORECASE).search(text, start, stop)
    return closing.start() if closing else stop
