"""``nlp.add_pipe("compliance")``: findings as ``doc.spans["compliance"]``.

Works on any pipeline, also on ``spacy.blank("zh")``: the check reads the text of the Doc, not its analysis.
Every span carries the rule id as its id, the category as its label, and the whole finding in
``span._.violation``. The report is in ``doc._.compliance_report``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from compliance.engine import Checker

KEY = "compliance"


@Language.factory(
    KEY,
    default_config={"industries": None, "platforms": None, "channel": "public", "as_of": None, "packs": []},
    assigns=["doc.spans", "doc._.compliance_report", "span._.violation"],
)
def make_compliance(
    nlp: Language,
    name: str,
    industries: Sequence[str] | None,
    platforms: Sequence[str] | None,
    channel: str,
    as_of: str | None,
    packs: Sequence[str],
) -> Callable[[Doc], Doc]:
    """The pipeline component; the settings are those of ``Checker``, ``as_of`` as an ISO date."""
    day = date.fromisoformat(as_of) if as_of else None
    checker = Checker(industries=industries, platforms=platforms, channel=channel, as_of=day, packs=packs)
    _declare_extensions()
    return lambda doc: annotate(doc, checker)


def annotate(doc: Doc, checker: Checker) -> Doc:
    """Check the text of a Doc and write what was found into it.

    A finding that begins or ends inside a token is widened to whole tokens; its exact place is in the
    violation. Missing statements have no place of their own and are only in the report.
    """
    report = checker.check(doc.text)
    spans: list[Span] = []
    for violation in report.violations:
        if violation.start == violation.end:
            continue
        span = doc.char_span(
            violation.start, violation.end, label=violation.category, alignment_mode="expand"
        )
        if span is not None:
            span.id_ = violation.rule_id
            span._.violation = violation
            spans.append(span)
    doc.spans[KEY] = spans
    doc._.compliance_report = report
    return doc


def _declare_extensions() -> None:
    wanted: dict[str, Any] = {"compliance_report": Doc, "violation": Span}
    for attribute, owner in wanted.items():
        if not owner.has_extension(attribute):
            owner.set_extension(attribute, default=None)
