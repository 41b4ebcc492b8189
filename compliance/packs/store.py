"""The compiled library on disk: one header line, then one line per rule, read only as far as needed.

JSON, not pickle or marshal: a cache folder may be written by others. A cache is found by the names, times and
sizes of the pack files, and trusted because its header names the SHA-256 of their contents.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import accumulate
from typing import Any, BinaryIO

FORMAT = 29  # raise when the shape of the compiled form changes
NEWEST = 24  # compiled libraries kept; older ones are removed

Stamp = tuple[str, int, int]
"""Path, modification time in ns, size in bytes."""


class Compiled:
    """A header and lines of JSON that are decoded when asked for."""

    def __init__(self, header: dict[str, Any], lines: Sequence[str]) -> None:
        self.header, self._lines = header, lines

    def line(self, number: int) -> Any:
        """Line ``number``, decoded."""
        return json.loads(self._lines[number])


class CachedCompiled(Compiled):
    """The same, read from an open cache file line by line."""

    def __init__(self, header: dict[str, Any], cache: BinaryIO, first: int) -> None:
        super().__init__(header, ())
        self._cache, self._first = cache, first

    def line(self, number: int) -> Any:
        """Line ``number``, decoded."""
        start, end = self.header["ends"][number - 1] if number else 0, self.header["ends"][number]
        self._cache.seek(self._first + start)
        return json.loads(self._cache.read(end - start))


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


def write(files: Sequence[Stamp], header: dict[str, Any], lines: Sequence[str]) -> None:
    """Keep a compiled library; a cache that cannot be written costs time, nothing else."""
    target = _place(files)
    partial = f"{target}.{os.getpid()}.part"
    encoded = [f"{line}\n".encode() for line in lines]
    header = {**header, "files": files, "ends": list(accumulate(map(len, encoded)))}
    try:
        os.makedirs(cache_folder(), exist_ok=True)
        with open(partial, "wb") as cache:
            cache.write(f"{_packed(header)}\n".encode())
            cache.writelines(encoded)
        os.replace(partial, target)
        _tidy()
    except OSError:
        with suppress(OSError):
            os.unlink(partial)


def pack_line(value: Any) -> str:
    """One value as one line."""
    return _packed(value)


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _place(files: Sequence[Stamp]) -> str:
    import zlib  # a name, not a proof: the header is compared with the files themselves

    signature = zlib.crc32(repr((FORMAT, files)).encode("utf-8", "surrogatepass"))
    return os.path.join(cache_folder(), f"rules-{FORMAT}-{signature:08x}.jsonl")


def _tidy() -> None:
    """Remove the oldest caches beyond a number; editing packs makes many."""
    with os.scandir(cache_folder()) as entries:
        caches = [(e.stat().st_mtime_ns, e.path) for e in entries if e.name.startswith("rules-")]
    for _, path in sorted(caches, reverse=True)[NEWEST:]:
        with suppress(OSError):
            os.unlink(path)
