"""The vocabulary made ready for looking behind disguises: which pairs, sounds and shapes its words have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING, Any, NamedTuple

import ahocorasick_rs

from compliance.disguise.pairs import PairSigns
from compliance.disguise.sounds import everyday_pairs, ordinary_words, ranks, sounds
from compliance.disguise.tables import NO_TABLES, Entry, Tables

LONGEST_TERM = 8  # longer words are recognised by their parts
READINGS = 4  # ways to pronounce one word that are looked at
GRAMMATICAL = frozenset("的是了在我你他她它就都也这那吗呢吧着被和有")
"""Characters every sentence is full of: one of them in the place of another sound is a coincidence."""
FREQUENT = GRAMMATICAL | frozenset("不要会能可把大打小个得上下里中子")
COMMON_PAIR = 120 * 120  # product of frequency ranks below which two characters meet by chance all the time
TIGHT_PAIR = 90 * 90  # the same where three characters of a word are literal: little is a coincidence then
TELLING_RANK = 1000  # characters from here on hardly occur outside the words they are known from
OF_GOODS = frozenset("偏秒币款腿闲瘦肤脱迷翻套胸颜龄皱链臀淡塑唯佳嫩倍延兼湿暴冰尖麻尾健隆仿掉铺店")
"""Rarer characters that descriptions of clothes and other goods are full of: they tell nothing there."""
UNRANKED = 9999
REVERSED_FROM, REVERSED_TO = 4, 6  # without a hint: shorter ones are often words themselves, longer ones rare
REVERSAL_CUES = (
    *("倒着读", "倒着念", "倒着看", "倒过来", "反着读", "反着念", "反着看", "反向读"),
    *("反过来念", "反过来读", "反过来看", "从右往左", "从后往前读", "逆着读"),
)
LEET = str.maketrans("01!|@$3ǃ457", "oiiiaseiast")
LOOSE = str.maketrans("", "", " .·-_°")


def is_han(c: str) -> bool:
    """Whether a character of a folded text is a Han character."""
    return "㐀" <= c <= "鿿"


class Neighbours(NamedTuple):
    """What belongs beside a literal pair inside words: code of the sound to the characters."""

    before: Mapping[str, str]
    after: Mapping[str, str]


class Vocabulary:
    """The words that might be hidden, and the known ways of hiding them.

    ``terms`` are the folded literal words of the active rules and lists; the words of the tables and all that
    known disguises stand for belong to them too, for a pattern names no words. What is derived from them is
    made on first use and kept here.
    """

    def __init__(self, terms: frozenset[str], tables: Tables = NO_TABLES) -> None:
        meant = (word for entry in tables.entries for word in entry.means if len(word) > 1)
        self.__dict__.update(terms=terms.union(tables.words, meant), tables=tables)

    if TYPE_CHECKING:

        @cached_property
        def terms(self) -> Collection[str]:
            """The words themselves."""

        @cached_property
        def tables(self) -> Tables:
            """Known disguises."""

    @cached_property
    def favourites(self) -> Collection[str]:
        """Words that are disguised so often that one odd character is enough to see it."""
        return frozenset(self.tables.words)

    @cached_property
    def han_terms(self) -> tuple[str, ...]:
        """The words of two to eight Han characters, in a fixed order."""
        return tuple(sorted(t for t in self.terms if 2 <= len(t) <= LONGEST_TERM and all(map(is_han, t))))

    @cached_property
    def pairs(self) -> Collection[str]:
        """Neighbouring characters inside words."""
        return frozenset(t[i : i + 2] for t in self.terms for i in range(len(t) - 1))

    @cached_property
    def by_gap(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        """Characters two apart, with the word and the place of the one between."""
        found: dict[str, list[tuple[str, int]]] = {}
        for term in self.han_terms:
            for i in range(1, len(term) - 1):
                found.setdefault(term[i - 1] + term[i + 1], []).append((term, i))
        return found

    @cached_property
    def by_edge(self) -> Mapping[str, str]:
        """Favourites by what is left when one or two characters at an end, or two inside, are signs.

        The key ends with the signs, or begins with them; the words follow one another, parted by blanks.
        """
        found: dict[str, str] = {}
        for term in self._han_favourites:
            for size in (1, 2):
                for cut in range(1, len(term) - size + 1):
                    if size < len(term) - 1 or size == 1:
                        _append(found, term[:cut] + "*" * size, term)
                if len(term) - size > 1:
                    _append(found, "*" * size + term[size:], term)
        return found

    @cached_property
    def by_initials(self) -> Mapping[str, str]:
        """Favourites by the first letters of their syllables, parted by blanks."""
        known, found = sounds(), dict[str, str]()
        for term in self._han_favourites:
            _append(found, "".join(known.main(c)[:1] for c in term), term)
        return found

    @property
    def _han_favourites(self) -> tuple[str, ...]:
        favourites = dict.fromkeys((*self.tables.words, *sorted(self.favourites)))
        return tuple(t for t in favourites if 2 <= len(t) <= LONGEST_TERM and all(map(is_han, t)))

    @cached_property
    def by_sound(self) -> Mapping[str, Sequence[str]]:
        """Words by the codes of their syllables."""
        found: dict[str, list[str]] = {}
        ordinary, codes_of = ordinary_words(), _Codes()
        favourites = self.favourites
        for term in sorted(self.han_terms, key=lambda t: (t not in favourites, t not in ordinary, t)):
            for spelling in islice(product(*[codes_of[c] for c in term]), READINGS):
                found.setdefault("".join(spelling), []).append(term)
        return found

    @cached_property
    def sound_pairs(self) -> Collection[str]:
        """A character and the code of its neighbour, in order, for every place inside a word."""
        codes_of = _Codes()
        found: set[str] = set()
        for term in self.han_terms:
            for a, b in pairwise(term):
                found.update([a + code for code in codes_of[b]], [code + b for code in codes_of[a]])
        return frozenset(found)

    @cached_property
    def short_shapes(self) -> Container[str]:
        """Words of two characters with one as its code, and of three with the middle one as its code."""
        code, favourites = sounds().code, self.favourites
        found: set[str] = set()
        for term in self.han_terms:
            if len(term) == 2:
                found.update(((code(term[0]) or "?") + term[1], term[0] + (code(term[1]) or "?")))
            elif len(term) == 3:
                found.add(term[0] + (code(term[1]) or "?") + term[2])
            if len(term) > 2 and term in favourites:
                for a, b in pairwise(term):
                    found.update(((code(a) or "?") + b, a + (code(b) or "?")))
        return frozenset(found)

    @cached_property
    def heard_pairs(self) -> Container[str]:
        """The codes of neighbouring characters inside favourites: both may be exchanged."""
        codes_of = _Codes()
        pairs = (pair for term in self._han_favourites for pair in pairwise(term))
        return frozenset(x + y for a, b in pairs for x in codes_of[a] for y in codes_of[b])

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        """What stands beside a telling pair inside a longer word, or a telling character of a favourite."""
        known, rank = sounds(), ranks()
        found: dict[str, Neighbours] = {}
        for term in self.han_terms:
            size = 1 if len(term) == 2 and term in self.favourites else 2
            if len(term) == size or not GRAMMATICAL.isdisjoint(term):
                continue
            for i in range(len(term) - size + 1):
                piece = term[i : i + size]
                if _is_telling(piece, len(term), rank):
                    beside = found.setdefault(piece, Neighbours({}, {}))
                    _note(beside.before, term[i - 1 : i] if i else "", known.code)
                    _note(beside.after, term[i + size : i + size + 1], known.code)
        return found

    @cached_property
    def reversed_terms(self) -> Mapping[str, str]:
        """Words written backwards to the words; those that are words themselves left out."""
        backwards = {t[::-1]: t for t in self.han_terms}
        return {b: t for b, t in backwards.items() if b not in self.terms}

    @cached_property
    def signs(self) -> PairSigns:
        """What neighbouring characters tell."""
        return PairSigns(self, FREQUENT)

    @cached_property
    def turned_pairs(self) -> Container[str]:
        """How words written backwards begin."""
        return frozenset(backwards[:2] for backwards in self.reversed_terms)

    @cached_property
    def latin(self) -> Mapping[str, Sequence[str]]:
        """Words with letters or digits, by their shape."""
        found: dict[str, list[str]] = {}
        for term in sorted(self.terms):
            if len(term) >= 3 and term.isascii() and any(map(str.isalnum, term)):
                found.setdefault(shape(term), []).append(term)
        return found

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Known disguises by what is written."""
        return {entry.written: entry for entry in self.tables.entries}

    @cached_property
    def letters(self) -> dict[int, str]:
        """Look-alikes of Latin letters, for ``str.translate``."""
        return {ord(a): b for a, b in self.tables.letters}

    @cached_property
    def cues(self) -> tuple[str, ...]:
        """Literal strings that make a place worth a second look, in a fixed order.

        A caller that scans the text anyway may look for them in the same pass and hand the places to
        ``views``.
        """
        return tuple(dict.fromkeys((*self.entries, *self.neighbours, *self.reversal_cues)))

    @cached_property
    def reversal_cues(self) -> Collection[str]:
        """Long words written backwards, and phrases that tell to read backwards."""
        turned = (
            b
            for b in self.reversed_terms
            if REVERSED_FROM <= len(b) <= REVERSED_TO and GRAMMATICAL.isdisjoint(b)
        )
        return dict.fromkeys((*turned, *REVERSAL_CUES))

    @cached_property
    def _cue_automaton(self) -> Any:
        return _automaton(self.cues)

    @cached_property
    def _entry_automaton(self) -> Any:
        return _automaton(self.entries)

    @cached_property
    def _telling_automaton(self) -> Any:
        return _automaton(self.neighbours)

    def find_cues(self, text: str) -> list[tuple[int, int]]:
        """Where cues stand in ``text``."""
        return _places(self._cue_automaton, text)

    def find_entries(self, text: str) -> list[tuple[int, int]]:
        """Where known written forms stand in ``text``, by their ends."""
        return _places(self._entry_automaton, text)

    def find_telling(self, text: str) -> list[tuple[int, int]]:
        """Where pairs and characters stand that ``neighbours`` knows, by their ends."""
        return _places(self._telling_automaton, text)


def _places(automaton: Any, text: str) -> list[tuple[int, int]]:
    return [(start, end) for _, start, end in automaton.find_matches_as_indexes(text, overlapping=True)]


def _append(found: dict[str, str], key: str, word: str) -> None:
    found[key] = f"{found[key]} {word}" if key in found else word


def shape(text: str) -> str:
    """What is left of a Latin word when look-alike signs count as the same and separators do not count."""
    return text.translate(LOOSE).translate(LEET).replace("l", "i")


class _Codes(dict[str, tuple[str, ...]]):
    """A character to the codes of its readings, each looked up once."""

    def __missing__(self, c: str) -> tuple[str, ...]:
        known = sounds()
        codes = tuple(dict.fromkeys(known.codes[r] for r in known.readings(c)))
        self[c] = codes
        return codes


def _is_telling(piece: str, length: int, rank: Mapping[str, int]) -> bool:
    """Whether the characters hardly meet, or the one hardly occurs, outside words like this one."""
    if len(piece) == 1:
        return rank.get(piece, UNRANKED) >= TELLING_RANK and piece not in OF_GOODS
    limit = COMMON_PAIR if length == 3 else TIGHT_PAIR
    first, second = (rank.get(c, UNRANKED) for c in piece)
    return piece not in everyday_pairs() and first * second >= limit


def _note(beside: Mapping[str, str], c: str, code_of: Callable[[str], str]) -> None:
    assert isinstance(beside, dict)
    code = code_of(c)
    if code:
        beside[code] = beside.get(code, "") + c


def _automaton(words: Iterable[str]) -> Any:
    return ahocorasick_rs.AhoCorasick(
        list(words),
        matchkind=ahocorasick_rs.MatchKind.Standard,
        store_patterns=False,
        implementation=ahocorasick_rs.Implementation.ContiguousNFA,
    )
