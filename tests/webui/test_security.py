"""Who may talk to the page, and what a browser may do with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

import webui
from webui import create_app
from webui.security import HEADERS

FOLDER = Path(webui.__file__).parent
EVERY_GET = ["/", "/?lang=en", "/rules", "/api/packs", "/check", "/no-such-page", "/static/page.css"]


@pytest.mark.parametrize("address", EVERY_GET)
def test_every_answer_carries_the_security_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    for name, value in HEADERS.items():
        assert headers[name] == value
    assert headers["Cache-Control"] == ("no-cache" if address.startswith("/static") else "no-store")
    assert "Server" not in headers or "Werkzeug" not in headers["Server"]


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline() -> None:
    policy = dict(part.split(" ", 1) for part in HEADERS["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    for source in ("script-src", "style-src", "img-src", "connect-src", "form-action"):
        assert policy[source] == "'self'"


@pytest.mark.parametrize("template", sorted((FOLDER / "templates").glob("*.html")), ids=lambda p: p.name)
def test_templates_hold_no_inline_script_style_or_unescaped_text(template: Path) -> None:
    html = template.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|\|\s*safe|autoescape false|https?://", html)
    for script in re.findall(r"<script[^>]*>(.*?)</script>", html, re.DOTALL):
        assert script == ""


@pytest.mark.parametrize("asset", sorted((FOLDER / "static").iterdir()), ids=lambda p: p.name)
def test_assets_fetch_nothing_and_parse_no_html(asset: Path) -> None:
    text = asset.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(
        r"https?://|//cdn|@import|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text
    )


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:5000", "[::1]:8000", "LOCALHOST"])
def test_names_of_this_machine_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.5"]
)
def test_other_names_are_refused_so_that_rebinding_fails(client: FlaskClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "127.0.0.1" in answer.text
    assert answer.headers["Content-Security-Policy"]


def test_another_name_can_be_allowed() -> None:
    visitor = create_app({"ALLOWED_HOSTS": ["review.team.example"]}).test_client()
    assert visitor.get("/", headers={"Host": "review.team.example"}).status_code == 200
    assert visitor.get("/", headers={"Host": "localhost"}).status_code == 400


@pytest.mark.parametrize("address", ["/check", "/api/check", "/"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "https://localhost"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
    ],
    ids=str,
)
def test_posts_from_other_sites_are_refused(
    client: FlaskClient, address: str, headers: dict[str, str]
) -> None:
    answer = client.post(address, data={"text": "国家级"}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}, {"Sec-Fetch-Site": "none"}],
    ids=str,
)
def test_posts_from_the_page_itself_and_from_programs_pass(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    assert client.post("/", data={"text": "国家级"}, headers=headers).status_code == 200


def test_links_from_other_sites_may_open_the_page(client: FlaskClient) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_the_app_runs_without_debug_and_with_limits(app: Flask) -> None:
    assert not app.debug
    assert app.config["MAX_CONTENT_LENGTH"]
    assert app.config["MAX_FORM_MEMORY_SIZE"]
    assert app.config["MAX_FORM_PARTS"]


def test_the_language_cookie_is_kept_from_scripts_and_other_sites(client: FlaskClient) -> None:
    cookie = client.get("/?lang=en").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
