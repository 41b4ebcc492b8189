"""Help for the commands that write documents out of the rules."""

from __future__ import annotations

from compliance.cli.page import Option, Page
from compliance.cli.pages import INDUSTRY, LANG, PACKS, PLATFORM

OUTPUT = Option("--output", ("写到文件；不写则打印", "write to a file instead of printing"), ("文件", "FILE"))
FORMAT = Option(
    "--format",
    ("markdown 或 html", "markdown or html"),
    ("格式", "FORMAT"),
    choices=("markdown", "html"),
    default="markdown",
)

RULES_HANDBOOK = Page(
    "compliance rules handbook",
    ("compliance rules handbook [参数]", "compliance rules handbook [options]"),
    (
        "由规则生成合规手册：不能写什么、为什么、例子、改写、必须写明什么。",
        "Write a handbook from the rules: what is forbidden, why, examples, rewrites, statements (Chinese).",
    ),
    options=(INDUSTRY, PLATFORM, FORMAT, OUTPUT, PACKS, LANG),
    examples=(
        (
            "compliance rules handbook --industry cosmetics --format html --output 手册.html",
            ("化妆品的手册", "a handbook for cosmetics"),
        ),
    ),
)

RULES_CHECKLIST = Page(
    "compliance rules checklist",
    ("compliance rules checklist [参数]", "compliance rules checklist [options]"),
    (
        "由规则生成发布前检查清单，团队逐项打勾。",
        "Write the pre-publication checklist a team works through (Chinese).",
    ),
    options=(INDUSTRY, PLATFORM, FORMAT, OUTPUT, PACKS, LANG),
    examples=(("compliance rules checklist --industry education", ("教育行业的清单", "for education")),),
)

RULES_CHANGES = Page(
    "compliance rules changes",
    ("compliance rules changes --since 年-月-日", "compliance rules changes --since YYYY-MM-DD"),
    (
        "某天以来开始施行、废止或已公布将施行的条款，以及受影响的规则。",
        "Provisions that began, ended or are announced since a day, and the rules they touch.",
    ),
    options=(
        Option("--since", ("从哪天起", "from this day"), ("年-月-日", "YYYY-MM-DD")),
        FORMAT,
        OUTPUT,
        PACKS,
        LANG,
    ),
    examples=(("compliance rules changes --since 2026-01-01", ("今年的变化", "changes of this year")),),
)
