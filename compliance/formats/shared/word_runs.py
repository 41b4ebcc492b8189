"""The words of a Word paragraph or cell, character by character, and runs split so that a range can be named.

Works on the XML of python-docx (lxml elements). Splitting keeps every formatting: a run is copied, then each
half keeps its share of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_UNSEEN = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:tcPr", "w:txbxContent", "w:rt"))
)
_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Letter:
    """A character: the run and the element that hold it, and its place inside the element."""

    char: str
    run: Any
    node: Any
    at: int


def letters(block: Any) -> list[Letter]:
    """The visible characters below a paragraph or cell; blank paragraphs count for nothing.

    Between paragraphs stands a line break that belongs to no run (``run`` is None).
    """
    found: list[Letter] = []
    for paragraph in _paragraphs(block):
        words = list(_in_element(paragraph))
        if not "".join(w.char for w in words).strip():
            continue
        if found:
            found.append(Letter("\n", None, None, 0))
        found += words
    return found


def runs_of(block: Any, start: int, end: int) -> tuple[Any, Any] | None:
    """The first and the last run of exactly the characters ``start..end``, after splitting where needed.

    None: no run holds any of them.
    """
    _split_before(block, start)
    _split_before(block, end)
    holding = [letter.run for letter in letters(block)[start:end] if letter.run is not None]
    return (holding[0], holding[-1]) if holding else None


def _split_before(block: Any, at: int) -> None:
    found = letters(block)
    if not 0 < at < len(found):
        return
    here, before = found[at], found[at - 1]
    if here.run is None or here.run is not before.run:
        return
    rest = deepcopy(here.run)
    position = list(here.run).index(here.node)
    _keep_tail(rest, position, here.at)
    _keep_head(here.run, position, here.at)
    here.run.addnext(rest)


def _keep_head(run: Any, position: int, at: int) -> None:
    for child in list(run)[position + 1 :]:
        run.remove(child)
    node = run[position]
    if at > 0:
        _set_text(node, node.text[:at])
    else:
        run.remove(node)


def _keep_tail(run: Any, position: int, at: int) -> None:
    children = list(run)
    for child in children[:position]:
        if child.tag != qn("w:rPr"):
            run.remove(child)
    if at > 0:
        _set_text(children[position], children[position].text[at:])


def _set_text(node: Any, text: str) -> None:
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _paragraphs(block: Any) -> Iterator[Any]:
    if block.tag == qn("w:p"):
        yield block
        return
    for child in block:
        if child.tag not in _UNSEEN:
            yield from _paragraphs(child)


def _in_element(element: Any) -> Iterator[Letter]:
    for child in element:
        if child.tag in _UNSEEN or child.tag == _FALLBACK:
            continue
        if child.tag == qn("w:r"):
            yield from _in_run(child)
        else:
            yield from _in_element(child)


def _in_run(run: Any) -> Iterator[Letter]:
    if _hidden(run):
        return
    for node in run:
        if node.tag == qn("w:t"):
            yield from (Letter(char, run, node, i) for i, char in enumerate(node.text or ""))
        elif node.tag in _MARKS:
            yield Letter(_MARKS[node.tag], run, node, 0)


def _hidden(run: Any) -> bool:
    properties = run.find(qn("w:rPr"))
    vanish = properties.find(qn("w:vanish")) if properties is not None else None
    return vanish is not None and vanish.get(qn("w:val"), "1") not in _OFF
