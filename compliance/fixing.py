"""Rewrites in the file itself: only where the rule names a replacement, and only if no rule objects to it.

A file keeps its encoding, its byte order mark and its line breaks: nothing but the replaced words changes.
"""

from __future__ import annotations

import codecs
import difflib
import os
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from compliance.dropping import droppable
from compliance.errors import ComplianceError, InputError
from compliance.folding import fold
from compliance.report import Report, Violation
from compliance.text import Document, Span

Read = Callable[[bytes], Document]
"""Reads a content as the file itself is read; raises InputError where it cannot be read."""
Check = Callable[[Document], Report]

_CODECS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (b"", "utf-8"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
    (b"", "gb18030"),
)
"""Byte order mark and encoding; a file with a mark is tried with it first."""
_ADVICE: Final = frozenset("，。；：、（）“”《》…,;:()\n")
"""Signs of a sentence about the rewrite, as against the rewrite itself."""


class Rewrite(NamedTuple):
    """Words replaced, or to be replaced, and where: in the source and in the visible text before any rewrite.

    A word that is dropped takes a sign or a 的 with it, so the range may be wider than the finding.
    """

    violation: Violation
    text: str
    span: Span
    seen: Span


class Refusal(NamedTuple):
    """A rewrite that was not made, and why."""

    violation: Violation
    reason: str


class Fixed(NamedTuple):
    """A file with its rewrites: the new content, what was replaced, what was not."""

    content: bytes
    made: tuple[Rewrite, ...]
    refused: tuple[Refusal, ...]
    before: str = ""
    after: str = ""


class _State(NamedTuple):
    """The file at one moment: its text, as read, as checked."""

    source: str
    document: Document
    report: Report


def fix(content: bytes, report: Report, read: Read, check: Check, *, unsafe: bool = False) -> Fixed:
    """Make the rewrites of a report that are safe in this content.

    Each is made only if the words stand in the file as readers see them, if the file then reads the same but
    for these words, and if the check then finds the old finding gone and no new one.

    Args:
        content: the bytes the report was made from.
        report: the findings.
        read: as the file is read.
        check: the check that gave the report.
        unsafe: where the rule names no replacement, use its first suggestion if that is a wording.
    """
    wanted, refused = _wanted(report, unsafe=unsafe)
    if not wanted:
        return Fixed(content, (), tuple(refused))
    written = _codec(content, report.document.source)
    if written is None:
        reason = "这种文件不能自动改写，请在原来的程序里修改（cannot be rewritten in place）"
        return Fixed(content, (), (*refused, *(Refusal(w.violation, reason) for w in wanted)))
    return _Fixing(content, report, read, check, written).result(wanted, refused)


def write_fixed(path: str | Path, fixed: Fixed) -> None:
    """Put the new content in the place of the file, which keeps its permissions.

    Raises:
        InputError: it cannot be written; the file is as it was.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if not os.access(target, os.W_OK):
            raise PermissionError(13, os.strerror(13))
        partial.write_bytes(fixed.content)
        partial.chmod(target.stat().st_mode & 0o7777)
        partial.replace(target)
    except OSError as error:
        raise InputError(
            str(path), f"改写没有写进去，文件没有变（cannot be written）：{error.strerror}"
        ) from None
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def unified_diff(path: str, fixed: Fixed) -> str:
    """The rewrites as a patch that ``git apply`` and ``patch`` take."""
    name = path.replace(os.sep, "/")
    before, after = fixed.before.splitlines(keepends=True), fixed.after.splitlines(keepends=True)
    rows = []
    for row in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
        rows.append(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n")
    return "".join(rows)


def _wanted(report: Report, *, unsafe: bool) -> tuple[list[Rewrite], list[Refusal]]:
    """The rewrites to try, in order of place and without overlaps; and those that cannot be tried."""
    wanted: list[Rewrite] = []
    refused: list[Refusal] = []
    for violation in sorted(report.violations, key=lambda v: (v.start, v.end)):
        planned = _planned(report.document, violation, unsafe=unsafe)
        if isinstance(planned, Refusal):
            refused.append(planned)
        elif planned is not None and wanted and planned.span.start < wanted[-1].span.end:
            reason = "和另一处改写重叠，改完后再运行一次（overlaps another rewrite）"
            refused.append(Refusal(violation, reason))
        elif planned is not None:
            wanted.append(planned)
    return wanted, refused


def _planned(document: Document, violation: Violation, *, unsafe: bool) -> Rewrite | Refusal | None:
    """The rewrite of one finding, if its rule names one."""
    text = violation.fix
    if violation.start >= violation.end:
        return None
    if text is None and unsafe and violation.suggestions:
        text = violation.suggestions[0]
        if _ADVICE & set(text):
            return Refusal(violation, "改写建议是一段说明，不是可以直接替换的词（advice, not a wording）")
    if text is None:
        return None
    seen = Span(document.visible_at(violation.start), document.visible_at(violation.end))
    if not text:
        dropped = droppable(document.visible, *seen)
        if dropped is None:
            return Refusal(violation, "去掉这几个字句子就不完整了，请改写整句（the sentence needs it）")
        seen = dropped
    span = document.source_span(*seen)
    if document.source[span.start : span.end] != document.visible[seen.start : seen.end]:
        return Refusal(violation, "词里夹着排版记号，请手工修改（markup inside）")
    return Rewrite(violation, text, span, seen)


class _Fixing:
    """Makes rewrites in one file: all at once if nothing speaks against it, else one after the other."""

    def __init__(
        self, content: bytes, report: Report, read: Read, check: Check, written: tuple[bytes, str]
    ) -> None:
        self._content, self._read, self._check = content, read, check
        self._mark, self._encoding = written
        self._start = _State(report.document.source, report.document, report)

    def result(self, wanted: Sequence[Rewrite], refused: list[Refusal]) -> Fixed:
        """The file after all rewrites that could be made."""
        outcome = self._try(wanted)
        if not isinstance(outcome, str):
            made, state = list(wanted), outcome
        else:
            made, state = self._one_by_one(wanted, refused)
        content = self._encoded(state.source) if made else self._content
        return Fixed(content, tuple(made), tuple(refused), self._start.source, state.source)

    def _one_by_one(self, wanted: Sequence[Rewrite], refused: list[Refusal]) -> tuple[list[Rewrite], _State]:
        made: list[Rewrite] = []
        state = self._start
        for rewrite in wanted:
            outcome = self._try([*made, rewrite])
            if isinstance(outcome, str):
                refused.append(Refusal(rewrite.violation, outcome))
            else:
                made.append(rewrite)
                state = outcome
        return made, state

    def _try(self, rewrites: Sequence[Rewrite]) -> _State | str:
        """The file after these rewrites, or why they cannot be made."""
        source = _replaced(self._start.source, [(*r.span, r.text) for r in rewrites])
        try:
            document = self._read(self._encoded(source))
            report = self._check(document)
        except (ComplianceError, UnicodeEncodeError):
            return "改写后文件读不了（cannot be read afterwards）"
        expected = _replaced(self._start.document.visible, [(*r.seen, r.text) for r in rewrites])
        if document.source != source or document.visible != expected:
            return "改写会动到别的文字或排版（would change more than the words）"
        before, after = _findings(self._start.report), _findings(report)
        fresh = after - before
        if fresh:
            rule = min(fresh)[0]
            return f"改写后会出现新的发现（new finding）：{rule}"
        if (before - after).total() < len(rewrites):
            return "改写后仍会被检出（still found）"
        return _State(source, document, report)

    def _encoded(self, source: str) -> bytes:
        return self._mark + source.encode(self._encoding, _errors(self._encoding))


def _findings(report: Report) -> Counter[tuple[str, str]]:
    set_aside = [s.violation for s in report.suppressed]
    return Counter((v.rule_id, fold(v.excerpt).text) for v in (*report.violations, *set_aside))


def _replaced(text: str, places: Sequence[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, words in places:
        pieces += (text[at:start], words)
        at = end
    return "".join([*pieces, text[at:]])


def _codec(content: bytes, source: str) -> tuple[bytes, str] | None:
    """The mark and encoding with which the source gives exactly this content; None if there is none."""
    for mark, encoding in _CODECS:
        if content.startswith(mark):
            with suppress(UnicodeEncodeError):
                if mark + source.encode(encoding, _errors(encoding)) == content:
                    return mark, encoding
    return None


def _errors(encoding: str) -> str:
    return "surrogatepass" if encoding.startswith("utf") else "strict"
