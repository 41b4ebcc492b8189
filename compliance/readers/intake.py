"""From a path to bytes: what may be opened, how much is read, and how a refusal is worded."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, Final

from compliance.errors import InputError, InputTooLarge

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 20 * 1024 * 1024
"""20 MiB: months of scripts in one text file; more is a mistake or an attack."""

_REASONS: Final = {
    errno.ENOENT: "找不到这个文件；请检查路径和文件名（no such file）",
    errno.ENOTDIR: "路径中间有一段不是文件夹；请检查路径",
    errno.EACCES: "没有读取权限；请检查文件权限（permission denied）",
    errno.EPERM: "没有读取权限；请检查文件权限（permission denied）",
    errno.ELOOP: "符号链接指成了一个圈；请改用真实路径（symbolic link loop）",
    errno.ENAMETOOLONG: "路径太长；请移到更浅的文件夹或缩短文件名",
    errno.ENXIO: "不是普通文件（是套接字或管道）；请给出文件，或用 “-” 从标准输入读取",
}


def load(path: str | Path) -> bytes:
    """The content of a regular file of at most ``MAX_BYTES``.

    Pipes, sockets and devices are refused before a read could block. A file that changes meanwhile is
    refused too: half of one version and half of another is a text nobody wrote.

    Raises:
        InputTooLarge: over the limit.
        InputError: missing, a folder, not a regular file, unreadable, or changed while being read.
    """
    name = str(path)
    try:
        return _load(name)
    except OSError as error:
        raise InputError(shown(name), _reason(error, name)) from None
    except ValueError:  # a NUL character inside the path
        raise InputError(shown(name), "路径里有不允许的字符；请检查文件名") from None


def refuse_oversize(size: int, name: str) -> None:
    """Raise InputTooLarge if ``size`` bytes are over the limit."""
    if size > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        raise InputTooLarge(
            shown(name), f"文件有 {size / (1024 * 1024):.1f} MiB，超过上限 {limit} MiB；请拆成几个文件"
        )


def shown(name: str) -> str:
    """A file name safe to print on one line: control characters and undecodable bytes are escaped."""
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _load(name: str) -> bytes:
    # O_NONBLOCK: opening a pipe without a writer would otherwise hang before we can look at what it is.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(name, flags)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        before = os.fstat(descriptor)
        _refuse_irregular(before, name)
        refuse_oversize(before.st_size, name)
        content = _read_up_to(file.fileno(), MAX_BYTES + 1)
        after = os.fstat(descriptor)
    refuse_oversize(len(content), name)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise InputError(shown(name), "读取时文件正在被修改；请等保存完成后再检查一次")
    return content


def _read_up_to(descriptor: int, limit: int) -> bytes:
    pieces: list[bytes] = []
    left = limit
    while left > 0:
        piece = os.read(descriptor, min(left, 1 << 20))
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _refuse_irregular(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError(shown(name), _FOLDER)
    if not stat.S_ISREG(status.st_mode):
        raise InputError(shown(name), _REASONS[errno.ENXIO])


_FOLDER: Final = "是文件夹，不是文件；请给出里面的文件（is a folder）"


def _reason(error: OSError, name: str) -> str:
    if os.path.isdir(name):  # Windows says “permission denied” for a folder
        return _FOLDER
    known = _REASONS.get(error.errno or 0)
    return known or f"读取失败：{error.strerror or error}；请检查磁盘或网络盘后再试"
