"""The page's documentation names everything there is, and its examples work."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webui.limits import LOCAL_HOSTS, MAX_BODY_BYTES, MAX_TEXT_CHARS
from webui.submission import JSON_KEYS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "page.md").read_text(encoding="utf-8")
CALLS = [
    shlex.split(call.replace("\\\n", " ")) for call in re.findall(r"```sh\n(curl .*?)```", PAGE, re.DOTALL)
]


def test_every_address_is_documented(app: Flask) -> None:
    rules = {str(rule).replace("<rule_id>", "<编号>") for rule in app.url_map.iter_rules()}
    for rule in rules - {"/", "/check", "/static/<path:filename>"}:
        assert f"`{rule}`" in PAGE or f" {rule}`" in PAGE, rule


@pytest.mark.parametrize("name", [*JSON_KEYS, "ALLOWED_HOSTS", *LOCAL_HOSTS])
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_limits_are_documented_as_they_are() -> None:
    assert f"{MAX_TEXT_CHARS:,} 字" in PAGE
    assert f"{MAX_BODY_BYTES // 1024 // 1024} MB" in PAGE


@pytest.mark.parametrize("call", [c for c in CALLS if "-F" not in c], ids=lambda call: call[2])
def test_the_examples_work(client: FlaskClient, call: list[str]) -> None:
    path = "/" + call[2].split("/", 3)[3]
    if "-d" not in call:
        assert client.get(path).status_code == 200
        return
    body = call[call.index("-d") + 1]
    answer = client.post(path, data=body.encode(), content_type="application/json")
    assert answer.status_code == 200
    assert json.loads(answer.data)["reports"]


def test_the_pictures_are_there_and_small() -> None:
    pictures = re.findall(r"screenshots/[\w-]+\.png", PAGE)
    assert len(pictures) == 2
    for picture in pictures:
        assert (ROOT / "docs" / picture).stat().st_size < 300_000
