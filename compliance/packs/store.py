"""The compiled library on disk: one header line, then entries — rules, lists, tables — read as far as needed.

JSON, not pickle or marshal: a cache folder may be written by others. A cache is found by the names, times and
sizes of the pack files, and trusted because its header names the SHA-256 of their contents.
"""

from __future__ import annotations

import json
import os
from binascii import crc32
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import accumulate
from typing import Any, BinaryIO

from compliance.blocks import Blocks, laid_out

FORMAT = 32  # raise when the shape of the compiled form changes
NEWEST = 24  # compiled libraries kept; older ones are removed

Stamp = tuple[str, int, int]
"""Path, modification time in ns, size in bytes."""


class Compiled:
    """A header and entries that are read when asked for: values as JSON, and blocks of rows as they are."""

    def __init__(self, header: dict[str, Any], entries: Sequence[bytes]) -> None:
        self.header, self._entries = header, entries

    def value(self, number: int) -> Any:
        """Entry ``number``, decoded."""
        return json.loads(self.part(number))

    def blocks(self, number: int) -> Blocks:
        """The rows whose table is entry ``number``; they are the entry after it."""
        return Blocks(self.value(number), partial(self._text, number + 1))

    def part(self, number: int, start: int = 0, end: int | None = None) -> bytes:
        """The bytes ``start`` to ``end`` of entry ``number``."""
        return self._entries[number][start:end]

    def _text(self, number: int, start: int, end: int) -> str:
        return self.part(number, start, end).decode()


class CachedCompiled(Compiled):
    """The same, read from an open cache file piece by piece.

    Reading names its position and moves none: threads and forked processes share the open file.
    """

    def __init__(self, header: dict[str, Any], cache: BinaryIO, first: int) -> None:
        super().__init__(header, ())
        self._cache, self._first = cache, first
        self._read = _reader(cache)

    def part(self, number: int, start: int = 0, end: int | None = None) -> bytes:
        """The bytes ``start`` to ``end`` of entry ``number``."""
        ends = self.header["ends"]
        begin = ends[number - 1] if number else 0
        size = ends[number] - begin if end is None else end
        return self._read(self._first + begin + start, size - start)


def _reader(cache: BinaryIO) -> Callable[[int, int], bytes]:
    """Reads (position, size) of an open file without moving it."""
    if hasattr(os, "pread"):
        descriptor = cache.fileno()
        return lambda position, size: os.pread(descriptor, size, position)
    import mmap  # Windows

    view = mmap.mmap(cache.fileno(), 0, access=mmap.ACCESS_READ)
    return lambda position, size: view[position : position + size]


def cache_folder() -> str:
    """Where compiled packs are kept: $COMPLIANCE_CACHE_DIR, or the user's cache folder."""
    given = os.environ.get("COMPLIANCE_CACHE_DIR")
    if given:
        return given
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "yushen-compliance")


def stamps(paths: Sequence[str]) -> list[Stamp]:
    """What tells without reading that files are as they were."""
    found = []
    for path in paths:
        status = os.stat(path)
        found.append((path, status.st_mtime_ns, status.st_size))
    return found


def read(files: Sequence[Stamp]) -> Compiled | None:
    """The library compiled from exactly these files, if the cache has it and it is whole."""
    try:
        cache = open(_place(files), "rb")  # noqa: SIM115 (stays open: lines are read when needed)
        header = json.loads(cache.readline())
        first = cache.tell()
        size = os.fstat(cache.fileno()).st_size
    except (OSError, ValueError):
        return None
    whole = (
        isinstance(header, dict)
        and header.get("files") == [list(f) for f in files]
        and first + header["ends"][-1] == size
    )
    return CachedCompiled(header, cache, first) if whole else None


def write(files: Sequence[Stamp], header: dict[str, Any], entries: Sequence[bytes]) -> None:
    """Keep a compiled library; a cache that cannot be written costs time, nothing else."""
    target = _place(files)
    unfinished = f"{target}.{os.getpid()}.part"
    header = {**header, "files": files, "ends": list(accumulate(map(len, entries)))}
    try:
        os.makedirs(cache_folder(), exist_ok=True)
        with open(unfinished, "wb") as cache:
            cache.write(f"{_packed(header)}\n".encode())
            cache.writelines(entries)
        os.replace(unfinished, target)
        _tidy()
    except OSError:
        with suppress(OSError):
            os.unlink(unfinished)


def encoded(value: Any) -> bytes:
    """One value as an entry."""
    return f"{_packed(value)}\n".encode()


def encoded_rows(rows: Mapping[str, str] | Iterable[str]) -> tuple[bytes, bytes]:
    """Rows as the two entries of ``Compiled.blocks``."""
    table, blocks = laid_out(rows)
    return encoded(table), blocks.encode()


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _place(files: Sequence[Stamp]) -> str:
    # A name, not a proof: the header is compared with the files themselves.
    signature = crc32(repr((FORMAT, files)).encode("utf-8", "surrogatepass"))
    return os.path.join(cache_folder(), f"rules-{FORMAT}-{signature:08x}.jsonl")


def _tidy() -> None:
    """Remove the oldest caches beyond a number; editing packs makes many."""
    with os.scandir(cache_folder()) as entries:
        caches = [(e.stat().st_mtime_ns, e.path) for e in entries if e.name.startswith("rules-")]
    for _, path in sorted(caches, reverse=True)[NEWEST:]:
        with suppress(OSError):
            os.unlink(path)
