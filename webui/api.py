"""The same check for programs: JSON in, JSON out. Described in docs/page.md."""

from __future__ import annotations

import io

from flask import Blueprint, Response, abort, jsonify, request

from compliance.formats import FORMATS
from compliance.report import Report, Run
from webui.checking import EXPECTED, explain, run
from webui.faults import refusal
from webui.i18n import translator
from webui.rulebook import rulebook
from webui.submission import Submission, from_form, from_json

blueprint = Blueprint("api", __name__, url_prefix="/api")


@blueprint.post("/check")
def check() -> Response:
    """Check one text (JSON) or one upload (multipart form); answers the report of ``--format json``."""
    try:
        return _report(run(_submission()))
    except EXPECTED as error:
        return refusal(*explain(error, translator()))


@blueprint.get("/packs")
def packs() -> Response:
    """The rule packs: what they are, when they apply and how many rules they hold."""
    book = rulebook()
    described = [
        {
            "name": pack.name,
            "title": pack.title,
            "version": pack.version,
            "sha256": pack.sha256,
            "industries": list(pack.industries),
            "platforms": list(pack.platforms),
            "rules": len(book.rules[pack.name]),
        }
        for pack in book.library.packs
    ]
    return jsonify(packs=described)


def _submission() -> Submission:
    if request.mimetype == "application/json":
        return from_json(request.get_data())
    if request.mimetype == "multipart/form-data":
        return from_form(request)
    abort(415, "error.media-type")


def _report(report: Report) -> Response:
    stream = io.StringIO()
    FORMATS["json"].write(Run((report,)), stream)
    # A lone surrogate outside a JSON escape cannot be sent as UTF-8.
    body = stream.getvalue().encode("utf-8", "backslashreplace")
    return Response(body, mimetype="application/json")
