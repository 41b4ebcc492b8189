"""How a spreadsheet shows a number: percent, currency, thousands, dates."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

# The format codes that files name by number only (ECMA-376, 18.8.30), with the Chinese dates in use.
_BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "yyyy年m月", 28: "m月d日", 31: "yyyy年m月d日",
    32: "h时mm分", 33: "h时mm分ss秒", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 57: "yyyy年m月", 58: "m月d日",
}  # fmt: skip

_LITERAL: Final = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_DATE_TOKEN: Final = re.compile(r"\[[hms]+\]|y+|m+|d+|h+|s+(?:\.0+)?|AM/PM|上午/下午|aaa+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*,*)?")
_CURRENCY: Final = re.compile(r"\[\$([^\-\]]*)(?:-[^\]]*)?\]")


def format_code(number: int, custom: dict[int, str]) -> str:
    """The format code of a format number; "" means General."""
    return custom.get(number) or _BUILT_IN.get(number, "")


def shown_number(raw: str, code: str, *, epoch_1904: bool = False) -> str:
    """A stored number as the sheet shows it; a code we cannot follow gives the plain number.

    ``raw`` is the text of the number in the file, ``code`` a format code ("" or General: plain).
    """
    try:
        value = float(raw)
    except ValueError:
        return raw
    section = code.split(";")[0]
    if not section or section.lower() == "general" or "@" in section:
        return _plain(value)
    section = _CURRENCY.sub(lambda match: f'"{match[1]}"', section)
    bare = _LITERAL.sub("", section)
    if _is_date(bare):
        return _date(value, section, epoch_1904=epoch_1904)
    return _decimal(value, section)


def _plain(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".11g")


def _is_date(bare: str) -> bool:
    return bool(re.search(r"[ymdhs]|aaa", bare, re.IGNORECASE)) and not re.search(r"[#?]", bare)


def _decimal(value: float, section: str) -> str:
    """Prefix, number, suffix: ¥#,##0.00, 0.0%, 0"元"."""
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(match[1] or match[2] or "")
        return chr(0xE000 + len(literals) - 1)  # a private character stands for the literal meanwhile

    code = _LITERAL.sub(keep, section)
    core = _NUMBER.search(code)
    if core is None:
        return _plain(value)
    shown = _grouped(value * 100 if "%" in code else value, core[0])
    whole = code[: core.start()] + shown + _NUMBER.sub("", code[core.end() :])
    for index, literal in enumerate(literals):
        whole = whole.replace(chr(0xE000 + index), literal)
    return whole.strip()


def _grouped(value: float, core: str) -> str:
    stripped = core.rstrip(",")
    value /= 1000 ** (len(core) - len(stripped))
    before, _, after = stripped.partition(".")
    text = f"{value:{',' if ',' in before else ''}.{len(after)}f}"
    optional = len(after) - len(after.rstrip("#"))
    if optional:
        head, _, tail = text.partition(".")
        kept = tail[: len(tail) - optional] + tail[len(tail) - optional :].rstrip("0")
        text = f"{head}.{kept}" if kept else head
    return text


def _date(value: float, section: str, *, epoch_1904: bool) -> str:
    start = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30)
    try:
        moment = start + timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return _plain(value)
    plain = re.sub(_LITERAL, lambda match: match[1] or match[2] or "", section)
    tokens = list(_DATE_TOKEN.finditer(plain))
    twelve = any("/" in token[0] for token in tokens)
    out, at = [], 0
    for index, token in enumerate(tokens):
        out.append(plain[at : token.start()])
        near = tokens[index - 1 : index] + tokens[index + 1 : index + 2]
        clock = _beside_clock(token[0], tokens, index) if near else False
        out.append(_date_word(token[0].lower(), moment, value, minutes=clock, twelve=twelve))
        at = token.end()
    return "".join([*out, plain[at:]]).strip()


def _beside_clock(token: str, tokens: list[re.Match[str]], index: int) -> bool:
    """Whether this “m” means minutes: after hours, or before seconds."""
    if token.lower().strip("[]").strip("m"):
        return False
    before = tokens[index - 1][0].lower().strip("[]")[:1] if index else ""
    after = tokens[index + 1][0].lower()[:1] if index + 1 < len(tokens) else ""
    return before == "h" or after == "s"


def _date_word(token: str, moment: datetime, value: float, *, minutes: bool, twelve: bool) -> str:
    kind, width = token.strip("[]")[:1], len(token)
    if token.startswith("["):
        scale = {"h": 24, "m": 1440, "s": 86_400}[kind]
        return str(int(value * scale + 1e-6))
    if "/" in token:
        return "下午" if moment.hour >= 12 else "上午"
    if kind == "a":
        return "周" + "一二三四五六日"[moment.weekday()]
    hour = (moment.hour % 12 or 12) if twelve else moment.hour
    month = moment.minute if minutes else moment.month
    number = {"y": moment.year, "m": month, "d": moment.day, "h": hour, "s": moment.second}[kind]
    if kind == "y":
        return str(number) if width > 2 else f"{number % 100:02d}"
    return f"{number:02d}" if width >= 2 and width != 3 else str(number)
