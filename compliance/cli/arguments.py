"""From words on the command line to values, and from pages to help.

The pages say everything a parser needs, and argparse would cost as much start-up time as Python itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

from compliance.cli.page import HelpAsked, Option, Page, in_language
from compliance.errors import ConfigError, did_you_mean
from compliance.messages import say


class UsageError(ConfigError):
    """The command line cannot be understood."""


def parse(page: Page, words: Sequence[str], lang: str) -> SimpleNamespace:
    """The values of a command line, by the names of the page: a switch is true or false, an option its value
    or None, a repeatable one a list or None, an argument a word, and one for many a list.

    Raises:
        UsageError: a word is missing, unknown or wrong.
        HelpAsked: --help was among the words.
    """
    values: dict[str, Any] = {o.name: o.default if o.value[0] else False for o in page.options}
    loose: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        if word == "--":
            loose += left
            break
        if word in ("-h", "--help"):
            raise HelpAsked(help_text(page, lang))
        if word.startswith("-") and word != "-":
            _take_option(page, word, left, values, lang)
        else:
            loose.append(word)
    _give_arguments(page, loose, values, lang)
    return SimpleNamespace(**values)


def _take_option(page: Page, word: str, left: list[str], values: dict[str, Any], lang: str) -> None:
    """Read one option, and its value from behind the = or from the words ``left``."""
    flag, equals, value = word.partition("=")
    option = next((o for o in page.options if o.flag == flag), None)
    if option is None or (equals and not option.value[0]):
        raise _unknown_word(page, word, lang)
    if not option.value[0]:
        values[option.name] = True
        return
    if not equals:
        if not left or left[0].startswith("--"):
            raise UsageError(say(lang, "cli.missing_value", option=flag))
        value = left.pop(0)
    if option.choices and value not in option.choices:
        known = ", ".join(option.choices)
        text = say(lang, "cli.bad_choice", option=flag, value=value, known=known)
        raise UsageError(text + did_you_mean(value, list(option.choices)))
    values[option.name] = [*(values[option.name] or ()), value] if option.repeatable else value


def _give_arguments(page: Page, loose: list[str], values: dict[str, Any], lang: str) -> None:
    """Hand the words without a flag to the arguments, in their order."""
    for argument in page.arguments:
        if not loose and not argument.optional:
            shown = in_language(argument.shown, lang)
            raise UsageError(say(lang, "cli.missing_argument", argument=shown))
        if argument.many:
            values[argument.name], loose = loose, []
        else:
            values[argument.name] = loose.pop(0) if loose else None
    if loose:
        raise _unknown_word(page, loose[0], lang)


def _unknown_word(page: Page, word: str, lang: str) -> UsageError:
    flags = [option.flag for option in page.options]
    hint = did_you_mean(word.partition("=")[0], flags)
    return UsageError(say(lang, "cli.unknown_option", option=word) + hint)


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
    # fromisoformat would also take 20261122 and week dates
    if len(value) == len("2026-11-22") and value[4] == value[7] == "-" and value.isascii():
        try:
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
