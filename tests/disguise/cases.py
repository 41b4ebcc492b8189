"""How the cases of these tests are written, and what a text hides."""

from __future__ import annotations

from compliance.disguise import Vocabulary, evident, views
from compliance.folding import fold


def places(text: str, vocabulary: Vocabulary) -> set[tuple[str, int, int]]:
    """Every hidden word with its source range."""
    folded = fold(text)
    found = set()
    for view in views(folded.text, vocabulary):
        for word in vocabulary.terms:
            at = view.text.find(word)
            while at >= 0:
                end = at + len(word)
                if view.marks_in(at, end) and evident(view, at, end, folded.text):
                    inner = view.span(at, end)
                    span = folded.span(inner.start, inner.end)
                    found.add((word, span.start, span.end))
                at = view.text.find(word, at + 1)
    return found


def spread(table: str) -> list[tuple[str, str]]:
    """Lines ``word | sentence with ⟦written⟧`` as parameters; ⏎ stands for a line break."""
    rows = (line.split("|", 1) for line in table.strip().splitlines())
    return [(word.strip(), sentence.strip().replace("⏎", "\n")) for word, sentence in rows]


def sentences(table: str) -> list[str]:
    """One sentence a line; ⏎ stands for a line break."""
    return [line.strip().replace("⏎", "\n") for line in table.strip().splitlines()]


def shown(sentence: str) -> tuple[str, str]:
    """The sentence without its brackets, and what stood between them."""
    left, _, rest = sentence.partition("⟦")
    written, _, right = rest.partition("⟧")
    return left + written + right, written
