#!/usr/bin/env python3
"""Write the generated pages: examples, handbooks, checklists, rule schema and the terminal picture.

    python tools/write_docs.py

Everything is printed by the real command line; nothing is written by hand.
"""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import rule_schema
from rich.console import Console
from rich.text import Text

from compliance.handbook import checklist, handbook
from compliance.keys import INDUSTRIES, PLATFORMS
from compliance.messages import name_of
from compliance.packs import library

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("compliance")
SHOWN = "examples/04_保健食品_口播.txt"
PICTURE_LINES = 46  # what fits a screen; the rest of the output is in docs/examples.md
COLUMNS = 108


def main() -> None:
    """Write every generated page."""
    rule_schema.main()
    (ROOT / "docs" / "examples.md").write_text(examples_page(), encoding="utf-8")
    handbooks()
    picture(["compliance", "check", SHOWN], ROOT / "docs" / "terminal.svg")


def handbooks() -> None:
    """A handbook and a checklist for every industry and platform, and the handbook for everybody."""
    rules = library(fresh=True)
    folder = ROOT / "docs" / "handbook"
    folder.mkdir(exist_ok=True)
    (folder / "general.md").write_text(handbook(rules, [], []), encoding="utf-8")
    for key in (*INDUSTRIES[1:], *PLATFORMS):
        scope = ([], [key]) if key in PLATFORMS else ([key], [])
        (folder / f"{key}.md").write_text(handbook(rules, *scope, general=False), encoding="utf-8")
        (folder / f"{key}-checklist.md").write_text(checklist(rules, *scope), encoding="utf-8")
    names = [*INDUSTRIES[1:], *PLATFORMS]
    lines = [
        "# 手册与检查清单",
        "",
        "由 `python tools/write_docs.py` 生成。通用部分：[general.md](general.md)",
        "",
    ]
    for key in names:
        kind = "platform" if key in PLATFORMS else "industry"
        lines.append(f"- {name_of('zh', kind, key)}：[手册]({key}.md)、[检查清单]({key}-checklist.md)")
    (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def examples_page() -> str:
    """What the tool says about every example, as a Markdown page."""
    pages = [
        "# 示例稿子的检查结果\n\n"
        "由 `python tools/write_docs.py` 生成：对 `examples/` 里每一份运行 `compliance check`，原样写下。\n"
    ]
    for path in sorted((ROOT / "examples").iterdir()):
        if path.name != "README.md":
            shown = path.relative_to(ROOT).as_posix()
            said = plain_output(["check", shown, "--fail-on", "never", "--color", "never"])
            pages.append(f"\n## {path.name}\n\n```text\n$ compliance check {shown}\n{said.strip()}\n```\n")
    return "".join(pages)


def plain_output(arguments: list[str]) -> str:
    """What the command prints when its output is no terminal."""
    environment = os.environ | {"COLUMNS": str(COLUMNS), "COMPLIANCE_LANG": "zh"}
    done = subprocess.run(
        [COMMAND, *arguments], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


def picture(shown: list[str], target: Path) -> None:
    """Record a command in a real terminal and draw what it looked like."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi(f"\x1b[1m$ {' '.join(shown)}\x1b[0m"))
    recorded = terminal_output([str(COMMAND), *shown[1:]]).splitlines()
    console.print(Text.from_ansi("\n".join(recorded[:PICTURE_LINES])))
    if len(recorded) > PICTURE_LINES:
        console.print(Text.from_ansi(f"\x1b[2m… 其余 {len(recorded) - PICTURE_LINES} 行略\x1b[0m"))
    console.save_svg(str(target), title="预审 Yushen")


def terminal_output(command: list[str]) -> str:
    """The bytes a command writes to a pseudo-terminal."""
    main_end, command_end = pty.openpty()
    environment = os.environ | {"COLUMNS": str(COLUMNS), "COMPLIANCE_LANG": "zh", "TERM": "xterm-256color"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=command_end, stderr=command_end):
        os.close(command_end)
        chunks = []
        while True:
            try:
                chunk = os.read(main_end, 65536)
            except OSError:  # Linux says so at the end of a pseudo-terminal
                break
            if not chunk:
                break
            chunks.append(chunk)
    return b"".join(chunks).decode("utf-8").replace("\r\n", "\n")


if __name__ == "__main__":
    main()
