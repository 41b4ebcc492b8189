"""Both languages say everything, and a visitor gets the one he wants."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from flask.testing import FlaskClient

import webui
from webui.i18n import LANGUAGES, catalogue

FOLDER = Path(webui.__file__).parent
SOURCES = [*FOLDER.glob("*.py"), *(FOLDER / "templates").glob("*.html")]
PARTS = {  # keys put together from a piece and a value: every value they can take
    "form.": ("industries", "platforms", "industries-hint", "platforms-hint"),
    "format.": ("auto", "txt", "md", "srt", "vtt"),
    "keys.": ("next", "previous", "help"),
    "rule.": ("flag", "pass", "gaps"),
    "rule.then-": ("auto", "drop", "warning", "info"),
    "finding.": ("secondary", "memory"),
    "error.": ("400", "403", "404", "405", "413", "415", "500", "industry", "platform", "channel"),
}


def used_keys() -> set[str]:
    """Every key named in code or templates."""
    literal = re.compile(
        r"""["']((?:app|nav|footer|form|format|example|result|finding|keys|rules?|error)\.[\w.-]+)["']"""
    )
    keys = {key for source in SOURCES for key in literal.findall(source.read_text(encoding="utf-8"))}
    files = {f"{name}.html" for name in ("error", "rules", "rule")}
    return (keys - files - {"form.", "finding."}) | {k + v for k, values in PARTS.items() for v in values}


def test_both_catalogues_hold_the_same_keys() -> None:
    assert catalogue("zh").keys() == catalogue("en").keys()


def test_every_key_used_is_in_the_catalogue_and_none_is_left_over() -> None:
    used = {key for key in used_keys() if not key.endswith((".", "-"))}
    assert used == set(catalogue("zh"))


@pytest.mark.parametrize("key", sorted(catalogue("zh")))
def test_both_languages_fill_in_the_same_values(key: str) -> None:
    values = [
        {name for _, name, _, _ in Formatter().parse(catalogue(lang)[key]) if name} for lang in LANGUAGES
    ]
    assert values[0] == values[1]
    assert all(catalogue(lang)[key].strip() for lang in LANGUAGES)


def test_english_holds_no_chinese_besides_names_and_the_example() -> None:
    for key, text in catalogue("en").items():
        if key not in ("nav.language", "nav.language-label", "example.text"):
            assert not re.search(r"[\u4e00-\u9fff]", text), key


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en-GB,en;q=0.9", "en"),
        ("zh-TW,zh;q=0.9,en;q=0.8", "zh"),
        ("fr-FR, en;q=0.5", "en"),
        ("fr", "zh-CN"),
        ("", "zh"),
    ],
)
def test_the_browser_chooses_the_language(client: FlaskClient, header: str, language: str) -> None:
    html = client.get("/", headers={"Accept-Language": header}).text
    assert f'<html lang="{language[:2]}' in html


def test_a_language_asked_for_wins_and_is_remembered(client: FlaskClient) -> None:
    chinese = {"Accept-Language": "zh-CN"}
    assert '<html lang="en"' in client.get("/?lang=en", headers=chinese).text
    assert '<html lang="en"' in client.get("/rules", headers=chinese).text
    assert '<html lang="zh-CN"' in client.get("/?lang=zh", headers=chinese).text


def test_an_unknown_language_changes_nothing(client: FlaskClient) -> None:
    answer = client.get("/?lang=<xx>", headers={"Accept-Language": "en"})
    assert '<html lang="en"' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_switching_the_language_keeps_what_was_typed_and_chosen(client: FlaskClient) -> None:
    fields = {"text": "国家级<b>", "industry": ["food", "drug"], "channel": "live", "as_of": "2026-01-31"}
    html = client.post("/?lang=en", data=fields).text
    assert '<html lang="en"' in html
    assert "国家级&lt;b&gt;</textarea>" in html
    for kept in (
        'value="food" checked',
        'value="drug" checked',
        'value="live" selected',
        'value="2026-01-31"',
    ):
        assert kept in html
