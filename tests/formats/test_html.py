"""The page people print and send."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.formats import FORMATS
from compliance.formats.shared.html_style import CSS
from compliance.formats.shared.layers import cut
from compliance.report import Run
from compliance.text import Span

from .reports import RUN, Found, report


def page(run: Run = RUN) -> str:
    stream = io.StringIO()
    FORMATS["html"].write(run, stream)
    return stream.getvalue()


class Reader(HTMLParser):
    """Collects the marked text, the ids and the links of a page, and every tag."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.marked: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag == "mark":
            self._inside = given["class"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.marked.append((self._inside, data))


def test_overlapping_findings_are_cut_at_their_edges() -> None:
    marks = Reader(page()).marked
    assert marks[:3] == [("error", "全网"), ("error", "最低价"), ("warning", "三天见效")]


def test_every_link_leads_somewhere_and_every_id_is_unique() -> None:
    read = Reader(page())
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links} <= set(read.ids)


def test_page_runs_and_loads_nothing() -> None:
    text = page()
    assert not {"script", "link", "img", "iframe", "object"} & Reader(text).tags
    assert "default-src 'none'" in text
    assert "url(" not in text and "@import" not in text


def test_script_text_cannot_become_markup() -> None:
    evil = "<script>alert(1)</script>\"'&最低价"
    read = Reader(page(Run((report(evil, [Found(evil)], name="<b>.md"),))))
    assert "script" not in read.tags and "b" not in read.tags
    assert "".join(text for _, text in read.marked) == evil


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6))
def test_cut_pieces_cover_the_text_once_and_know_their_ranges(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(p), max(p)) for p in pairs]
    pieces = cut(spans, 0, 20)
    assert [i for p in pieces for i in range(p.start, p.end)] == list(range(20))
    for number, span in enumerate(spans):
        covered = [i for p in pieces if number in p.covers for i in range(p.start, p.end)]
        assert covered == list(range(span.start, span.end))
        assert any(number in p.covers for p in pieces)


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", ["error", "warning", "info", "quiet"])
def test_colours_are_readable(kind: str) -> None:
    colors = {k: (v if len(v) == 7 else "#" + "".join(c * 2 for c in v[1:])) for k, v in _colors().items()}
    assert contrast(colors["ink"], colors[f"{kind}-tint"]) >= 4.5
    assert contrast(colors[f"{kind}-ink"], colors[f"{kind}-tint"]) >= 4.5
    assert contrast(colors[f"{kind}-ink"], colors["paper"]) >= 4.5


def _colors() -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{3,6})", CSS))


def test_severity_shows_without_colour() -> None:
    styles = dict(re.findall(r"mark\.(\w+)\{[^}]*text-decoration-style:(\w+)", CSS))
    assert len(set(styles.values())) == 3
    assert "错误" in page()


def test_long_text_shows_only_lines_with_findings() -> None:
    run = Run((report("平常的一行\n" * 30_000 + "全网最低价\n", [Found("最低价")]),))
    text = page(run)
    assert text.count("<li value=") == 1
    assert "只列出有检出的行" in text
