"""``compliance serve``: the review page on this machine."""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from compliance.cli.arguments import UsageError, parse, whole_number
from compliance.cli.pages import SERVE
from compliance.errors import ConfigError
from compliance.messages import say

THREADS = 4  # one person uses the page; checks are CPU-bound anyway


def run(words: Sequence[str], lang: str) -> int:
    """Serve until Ctrl+C.

    Raises:
        UsageError: a port that is none.
        ConfigError: the page is not installed, or the address is taken.
    """
    given = parse(SERVE, words, lang)
    port = whole_number(given.port, least=0, most=65535)
    if port is None:
        raise UsageError(say(lang, "cli.bad_port", value=given.port))
    server = _listen(_application(lang), given.host, port, lang)
    _announce(given, server, lang)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
    print("\n" + say(lang, "serve.stopped"))
    return 0


def _application(lang: str) -> Any:
    """The Flask application.

    Found at run time by name: the page builds on this library, and the library must not import it back.
    """
    try:
        return import_module("webui").create_app()
    except ImportError as problem:
        raise ConfigError(say(lang, "serve.needs_page", problem=problem)) from problem


def _listen(application: Any, host: str, port: int, lang: str) -> Any:
    from waitress import create_server

    try:
        return create_server(application, host=host, port=port, threads=THREADS)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        other = port + 1 if 0 < port < 65535 else 8000
        text = say(lang, "serve.port_taken", host=host, port=port, problem=reason, other=other)
        raise ConfigError(text) from problem


def _announce(given: SimpleNamespace, server: Any, lang: str) -> None:
    host = f"[{given.host}]" if ":" in given.host else given.host
    url = f"http://{host}:{server.effective_port}/"
    print(say(lang, "serve.ready", url=url), flush=True)
    if not is_loopback(given.host):
        print(say(lang, "serve.exposed", host=given.host), file=sys.stderr, flush=True)
    if not given.no_browser:
        import webbrowser

        webbrowser.open(url)  # the server already listens; the page waits until run() answers


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
