"""Patterns as lawyers write them, made ready for the engine.

A pattern is folded like the text it will meet, its ``{list}`` references become named lists of the ``regex``
package, and its *anchors* are derived: literals one of which every match must contain. The engine looks for
anchors with the one scan it does anyway and runs the pattern only around them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from compliance.folding import fold
from compliance.tables import read_table

NUMBER = r"(?P<number>[0-9]+(?:[.,][0-9]+)*|[零〇一二两三四五六七八九十百千万亿半]+)"
REFERENCE = re.compile(r"\{([a-z][a-z_0-9]*)\}")
SPECIAL = set(r".^$*+?{}[]\|()")
LIMITS = (40, 200)  # spelled-out alternatives of one stretch; beyond it the stretch is cut
FIRST_PLACEHOLDER = 0xF0000  # private-use characters stand for lists while a pattern is analysed
SHORT_LIST = 60  # words
MOST_IN_CLASS = 64  # characters
MOST_COMPARED = 300  # literals; comparing every two of more takes too long
GUARDS = 2  # sets of literals looked for before a pattern runs
MOST_GUARDS = 40  # a guard is a quick look; more literals than that cost what they save
RARE_CHANCE = 0.00005  # of a character without a rank
OF_TRADE = (
    "设计 产品 效果 打造 使用 好评 改善 功效 作用 品质 质量 享受 健康 专业 技术 皮肤 肌肤 面料 舒适 时尚 "
    "品牌 选择 喜欢 值得 推荐 优惠 免费 价格 服务 客户 老师 学习 身体 孩子 宝宝 适合 轻松 有效 天然 材质 "
    "经典 搭配 满意 信赖 保证 提升"
)
"""Words that marketing copy is full of, rarer elsewhere."""
TRADE_CHANCE = 0.001
FURTHER = 0.1  # how much rarer every further character makes a literal
LITERAL_COST = 3e-6  # of every further word in the scan, for it makes each start a little slower
LIST_COSTS = (0.0005, 0.004, 0.02, 0.1)  # how often a word of a shared list is to be expected, per character
LEVEL = 1000  # private-use characters a level of list costs takes


class NoAnchor(ValueError):
    """No literal is certain to occur in every match."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A prepared pattern: for ``regex``, with the lists it names and its anchors."""

    source: str
    lists: tuple[str, ...]
    anchor_terms: tuple[str, ...]
    anchor_lists: tuple[str, ...]
    guards: tuple[tuple[str, ...], ...] = ()
    """Further sets of literals, of each of which every match contains one: a sentence without any needs no
    closer look."""
    company: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Further sets of literals and lists, of each of which every match contains a word."""


def prepare(pattern: str, lists: Collection[str], anchors: Sequence[str] = ()) -> Pattern:
    """Fold a pattern and find its anchors; ``anchors`` given by the author are taken as they are.

    Raises:
        NoAnchor: none can be derived.
        KeyError: a list it names does not exist.
        re.error: the pattern is not valid.
    """
    folded = fold_pattern(pattern)
    names: list[str] = []
    for name in REFERENCE.findall(folded):
        if name != "number" and name not in names:
            names.append(name)
            if name not in lists:
                raise KeyError(name)
    if anchors:
        terms = tuple(fold(a).text for a in anchors if not a.startswith("$"))
        named = tuple(a[1:] for a in anchors if a.startswith("$"))
        return Pattern(_for_regex(folded), tuple(names), terms, named)
    levels = tuple((name, _level(lists, name)) for name in names)
    analysis = _analyse(_with_short_lists(folded, lists), levels)
    return Pattern(
        _for_regex(folded), tuple(names), *analysis.anchors(), analysis.guards(), analysis.company()
    )


def fold_pattern(pattern: str) -> str:
    """Fold the literal characters of a pattern; syntax stays as it is."""
    out: list[str] = []
    at = 0
    while at < len(pattern):
        c = pattern[at]
        if c == "\\":
            out.append(pattern[at : at + 2])
            at += 2
            continue
        if pattern.startswith("(?P", at) or pattern.startswith("(?#", at):
            out.append(pattern[at : at + 3])
            at += 3
            continue
        out.append(_fold_literal(c))
        at += 1
    return "".join(out)


@lru_cache(maxsize=4096)
def _fold_literal(c: str) -> str:
    if ord(c) < 128:
        return c.lower()
    folded = fold(c).text
    return "".join("\\" + d if d in SPECIAL else d for d in folded)


def _for_regex(folded: str) -> str:
    """``{disease}`` -> named list; ``{number}`` -> the number group."""
    return REFERENCE.sub(lambda m: NUMBER if m[1] == "number" else rf"(?:\L<{m[1]}>)", folded)


def _level(lists: Collection[str], name: str) -> int:
    """How common the words of a list are, as an index of ``LIST_COSTS``."""
    words = lists[name] if isinstance(lists, Mapping) else ()
    cost = sum(map(_chance, words))
    return next((n for n, limit in enumerate(LIST_COSTS) if cost <= limit), len(LIST_COSTS) - 1)


class _Analysis(NamedTuple):
    """What is certain about every match of a pattern."""

    best: frozenset[str]
    others: tuple[frozenset[str], ...]
    """Further sets of literals, the rarest first."""
    marks: dict[str, str]
    """Placeholder characters to the lists they stand for."""

    def anchors(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Literals and lists one of which every match contains."""
        return _split(self.best, self.marks)

    def guards(self) -> tuple[tuple[str, ...], ...]:
        """The rarest small sets of plain literals."""
        plain = [c for c in self.others if len(c) <= MOST_GUARDS and not _names_list(c)]
        return tuple(tuple(sorted(c)) for c in plain[:GUARDS])

    def company(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """The rarest sets that name lists."""
        return tuple(_split(c, self.marks) for c in self.others if _names_list(c))[:GUARDS]


def _with_short_lists(folded: str, lists: Collection[str]) -> str:
    """The pattern with the words of short lists spelled out: together with what stands beside them they make
    rarer anchors than a verb of one character."""

    def spelled(found: re.Match[str]) -> str:
        words = lists[found[1]] if isinstance(lists, Mapping) and found[1] in lists else ()
        if not 0 < len(words) <= SHORT_LIST:
            return found[0]
        return f"(?:{'|'.join(map(re.escape, words))})"

    return REFERENCE.sub(spelled, folded)


@lru_cache(maxsize=16_384)
def _analyse(folded: str, levels: tuple[tuple[str, int], ...]) -> _Analysis:
    """What is certain; remembered, for a process may compile the same packs many times with others."""
    stand_in = {name: chr(FIRST_PLACEHOLDER + i + LEVEL * level) for i, (name, level) in enumerate(levels)}
    analysed = REFERENCE.sub(lambda m: r"\w+" if m[1] == "number" else stand_in[m[1]], folded)
    try:
        tree = parser.parse(analysed)
    except re.error as error:
        raise re.error(str(error), folded) from None
    found = [c for limit in LIMITS for c in _candidates(tree, limit)]
    candidates = [c for c in map(_shortest, found) if c and all(w.strip() for w in c)]
    best = _best(candidates)
    if best is None:
        raise NoAnchor(folded)
    others = sorted({c for c in candidates if c != best}, key=lambda c: (_cost(c), sorted(c)))
    return _Analysis(best, tuple(others), {mark: name for name, mark in stand_in.items()})


def _names_list(literals: frozenset[str]) -> bool:
    return any(max(literal) >= chr(FIRST_PLACEHOLDER) for literal in literals)


def _split(literals: frozenset[str], names: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Plain literals and the lists that placeholders stand for."""
    terms, lists = set(), set()
    for literal in literals:
        mark = next((c for c in literal if c in names), None)
        if mark is None:
            terms.add(literal)
            continue
        piece = max(re.split("[\U000f0000-\U000fffff]", literal), key=len)
        if len(piece) >= 2:  # the longest plain piece beside a list is rarer than the list itself
            terms.add(piece)
        else:
            lists.add(names[mark])
    return tuple(sorted(terms)), tuple(sorted(lists))


@lru_cache(maxsize=1)
def _chances() -> dict[str, float]:
    """How often each everyday character is to be expected, by its rank (Zipf's law, fitted by eye)."""
    ranked = read_table("frequency.txt")
    return {c: 0.06 / (rank + 1) ** 0.75 for rank, c in enumerate(ranked)}


def _cost(literals: Iterable[str]) -> float:
    """How often one of the literals is to be expected, per character of text (a rough guess)."""
    return sum(_chance(literal) + LITERAL_COST for literal in literals)


@lru_cache(maxsize=100_000)
def _chance(literal: str) -> float:
    """How often a literal is to be expected, per character of text.

    Characters of a word come together far more often than chance would have it, so a literal is at least as
    frequent as a word it consists of.
    """
    chance = 1.0
    for c in literal:
        if ord(c) >= FIRST_PLACEHOLDER:
            chance *= LIST_COSTS[(ord(c) - FIRST_PLACEHOLDER) // LEVEL]
        else:
            chance *= _chances().get(c, RARE_CHANCE) if not c.isascii() else 0.02 if c.isalnum() else 0.002
    pairs = [literal[i : i + 2] for i in range(len(literal) - 1)]
    if not pairs or max(literal) >= chr(FIRST_PLACEHOLDER):
        return chance
    rarest = min(_word_chances().get(pair, 0.0) for pair in pairs)
    return max(chance, rarest * FURTHER ** (len(pairs) - 1))


@lru_cache(maxsize=1)
def _word_chances() -> dict[str, float]:
    """How often everyday words of two characters are to be expected, by their rank (fitted by eye)."""
    ranked = read_table("words.txt")
    chances = {ranked[i : i + 2]: 0.05 / (i // 2 + 50) for i in range(0, len(ranked), 2)}
    return chances | dict.fromkeys(OF_TRADE.split(), TRADE_CHANCE)


def _shortest(literals: frozenset[str]) -> frozenset[str]:
    """Without literals that contain another one: 销量 finds 全国销量 too."""
    if len(literals) > MOST_COMPARED:
        return literals
    return frozenset(a for a in literals if not any(b != a and b in a for b in literals))


def _best(candidates: Collection[frozenset[str]]) -> frozenset[str] | None:
    usable = [_shortest(c) for c in candidates if c and all(literal.strip() for literal in c)]
    return min(usable, key=lambda c: (_cost(c), sorted(c))) if usable else None


def _required(tree: Any, limit: int) -> frozenset[str] | None:
    """Literals one of which every match of ``tree`` contains; None where nothing is certain."""
    return _best(_candidates(tree, limit))


def _candidates(tree: Any, limit: int) -> list[frozenset[str]]:
    """Sets of at most ``limit`` literals, of each of which every match of ``tree`` contains at least one."""
    exact = _exact(tree, limit)
    candidates: list[frozenset[str]] = []
    if exact is not None and "" not in exact:
        candidates.append(exact)
    run: frozenset[str] = frozenset({""})
    for op, argument in tree:
        piece = _exact([(op, argument)], limit)
        joined = frozenset(a + b for a in run for b in piece) if piece is not None else None
        if joined is not None and len(joined) <= limit:
            run = joined
            continue
        candidates.append(run)
        run = piece if piece is not None else frozenset({""})
        candidates += _inside(op, argument, limit)
    candidates.append(run)
    return [c for c in candidates if "" not in c]


def _inside(op: Any, argument: Any, limit: int) -> list[frozenset[str]]:
    """What is certain inside one element that has no finite set of spellings."""
    if op is ops.SUBPATTERN:
        return _candidates(argument[3], limit)
    if op is ops.ATOMIC_GROUP:
        return _candidates(argument, limit)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        return _candidates(argument[2], limit) if argument[0] >= 1 else []
    if op is ops.BRANCH:
        options = [_required(option, limit) for option in argument[1]]
        if all(option is not None for option in options):
            return [frozenset().union(*[o for o in options if o is not None])]
    return []


def _exact(tree: Any, limit: int) -> frozenset[str] | None:
    """All spellings of ``tree`` where they are few; None otherwise."""
    spellings: frozenset[str] = frozenset({""})
    for op, argument in tree:
        piece = _exact_element(op, argument, limit)
        if piece is None or len(piece) * len(spellings) > limit:
            return None
        spellings = frozenset(a + b for a in spellings for b in piece)
    return spellings


def _exact_element(op: Any, argument: Any, limit: int) -> frozenset[str] | None:
    if op is ops.LITERAL:
        return frozenset({chr(argument)})
    if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
        return frozenset({""})
    if op is ops.IN:
        return _exact_class(argument)
    if op is ops.SUBPATTERN:
        return _exact(argument[3], limit)
    if op is ops.BRANCH:
        options = [_exact(option, limit) for option in argument[1]]
        if any(option is None for option in options):
            return None
        return frozenset().union(*[o for o in options if o is not None])
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
        low, high, body = argument
        return _exact_repeat(low, high, body, limit)
    return None


def _exact_class(items: Any) -> frozenset[str] | None:
    chars = set()
    for op, argument in items:
        if op is ops.LITERAL:
            chars.add(chr(argument))
        elif op is ops.RANGE and argument[1] - argument[0] < 10:
            chars.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return None
    return frozenset(chars) if len(chars) <= MOST_IN_CLASS else None


def _exact_repeat(low: int, high: int, body: Any, limit: int) -> frozenset[str] | None:
    once = _exact(body, limit)
    if once is None or high is ops.MAXREPEAT or high > 2:
        return None
    spellings: set[str] = set()
    layer = frozenset({""})
    for count in range(high + 1):
        if count >= low:
            spellings |= layer
        layer = frozenset(a + b for a in layer for b in once)
        if len(layer) > limit:
            return None
    return frozenset(spellings)
