"""Words. The only module that touches jieba, rjieba and spaCy; each is loaded on first use.

jieba's dictionary and algorithm decide where Chinese words begin and end; ``rjieba`` is the same in Rust and
about sixty times faster to start. Where it cannot be loaded, ``jieba`` itself does the work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from compliance.text import Span


@lru_cache(maxsize=1)
def _tokenizer() -> Callable[[str], list[str]]:
    try:
        import rjieba
    except ImportError:  # no wheel for this platform
        return jieba_words
    return lambda text: list(rjieba.cut(text))


def jieba_words(text: str, *, model: str = "yes") -> list[str]:
    """The words of ``text`` as jieba itself cuts them, with or without its model for unknown words."""
    import logging
    import tempfile

    import jieba

    jieba.setLogLevel(logging.ERROR)
    jieba.dt.tmp_dir = tempfile.gettempdir() if not jieba.dt.initialized else jieba.dt.tmp_dir
    return list(jieba.cut(text, HMM=model == "yes"))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a clause, in order; joined they give the text back."""
    return tuple(_tokenizer()(text))


def word_spans(text: str, offset: int = 0) -> tuple[Span, ...]:
    """Where the words of ``text`` lie; ``offset`` is added to every position."""
    return _spans(words(text), offset)


def dictionary_spans(text: str, offset: int = 0) -> tuple[Span, ...]:
    """Where the words of ``text`` lie if only the dictionary decides; ``offset`` is added."""
    return _spans(dictionary_words(text), offset)


def _spans(pieces: Sequence[str], offset: int) -> tuple[Span, ...]:
    spans, at = [], offset
    for word in pieces:
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return tuple(spans)


@lru_cache(maxsize=4096)
def dictionary_words(text: str) -> tuple[str, ...]:
    """The same without the model that glues characters together which no dictionary word holds."""
    try:
        import rjieba
    except ImportError:  # no wheel for this platform
        return tuple(jieba_words(text, model="no"))
    return tuple(rjieba.cut(text, hmm=False))


def cuts_a_word(clause: str, start: int, end: int, *, known_only: bool = False) -> bool:
    """Whether ``clause[start:end]`` is pieced together from parts of neighbouring words.

    ``known_only``: only words of the dictionary count, not what the model glues together; in a reading where
    something was rewritten it glues what never stood together.

    对抗|炎热 makes 抗炎 such a piece; 减肥 in 减肥药 is not, for no word border runs through it.
    """
    inside, borders = False, {0}
    at = 0
    for word in dictionary_words(clause) if known_only else words(clause):
        at += len(word)
        borders.add(at)
        inside = inside or start < at < end
    return inside and not (start in borders and end in borders)


def spacy_doc(vocab: Any, text: str) -> Any:
    """A spaCy Doc of ``text`` with our words as tokens; white space becomes tokens of its own."""
    from spacy.tokens import Doc

    tokens = list(words(text))
    return Doc(vocab, words=tokens, spaces=[False] * len(tokens))


def spacy_matches(patterns: Sequence[Sequence[dict[str, Any]]], text: str) -> list[Span]:
    """Where a spaCy Matcher finds any of the token patterns in ``text`` (longest first, no overlaps).

    Raises:
        ImportError: spaCy is not installed (extra ``spacy``).
    """
    nlp = _blank()
    from spacy.matcher import Matcher
    from spacy.util import filter_spans

    matcher = Matcher(nlp.vocab)
    matcher.add("rule", [list(p) for p in patterns])
    found = filter_spans(matcher(spacy_doc(nlp.vocab, text), as_spans=True))
    return [Span(span.start_char, span.end_char) for span in found]


@lru_cache(maxsize=1)
def _blank() -> Any:
    import spacy

    return spacy.blank("zh")
