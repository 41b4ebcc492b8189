"""The Checker: compile once, check many.

A check folds the text, scans it once for every word any rule asks for, lets the matchers look around the
hits, reads the text again where it looks disguised, judges each match in its context, and places what is left
in the source. It is pure: the same text, packs and date give the same report everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from compliance.disguise import View, evident, views
from compliance.errors import ConfigError, did_you_mean
from compliance.exemptions import judge, needs_hold
from compliance.folding import Folded, fold
from compliance.industries import detect
from compliance.marketing import judge_text
from compliance.matchers import KINDS, missing
from compliance.overlap import resolve, without_shadowed
from compliance.packs import library
from compliance.placing import Placer, timing
from compliance.plan import Cell, Hits, Plan, Program, Selection
from compliance.report import (
    Disguise,
    Excuse,
    Excused,
    IndustryChoice,
    PackVersion,
    Report,
    Undecided,
    Violation,
)
from compliance.rule import CHANNELS, INDUSTRIES, PLATFORMS, MissingCondition, Rule, Severity, TermsCondition
from compliance.scene import CLAUSE_ENDS, CLAUSE_REACH, Facts, Scene, stretch
from compliance.segment import cuts_a_word
from compliance.text import Document, Span

SHORT_WORD = 2  # up to so many characters a word is easily pieced together from its neighbours
STAGE_DIRECTION = Excuse("direction", "这是画面或拍摄说明，观众听不到也看不到", "非宣称")


class Checker:
    """Checks texts against the packs chosen by industry, platform, channel and date.

    Args:
        industries: keys as in ``compliance.rule.INDUSTRIES``; None: detect them from each text; empty:
            general packs only.
        platforms: keys as in ``compliance.rule.PLATFORMS``; None: none.
        channel: where the text will be shown, a key of ``compliance.rule.CHANNELS``.
        as_of: judge by the law in force that day; None: today.
        packs: extra pack files or folders, after the built-in ones.

    Raises:
        ConfigError: an unknown industry, platform or channel.
        PackError: a pack cannot be used.
    """

    def __init__(
        self,
        *,
        industries: Sequence[str] | None = None,
        platforms: Sequence[str] | None = None,
        channel: str = "public",
        as_of: date | None = None,
        packs: Sequence[str | Path] = (),
    ) -> None:
        given = (
            None
            if industries is None
            else tuple(_known("行业（industry）", k, INDUSTRIES) for k in industries)
        )
        chosen = tuple(_known("平台（platform）", k, PLATFORMS) for k in platforms or ())
        self.channel = _known("渠道（channel）", channel, CHANNELS)
        self.as_of = as_of
        self.plan = Plan(library(packs), Selection(given, chosen))

    def check(self, text: str | Document) -> Report:
        """Check one text. Offsets in the report are code points of the text as given."""
        document = Document.plain(text) if isinstance(text, str) else text
        return _Check(self.plan, document, self.channel, self.as_of or date.today()).report()


def _known(what: str, key: str, known: Sequence[str]) -> str:
    if key not in known:
        raise ConfigError(f"不认识的{what} “{key}”{did_you_mean(key, list(known))}；可用：{'、'.join(known)}")
    return key


@dataclass(frozen=True, slots=True)
class _Match:
    """A rule's condition held on ``text[start:end]`` of a reading of the document."""

    rule: Rule
    span: Span
    view: View | None
    """None: the folded text itself."""
    bounded: bool
    """Found as a word: its borders may be checked by segmentation."""


class _Check:
    """One check of one document."""

    def __init__(self, plan: Plan, document: Document, channel: str, day: date) -> None:
        self.plan, self.document, self.channel, self.day = plan, document, channel, day
        self.folded: Folded = fold(document.visible)
        self.placer = Placer(document, self.folded, day)
        self.violations: list[Violation] = []
        self.excused: list[Excused] = []
        self.undecided: dict[str, str] = {}
        self.industries: tuple[IndustryChoice, ...] = ()

    def report(self) -> Report:
        """Run every step and gather the results."""
        text = self.folded.text
        found = self.plan.scan(text)
        self.industries = self._industries(found)
        for match in self._matches(text, found, None):
            self._judge(match)
        for view in views(text, self.plan.vocabulary):
            for match in self._matches(view.text, self.plan.scan(view.text), view):
                self._judge(match)
        self._look_for_absences(found)
        violations = resolve(self.violations)
        return Report(
            document=self.document,
            violations=violations,
            excused=without_shadowed(self.excused, violations),
            undecided=tuple(Undecided(k, v) for k, v in sorted(self.undecided.items())),
            industries=self.industries,
            platforms=self.plan.selection.platforms,
            channel=self.channel,
            as_of=self.day,
            packs=tuple(
                PackVersion(p.name, p.title, p.version, p.sha256)
                for p in self.plan.packs
                if self._applies(p.industries)
            ),
            not_checked=(*self.document.not_checked, "画面、声音与图片里的内容"),
            commercial=self.facts.commercial if self.violations or self.excused else True,
        )

    @cached_property
    def facts(self) -> Facts:
        """What is true of the whole text; found out when the first match asks."""
        commercial, marketing, why = judge_text(self.folded.text, channel=self.channel)
        return Facts(commercial, marketing, why, self.channel, tuple(i.key for i in self.industries))

    def _industries(self, found: Mapping[int, Hits]) -> tuple[IndustryChoice, ...]:
        given = self.plan.selection.industries
        if given is None and self.document.settings.industries is not None:
            given = self.document.settings.industries
        if given is not None:
            return tuple(IndustryChoice(key, given=True) for key in given)
        return detect(self.plan, self.folded.text, found)

    def _applies(self, industries: Sequence[str]) -> bool:
        return not industries or any(choice.key in industries for choice in self.industries)

    # -- matches ------------------------------------------------------------------------------------------

    def _matches(self, text: str, found: Mapping[int, Hits], view: View | None) -> Iterator[_Match]:
        """Every match of every rule that applies; per rule, without those inside a longer one."""
        by_program: dict[int, tuple[Program, list[tuple[Cell, Hits]]]] = {}
        for number, hits in found.items():
            cell = self.plan.cells[number]
            if isinstance(cell.owner, Program) and cell.spec["kind"] != "missing":
                if not self._applies(cell.owner.pack.industries):
                    continue
                by_program.setdefault(id(cell.owner), (cell.owner, []))[1].append((cell, hits))
        for program, cells in by_program.values():
            if self._severity(program.rule) is None:
                continue
            yield from _longest(list(self._found(program.rule, cells, text, view)))

    def _found(
        self, rule: Rule, cells: Sequence[tuple[Cell, Hits]], text: str, view: View | None
    ) -> Iterator[_Match]:
        for cell, hits in cells:
            condition = cell.condition
            try:
                for span in KINDS[type(condition)](condition, self.plan.field(text, hits)):
                    if self._stands(rule, condition, span, text, view):
                        yield _Match(rule, span, view, isinstance(condition, TermsCondition))
            except TimeoutError:
                self.undecided[rule.id] = "正则超时，没有查完（pattern timed out）"
            except ImportError as error:
                self.undecided[rule.id] = f"缺少组件，没有查（not installed）：{error.name or error}"

    def _stands(self, rule: Rule, condition: object, span: Span, text: str, view: View | None) -> bool:
        """Whether the match is a match at all: evident if disguised, whole words, needs fulfilled."""
        if view is not None and not (
            view.marks_in(span.start, span.end) and evident(view, span.start, span.end, self.folded.text)
        ):
            return False
        if isinstance(condition, TermsCondition) and _needs_borders(rule, span):
            clause = stretch(text, span.start, span.end, CLAUSE_ENDS, CLAUSE_REACH)
            if cuts_a_word(
                text[clause.start : clause.end], span.start - clause.start, span.end - clause.start
            ):
                return False
        scene = Scene(text, span.start, span.end, self.facts)
        return needs_hold(rule.needs, scene, self.plan.lexicon)

    # -- judgement ----------------------------------------------------------------------------------------

    def _judge(self, match: _Match) -> None:
        rule, view = match.rule, match.view
        severity = self._severity(rule)
        assert severity is not None
        text = self.folded.text if view is None else view.text
        span = match.span if view is None else view.span(match.span.start, match.span.end)
        part = self.document.part_at(self.folded.span(span.start, span.end).start)
        if part is not None and part.role not in rule.roles:
            self.excused.append(self.placer.excused(rule, span, STAGE_DIRECTION))
            return
        scene = Scene(text, match.span.start, match.span.end, self.facts)
        outcome = judge(rule, scene, self.plan.lexicon)
        if outcome.dropped is not None:
            self.excused.append(self.placer.excused(rule, span, outcome.dropped))
            return
        if outcome.ceiling is not None and outcome.ceiling.rank < severity.rank:
            severity = outcome.ceiling
        violation = self.placer.violation(
            rule,
            severity,
            span,
            outcome,
            phrase=scene.phrase,
            disguise=self._disguise(match, span, scene.phrase),
        )
        self.violations.append(violation)

    def _disguise(self, match: _Match, span: Span, phrase: str) -> Disguise | None:
        if match.view is None:
            return None
        marks = match.view.marks_in(match.span.start, match.span.end)
        visible = self.folded.span(span.start, span.end)
        written = self.document.visible[visible.start : visible.end]
        return Disguise(written, phrase, tuple(dict.fromkeys(m.technique for m in marks)))

    def _severity(self, rule: Rule) -> Severity | None:
        """How loud the rule is here and today; None: it does not apply."""
        when = timing(rule, self.day)
        if not when.active and when.fires_from is None:
            return None
        if not when.active:
            return Severity.INFO
        severity: Severity = rule.severity
        if rule.by_industry:
            keys = [c.key for c in self.industries] or ["general"]
            levels = [rule.by_industry[k] for k in keys if k in rule.by_industry]
            if levels:
                loud = [Severity(level) for level in levels if level != "off"]
                if not loud:
                    return None
                severity = max(loud, key=lambda s: s.rank)
        level = rule.by_channel.get(self.channel)
        if level == "off":
            return None
        return severity if level is None else min(severity, Severity(level), key=lambda s: s.rank)

    # -- absences -----------------------------------------------------------------------------------------

    def _look_for_absences(self, found: Mapping[int, Hits]) -> None:
        if not self.document.visible.strip():
            return
        for number, cell in enumerate(self.plan.cells):
            if cell.spec["kind"] != "missing" or not isinstance(cell.owner, Program):
                continue
            if self._applies(cell.owner.pack.industries):
                self._look_for_absence(cell.owner.rule, cell, found.get(number))

    def _look_for_absence(self, rule: Rule, cell: Cell, hits: Hits | None) -> None:
        severity, condition = self._severity(rule), cell.condition
        assert isinstance(condition, MissingCondition)
        if severity is None:
            return
        quiet = hits is None and not (condition.always or condition.when_patterns or condition.when_settings)
        if quiet or not self.facts.marketing:
            return
        field = self.plan.field(self.folded.text, hits or [[], []])
        try:
            absence = missing.find(condition, field, self.document.settings, marketing=self.facts.marketing)
        except TimeoutError:
            self.undecided[rule.id] = "正则超时，没有查完（pattern timed out）"
            return
        if absence is None:
            return
        at = absence.trigger or Span(0, 0)
        if needs_hold(rule.needs, Scene(self.folded.text, at.start, at.end, self.facts), self.plan.lexicon):
            self.violations.append(self.placer.absence(rule, severity, condition, absence))


def _needs_borders(rule: Rule, span: Span) -> bool:
    if rule.boundary == "auto":
        return span.end - span.start <= SHORT_WORD
    return rule.boundary == "always"


def _longest(matches: list[_Match]) -> list[_Match]:
    """Of the matches of one rule that overlap, the longest; in order of place."""
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or match.span.start >= kept[-1].span.end:
            kept.append(match)
        elif match.span.end - match.span.start > kept[-1].span.end - kept[-1].span.start:
            kept[-1] = match
    return kept
