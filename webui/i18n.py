"""The words of the page in Chinese and English. Rules and laws stay in their own language."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from flask import Flask, Response, g, request

from compliance.messages import join, name_of, say

LANGUAGES = ("zh", "en")
COOKIE = "lang"
COOKIE_SECONDS = 365 * 24 * 3600


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> Mapping[str, str]:
    """Every text of the page by its key."""
    content = files("webui").joinpath("translations", f"{language}.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(content))


class Translator:
    """Texts of one language: ``t("result.none")``, with values: ``t("error.too-long", limit=200_000)``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = catalogue(language)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key.

        Raises:
            KeyError: the key is not in the catalogue; a test holds templates and catalogues together.
        """
        text = self._texts[key]
        return text.format(**values) if values else text

    def name(self, kind: str, key: str) -> str:
        """The name of a severity, industry, platform, channel or category, as every output calls it."""
        return _capital(name_of(self.language, kind, key))

    def names(self, kind: str, keys: Sequence[str]) -> str:
        """Several names as an enumeration."""
        return join(self.language, [self.name(kind, key) for key in keys])

    def meaning(self, severity: str) -> str:
        """What a severity stands for, in a few words."""
        return _capital(say(self.language, f"severity.{severity}.meaning"))

    @property
    def html(self) -> str:
        """Value for the ``lang`` attribute."""
        return "zh-CN" if self.language == "zh" else "en"

    @property
    def other(self) -> str:
        """The language to switch to."""
        return "en" if self.language == "zh" else "zh"


def _capital(name: str) -> str:
    """Names stand alone on the page; elsewhere they stand inside sentences."""
    return name[:1].upper() + name[1:]


def choose_language() -> str:
    """Asked for in the address, else remembered, else as the browser prefers, else Chinese."""
    for wish in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if wish in LANGUAGES:
            return str(wish)
    for wanted, _ in request.accept_languages:
        language = wanted.replace("_", "-").split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]


def translator() -> Translator:
    """The translator of this request."""
    if "translator" not in g:
        g.translator = Translator(choose_language())
    found: Translator = g.translator
    return found


def install(app: Flask) -> None:
    """Give templates ``t`` and remember a language asked for."""
    app.context_processor(lambda: {"t": translator()})
    app.after_request(_remember)


def _remember(response: Response) -> Response:
    asked = request.args.get("lang")
    if asked in LANGUAGES:
        response.set_cookie(
            COOKIE, asked, max_age=COOKIE_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure
        )
    return response
