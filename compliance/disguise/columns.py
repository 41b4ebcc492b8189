"""Text set in columns: one character a line, or a message down the heads of the lines."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.disguise.lexicon import LONGEST_TERM, Vocabulary, is_han
from compliance.disguise.reading import Mark, View

TECHNIQUE = "line-break"
SHORTEST_COLUMN = 3  # lines
LONGEST_PIECE = 3  # characters a line of a column has
SHORTEST_HIDDEN = 3  # characters of a word down the heads; two meet by chance


def readings(folded: str, vocabulary: Vocabulary) -> Iterator[View]:
    """The columns of a text as running text, and what the heads of its lines say."""
    if folded.count("\n") < SHORTEST_COLUMN - 1:
        return
    lines = _lines(folded)
    for column in _columns(lines):
        yield _across(column)
    for verse in _verses(lines):
        heads = "".join(text[0] for _, text in verse)
        for at, word in _words(heads, vocabulary):
            yield _down(verse[at : at + len(word)])


def _lines(folded: str) -> list[tuple[int, str]]:
    """Every line without blanks around it, with its place; lines with nothing left out."""
    found, at = [], 0
    for line in folded.split("\n"):
        bare = line.strip()
        if bare:
            found.append((at + line.index(bare), bare))
        at += len(line) + 1
    return found


def _columns(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Stretches of very short lines that hold at least one of a single character, with what stands around."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_piece(lines[end][1]):
            end += 1
        column = lines[start:end]
        if len(column) >= 2 and any(len(text) == 1 for _, text in column):
            yield lines[max(0, start - 1) : end + 1]
        start = max(end, start) + 1


def _is_piece(text: str) -> bool:
    return len(text) <= LONGEST_PIECE and all(map(is_han, text))


def _across(lines: list[tuple[int, str]]) -> View:
    """The lines one after the other; a mark wherever a break next to a single character was."""
    text, origin, marks = "", list[int](), list[Mark]()
    for number, (at, line) in enumerate(lines):
        if number:
            short = min(len(line), len(lines[number - 1][1])) == 1
            if short and _is_piece(line) | _is_piece(lines[number - 1][1]):
                marks.append(Mark(len(text), len(text), TECHNIQUE))
            else:
                text += "\n"
                origin.append(at - 1)
        text += line
        origin += range(at, at + len(line))
    return View(text, origin, [place + 1 for place in origin], tuple(marks))


def _verses(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Stretches of lines that all begin with a character."""
    verse: list[tuple[int, str]] = []
    for line in (*lines, (0, "")):
        if line[1] and is_han(line[1][0]) and len(line[1]) > 1:
            verse.append(line)
            continue
        if len(verse) >= SHORTEST_HIDDEN:
            yield verse
        verse = []


def _words(heads: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """The words of the vocabulary in the heads of the lines, the longest at every place."""
    for at in range(len(heads)):
        for size in range(min(LONGEST_TERM, len(heads) - at), SHORTEST_HIDDEN - 1, -1):
            if heads[at : at + size] in vocabulary.terms:
                yield at, heads[at : at + size]
                break


def _down(verse: list[tuple[int, str]]) -> View:
    text = "".join(line[0] for _, line in verse)
    origin = [at for at, _ in verse]
    return View(text, origin, [at + 1 for at in origin], (Mark(0, len(text), TECHNIQUE),))
