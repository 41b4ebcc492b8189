"""Formats for CI systems and editors: what their readers demand."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker
from lxml import etree
from openpyxl import load_workbook

from compliance.errors import ConfigError
from compliance.formats import FORMATS, View
from compliance.formats.shared.escapes import FORMULA_STARTS
from compliance.report import Disguise, Excuse, InputFailure, Run, Undecided

from .reports import RUN, SAMPLE, Found, report

JSON_SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/json-schema/report-1.json").read_text(encoding="utf-8")
)
SCHEMAS = Path(__file__).parent / "schemas"
SARIF_SCHEMA = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
RICH = Run(
    (
        SAMPLE,
        report(
            "全网最*低*价",
            [
                Found(
                    "最*低*价",
                    "info",
                    disguise=Disguise("最*低*价", "最低价", ("插入符号",)),
                    lowered=Excuse("not_marketing", "不是营销内容"),
                )
            ],
            name="文案 1.md",
            undecided=[Undecided("absolute.best", "超时")],
        ),
    ),
    (InputFailure("坏, 文件:1%.docx", "文件已损坏\n请另存一次"),),
)


def written(name: str, run: Run, **view: Any) -> str:
    stream = io.StringIO(newline="")
    FORMATS[name].write(run, stream, view=View(**view))
    return stream.getvalue()


def sarif(run: Run) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(written("sarif", run))
    return log


@pytest.mark.parametrize("run", [RUN, RICH, Run(())])
def test_json_keeps_to_its_published_schema(run: Run) -> None:
    Draft202012Validator.check_schema(JSON_SCHEMA)
    Draft202012Validator(JSON_SCHEMA).validate(json.loads(written("json", run, not_read=("a.png",))))


def test_published_schema_refuses_an_unknown_key() -> None:
    document = json.loads(written("json", RUN))
    document["reports"][0]["violations"][0]["colour"] = "red"
    assert not Draft202012Validator(JSON_SCHEMA).is_valid(document)


def test_lone_surrogate_survives_as_a_json_escape(tmp_path: Path) -> None:
    run = Run((report("全网\ud800最低价", [Found("\ud800最低价")]),))
    path = tmp_path / "out.json"
    with path.open("w", encoding="utf-8", errors="backslashreplace") as stream:
        FORMATS["json"].write(run, stream)
    assert json.loads(path.read_bytes())["reports"][0]["violations"][0]["excerpt"] == "\ud800最低价"


@pytest.mark.parametrize("run", [RUN, RICH, Run(())])
def test_sarif_keeps_to_the_standard(run: Run) -> None:
    Draft4Validator(SARIF_SCHEMA, format_checker=FormatChecker()).validate(sarif(run))


def test_sarif_says_how_columns_are_counted() -> None:
    assert sarif(RUN)["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_sarif_results_point_at_their_rule_with_the_law_in_its_help() -> None:
    run = sarif(RUN)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all("《中华人民共和国广告法》第九条第三项" in rule["help"]["markdown"] for rule in rules)
    assert len({r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]}) == 5


def test_sarif_leaves_excused_matches_out() -> None:
    assert "不敢" not in json.dumps(sarif(RUN)["runs"][0]["results"], ensure_ascii=False)
    assert "suppressions" not in written("sarif", RUN)


def test_sarif_with_an_unreadable_file_is_not_successful() -> None:
    invocation = sarif(RICH)["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert "文件已损坏" in json.dumps(invocation, ensure_ascii=False)


def test_sarif_paths_are_relative_uris() -> None:
    uris = re.findall(r'"uri": "([^"]*)"', written("sarif", RICH))
    assert "%E6%96%87%E6%A1%88%201.md" in uris
    assert all(not u.startswith(("/", "./")) and " " not in u for u in uris)


def test_loudest_sarif_results_come_first() -> None:
    levels = [r["level"] for r in sarif(RUN)["runs"][0]["results"]]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)


def decoded(text: str) -> str:
    """As the GitHub runner reads a value."""
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_command_survives_the_runner() -> None:
    last = written("github", RICH).splitlines()[-1]
    properties, text = re.fullmatch(r"::error (.*?)::(.*)", last).groups()  # type: ignore[union-attr]
    assert dict(p.split("=", 1) for p in properties.split(",")).keys() == {"file"}
    assert decoded(properties) == "file=坏, 文件:1%.docx"
    assert decoded(text) == "文件已损坏\n请另存一次"


def test_github_leaves_columns_out_where_a_finding_spans_lines() -> None:
    run = Run((report("全网\n最低价", [Found("全网\n最低价")]),))
    assert "col=" not in written("github", run)
    assert "line=1,endLine=2" in written("github", run)


def test_github_summary_is_appended_and_harmless(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    path.write_text("earlier step\n", encoding="utf-8")
    run = Run((report("<img src=x>|最低价`*", [Found("<img src=x>|最低价`*")]),))
    written("github", run, step_summary=str(path))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("earlier step\n")
    assert "<img" not in text
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {6}


def test_gitlab_fingerprints_are_unique_even_for_equal_findings() -> None:
    twice = Run((report("最低价", [Found("最低价"), Found("最低价")]),) * 2)
    entries = json.loads(written("gitlab", twice))
    assert len({e["fingerprint"] for e in entries}) == len(entries) == 4


def test_gitlab_entries_have_what_gitlab_needs() -> None:
    schema = {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                        "lines": {
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
    Draft202012Validator(schema).validate(json.loads(written("gitlab", RICH)))


JUNIT = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"
 datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><element name="testsuites">
 <optional><attribute name="name"/></optional><zeroOrMore><element name="testsuite"><attribute name="name"/>
 <attribute name="tests"><data type="nonNegativeInteger"/></attribute>
 <attribute name="failures"><data type="nonNegativeInteger"/></attribute>
 <attribute name="errors"><data type="nonNegativeInteger"/></attribute>
 <attribute name="skipped"><data type="nonNegativeInteger"/></attribute>
 <attribute name="time"><data type="decimal"/></attribute>
 <oneOrMore><element name="testcase"><attribute name="classname"/><attribute name="name"/>
 <attribute name="time"><data type="decimal"/></attribute><optional><choice>
 <element name="failure"><attribute name="type"/><attribute name="message"/><text/></element>
 <element name="error"><attribute name="message"/><text/></element>
 <element name="system-out"><text/></element></choice></optional></element></oneOrMore>
 </element></zeroOrMore></element></start></grammar>"""
CHECKSTYLE = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"
 datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><element name="checkstyle">
 <attribute name="version"/><zeroOrMore><element name="file"><attribute name="name"/><zeroOrMore>
 <element name="error"><attribute name="line"><data type="positiveInteger"/></attribute>
 <attribute name="column"><data type="positiveInteger"/></attribute>
 <attribute name="severity"><choice><value>error</value><value>warning</value>
 <value>info</value></choice></attribute>
 <attribute name="message"/><attribute name="source"/></element></zeroOrMore></element></zeroOrMore>
 </element></start></grammar>"""


@pytest.mark.parametrize(("name", "grammar"), [("junit", JUNIT), ("checkstyle", CHECKSTYLE)])
@pytest.mark.parametrize("run", [RUN, RICH, Run(())])
def test_xml_is_valid(name: str, grammar: str, run: Run) -> None:
    document = etree.fromstring(written(name, run).encode())
    etree.RelaxNG(etree.fromstring(grammar)).assertValid(document)


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_control_characters_do_not_break_the_xml(name: str) -> None:
    run = Run((report("最\x00低\x1b]]>\ufffe<价\ud800", [Found("最\x00低\x1b]]>\ufffe<价\ud800")]),))
    etree.fromstring(written(name, run).encode())


def test_junit_counts_its_cases() -> None:
    for suite in etree.fromstring(written("junit", RICH).encode()):
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors")) == len(suite.findall("testcase/error"))


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_csv_cell_begins_like_a_formula(start: str) -> None:
    text = f"{start}HYPERLINK最低价"
    run = Run((report(text, [Found(text)], name=f"{start}1+2.md"),))
    for row in csv.reader(io.StringIO(written("csv", run), newline="")):
        assert not any(cell.startswith(FORMULA_STARTS) for cell in row)


def test_no_spreadsheet_cell_is_a_formula() -> None:
    text = "=HYPERLINK最低价\x00"
    stream = io.BytesIO()
    FORMATS["xlsx"].write(Run((report(text, [Found(text)], name="=1+2.md"),)), stream)
    cells = [c for sheet in load_workbook(io.BytesIO(stream.getvalue())) for row in sheet for c in row]
    assert {c.data_type for c in cells} <= {"s", "inlineStr", "n"}
    assert [c.value for c in cells if str(c.value).startswith("=1")] == ["=1+2.md"]


@pytest.mark.parametrize(
    "name", ["json", "jsonl", "sarif", "github", "rdjsonl", "gitlab", "junit", "checkstyle", "csv"]
)
def test_failures_and_undecided_rules_are_never_lost(name: str) -> None:
    shown = written(name, RICH)
    assert "文件已损坏" in shown
    assert "超时" in shown


def test_word_report_without_a_word_file_says_what_to_do() -> None:
    with pytest.raises(ConfigError, match=r"恰好一个 \.docx 输入"):
        FORMATS["docx"].write(RUN, io.BytesIO())
