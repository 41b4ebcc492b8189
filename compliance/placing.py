"""From a judged match to a finding in the source: place, excerpt, message, suggestions, fingerprint."""

from __future__ import annotations

from collections import Counter
from datetime import date

from compliance.clock import timing
from compliance.exemptions import Outcome
from compliance.folding import Folded, fold
from compliance.matchers.missing import Absence
from compliance.report import Disguise, Excuse, Excused, Violation, Where, fingerprint
from compliance.rule import LegalBasis, MissingCondition, Rule, Severity, Suggestion
from compliance.scene import SENTENCE_ENDS, stretch
from compliance.text import Document, Span

NEIGHBOURS = 8  # folded letters on either side that make a fingerprint tell two places apart
MOST_SUGGESTIONS = 3
ANY_GOODS = frozenset(("general", "private_traffic", "live_commerce"))  # they do not tell what is sold
SAME_ENDS = 2  # letters at either end


class Placer:
    """Places matches of one document; keeps count so that equal findings get different fingerprints."""

    def __init__(
        self, document: Document, folded: Folded, day: date, industries: tuple[str, ...] = ()
    ) -> None:
        self.document, self.folded, self.day, self.industries = document, folded, day, industries
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def violation(
        self,
        rule: Rule,
        severity: Severity,
        span: Span,
        outcome: Outcome,
        *,
        phrase: str,
        disguise: Disguise | None,
    ) -> Violation:
        """A finding on a phrase; ``span`` is in the folded text, ``phrase`` what it reads as."""
        excerpt = self._excerpt(span)
        message = rule.message.replace("{excerpt}", excerpt)
        return self._made(
            rule, severity, self._visible(span), span, excerpt, message, outcome, phrase, disguise
        )

    def absence(
        self, rule: Rule, severity: Severity, condition: MissingCondition, absence: Absence
    ) -> Violation:
        """A finding on something that is not there; it points at where it should be inserted."""
        name = condition.statement.name
        message = rule.message.replace("{name}", name)
        if name not in message:
            message = f"缺少：{name}。{message}"
        if absence.near is not None:
            excerpt = self._excerpt(absence.near)
            message = message.replace("{excerpt}", excerpt)
            message = f"{name}：写成了“{excerpt}”，规定的措辞是“{absence.wanted}”。{message}"
            span = absence.near
            lower = Severity.WARNING if severity is Severity.ERROR else severity
            made = self._made(
                rule, lower, self._visible(span), span, excerpt, message, Outcome(), excerpt, None
            )
            return made._replace(fix=absence.wanted) if _same_ends(excerpt, absence.wanted) else made
        trigger = self._excerpt(absence.trigger) if absence.trigger is not None else ""
        message = message.replace("{excerpt}", trigger)
        at = self._insertion(condition, absence)
        excerpt = trigger if condition.at == "trigger" else ""
        folded_at = absence.trigger or Span(0, 0)
        return self._made(rule, severity, Span(at, at), folded_at, excerpt, message, Outcome(), name, None)

    def excused(self, rule: Rule, span: Span, excuse: Excuse) -> Excused:
        """A match that does not count."""
        visible = self._visible(span)
        source = self.document.source_span(visible.start, visible.end)
        line, column = self.document.line_and_column(source.start)
        excerpt = self._excerpt(span)
        return Excused(
            rule.id,
            rule.category,
            source.start,
            source.end,
            excerpt,
            line,
            column,
            self._where(visible.start),
            excuse,
        )

    def _made(
        self,
        rule: Rule,
        severity: Severity,
        visible: Span,
        folded: Span,
        excerpt: str,
        message: str,
        outcome: Outcome,
        phrase: str,
        disguise: Disguise | None,
    ) -> Violation:
        source = self.document.source_span(visible.start, visible.end)
        line, column = self.document.line_and_column(source.start)
        when = timing(rule, self.day)
        if when.fires_from is not None:
            message = f"{message}（{when.fires_from.isoformat()} 起施行）"
        return Violation(
            rule_id=rule.id,
            pack=rule.pack,
            category=rule.category,
            severity=severity,
            start=source.start,
            end=source.end,
            excerpt=excerpt,
            line=line,
            column=column,
            where=self._where(visible.start),
            title=rule.title,
            message=message,
            why=rule.why,
            suggestions=_suggestions(rule.suggestions, phrase),
            evidence=tuple(dict.fromkeys((*outcome.evidence, *rule.evidence))),
            basis=self._basis(rule),
            fingerprint=self._fingerprint(rule.id, phrase, folded),
            disguise=disguise,
            lowered=outcome.lowered,
            fix=rule.fixes.get(phrase),
            fires_from=when.fires_from,
        )

    def _basis(self, rule: Rule) -> tuple[LegalBasis, ...]:
        """The provisions in force that day which speak to the industries of the text, if those are known."""
        in_force = tuple(b for b in rule.basis if b.in_force(self.day)) or rule.basis
        known = [key for key in self.industries if key not in ANY_GOODS]
        fitting = tuple(b for b in in_force if not b.industries or any(k in b.industries for k in known))
        return tuple(b._replace(industries=()) for b in (fitting if known and fitting else in_force))

    def _visible(self, span: Span) -> Span:
        return self.folded.span(span.start, span.end)

    def _excerpt(self, span: Span) -> str:
        visible = self._visible(span)
        return self.document.visible[visible.start : visible.end]

    def _where(self, visible_offset: int) -> Where:
        part = self.document.part_at(visible_offset)
        return Where(part.label, part.where) if part is not None else Where()

    def _insertion(self, condition: MissingCondition, absence: Absence) -> int:
        """The visible offset where the missing statement belongs."""
        if condition.at == "trigger" and absence.trigger is not None:
            return self._visible(absence.trigger).end
        if condition.at == "start":
            return 0
        return len(self.document.visible.rstrip())

    def _fingerprint(self, rule_id: str, phrase: str, span: Span) -> str:
        text = self.folded.text
        around = stretch(text, span.start, span.end, SENTENCE_ENDS, 3 * NEIGHBOURS)
        before = "".join(c for c in text[around.start : span.start] if c.isalnum())
        after = "".join(c for c in text[span.end : around.end] if c.isalnum())
        neighbours = f"{before[-NEIGHBOURS:]}|{after[:NEIGHBOURS]}"
        key = (rule_id, fold(phrase).text, neighbours)
        self._counts[key] += 1
        return fingerprint(*key, self._counts[key])


def _same_ends(written: str, wanted: str) -> bool:
    """Whether a misworded statement begins and ends as the wording required, so that one can take the place
    of the other and no letter of either is left over."""
    ends = [(w[:SAME_ENDS], w[-SAME_ENDS:]) for w in (fold(written).text, fold(wanted).text)]
    return ends[0] == ends[1]


def _suggestions(suggestions: tuple[Suggestion, ...], phrase: str) -> tuple[str, ...]:
    """Suggestions made for this very phrase first, then the general ones."""
    fitting = [s.write for s in suggestions if any(word in phrase for word in s.instead_of)]
    general = [s.write for s in suggestions if not s.instead_of]
    chosen = fitting + general or [s.write for s in suggestions]
    return tuple(dict.fromkeys(chosen))[:MOST_SUGGESTIONS]
