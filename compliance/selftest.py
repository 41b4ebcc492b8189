"""Runs the examples inside every rule, and checks every suggestion. It fails closed.

A rule without examples, a wrong span, a second firing, a loud near miss, a known gap that works by now, a
suggestion that is risky itself: each is a failure with the place in the pack file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from compliance.engine import Checker
from compliance.packs import Library, Pack
from compliance.report import Report, Violation
from compliance.rule import Example, MissingCondition, Rule, Severity

LEAST_EXAMPLES = 2
QUIET_IN_SUGGESTIONS = ("missing-disclosure",)
"""A suggestion is a scrap of text; it cannot carry the labels of the whole script."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that does not do what its page says."""

    rule_id: str
    path: str
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule_id}: {self.problem}"


@dataclass
class Result:
    """What a run of the self-test counted and found."""

    rules: int = 0
    examples: int = 0
    suggestions: int = 0
    failures: list[Failure] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Nothing failed, and something was there to be tested."""
        return not self.failures and self.rules > 0


class Bench:
    """Checkers for the industries and platforms of packs, made once each."""

    def __init__(self, extra: tuple[str, ...] = ()) -> None:
        self._extra = extra
        self._make = lru_cache(maxsize=64)(self._checker)

    def checker(self, pack: Pack, channel: str) -> Checker:
        """The checker under which the examples of a pack have to work."""
        return self._make(pack.industries[:1], pack.platforms[:1], channel)

    def _checker(self, industries: tuple[str, ...], platforms: tuple[str, ...], channel: str) -> Checker:
        return Checker(industries=industries, platforms=platforms, channel=channel, packs=self._extra)


def run(library: Library, pack: str | None = None, extra: tuple[str, ...] = ()) -> Result:
    """Test every rule of every pack, or of one; ``library`` has to be read fresh, with examples.

    ``extra`` are the pack files the library was read with besides the built-in ones.

    Raises:
        ConfigError: no pack has that name.
    """
    result, bench = Result(), Bench(extra)
    for tested in [library.pack(pack)] if pack else library.packs:
        for rule in library.rules_of(tested):
            result.rules += 1
            result.examples += sum(map(len, (rule.examples.flag, rule.examples.passing)))
            result.suggestions += len(rule.suggestions)
            if not rule.switched_off:
                result.failures += _failures(rule, tested, bench)
    return result


def _failures(rule: Rule, pack: Pack, bench: Bench) -> Iterator[Failure]:
    def failure(line: int, problem: str) -> Failure:
        return Failure(rule.id, rule.path, line, problem)

    for name, examples in (("flag", rule.examples.flag), ("pass", rule.examples.passing)):
        if len(examples) < LEAST_EXAMPLES:
            yield failure(rule.line, f"例句不足（too few examples）：{name} 至少 {LEAST_EXAMPLES} 条")
    for example in rule.examples.flag:
        problem = _flag_problem(rule, example, bench.checker(pack, example.channel).check(example.text))
        if problem:
            yield failure(example.line, f"flag 例句“{example.text}”：{problem}")
    for example in rule.examples.passing:
        loud = _own(rule, bench.checker(pack, example.channel).check(example.text), loud=True)
        if loud:
            yield failure(
                example.line, f"pass 例句“{example.text}”报了“{loud[0].excerpt}”（{loud[0].severity}）"
            )
    for example in rule.examples.known_gaps:
        if _own(rule, bench.checker(pack, example.channel).check(example.text), loud=True):
            yield failure(example.line, f"known_gaps 例句“{example.text}”已经报得出了；请移到 flag")
    yield from _suggestion_failures(rule, pack, bench)


def _own(rule: Rule, report: Report, *, loud: bool) -> list[Violation]:
    """The findings that stand for this rule, by itself or merged into another one."""
    return [
        v
        for v in report.violations
        if (v.rule_id == rule.id or rule.id in v.also) and (not loud or v.severity is not Severity.INFO)
    ]


def _flag_problem(rule: Rule, example: Example, report: Report) -> str:
    """What is wrong with a flag example, or an empty string."""
    quiet = rule.severity is Severity.INFO
    found = _own(rule, report, loud=not quiet)
    excused = [e for e in report.excused if e.rule_id == rule.id]
    if not found and excused:
        return f"被排除了（{excused[0].excuse.key}：{excused[0].excuse.reason}）"
    if not found:
        lowered = [v.lowered for v in _own(rule, report, loud=False) if v.lowered is not None]
        return f"降成了 info（{lowered[0].key}：{lowered[0].reason}）" if lowered else "没有报（not found）"
    if example.start < 0:
        missing = any(isinstance(c, MissingCondition) for c in rule.conditions)
        return "" if missing else "缺少 ⟦ ⟧（mark the expected span）"
    exact = [v for v in found if (v.start, v.end) == (example.start, example.end)]
    if not exact:
        # a longer finding of another rule that stands for this one as well is what a reader sees
        covering = [
            v for v in found if v.rule_id != rule.id and v.start <= example.start and example.end <= v.end
        ]
        return "" if covering else f"报的是“{found[0].excerpt}”（{found[0].start}–{found[0].end}）"
    own = [v for v in found if v.rule_id == rule.id]
    return f"报了 {len(own)} 次（fired more than once）" if len(own) > 1 else ""


def _suggestion_failures(rule: Rule, pack: Pack, bench: Bench) -> Iterator[Failure]:
    for suggestion in rule.suggestions:
        report = bench.checker(pack, "public").check(suggestion.write)
        for v in report.violations:
            if v.severity is not Severity.INFO and v.category not in QUIET_IN_SUGGESTIONS:
                problem = f"改写“{suggestion.write}”自己就有风险：“{v.excerpt}”（{v.rule_id}）"
                yield Failure(rule.id, rule.path, rule.line, problem)
                break
