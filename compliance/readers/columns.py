"""What the columns of a shot list mean: heard, seen, or never met by the audience.

Only the words in a header decide. A table without any word of a shot list is ordinary copy: everything in it
is read by the audience, a column 备注 of a price list too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from compliance.text import Role

MAX_HEADER_LENGTH: Final = 14  # characters; a longer cell is a sentence, not the name of a column

_SPEECH: Final = (
    "口播|旁白|台词|文案|对白|解说|配音|话术|念白|独白|口述|主播说|同期声"
    "|voice-?over|narration|dialogue|script|speech|copy|line"
)
_SCREEN: Final = (
    "字幕|花字|屏幕文字|画面文字|贴片|贴纸|标题|封面|弹幕|评论|标语|角标"
    "|caption|subtitle|title|super|on-?screen text"
)
_SHOT: Final = (
    "画面|镜头|镜号|景别|分镜|运镜|机位|动作|转场|场景|场次|道具|布景|服化道|拍摄|角度|音乐|音效|配乐|bgm"
    "|shot|scene|visual|camera|action|sfx|music"
)
_LOOSE: Final = (
    "备注|时长|时间|时间码|序号|编号|环节|后期|剪辑|说明|场记|角色|人物|制作|素材|注意|秒数"
    "|duration|time|timecode|notes?|remarks?|no\\.?"
)

_WORDS: Final = re.compile(
    f"(?P<speech>{_SPEECH})|(?P<screen>{_SCREEN})|(?P<shot>{_SHOT})|(?P<loose>{_LOOSE})"
)
_SPLIT: Final = re.compile(r"[/、+&＋／|]|\s和\s")
_ASIDE: Final = re.compile(r"[(（\[【][^)）\]】]{0,30}[)）\]】]|[\s*_:：]")
_NOTE_ROW: Final = re.compile(
    r"(?:拍摄|后期|剪辑|制作|导演|场记)?(?:备注|提醒|说明|注意事项?)|后期|场记|剪辑|花絮|notes?|remarks?",
    re.I,
)


def column_roles(header: Sequence[str]) -> tuple[Role, ...] | None:
    """The role of each column if ``header`` is the header of a shot list, else None."""
    kinds = [_kind(cell) for cell in header]
    if not any(kind in ("speech", "screen", "shot") for kind in kinds):
        return None
    if sum(kind != "" for kind in kinds) < min(2, sum(bool(cell.strip()) for cell in header)):
        return None  # one word of ours among ordinary cells: a sentence that happens to be short
    return tuple(_ROLES[kind] for kind in kinds)


def cell_roles(roles: Sequence[Role], cells: Sequence[str]) -> tuple[Role, ...]:
    """The role of each cell of a row under such a header.

    A row that says 备注 or 后期 in a column for the crew is for the crew as a whole.
    """
    width = len(cells)
    full = (*roles, *same_role("speech", width - len(roles)))[:width]
    for role, cell in zip(full, cells, strict=True):
        if role == "direction" and _NOTE_ROW.fullmatch(_bare(cell)):
            return same_role("direction", width)
    return full


def same_role(role: Role, count: int) -> tuple[Role, ...]:
    """``count`` times the role (none if negative)."""
    return (role,) * max(0, count)


def key_role(key: str) -> Role:
    """The role of a value by the name of its field (JSON); notes stay readable, they may be published."""
    return _KEY_ROLES[_kind(key)]


_ROLES: Final[dict[str, Role]] = {
    "speech": "speech",
    "screen": "screen",
    "shot": "direction",
    "loose": "direction",
    "": "speech",
}
_KEY_ROLES: Final[dict[str, Role]] = {**_ROLES, "loose": "note"}


def _kind(cell: str) -> str:
    """speech, screen, shot, loose or "" (no word of a shot list)."""
    name = _bare(cell)
    if not name or len(name) > MAX_HEADER_LENGTH:
        return ""
    kinds = [_last_word_kind(piece) for piece in _SPLIT.split(name)]
    heard = [kind for kind in kinds if kind in ("speech", "screen")]
    return (heard or [kind for kind in kinds if kind] or [""])[0]


def _bare(cell: str) -> str:
    """The name in a header cell, without remarks in brackets and markup; "" for a whole sentence."""
    return _ASIDE.sub("", cell).lower() if len(cell) <= 4 * MAX_HEADER_LENGTH else ""


def _last_word_kind(name: str) -> str:
    """The last word decides, as Chinese puts the noun last: 口播时长 is a duration."""
    found = ""
    for match in _WORDS.finditer(name):
        found = match.lastgroup or ""
    return found
