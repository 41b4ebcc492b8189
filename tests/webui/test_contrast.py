"""The colours of the page can be read in light and dark (WCAG 2.2: 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import webui

CSS = (Path(webui.__file__).parent / "static" / "palette.css").read_text(encoding="utf-8")
TEXT, MARK = 4.5, 3.0
KINDS = ("error", "warning", "info", "excused")
PAIRS = [
    *(
        (text, ground, TEXT)
        for text in ("text", "muted", "accent", "accent-strong")
        for ground in ("ground", "surface")
    ),
    *((text, "accent-tint", TEXT) for text in ("text", "accent", "accent-strong", "muted")),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-strong", TEXT),
    *(("text", f"{kind}-tint", TEXT) for kind in KINDS),
    *((f"{kind}-line", f"{kind}-tint", TEXT) for kind in KINDS),
    *((f"{kind}-line", "surface", TEXT) for kind in KINDS),
    *(("muted", f"{kind}-tint", TEXT) for kind in KINDS),
    *((mark, ground, MARK) for mark in ("edge", "focus") for ground in ("surface", "ground")),
]


def palette(scheme: str) -> dict[str, str]:
    """The colours of a scheme; dark ones over light ones."""
    light, _, dark = CSS.partition("@media (prefers-color-scheme: dark)")
    named = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6});")
    return dict(named.findall(light)) | (dict(named.findall(dark)) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast_is_enough(scheme: str, front: str, back: str, least: float) -> None:
    colours = palette(scheme)
    assert contrast(colours[front], colours[back]) >= least


def test_dark_gives_every_colour_its_own_value() -> None:
    light, dark = palette("light"), palette("dark")
    assert {name for name in light if light[name] == dark[name]} == set()


def test_no_style_sheet_brings_colours_of_its_own() -> None:
    for sheet in (Path(webui.__file__).parent / "static").glob("*.css"):
        screen = sheet.read_text(encoding="utf-8").partition("@media print")[0]
        if sheet.name != "palette.css":
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", screen), sheet.name


def test_every_colour_used_is_in_the_palette() -> None:
    for sheet in (Path(webui.__file__).parent / "static").glob("*.css"):
        used = set(re.findall(r"var\(--([\w-]+)\)", sheet.read_text(encoding="utf-8")))
        assert used <= palette("light").keys() | {"line", "tint", "shadow"}, sheet.name
