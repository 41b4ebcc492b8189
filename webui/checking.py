"""From a submission to a report, for the page and for the API alike."""

from __future__ import annotations

from flask import current_app

from compliance.errors import ConfigError, InputError
from compliance.report import Report
from webui.checkers import CheckerShelf
from webui.i18n import Translator
from webui.submission import Refused, Submission

EXPECTED = (Refused, InputError, ConfigError)
"""What a person can put right: answered beside the form, with the text kept."""


def run(submission: Submission) -> Report:
    """Read and check.

    Raises:
        Refused, InputError, ConfigError: see ``explain``.
        PackError: the rules cannot be used.
    """
    if submission.is_empty:
        raise Refused(400, "error.empty")
    document = submission.read()
    if not document.source.strip():
        raise Refused(400, "error.empty-file", name=document.name)
    shelf: CheckerShelf = current_app.extensions["checkers"]
    choices = submission.choices(document, current_app.config["TODAY"]())
    return shelf.get(choices).check(document)


def explain(error: Exception, t: Translator) -> tuple[int, str]:
    """Status and message for an expected error."""
    if isinstance(error, Refused):
        return error.status, t(error.key, **error.values)
    return 400, str(error)
