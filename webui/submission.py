"""What a person or a program asks to have checked, from a form or from JSON, turned into values."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import Request
from werkzeug.datastructures import FileStorage

from compliance.errors import did_you_mean
from compliance.readers import read_bytes
from compliance.rule import CHANNELS, INDUSTRIES, PLATFORMS
from compliance.text import Document
from webui.checkers import Choices
from webui.limits import MAX_FILE_NAME_CHARS, MAX_TEXT_CHARS

FORMATS = ("auto", "txt", "md", "srt", "vtt")
"""How a pasted text is read: suffix of the reader, or found out from its first lines."""
JSON_KEYS = ("text", "name", "industries", "platforms", "channel", "as_of")
DEFAULT_CHANNEL = "public"
_CUE = re.compile(r"\s*\d+[ \t]*\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:.*\r?\n)*?---[ \t]*(?:\r?\n|$)")


class Refused(Exception):
    """The submission cannot be checked; ``key`` and ``values`` make the message, ``status`` the answer."""

    def __init__(self, status: int, key: str, /, **values: object) -> None:
        self.status, self.key, self.values = status, key, values
        super().__init__(key)


@dataclass(frozen=True, slots=True)
class Submission:
    """A text or an uploaded file with the settings asked for; None and "" mean: find out."""

    text: str = ""
    name: str = ""
    """File name of an upload, or "" for a pasted text."""
    content: bytes | None = None
    """The upload as it came; None for a pasted text."""
    text_format: str = "auto"
    industries: tuple[str, ...] | None = None
    platforms: tuple[str, ...] | None = None
    channel: str = ""
    as_of: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing to check was given."""
        return self.content is None and not self.text.strip()

    def read(self) -> Document:
        """The document to check.

        Raises:
            Refused: the text is over the limit.
            InputError: the upload cannot be read; the message says why.
        """
        document = self._document()
        if len(document.source) > MAX_TEXT_CHARS:
            raise Refused(
                413, "error.too-long", length=f"{len(document.source):,}", limit=f"{MAX_TEXT_CHARS:,}"
            )
        return document

    def _document(self) -> Document:
        if self.content is not None:
            return read_bytes(self.content, self.name)
        # Reading a text far over the limit as Markdown only to refuse it would be slow.
        suffix = guess_format(self.text) if self.text_format == "auto" else self.text_format
        name = self.name or f"text.{suffix}"
        if suffix == "txt" or len(self.text) > MAX_TEXT_CHARS:
            return Document.plain(self.text, name)
        return read_bytes(self.text.encode("utf-8", "surrogatepass"), name)

    def choices(self, document: Document, today: date) -> Choices:
        """What to compile a checker for: what was asked, else what the file says of itself.

        Raises:
            Refused: an unknown industry, platform, channel or an impossible date.
        """
        said = document.settings
        industries = said.industries if self.industries is None else self.industries
        platforms = said.platforms if self.platforms is None else self.platforms
        channel = self.channel or said.channel or DEFAULT_CHANNEL
        _known("industry", industries or (), INDUSTRIES)
        _known("platform", platforms or (), PLATFORMS)
        _known("channel", (channel,), CHANNELS)
        day = _day(self.as_of or said.as_of or "", today)
        return Choices(industries, tuple(platforms or ()), channel, day)


def guess_format(text: str) -> str:
    """Subtitles and front matter are plain to see in the first lines; anything else is plain text."""
    if text.startswith("WEBVTT"):
        return "vtt"
    if _CUE.match(text):
        return "srt"
    return "md" if _FRONT_MATTER.match(text) else "txt"


def from_form(request: Request) -> Submission:
    """The submission in a form (with or without a file)."""
    form = request.form
    upload = request.files.get("file")
    if upload is not None and not upload.filename:  # an empty file field
        upload = None
    return Submission(
        # Browsers send CRLF for every line break typed; the text as written has LF.
        text=form.get("text", "").replace("\r\n", "\n"),
        name=_file_name(upload) if upload else "",
        content=upload.stream.read() if upload else None,
        text_format=form.get("format", "auto") if form.get("format") in FORMATS else "auto",
        industries=tuple(dict.fromkeys(form.getlist("industry"))) or None,
        platforms=tuple(dict.fromkeys(form.getlist("platform"))) or None,
        channel=form.get("channel", "").strip(),
        as_of=form.get("as_of", "").strip(),
    )


def from_json(body: bytes) -> Submission:
    """The submission in a JSON body.

    Raises:
        Refused: not JSON, an unknown key, or a value of the wrong kind; the message names it.
    """
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refused(400, "error.json", problem=str(error)) from error
    if not isinstance(asked, dict):
        raise Refused(400, "error.json-object")
    for key in asked:
        if key not in JSON_KEYS:
            hint = did_you_mean(key, list(JSON_KEYS))
            raise Refused(400, "error.json-key", key=key, hint=hint, known=", ".join(JSON_KEYS))
    return Submission(
        text=_text(asked, "text"),
        name=_text(asked, "name")[-MAX_FILE_NAME_CHARS:],
        text_format=_suffix(_text(asked, "name")),
        industries=_names(asked, "industries"),
        platforms=_names(asked, "platforms"),
        channel=_text(asked, "channel"),
        as_of=_text(asked, "as_of"),
    )


def _text(asked: dict[str, object], key: str) -> str:
    value = asked.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused(400, "error.json-text", key=key)
    return value


def _names(asked: dict[str, object], key: str) -> tuple[str, ...] | None:
    value = asked.get(key)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise Refused(400, "error.json-names", key=key)
    return tuple(dict.fromkeys(value))


def _suffix(name: str) -> str:
    """The reader a file name asks for; a name without a suffix asks for none."""
    return name.rpartition(".")[2].lower() if "." in name else "auto"


def _file_name(upload: FileStorage) -> str:
    """The last part of the name the browser gave; it chooses a reader and is shown, never used as a path."""
    return re.split(r"[\\/]", upload.filename or "")[-1][-MAX_FILE_NAME_CHARS:] or "upload"


def _known(kind: str, asked: Sequence[str], known: Sequence[str]) -> None:
    for key in asked:
        if key not in known:
            raise Refused(400, f"error.{kind}", key=key, hint=did_you_mean(key, list(known)))


def _day(asked: str, today: date) -> date:
    if not asked:
        return today
    try:
        return date.fromisoformat(asked)
    except ValueError as error:
        raise Refused(400, "error.date", asked=asked) from error
