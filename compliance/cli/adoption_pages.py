"""Help for the commands by which a team adopts the tool: baselines, settings, packs of its own."""

from __future__ import annotations

from compliance.cli.page import Argument, Option, Page
from compliance.cli.pages import AS_OF, CHANNEL, CONFIG, INDUSTRY, LANG, NO_CONFIG, PACKS, PLATFORM

RULES_NEW = Page(
    "compliance rules new",
    ("compliance rules new 文件夹", "compliance rules new FOLDER"),
    (
        "写一个带说明的规则包骨架，照着改就能用；它通过 rules test。",
        "Write a commented pack to start from; it passes rules test.",
    ),
    arguments=(Argument("folder", ("文件夹", "FOLDER"), ("写到哪里", "where to write it")),),
    options=(LANG,),
    examples=(("compliance rules new 我的规则", ("新建一个规则包", "start a pack")),),
)

BASELINE = Page(
    "compliance baseline",
    (
        "compliance baseline write|update|show [路径...] [参数]",
        "compliance baseline write|update|show [PATH...]",
    ),
    (
        "基线：记下现有的发现，检查时用 --baseline 只报新的。write 记下全部；"
        "update 只去掉已经改好的，不收新的；show 列出内容。",
        "A baseline remembers findings; check --baseline reports only new ones. "
        "write takes all, update drops what was fixed and takes nothing new, show lists it.",
    ),
    arguments=(
        Argument("action", ("write|update|show", "write|update|show"), ("做什么", "what to do")),
        Argument("paths", ("路径", "PATH"), ("同 check", "as for check"), many=True, optional=True),
    ),
    options=(
        Option(
            "--file",
            (
                "基线文件；默认看设置，再默认 .yushen-baseline.json",
                "the file; default: settings, then .yushen-baseline.json",
            ),
            ("文件", "FILE"),
        ),
        INDUSTRY,
        PLATFORM,
        CHANNEL,
        AS_OF,
        PACKS,
        CONFIG,
        NO_CONFIG,
        Option("--jobs", ("用几个进程，默认自动", "number of processes, default automatic"), ("N", "N")),
        Option("--no-cache", ("不用上次的结果", "do not use earlier results")),
        LANG,
    ),
    examples=(
        ("compliance baseline write .", ("记下现有的全部发现", "remember everything found today")),
        ("compliance check . --baseline .yushen-baseline.json", ("只报新的", "report only new findings")),
        ("compliance baseline update .", ("改好的从基线里去掉", "drop what was fixed")),
    ),
)

CONFIG_PAGE = Page(
    "compliance config",
    ("compliance config [路径]", "compliance config [PATH]"),
    (
        "对这个文件（默认当前文件夹）生效的设置，以及每一项出自哪个文件第几行。",
        "The settings for a file (default: this folder), each with the file and line that states it.",
    ),
    arguments=(Argument("path", ("路径", "PATH"), ("文件或文件夹", "file or folder"), optional=True),),
    options=(
        CONFIG,
        Option(
            "--format",
            ("text 或 json", "text or json"),
            ("格式", "FORMAT"),
            choices=("text", "json"),
            default="text",
        ),
        LANG,
    ),
    examples=(("compliance config 直播/十月.md", ("这个脚本按什么口径检查", "how this script is checked")),),
)

ADOPTION = (RULES_NEW, BASELINE, CONFIG_PAGE)
