"""Who may talk to the page, and what a browser may do with it.

The page answers on this machine only. Two things could still reach it from elsewhere: a web site that points
its own name at 127.0.0.1 (DNS rebinding), refused by the Host check; and a web site that posts a form to us,
refused by Fetch-Metadata and Origin. Programs without a browser send neither header and are let through:
they need no trick to post. Nothing is kept between requests, so there is no session to steal.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, request

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "Referrer-Policy": "same-origin",  # “no-referrer” would make browsers post our own form with Origin: null
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^:\[\]]+)(?::\d{1,5})?")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def install(app: Flask) -> None:
    """Check every request, mark every answer."""
    app.before_request(_refuse_strange_hosts)
    app.before_request(_refuse_cross_site_posts)
    app.after_request(_mark)


def _refuse_strange_hosts() -> None:
    host = _HOST.fullmatch(request.headers.get("Host", "").lower())
    if host is None or host["name"] not in current_app.config["ALLOWED_HOSTS"]:
        abort(400, "error.host")


def _refuse_cross_site_posts() -> None:
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in ("same-origin", "none"):
        abort(403, "error.cross-site")
    origin = request.headers.get("Origin")
    if origin is not None and not _is_own(origin):
        abort(403, "error.cross-site")


def _is_own(origin: str) -> bool:
    """Same scheme, name and port as the request itself; "null" never is."""
    asked = urlsplit(origin)
    return (asked.scheme, asked.netloc) == (request.scheme, request.headers.get("Host", ""))


def _mark(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    # Scripts under review are nobody else's business; our own style sheet may be revalidated instead.
    static = request.endpoint == "static" and response.status_code < 400
    response.headers["Cache-Control"] = "no-cache" if static else "no-store"
    return response
