"""The inspection of one document: matches are found, judged where they stand, and placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from compliance.clock import timing
from compliance.disguise import View, evident
from compliance.field import Sentences
from compliance.folding import Folded, fold
from compliance.keys import Severity
from compliance.matchers import KINDS
from compliance.plan import Hits, Plan
from compliance.report import Disguise, Excuse, Excused, Violation
from compliance.rule import MissingCondition, Rule
from compliance.scene import CLAUSE_ENDS, CLAUSE_REACH, Facts, Scene, stretch
from compliance.segment import cuts_a_word
from compliance.text import Document, Span

if TYPE_CHECKING:
    from compliance.placing import Placer

ANY_TRADE = ("general", "live_commerce", "private_traffic")  # they do not tell what is sold
LAYOUT = frozenset({"inserted-space", "markdown-markup", "html-entity"})
SHORT_WORD = 2  # up to so many characters a word is easily pieced together from its neighbours
STAGE_DIRECTION = Excuse("direction", "这是画面或拍摄说明，观众听不到也看不到", "非宣称")
TIMED_OUT = "正则超时，没有查完（pattern timed out）"


class Match(NamedTuple):
    """A condition of a rule held on ``span`` of a reading of the document."""

    rule: Rule
    severity: Severity
    span: Span
    view: View | None
    """None: the folded text itself."""


class Inspection:
    """Gathers what is found in one document; ``results`` gives it in order."""

    def __init__(
        self,
        plan: Plan,
        document: Document,
        folded: Folded,
        day: date,
        channel: str,
        industries: tuple[str, ...],
    ) -> None:
        self.plan, self.document, self.folded = plan, document, folded
        self.day, self.channel, self.industries = day, channel, industries
        self.undecided: dict[str, str] = {}
        self._violations: list[Violation] = []
        self._excused: list[Excused] = []

    @cached_property
    def placer(self) -> Placer:
        """What makes findings of matches; most texts have none."""
        from compliance.placing import Placer

        return Placer(self.document, self.folded, self.day, self.industries)

    @cached_property
    def facts(self) -> Facts:
        """What is true of the whole text; found out when the first match asks."""
        from compliance.marketing import judge_text

        given = self.plan.selection.industries or self.document.settings.industries or ()
        trade = next((key for key in given if key not in ANY_TRADE), "")
        judged = judge_text(self._met_by_the_audience(), channel=self.channel, trade=trade)
        return Facts(judged.commercial, judged.marketing, judged.why, self.channel, self.industries)

    def _met_by_the_audience(self) -> str:
        """The folded text without stage directions: shot numbers and notes for the crew make no genre."""
        parts = self.document.parts
        if all(part.role != "direction" for part in parts):
            return self.folded.text
        shown = [self.document.visible[p.start : p.end] for p in parts if p.role != "direction"]
        return fold("\n".join(shown)).text

    def results(self) -> tuple[tuple[Violation, ...], tuple[Excused, ...]]:
        """Findings without doubles, and what was excused."""
        if not self._violations and not self._excused:
            return (), ()
        from compliance.overlap import resolve, without_shadowed

        violations = resolve(self._violations, self.document)
        return violations, without_shadowed(self._excused, violations)

    def inspect(self, found: Mapping[int, Hits], view: View | None = None) -> None:
        """Judge every match of the conditions whose words were found in one reading of the text."""
        text = self.folded.text if view is None else view.text
        sentences = Sentences(text)
        by_rule: dict[int, list[int]] = {}
        for number in found:
            by_rule.setdefault(self.plan.cell(number).owner, []).append(number)
        for owner in sorted(by_rule):
            rule = self.plan.rule(owner)
            severity = self._severity(rule)
            if severity is None:
                continue
            spans = self._spans(rule, by_rule[owner], found, sentences, text, view)
            for span in _longest(spans):
                self._judge(Match(rule, severity, span, view))

    def look_for(self, number: int, hits: Hits | None) -> None:
        """Look for the required statement of one ``missing`` condition."""
        from compliance.exemptions import needs_hold
        from compliance.matchers import missing

        rule, condition = self.plan.rule(self.plan.cell(number).owner), self.plan.condition(number)
        assert isinstance(condition, MissingCondition)
        severity = self._severity(rule)
        if severity is None:
            return
        field = self.plan.field(self.folded.text, hits or [[], [], []])
        try:
            absence = missing.find(condition, field, self.document.settings)
        except TimeoutError:
            self.undecided[rule.id] = TIMED_OUT
            return
        if absence is None or not self.facts.marketing:
            return
        at = absence.trigger or Span(0, 0)
        if needs_hold(rule.needs, Scene(self.folded.text, at.start, at.end, self.facts), self.plan.lexicon):
            self._violations.append(self.placer.absence(rule, severity, condition, absence))

    # -- matches ------------------------------------------------------------------------------------------

    def _spans(
        self,
        rule: Rule,
        numbers: Iterable[int],
        found: Mapping[int, Hits],
        sentences: Sentences,
        text: str,
        view: View | None,
    ) -> Iterator[Span]:
        """Where any of the rule's conditions holds."""
        for number in numbers:
            kind = self.plan.cell(number).kind
            field = self.plan.field(text, found[number], sentences)
            try:
                for span in KINDS[kind](self.plan.condition(number), field):
                    if self._stands(rule, kind, span, text, view):
                        yield span
            except TimeoutError:
                self.undecided[rule.id] = TIMED_OUT
            except ImportError as error:
                self.undecided[rule.id] = f"缺少组件，没有查（not installed）：{error.name or error}"

    def _stands(self, rule: Rule, kind: str, span: Span, text: str, view: View | None) -> bool:
        """Whether the match is a match at all: evident if disguised, whole words, needs fulfilled."""
        if view is not None and not (
            view.marks_in(span.start, span.end) and evident(view, span.start, span.end, self.folded.text)
        ):
            return False
        if rule.disguised and (view is None or _is_layout(view, span)):
            return False
        if kind == "terms" and _needs_borders(rule, span):
            clause = stretch(text, span.start, span.end, CLAUSE_ENDS, CLAUSE_REACH)
            inside = Span(span.start - clause.start, span.end - clause.start)
            rewritten = view is not None
            if cuts_a_word(text[clause.start : clause.end], *inside, known_only=rewritten):
                return False
        if not rule.needs:
            return True
        from compliance.exemptions import needs_hold

        return needs_hold(rule.needs, Scene(text, span.start, span.end, self.facts), self.plan.lexicon)

    # -- judgement ----------------------------------------------------------------------------------------

    def _judge(self, match: Match) -> None:
        from compliance.exemptions import judge

        rule, view = match.rule, match.view
        span = match.span if view is None else view.span(match.span.start, match.span.end)
        part = self.document.part_at(self.folded.span(span.start, span.end).start)
        if part is not None and part.role not in rule.roles:
            self._excused.append(self.placer.excused(rule, span, STAGE_DIRECTION))
            return
        text = self.folded.text if view is None else view.text
        scene = Scene(text, match.span.start, match.span.end, self.facts)
        outcome = judge(rule, scene, self.plan.lexicon)
        if outcome.dropped is not None:
            self._excused.append(self.placer.excused(rule, span, outcome.dropped))
            return
        severity = match.severity
        if outcome.ceiling is not None and outcome.ceiling.rank < severity.rank:
            severity = outcome.ceiling
        self._violations.append(
            self.placer.violation(
                rule,
                severity,
                span,
                outcome,
                phrase=scene.phrase,
                disguise=self._disguise(match, span, scene.phrase),
            )
        )

    def _disguise(self, match: Match, span: Span, phrase: str) -> Disguise | None:
        if match.view is None:
            return None
        marks = match.view.marks_in(match.span.start, match.span.end)
        visible = self.folded.span(span.start, span.end)
        written = self.document.visible[visible.start : visible.end]
        return Disguise(written, phrase, tuple(dict.fromkeys(m.technique for m in marks)))

    def _severity(self, rule: Rule) -> Severity | None:
        """How loud the rule is here and today; None: it does not apply."""
        when = timing(rule, self.day)
        if not when.active:
            return Severity.INFO if when.fires_from is not None else None
        severity = _for_industries(rule, self.industries or ("general",))
        level = rule.by_channel.get(self.channel)
        if severity is None or level == "off":
            return None
        return severity if level is None else min(severity, Severity(level), key=lambda s: s.rank)


def _for_industries(rule: Rule, industries: Sequence[str]) -> Severity | None:
    """The loudest level that any of the industries gives the rule; its own where none says anything."""
    levels = [rule.by_industry[key] for key in industries if key in rule.by_industry]
    loud = [Severity(level) for level in levels if level != "off"]
    if not levels:
        return rule.severity
    return max(loud, key=lambda s: s.rank) if loud else None


def _is_layout(view: View, span: Span) -> bool:
    """Whether nothing but blanks, line breaks or markup was undone: posters and forms set words like that."""
    return all(mark.technique in LAYOUT for mark in view.marks_in(span.start, span.end))


def _needs_borders(rule: Rule, span: Span) -> bool:
    if rule.boundary == "auto":
        return span.end - span.start <= SHORT_WORD
    return rule.boundary == "always"


def _longest(spans: Iterable[Span]) -> list[Span]:
    """Of the spans of one rule that overlap, the longest; in order of place."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end - span.start > kept[-1].end - kept[-1].start:
            kept[-1] = span
    return kept
