"""Known disguises as data: what is written, what it stands for, and what must or must not be near.

The files are ``rules/disguises/*.yaml``; lawyers edit them without a build. This module turns parsed files
into values; reading YAML is not its business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from compliance.errors import PackSchemaError, did_you_mean
from compliance.folding import fold

FILE_KEYS = ("disguises", "title", "technique", "groups")
GROUP_KEYS = ("title", "entries", "letters", "words", "flag", "pass")
ENTRY_KEYS = ("written", "means", "needs", "unless", "term", "technique")
FLAG_KEYS = ("text", "restores")


class Entry(NamedTuple):
    """``written`` stands for one of ``means``, the likeliest first."""

    written: str
    means: tuple[str, ...]
    technique: str
    needs: tuple[str, ...] = ()
    """One of these words must be near; none: no such demand."""
    unless: tuple[str, ...] = ()
    """Words in which the written form is innocent."""
    in_term: bool = True
    """Only where a word of the vocabulary comes out; otherwise the written form tells enough by itself."""


class Tables(NamedTuple):
    """All known disguises."""

    entries: tuple[Entry, ...] = ()
    letters: tuple[tuple[str, str], ...] = ()
    """Look-alikes of Latin letters: (look-alike, letter)."""
    words: tuple[str, ...] = ()
    """Words that sellers disguise most, whether or not a rule lists them literally."""


NO_TABLES = Tables()


def tables_from(files: Mapping[str, Mapping[str, Any]]) -> Tables:
    """The tables in parsed disguise files, keyed by path as shown to people.

    Raises:
        PackSchemaError: a key is missing, unknown or has a wrong value.
    """
    entries: list[Entry] = []
    letters: dict[str, str] = {}
    words: list[str] = []
    for path in sorted(files):
        file = files[path]
        _check_keys(path, "文件", file, FILE_KEYS, ("disguises", "technique", "groups"))
        for group in _mappings(path, file, "groups"):
            _check_keys(path, f"分组 {group.get('title', '?')}", group, GROUP_KEYS, ("title", "flag", "pass"))
            _check_examples(path, group)
            letters.update(_letters(path, group))
            words += map(_folded, _words(path, group, "words"))
            for raw in _mappings(path, group, "entries"):
                entries += _entries(path, raw, str(file["technique"]))
    return Tables(tuple(_unique(entries)), tuple(letters.items()), tuple(dict.fromkeys(words)))


def _entries(path: str, raw: Mapping[str, Any], technique: str) -> Iterator[Entry]:
    _check_keys(path, f"条目 {raw.get('written', '?')}", raw, ENTRY_KEYS, ("written",))
    term = raw.get("term", "yes")
    if term not in ("yes", "no"):
        raise PackSchemaError(path, f"条目 {raw['written']} 的 term 只能是 yes 或 no")
    for written, means in _forms(path, raw):
        if _folded(written) in map(_folded, means):
            raise PackSchemaError(path, f"“{written}” 统一写法之后就是本义，不必列出")
        yield Entry(
            _folded(written),
            tuple(map(_folded, means)),
            str(raw.get("technique", technique)),
            tuple(map(_folded, _words(path, raw, "needs"))),
            tuple(map(_folded, _words(path, raw, "unless"))),
            term == "yes",
        )


def _unique(entries: Sequence[Entry]) -> Iterator[Entry]:
    """One entry a written form; of several, the first one's conditions hold."""
    by_form: dict[str, Entry] = {}
    for entry in entries:
        first = by_form.setdefault(entry.written, entry)
        means = tuple(dict.fromkeys((*first.means, *entry.means)))
        by_form[entry.written] = first._replace(means=means)
    yield from by_form.values()


def _forms(path: str, raw: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Each written form with its meanings: ``written: {加裙: 加群}``, or ``written: [..]`` with ``means``."""
    written = raw["written"]
    if isinstance(written, Mapping) == ("means" in raw):
        raise PackSchemaError(path, f"条目 {written} 要么写成“变体: 本义”的对照，要么用 means 写出本义")
    if isinstance(written, Mapping):
        yield from ((form, _words(path, written, form)) for form in written)
    else:
        yield from ((form, _words(path, raw, "means")) for form in _words(path, raw, "written"))


def _folded(word: str) -> str:
    return fold(word).text


def _letters(path: str, group: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    letters = group.get("letters", {})
    if not isinstance(letters, Mapping):
        raise PackSchemaError(path, f"分组 {group['title']} 的 letters 要写成 字母: 形近字符")
    for letter, lookalikes in letters.items():
        yield from ((fold(c).text, str(letter)) for c in str(lookalikes) if fold(c).text != str(letter))


def _check_examples(path: str, group: Mapping[str, Any]) -> None:
    """A group without examples of both kinds cannot be tested, so it does not load."""
    for example in _mappings(path, group, "flag"):
        _check_keys(path, f"分组 {group['title']} 的 flag", example, FLAG_KEYS, FLAG_KEYS)
    for kind in ("flag", "pass"):
        if not isinstance(group[kind], list) or len(group[kind]) < 2:
            raise PackSchemaError(path, f"分组 {group['title']} 的 {kind} 至少要有两条例句")


def _check_keys(
    path: str, what: str, mapping: Mapping[str, Any], known: Sequence[str], needed: Sequence[str]
) -> None:
    for key in mapping:
        if key not in known:
            raise PackSchemaError(path, f"{what} 有不认识的键 “{key}”{did_you_mean(key, list(known))}")
    for key in needed:
        if key not in mapping:
            raise PackSchemaError(path, f"{what} 缺少 “{key}”")


def _mappings(path: str, owner: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = owner.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise PackSchemaError(path, f"“{key}” 要写成列表，每项是“键: 值”")
    return found


def _words(path: str, owner: Mapping[str, Any], key: str) -> list[str]:
    found = owner.get(key, [])
    words = [found] if isinstance(found, str) else found
    if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
        raise PackSchemaError(path, f"“{key}” 要写成一个词或词的列表：{found}")
    return words
