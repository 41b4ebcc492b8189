"""The check page: a form, and beneath it what the check found."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, redirect, request, url_for

from compliance.readers import supported
from compliance.rule import CHANNELS, INDUSTRIES, PLATFORMS
from compliance.text import Document
from webui.checking import EXPECTED, explain, run
from webui.findings import Review
from webui.i18n import translator
from webui.limits import MAX_BODY_BYTES, MAX_TEXT_CHARS
from webui.pages import page
from webui.submission import FORMATS, Submission, from_form

TEXT_KINDS = {"text": "txt", "markdown": "md", "srt": "srt", "vtt": "vtt"}
"""Reader kinds whose source is the file itself, so that an upload can be edited in the text box."""

blueprint = Blueprint("review", __name__)


@blueprint.route("/", methods=["GET", "POST"])
def start() -> Response:
    """The empty form; a POST (the language switch) brings the text along unchecked."""
    submission = from_form(request) if request.method == "POST" else Submission()
    if "example" in request.args:
        submission = Submission(text=translator()("example.text"))
    return _form(replace(submission, content=None, name=""))


@blueprint.post("/check")
def check() -> Response:
    """The form again, and what was found."""
    submission = from_form(request)
    try:
        report = run(submission)
    except EXPECTED as error:
        status, problem = explain(error, translator())
        return _form(submission, status, problem=problem)
    note = _note(submission, report.document)
    shown = _editable(submission, report.document)
    return _form(shown, review=Review(report), note=note, file_name=submission.name)


@blueprint.get("/check")
def check_again() -> Response:
    """Nothing is kept, so there is nothing to show: back to the form."""
    return redirect(url_for("review.start"))  # type: ignore[return-value]


def _form(submission: Submission, status: int = 200, **values: object) -> Response:
    values = {"review": None, "problem": "", "note": "", "file_name": "", **values}
    return page(
        "index.html",
        status,
        submission=submission,
        industries=INDUSTRIES,
        platforms=PLATFORMS,
        channels=CHANNELS,
        formats=FORMATS,
        kinds=supported(),
        max_chars=MAX_TEXT_CHARS,
        max_mib=MAX_BODY_BYTES // 1024 // 1024,
        **values,
    )


def _editable(submission: Submission, document: Document) -> Submission:
    """What the form shows after a check: the text of an uploaded text file goes into an empty text box."""
    if submission.content is None or submission.text.strip() or document.kind not in TEXT_KINDS:
        return submission
    return replace(submission, text=document.source, text_format=TEXT_KINDS[document.kind])


def _note(submission: Submission, document: Document) -> str:
    t = translator()
    if submission.content is None:
        return ""
    if submission.text.strip():
        return t("result.file-checked", name=submission.name)
    return "" if document.kind in TEXT_KINDS else t("result.file-again", name=submission.name)
