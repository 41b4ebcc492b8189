"""From words on the command line to values, and from pages to parsers and help."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from compliance.cli.page import HelpAsked, Option, Page, in_language
from compliance.errors import ConfigError, did_you_mean
from compliance.messages import say

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class UsageError(ConfigError):
    """The command line cannot be understood."""


def parse(page: Page, words: Sequence[str], lang: str) -> argparse.Namespace:
    """The values of a command line.

    Raises:
        UsageError: a word is missing, unknown or wrong.
        HelpAsked: --help was among the words.
    """
    if any(word in ("-h", "--help") for word in _before_terminator(words)):
        raise HelpAsked(help_text(page, lang))
    return _parser(page, lang).parse_args(list(words))


def _before_terminator(words: Sequence[str]) -> Sequence[str]:
    return words[: list(words).index("--")] if "--" in words else words


def _parser(page: Page, lang: str) -> argparse.ArgumentParser:
    parser = _Parser(page, lang)
    for argument in page.arguments:
        nargs = "+" if argument.many else "?" if argument.optional else None
        parser.add_argument(argument.name, nargs=nargs, metavar=in_language(argument.shown, lang))
    for option in page.options:
        if not option.value[0]:
            parser.add_argument(option.flag, action="store_true")
        elif option.repeatable:
            parser.add_argument(option.flag, action="append", choices=option.choices or None)
        else:
            parser.add_argument(option.flag, choices=option.choices or None, default=option.default)
    return parser


class _Parser(argparse.ArgumentParser):
    """An argparse parser that speaks our languages and leaves exiting to main()."""

    def __init__(self, page: Page, lang: str) -> None:
        super().__init__(prog=page.command, add_help=False, allow_abbrev=False)
        self.page, self.lang = page, lang

    def error(self, message: str) -> NoReturn:
        raise UsageError(_in_words(message, self.page, self.lang))


def _in_words(message: str, page: Page, lang: str) -> str:
    """What argparse found wrong, in the person's language."""
    flags = [option.flag for option in page.options]
    if unknown := re.fullmatch(r"unrecognized arguments: (.+)", message):
        word = unknown[1].split()[0]
        return say(lang, "cli.unknown_option", option=word) + did_you_mean(word, flags)
    if missing := re.fullmatch(r"the following arguments are required: (.+)", message):
        return say(lang, "cli.missing_argument", argument=missing[1])
    if choice := re.fullmatch(r"argument (\S+): invalid choice: '(.*)' \(choose from .*\)", message):
        option = next(o for o in page.options if o.flag == choice[1])
        known = ", ".join(option.choices)
        hint = did_you_mean(choice[2], list(option.choices))
        return say(lang, "cli.bad_choice", option=option.flag, value=choice[2], known=known) + hint
    if value := re.fullmatch(r"argument (\S+): expected (?:one|at least one) argument", message):
        return say(lang, "cli.missing_value", option=value[1])
    return message


def keys_of(
    values: Sequence[str] | None, kind: str, known: Sequence[str], lang: str
) -> tuple[str, ...] | None:
    """Keys given repeatedly or with commas; None if none were given.

    Raises:
        UsageError: an unknown key; names the nearest one.
    """
    if values is None:
        return None
    keys = [key.strip() for value in values for key in value.replace("，", ",").split(",") if key.strip()]
    for key in keys:
        if key not in known:
            raise UsageError(_unknown(key, kind, known, lang))
    return tuple(dict.fromkeys(keys))


def key_of(value: str | None, kind: str, known: Sequence[str], lang: str) -> str | None:
    """One key.

    Raises:
        UsageError: an unknown key; names the nearest one.
    """
    if value is not None and value not in known:
        raise UsageError(_unknown(value, kind, known, lang))
    return value


def _unknown(key: str, kind: str, known: Sequence[str], lang: str) -> str:
    shown = say(lang, f"cli.kind.{kind}")
    text = say(lang, "cli.unknown_key", kind=shown, value=key, known=", ".join(known))
    return text + did_you_mean(key, list(known))


def day_of(value: str | None, option: str, lang: str) -> date | None:
    """A date written YYYY-MM-DD, nothing else.

    Raises:
        UsageError: not such a date.
    """
    if value is None:
        return None
    try:
        if _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise UsageError(say(lang, "cli.bad_date", option=option, value=value))


def whole_number(value: str, *, least: int, most: int) -> int | None:
    """The number, or None where it is none or lies outside."""
    if not (value.isascii() and value.isdecimal()) or len(value) > 9:
        return None
    number = int(value)
    return number if least <= number <= most else None


def help_text(page: Page, lang: str) -> str:
    """The help page."""
    from compliance.formats.shared.width import pad, width, wrap

    usage, options, examples = _HEADINGS[lang == "en"]
    rows = [in_language(page.intro, lang), "", usage, f"  {in_language(page.usage, lang)}", ""]
    table = [(in_language(a.shown, lang), in_language(a.says, lang)) for a in page.arguments]
    table += [(_shown(o, lang), _meaning(o, lang)) for o in page.options]
    cells = max(width(left) for left, _ in table)
    rows.append(options)
    for left, right in table:
        first, *more = wrap(right, _HELP_WIDTH - cells - 4)
        rows.append(f"  {pad(left, cells)}  {first}")
        rows += [" " * (cells + 4) + line for line in more]
    rows += ["", examples]
    for command, meaning in page.examples:
        rows += [f"  # {in_language(meaning, lang)}", f"  {command}"]
    rows += ["", *(line for note in page.notes for line in wrap(in_language(note, lang), _HELP_WIDTH))]
    intro = wrap(rows[0], _HELP_WIDTH)
    return "\n".join([*intro, *rows[1:]]).rstrip()


_HELP_WIDTH = 88
_HEADINGS = {False: ("用法", "参数", "例子"), True: ("Usage", "Arguments", "Examples")}


def _shown(option: Option, lang: str) -> str:
    if not option.value[0]:
        return option.flag
    value = "|".join(option.choices) if option.choices else in_language(option.value, lang)
    return f"{option.flag} {value}"


def _meaning(option: Option, lang: str) -> str:
    text = in_language(option.says, lang)
    if option.default and option.default not in text:
        text += f"（默认 {option.default}）" if lang != "en" else f" (default {option.default})"
    return text
