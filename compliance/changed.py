"""What changed in a Git repository: files, lines and contents, for checks that look at changes only."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from compliance.errors import ConfigError
from compliance.report import Report, Suppressed, Violation

GIT_SECONDS: Final = 120  # a diff of a large repository on a slow disk
_DIFF: Final = (
    *("git", "-c", "core.quotePath=true", "-c", "diff.suppressBlankEmpty=false", "diff"),
    *("--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--no-relative"),
    *("--find-renames",),
)
_HUNK: Final = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")

Lines = tuple[tuple[int, int], ...]
"""Ranges of 1-based lines, both ends included, in order."""


class Change(NamedTuple):
    """A changed file.

    ``lines`` None: all of it is new, or Git cannot tell (Word, spreadsheets). ``before``: the blob it had, or
    "" for a new file. ``staged``: the blob in the index, where that is what is to be checked.
    """

    path: str
    lines: Lines | None
    before: str = ""
    staged: str = ""
    folder: str = ""
    """The root of the repository."""


def changes_since(revision: str, folder: str | Path = ".") -> tuple[Change, ...]:
    """The files that differ from where this branch left ``revision``, with those Git does not track yet.

    Raises:
        ConfigError: no Git, no repository, no such revision.
    """
    root = repository(folder)
    commit = _commit(root, revision)
    merge_base = _run(["git", "merge-base", commit, "HEAD"], root, quiet=True)
    base = merge_base.decode().strip() or commit  # in a shallow clone the common ancestor may be unknown
    untracked = _run(["git", "ls-files", "--others", "--exclude-standard", "-z"], root)
    fresh = [Change(_shown(root, name), None, folder=str(root)) for name in _names(untracked)]
    return (*_changes(root, [base]), *fresh)


def staged_changes(folder: str | Path = ".") -> tuple[Change, ...]:
    """The files in the index that differ from the last commit; their staged contents are to be checked.

    Raises:
        ConfigError: no Git, no repository.
    """
    root = repository(folder)
    found = _changes(root, ["--cached"])
    return tuple(change for change in found if change.staged)


def repository(folder: str | Path) -> Path:
    """The root of the repository around a folder.

    Raises:
        ConfigError: there is none, or no Git.
    """
    answer = _run(["git", "rev-parse", "--show-toplevel"], Path(folder), quiet=True)
    if not answer:
        problem = "不在 Git 仓库里，无法比较改动；请在仓库里运行，或去掉 --diff-base 与 --staged"
        raise ConfigError(f"{Path(folder).absolute()}: {problem}（not a Git repository）")
    return Path(os.fsdecode(answer.removesuffix(b"\n")))


def content_of(change: Change, blob: str) -> bytes:
    """The content of a blob: what is staged, or what was there before.

    Raises:
        ConfigError: Git cannot give it.
    """
    return _run(["git", "cat-file", "blob", blob], Path(change.folder))


def narrowed(report: Report, change: Change, missing_before: Callable[[], Counter[str]]) -> Report:
    """The report of a changed file with the findings the change has nothing to do with set aside.

    Args:
        report: of the file as it is now.
        change: what changed.
        missing_before: the missing statements of the former version, counted by rule; asked where needed.
    """
    if change.lines is None and not change.before:
        return report
    old: Counter[str] | None = None
    kept, aside = [], []
    for violation in report.violations:
        # Something missing at the end of the text stands on the last line, whatever caused it.
        placed = violation.start < violation.end or bool(violation.excerpt)
        if not placed or (
            violation.start == violation.end and not _on_lines(report, violation, change.lines or ())
        ):
            old = missing_before() if old is None else old
            caused = old[violation.rule_id] == 0
            old[violation.rule_id] -= not caused
        else:
            caused = change.lines is None or _on_lines(report, violation, change.lines)
        if caused:
            kept.append(violation)
        else:
            aside.append(Suppressed(violation, "unchanged", "不在改动的行上（not on changed lines）"))
    return report._replace(violations=tuple(kept), suppressed=(*report.suppressed, *aside))


def _on_lines(report: Report, violation: Violation, lines: Lines) -> bool:
    last, _ = report.document.line_and_column(max(violation.start, violation.end - 1))
    return any(first <= last and violation.line <= end for first, end in lines)


def _changes(root: Path, what: Sequence[str]) -> tuple[Change, ...]:
    """The changes between two states. Git lists the files in the same order in both answers.

    The patch is asked for without -z: then a name with a line break is quoted, and every line that begins
    with “diff --git” begins a file.
    """
    listing = ["--raw", "--no-abbrev", "-z", *what, "--"]
    files = _raw_files(_run([*_DIFF, "--diff-filter=ACMR", *listing], root))
    patch = _run([*_DIFF, "--diff-filter=ACMR", "--patch", "--unified=0", *what, "--"], root)
    patches = re.split(rb"^diff --git .*\n", patch, flags=re.MULTILINE)[1:]
    if len(patches) != len(files):
        raise ConfigError(
            f"{root}: git diff 的两次回答不一致；请等其他 Git 操作结束后再试（Git answered twice)"
        )
    # What was a link and is a file now is two entries in a patch, and all of it is new.
    replaced = _raw_files(_run([*_DIFF, "--diff-filter=T", *listing], root))
    changes = []
    for (old, new, before, after, name), text in zip(
        [*files, *replaced], [*patches, *(b"" for _ in replaced)], strict=True
    ):
        if new not in ("100644", "100755"):
            continue  # links and submodules hold no script
        is_new = set(before) == {"0"} or old not in ("100644", "100755")
        staged = "" if set(after) == {"0"} or "--cached" not in what else after
        lines = None if is_new else _lines(text)
        changes.append(Change(_shown(root, name), lines, "" if is_new else before, staged, str(root)))
    return tuple(changes)


def _raw_files(raw: bytes) -> list[tuple[str, str, str, str, bytes]]:
    """(old mode, new mode, old blob, new blob, name now) of every file in ``git diff --raw -z``."""
    words = raw.split(b"\0")[:-1]
    files = []
    at = 0
    while at < len(words):
        old, new, before, after, status = words[at].decode("ascii").removeprefix(":").split(" ")
        names = 2 if status[0] in "RC" else 1
        files.append((old, new, before, after, words[at + names]))
        at += 1 + names
    return files


def _lines(patch: bytes) -> Lines | None:
    """The lines the patch of one file adds or changes; a place where lines vanished counts as none."""
    if re.search(rb"^(?:Binary files |GIT binary patch)", patch, re.MULTILINE):
        return None
    found = []
    for hunk in _HUNK.finditer(patch):
        if hunk.start() and patch[hunk.start() - 1 : hunk.start()] != b"\n":
            continue
        first, count = int(hunk[1]), int(hunk[2] or 1)
        if count:
            found.append((first, first + count - 1))
    return tuple(found)


def _commit(root: Path, revision: str) -> str:
    answer = _run(
        ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"],
        root,
        quiet=True,
    )
    if not answer:
        advice = "请检查拼写；CI 里可能要先取历史（git fetch，或 checkout 时 fetch-depth: 0）"
        raise ConfigError(f"--diff-base: 没有这个版本（no such revision）“{revision}”；{advice}")
    return answer.decode("ascii").strip()


def _names(listed: bytes) -> list[bytes]:
    return [name for name in listed.split(b"\0") if name]


def _shown(root: Path, name: bytes) -> str:
    return os.path.relpath(root / os.fsdecode(name))


def _run(words: Sequence[str], folder: Path, *, quiet: bool = False) -> bytes:
    """What a Git command prints; with ``quiet`` a failure is an empty answer."""
    try:
        answer = subprocess.run(  # noqa: S603 - fixed words, no shell
            words, cwd=folder, capture_output=True, timeout=GIT_SECONDS, check=False
        )
    except FileNotFoundError:
        raise ConfigError("没有找到 git；--diff-base 与 --staged 需要它（git is not installed）") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ConfigError(f"{folder}: git 没有完成（git failed）：{error}") from None
    if answer.returncode == 0:
        return answer.stdout
    if quiet:
        return b""
    problem = answer.stderr.decode("utf-8", "replace").strip()
    raise ConfigError(f"{folder}: git 没有完成（git failed）：{problem}")
