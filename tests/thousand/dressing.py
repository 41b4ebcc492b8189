"""A script dressed as every kind of file, and its findings taken out of that file again.

What is cut out of a file is undressed here by the tools that wrote it (``html``, ``json``, ``csv``,
python-docx, openpyxl), never by the readers under test.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Any, Final, NamedTuple

from tests.readers.making import pdf_file, word_file
from tests.thousand.scripts import Script

HAN: Final = re.compile(r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}(?=[\u4e00-\u9fff])")
"""A few letters among others: marks around them are marks in every dialect of Markdown."""


class Dress(NamedTuple):
    """How a script becomes a file, and how a stretch of the file becomes words again."""

    suffix: str
    wrap: Callable[[Script, Random], bytes]
    plain: Callable[[str], str] = str


def _marked(line: str, chance: Random, before: str, after: str) -> str:
    """The line with a mark around some of its letters, now and then."""
    found = list(HAN.finditer(line))
    if not found or chance.random() < 0.5:
        return line
    at = chance.choice(found)
    return f"{line[: at.start()]}{before}{at[0]}{after}{line[at.end() :]}"


def _text(script: Script, chance: Random) -> bytes:
    mark = chance.choice(("", "\ufeff"))
    return (mark + script.newline.join(script.lines)).encode()


def _markdown(script: Script, chance: Random) -> bytes:
    lines = [_marked(re.sub(r"([<>])", r"\\\1", line), chance, "**", "**") for line in script.lines]
    return (script.newline * 2).join(lines).encode()


def _cues(script: Script, chance: Random, head: str, comma: str, dressed: Callable[[str], str]) -> bytes:
    out = [head] if head else []
    for number, line in enumerate(script.lines, 1):
        out.append(f"{number}\n00:00:{number:02}{comma}000 --> 00:00:{number + 1:02}{comma}000")
        out.append(_marked(dressed(line), chance, "<i>", "</i>") + "\n")
    return "\n".join(out).replace("\n", script.newline).encode()


def _srt(script: Script, chance: Random) -> bytes:
    return _cues(script, chance, "", ",", str)


def _vtt(script: Script, chance: Random) -> bytes:
    return _cues(script, chance, "WEBVTT\n", ".", lambda line: html.escape(line, quote=False))


def _ass(script: Script, chance: Random) -> bytes:
    out = ["[Script Info]", "Title: 甲", "", "[Events]", "Format: Layer, Start, End, Style, Name, Text"]
    for number, line in enumerate(script.lines, 1):
        words = _marked(line, chance, "{\\b1}", "{\\b0}")
        out.append(f"Dialogue: 0,0:00:{number:02}.00,0:00:{number + 1:02}.00,Default,,{words}")
    return script.newline.join(out).encode()


def _lrc(script: Script, chance: Random) -> bytes:
    rows = [f"[00:{n:02}.00]{_marked(line, chance, '<00:01.00>', '')}" for n, line in enumerate(script.lines)]
    return script.newline.join(rows).encode()


def _page(script: Script, chance: Random) -> bytes:
    rows = []
    for line in script.lines:
        words = html.escape(line) if "&" in line else _coded(html.escape(line), chance)
        rows.append(f"<p>{_marked(words, chance, '<b>', '</b>')}</p>")
    title = "<!doctype html><html><head><meta charset='utf-8'><style>p{}</style></head><body>"
    return script.newline.join([title, *rows, "<!-- 注 --></body></html>"]).encode()


def _coded(words: str, chance: Random) -> str:
    """Some of the letters as character references."""
    return re.sub(r"[\u4e00-\u9fff]", lambda m: f"&#{ord(m[0])};" if chance.random() < 0.1 else m[0], words)


def _csv(script: Script, chance: Random) -> bytes:
    stream = io.StringIO(newline="")
    quoting = chance.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL))
    writer = csv.writer(stream, quoting=quoting, lineterminator=script.newline)
    writer.writerow(["镜号", "口播", "画面"])
    writer.writerows([number, line, ""] for number, line in enumerate(script.lines, 1))
    return stream.getvalue().encode()


def _workbook(script: Script, chance: Random) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["镜号", "口播", "画面"])
    for number, line in enumerate(script.lines, 1):
        sheet.append([number, line, ""])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _word(script: Script, chance: Random) -> bytes:
    from docx import Document

    document = Document()
    for line in script.lines:
        paragraph = document.add_paragraph()
        cut = chance.randint(0, len(line))
        for number, words in enumerate((line[:cut], line[cut:])):
            paragraph.add_run(words).bold = bool(number)
    return word_file(document)


def _record(line: str, chance: Random) -> str:
    return json.dumps({"口播": line}, ensure_ascii=chance.random() < 0.4)


def _json(script: Script, chance: Random) -> bytes:
    rows = f",{script.newline}".join(_record(line, chance) for line in script.lines)
    return f"[{rows}]".encode()


def _jsonl(script: Script, chance: Random) -> bytes:
    return script.newline.join(_record(line, chance) for line in script.lines).encode()


def _screenplay(script: Script, chance: Random) -> bytes:
    rows = ["INT. 厨房 - 白天", "", "@阿茶"]
    rows += [_marked(line, chance, "*", "*") for line in script.lines]
    return script.newline.join(rows).encode()


def _pdf(script: Script, chance: Random) -> bytes:
    return pdf_file("\n".join(script.lines))


def without(pattern: str) -> Callable[[str], str]:
    """Takes the marks of a format away."""
    return lambda cut: re.sub(pattern, "", cut)


def from_json(cut: str) -> str:
    """What the inside of a JSON string says."""
    words: str = json.loads(f'"{cut}"')
    return words


DRESSES: Final[Mapping[str, Dress]] = {
    d.suffix: d
    for d in (
        Dress(".txt", _text),
        Dress(".md", _markdown, without(r"\*\*|\\")),
        Dress(".srt", _srt, without("</?i>")),
        Dress(".vtt", _vtt, lambda cut: html.unescape(re.sub("</?i>", "", cut))),
        Dress(".ass", _ass, without(r"\{[^}]*\}")),
        Dress(".lrc", _lrc, without("<[^>]*>")),
        Dress(".html", _page, lambda cut: html.unescape(re.sub("</?b>", "", cut))),
        Dress(".csv", _csv, lambda cut: cut.replace('""', '"')),
        Dress(".xlsx", _workbook),
        Dress(".docx", _word),
        Dress(".json", _json, from_json),
        Dress(".jsonl", _jsonl, from_json),
        Dress(".fountain", _screenplay, without(r"\*")),
        Dress(".pdf", _pdf),
    )
}


def packed_text(content: bytes, suffix: str, where: Mapping[str, Any]) -> str:
    """The Word paragraph or workbook cell that a finding names, read by another program."""
    if suffix == ".docx":
        from docx import Document

        return str(Document(io.BytesIO(content)).paragraphs[int(where["paragraph"]) - 1].text)
    from openpyxl import load_workbook

    return str(load_workbook(io.BytesIO(content))[str(where["sheet"])][str(where["cell"])].value)
