"""What a Markdown file says about itself: the YAML block between two lines of ``---`` at its top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from compliance.errors import InputError
from compliance.readers.intake import shown
from compliance.readers.lines import Line, lines_of
from compliance.text import Settings

KEYS: Final = (
    "industry",
    "industries",
    "platform",
    "platforms",
    "channel",
    "sponsored",
    "ai_generated",
    "as_of",
)
MAX_LINES: Final = 500  # a longer block is not a description of the file
_ENTRY: Final = re.compile(r"[ \t]*[\"']?[\w-]+[\"']?[ \t]*:(?:[ \t]|$)")
_BREAK: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The settings, and the source offset at which the body begins."""

    settings: Settings
    body: int


def read_front_matter(text: str, name: str) -> FrontMatter:
    """The front matter of a Markdown text; without one, empty settings and body 0.

    Keys that are not ours belong to other programs and are left alone, unless they look like ours misspelt.

    Raises:
        InputError: not valid YAML, not closed, or a misspelt key; names line and column and shows the line.
        ConfigError: an industry, platform, channel or date that does not exist.
    """
    block = _block(text, name)
    if block is None:
        return FrontMatter(Settings(), 0)
    from compliance.readers.front_matter_settings import settings_of  # YAML; most texts have none

    yaml_text, body = block
    return FrontMatter(settings_of(yaml_text, shown(name)), body)


def _block(text: str, name: str) -> tuple[str, int] | None:
    """The YAML text, padded so that its lines count from 2, and where the body begins."""
    lines = []
    for line in lines_of(text):
        lines.append(line)
        if len(lines) > MAX_LINES:
            return None
        if len(lines) > 1 and text[line.start : line.end].rstrip() in ("---", "..."):
            break
        if len(lines) == 1 and text[: line.end].rstrip() != "---":
            return None
    if len(lines) < 2:
        return None
    return _closed_block(text, lines, name)


def _closed_block(text: str, lines: list[Line], name: str) -> tuple[str, int] | None:
    inner = [text[line.start : line.end] for line in lines[1:]]
    closed = inner[-1].rstrip() in ("---", "...")
    if not closed:
        if _ENTRY.match(inner[0]) and inner[0].partition(":")[0].strip() in KEYS:
            problem = "文件头（front matter）没有结束；请在设置的下一行写 “---”"
            raise InputError(shown(name), f"第 1 行：{problem}")
        return None
    if not any(_ENTRY.match(line) for line in inner[:-1]):
        return None  # a rule (thematic break), text, and a rule again
    ending = _BREAK.match(text, lines[-1].end)
    body = ending.end() if ending else lines[-1].end
    return "\n".join(inner[:-1]), body
