"""Plain answers to what goes wrong, and the text is kept where it can be."""

from __future__ import annotations

import io
import logging
import re

import pytest
from flask.testing import FlaskClient

from tests.webui.drawn import parse
from webui import create_app
from webui.limits import MAX_BODY_BYTES, MAX_FORM_PARTS, MAX_TEXT_CHARS


def problem_of(html: str) -> str:
    return parse(html).one("p", class_="problem").text


def test_an_empty_text_is_named_as_such(client: FlaskClient) -> None:
    answer = client.post("/check", data={"text": "  \n "})
    assert answer.status_code == 400
    assert "没有要检查的内容" in problem_of(answer.text)


def test_an_empty_file_is_not_reported_as_clean(client: FlaskClient) -> None:
    answer = client.post("/check", data={"text": "", "file": (io.BytesIO(b""), "空.txt")})
    assert answer.status_code == 400
    assert "空.txt" in problem_of(answer.text)


def test_a_text_over_the_limit_is_refused_with_the_limit_and_kept(client: FlaskClient) -> None:
    text = "字" * (MAX_TEXT_CHARS + 1)
    answer = client.post("/check", data={"text": text}, content_type="multipart/form-data")
    assert answer.status_code == 413
    assert "200,000" in problem_of(answer.text)
    assert parse(answer.text).one("textarea").text.lstrip("\n") == text


def test_a_body_over_the_limit_is_refused_with_the_limits(client: FlaskClient) -> None:
    answer = client.post("/check", data={"file": (io.BytesIO(b"x" * (MAX_BODY_BYTES + 1)), "a.txt")})
    assert answer.status_code == 413
    assert "10 MB" in answer.text


def test_a_form_of_too_many_parts_is_refused(client: FlaskClient) -> None:
    fields = {"text": "国家级", "industry": ["food"] * MAX_FORM_PARTS}
    answer = client.post("/check", data=fields, content_type="multipart/form-data")
    assert answer.status_code == 413


@pytest.mark.parametrize("name", ["片子.mp4", "旧稿.doc", "压缩.zip"])
def test_an_upload_that_cannot_be_read_says_what_to_do(client: FlaskClient, name: str) -> None:
    answer = client.post("/check", data={"text": "", "file": (io.BytesIO(b"\0\1\2"), name)})
    assert answer.status_code == 400
    assert name in problem_of(answer.text)


def test_a_file_name_is_shown_without_its_path_and_as_text(client: FlaskClient) -> None:
    answer = client.post("/check", data={"file": (io.BytesIO(b"\0"), "../../etc/<b>片子</b>.mp4")})
    assert "etc" not in problem_of(answer.text)
    assert parse(answer.text).all("b") == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("industry", "cosmetic", "cosmetics"),
        ("platform", "douyn", "douyin"),
        ("channel", "livee", "live"),
        ("as_of", "2026-13-01", "2026-13-01"),
    ],
)
def test_an_unknown_setting_is_named_and_the_text_is_kept(
    client: FlaskClient, field: str, value: str, words: str
) -> None:
    answer = client.post("/check", data={"text": "国家级", field: value})
    assert answer.status_code == 400
    assert words in problem_of(answer.text)
    assert parse(answer.text).one("textarea").text.strip() == "国家级"


def test_an_unknown_address_and_a_wrong_method_get_a_page(client: FlaskClient) -> None:
    assert client.get("/nothing").status_code == 404
    wrong = client.delete("/")
    assert wrong.status_code == 405
    assert "GET" in wrong.headers["Allow"]
    assert parse(wrong.text).one("h1")


def test_a_refresh_of_the_result_leads_back_to_the_form(client: FlaskClient) -> None:
    answer = client.get("/check")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_an_unforeseen_error_shows_a_number_that_is_also_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    app = create_app()
    app.add_url_rule("/boom", view_func=lambda: str(1 / 0))
    with caplog.at_level(logging.ERROR):
        answer = app.test_client().get("/boom")
    assert answer.status_code == 500
    found = re.search(r"参考编号 ([0-9a-f]{8})", answer.text)
    assert found
    assert found[1] in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in answer.text
    assert answer.headers["Content-Security-Policy"]
