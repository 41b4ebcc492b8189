"""Generates the tables in compliance/_data from OpenCC, pypinyin, jieba and the Unicode database.

Run it by hand after one of them changed: ``python tools/build_tables.py``. Neither OpenCC nor pypinyin is
needed to run the checker; what they know is kept in small text files that can be read and compared.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from fold_sources import RANGES, fold_character

from compliance.folding import PUNCTUATION

TABLES = Path(__file__).parent.parent / "compliance" / "_data"
ORDINARY_WORDS = 30_000  # two-character words that stand on their own, the most frequent first
RANKED_CHARACTERS = 7000
ALONE_FROM = 0.2  # share of its occurrences in which a character is a word by itself
RARE_FROM_RANK = 3500  # the characters before make up 99 % of everyday text; the rest looks odd
POLYPHONES = frozenset(
    "行长重乐还得便都觉调干好间降教空了难曲色少数省似应与载着中种转大参藏差朝传弹当倒斗"
    "发更供冠号和壳血脉模宁铺强塞散盛率处没薄曾单"
)
"""Characters that everyday words really read in two ways; rare and old readings would only make noise."""
ASTRAL = "\U0001d400-\U0001f2ff\U0001fbf0-\U000e0fff"
BY_CONTEXT = (
    "Σ"  # its lower case depends on the letters around it, so lower case alone is not a fixed folding
)


def main() -> None:
    """Writes every table."""
    TABLES.mkdir(exist_ok=True)
    table = json.dumps(fold_table(), indent=0)
    (TABLES / "fold.json").write_text(table, "ascii")
    (TABLES / "odd.json").write_text(json.dumps(edges_of(json.loads(table)["odd"])), "ascii")
    frequency = dictionary()
    (TABLES / "sounds.txt").write_text(sounds(), "utf-8")
    (TABLES / "frequency.txt").write_text(ranked_characters(frequency), "utf-8")
    (TABLES / "rare.txt").write_text(rare_characters(frequency), "utf-8")
    (TABLES / "alone.txt").write_text(standing_alone(frequency), "utf-8")
    (TABLES / "words.txt").write_text(ordinary_words(frequency), "utf-8")


def fold_table() -> dict[str, object]:
    """Characters that lower case and half-width punctuation alone do not fold.

    ``from``/``to`` are one-to-one, ``dropped`` vanish, ``expanded`` become several; ``odd`` is the body of a
    character class that holds them all, ``uneven`` one of those whose length changes.
    """
    changed = {chr(i): fold_character(chr(i)) for i in covered()}
    odd = {c: folded for c, folded in changed.items() if folded != everyday(c) or c in BY_CONTEXT}
    for c in list(odd):  # the everyday step runs first on neighbours, so it must not hide an odd character
        lower = c.lower()
        if len(odd[c]) != 1 and lower != c and odd.get(lower) != odd[c]:
            raise AssertionError(f"U+{ord(c):04X}: lower case loses its folding")
    same = {c: folded for c, folded in odd.items() if len(folded) == 1}
    return {
        "from": "".join(same),
        "to": "".join(same.values()),
        "dropped": "".join(c for c, folded in odd.items() if not folded),
        "expanded": {c: folded for c, folded in odd.items() if len(folded) > 1},
        "odd": class_body(odd),
        "uneven": class_body({c: folded for c, folded in odd.items() if len(folded) != 1}),
    }


def covered() -> list[int]:
    """Code points the tables speak about; all others fold by lower case alone."""
    return [i for first, last in RANGES for i in range(first, last + 1)]


def everyday(c: str) -> str:
    """What the fast path makes of a character."""
    return PUNCTUATION.get(c, c.lower())


def class_body(odd: dict[str, str]) -> str:
    """Ranges for a character class.

    Above the basic plane two wide ranges stand for many narrow ones, which a search would try one by one.
    """
    return ranges_of(point for point in map(ord, odd) if point <= 0xFFFF) + ASTRAL


def ranges_of(points: Iterable[int]) -> str:
    """The body of a character class of these code points."""
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


def edges_of(body: str) -> str:
    """Where the stretches of a character class begin and where they are over, in turn, as characters."""
    odd = re.compile(f"[{body}]")
    edges, inside = [], False
    for point in range(0x110000):
        if bool(odd.match(chr(point))) != inside:
            edges.append(chr(point))
            inside = not inside
    return "".join(edges)


def rare_characters(frequency: Counter[str]) -> str:
    """The body of a character class of all Han characters that are not common."""
    common = frozenset(ranked_characters(frequency)[:RARE_FROM_RANK])
    return ranges_of(point for point in range(0x4E00, 0xA000) if chr(point) not in common)


def dictionary() -> Counter[str]:
    """jieba's words with their frequencies."""
    import jieba

    path = Path(jieba.__file__).with_name("dict.txt")
    rows = (line.split() for line in path.read_text("utf-8").splitlines())
    return Counter({row[0]: int(row[1]) for row in rows})


def sounds() -> str:
    """One line a tone-less syllable: its characters by frequency, ``|``, those also read so."""
    from pypinyin import Style, pinyin

    main_readings: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for c in ranked_characters(dictionary(), limit=9000):
        readings = list(dict.fromkeys(pinyin(c, style=Style.NORMAL, heteronym=True)[0]))
        best = pinyin(c, style=Style.NORMAL)[0][0]
        if not best.isalpha() or not best.isascii():
            continue
        main_readings.setdefault(best, []).append(c)
        for reading in [r for r in readings if r != best and r.isascii()][:2] if c in POLYPHONES else ():
            others.setdefault(reading, []).append(c)
    lines = (
        f"{s} {''.join(main_readings.get(s, []))}|{''.join(others.get(s, []))}"
        for s in sorted({*main_readings, *others})
    )
    return "\n".join(lines) + "\n"


def ranked_characters(frequency: Counter[str], limit: int = RANKED_CHARACTERS) -> str:
    """Simplified characters, most frequent first."""
    count: Counter[str] = Counter()
    for word, n in frequency.items():
        for c in word:
            if "一" <= c <= "龥" and fold_character(c) == c:
                count[c] += n
    for c in gb2312_characters():
        count[c] += 0
    return "".join(c for c, _ in sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:limit])


def gb2312_characters() -> str:
    """The 6,763 characters of GB 2312."""
    rows = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(raw.decode("gb2312", "ignore") for raw in rows)


def standing_alone(frequency: Counter[str]) -> str:
    """The common characters that are often words by themselves: alone in a text they surprise nobody."""
    total: Counter[str] = Counter()
    for word, n in frequency.items():
        for c in set(word):
            total[c] += n
    common = ranked_characters(frequency)[:RARE_FROM_RANK]
    return "".join(c for c in common if frequency[c] >= ALONE_FROM * total[c])


def ordinary_words(frequency: Counter[str]) -> str:
    """The commonest two-character words, one after the other without a separator."""
    pairs = Counter({w: n for w, n in frequency.items() if len(w) == 2 and all("一" <= c <= "龥" for c in w)})
    return "".join(sorted(pairs, key=lambda w: (-pairs[w], w))[:ORDINARY_WORDS])


if __name__ == "__main__":
    main()
