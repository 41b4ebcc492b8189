"""Turning a template into an answer."""

from __future__ import annotations

from flask import Response, make_response, render_template


def page(template: str, status: int = 200, **values: object) -> Response:
    """The template as an answer.

    A lone surrogate (half of a broken emoji) cannot be sent as UTF-8 and becomes "?"; in the checked text
    itself it is drawn as a chip.
    """
    html = render_template(template, **values)
    response = make_response(html.encode("utf-8", "replace"), status)
    response.headers["Content-Type"] = "text/html; charset=utf-8"
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response
