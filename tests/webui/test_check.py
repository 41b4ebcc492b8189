"""From a submitted text to findings on the page and in JSON, with the real rules."""

from __future__ import annotations

import io
import json
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.webui.drawn import Node, parse, text_lines

TEXT = "这款精华是国家级配方，\n<b>全网最低价</b>，\r\n我们不敢说是最好的面霜。"


def result_of(client: FlaskClient, **fields: object) -> Node:
    answer = client.post("/check", data={"text": TEXT, **fields})
    assert answer.status_code == 200, answer.text
    return parse(answer.text)


def json_of(answer: TestResponse) -> Any:
    assert answer.mimetype == "application/json"
    return json.loads(answer.data)


def test_a_risky_phrase_is_found_placed_and_explained(client: FlaskClient) -> None:
    page = result_of(client)
    marked = {mark.text for mark in page.all("mark")}
    assert "国家级" in marked
    card = next(c for c in page.all("article") if c.one("q").text == "国家级")
    assert "《中华人民共和国广告法》第九条" in card.text
    assert "第 1 行第 6 字" in card.text


def test_the_text_stands_on_the_page_as_written_and_in_the_box(client: FlaskClient) -> None:
    page = result_of(client)
    lines = ["这款精华是国家级配方，", "<b>全网最低价</b>，", "我们不敢说是最好的面霜。"]
    assert text_lines(page) == lines
    assert page.one("textarea").text == "\n" + "\n".join(lines)
    assert page.all("b") == []


def test_a_negated_phrase_is_listed_as_excused_not_found(client: FlaskClient) -> None:
    page = result_of(client)
    assert "最好" in page.one("details", id="excused").text
    assert "最好" not in {mark.text for mark in page.all("mark")}


def test_the_form_keeps_the_settings(client: FlaskClient) -> None:
    page = result_of(client, industry=["cosmetics", "live_commerce"], platform="douyin", channel="live")
    checked = {box.attributes["value"] for box in page.all("input", checked="") if box.attributes.get("name")}
    assert checked == {"cosmetics", "live_commerce", "douyin"}
    assert "化妆品" in page.one("details", id="applied").text


def test_an_uploaded_text_file_can_be_edited_afterwards(client: FlaskClient) -> None:
    subtitles = "1\r\n00:00:07,500 --> 00:00:09,000\r\n全网最低价\r\n"
    upload = (io.BytesIO(subtitles.encode()), "片段.srt")
    page = parse(client.post("/check", data={"text": "", "file": upload}).text)
    assert "全网最低价" in page.one("textarea").text
    assert "片段.srt" in page.one("section", class_="script").text
    assert "00:07" in [margin.text for margin in page.all("span", class_="margin")]
    assert any(option.attributes["value"] == "srt" for option in page.all("option", selected=""))


def test_a_text_typed_beside_an_upload_is_kept_and_named_as_unchecked(client: FlaskClient) -> None:
    upload = (io.BytesIO("今天开会".encode()), "a.txt")
    page = parse(client.post("/check", data={"text": "国家级", "file": upload}).text)
    assert "文本框里的文字没有检查" in page.one("p", class_="note").text
    assert page.one("textarea").text.strip() == "国家级"
    assert text_lines(page) == ["今天开会"]


def test_front_matter_chooses_industry_and_channel(client: FlaskClient) -> None:
    text = "---\nindustry: food\nchannel: live\n---\n今天开会"
    page = parse(client.post("/check", data={"text": text}).text)
    applied = page.one("details", id="applied").text
    assert "食品" in applied
    assert "直播" in applied


def test_the_api_answers_the_report_as_json(client: FlaskClient) -> None:
    answer = client.post("/api/check", json={"text": TEXT, "industries": [], "as_of": "2026-01-31"})
    assert answer.status_code == 200
    (report,) = json_of(answer)["reports"]
    found = {v["excerpt"]: v for v in report["violations"]}
    assert TEXT[found["国家级"]["start"] : found["国家级"]["end"]] == "国家级"


def test_the_api_takes_an_upload_as_the_page_does(client: FlaskClient) -> None:
    upload = (io.BytesIO("国家级配方".encode("gb18030")), "a.txt")
    answer = client.post("/api/check", data={"file": upload, "industry": "food"})
    assert answer.status_code == 200
    assert "国家级" in answer.get_data(as_text=True)


def test_the_api_survives_half_an_emoji(client: FlaskClient) -> None:
    body = b'{"text": "\\ud83d\\u56fd\\u5bb6\\u7ea7\\u914d\\u65b9"}'
    answer = client.post("/api/check", data=body, content_type="application/json")
    assert answer.status_code == 200
    assert json_of(answer)["reports"]


def test_the_api_names_what_is_wrong_in_json(client: FlaskClient) -> None:
    answer = client.post("/api/check", json={"text": "国家级", "industries": ["cosmetic"]})
    assert answer.status_code == 400
    assert "cosmetics" in json_of(answer)["error"]["message"]
    unknown = client.post("/api/check", json={"text": "国家级", "chanel": "live"})
    assert "channel" in json_of(unknown)["error"]["message"]


def test_the_api_refuses_other_content_types_and_methods_in_json(client: FlaskClient) -> None:
    assert (
        json_of(client.post("/api/check", data="国家级", content_type="text/plain"))["error"]["status"] == 415
    )
    assert json_of(client.get("/api/check"))["error"]["status"] == 405
    assert json_of(client.get("/api/nothing"))["error"]["status"] == 404
    assert json_of(client.post("/api/check", json={"text": " "}))["error"]["status"] == 400
    assert json_of(client.post("/api/check", json={"text": "字" * 200_001}))["error"]["status"] == 413


def test_the_api_lists_the_packs(client: FlaskClient) -> None:
    packs = {pack["name"]: pack for pack in json_of(client.get("/api/packs"))["packs"]}
    assert packs["absolute_terms"]["rules"] > 0
    assert len(packs["absolute_terms"]["sha256"]) == 64
