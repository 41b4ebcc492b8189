"""Plain pages for what went wrong; nothing of the machine's insides is shown."""

from __future__ import annotations

import secrets

from flask import Flask, Response, current_app, jsonify, make_response, request
from werkzeug.exceptions import HTTPException

from compliance.errors import ComplianceError
from webui.i18n import catalogue, translator
from webui.limits import MAX_BODY_BYTES, MAX_TEXT_CHARS
from webui.pages import page


def install(app: Flask) -> None:
    """Answer every error, expected or not."""
    app.register_error_handler(HTTPException, _known)
    app.register_error_handler(ComplianceError, _broken_rules)
    app.register_error_handler(Exception, _unknown)


def refusal(status: int, message: str, reference: str = "") -> Response:
    """An error as JSON below /api, as a page everywhere else."""
    if request.path.startswith("/api/"):
        fault = {"status": status, "message": message}
        if reference:
            fault["reference"] = reference
        return make_response(jsonify(error=fault), status)
    return page("error.html", status, status_code=status, message=message, reference=reference)


def _known(error: HTTPException) -> Response:
    """404, 405, 413 … in the person's language; our own refusals carry a key of the catalogue."""
    status = error.code or 500
    key = str(error.description) if str(error.description) in catalogue("zh") else f"error.{status}"
    if key not in catalogue("zh"):
        key = "error.other"
    limits = {"chars": f"{MAX_TEXT_CHARS:,}", "mib": MAX_BODY_BYTES // 1024 // 1024}
    response = refusal(status, translator()(key, **limits))
    if status == 405 and (allowed := error.get_response().headers.get("Allow")):
        response.headers["Allow"] = allowed
    return response


def _broken_rules(error: ComplianceError) -> Response:
    """A rule pack that does not load: whoever runs the page has to see file, line and reason."""
    current_app.logger.error("%s", error)
    return refusal(500, translator()("error.rules", problem=str(error)))


def _unknown(error: Exception) -> Response:
    reference = secrets.token_hex(4)
    current_app.logger.error("reference %s", reference, exc_info=error)
    return refusal(500, translator()("error.500"), reference)
