"""The Checker: compile once, check many.

A check folds the text, scans it once for every word any rule asks for, lets the matchers look around the
hits, reads the text again where it looks disguised, judges each match in its context, and places what is left
in the source. It is pure: the same text, packs and date give the same report everywhere. What a clean text
does not need is not even imported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from compliance.disguise import views
from compliance.errors import ConfigError, did_you_mean
from compliance.folding import fold
from compliance.industries import detect, hidden_words
from compliance.keys import CHANNELS, INDUSTRIES, PLATFORMS
from compliance.packs.cells import HIDDEN, RULE
from compliance.packs.library import library
from compliance.plan import Hits, Plan, Selection
from compliance.report import IndustryChoice, PackVersion, Report, Undecided
from compliance.text import Document, whole_characters

if TYPE_CHECKING:
    from pathlib import Path

    from compliance.disguise import View

AS_WRITTEN, IN_DISGUISE = (RULE,), (RULE, HIDDEN)
"""The roles of conditions that may find something in the text, and in a reading of it."""
UNSEEN = "画面、声音与图片里的内容"


class Checker:
    """Checks texts against the packs chosen by industry, platform, channel and date.

    Args:
        industries: keys as in ``compliance.keys.INDUSTRIES``; None: detect them from each text; empty:
            general packs only.
        platforms: keys as in ``compliance.keys.PLATFORMS``; None: none.
        channel: where the text will be shown, a key of ``compliance.keys.CHANNELS``.
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
        given = None if industries is None else known("行业（industry）", industries, INDUSTRIES)
        chosen = known("平台（platform）", platforms or (), PLATFORMS)
        (self.channel,) = known("渠道（channel）", [channel], CHANNELS)
        self.as_of = as_of
        self.plan = Plan(library(packs), Selection(given, chosen))

    def check(self, text: str | Document) -> Report:
        """Check one text. Offsets in the report are code points of the text as given."""
        document = Document.plain(text) if isinstance(text, str) else text
        return _report(self.plan, document, self.channel, self.as_of or date.today())


def known(what: str, keys: Sequence[str], allowed: Sequence[str]) -> tuple[str, ...]:
    """The keys, if all of them are in the closed list.

    Raises:
        ConfigError: one is not; names the nearest one.
    """
    for key in keys:
        if key not in allowed:
            hint = did_you_mean(key, list(allowed))
            raise ConfigError(f"不认识的{what} “{key}”{hint}；可用：{'、'.join(allowed)}")
    return tuple(keys)


def _report(plan: Plan, document: Document, channel: str, day: date) -> Report:
    folded = fold(whole_characters(document.visible))
    found, cues = plan.scan(folded.text)
    industries = _industries(plan, document, folded.text, found)
    applying = _applying(plan, industries)
    sells = bool(_candidates(plan, found, applying) or _due(plan, document, found, applying))
    seen = [(v, plan.scan(v.text)[0]) for v in views(folded.text, plan.vocabulary, cues, sells=sells)]
    if seen:
        industries = _industries(plan, document, folded.text, found, seen)
        applying = _applying(plan, industries)
    candidates, due = _candidates(plan, found, applying), _due(plan, document, found, applying)
    empty = Report(
        document=document,
        violations=(),
        excused=(),
        undecided=(),
        industries=industries,
        platforms=plan.selection.platforms,
        channel=channel,
        as_of=day,
        packs=tuple(
            PackVersion(p.name, p.title, p.version, p.sha256)
            for p, applies in zip(plan.library.packs, applying, strict=True)
            if applies and plan.selection.admits(p)
        ),
        not_checked=(*document.not_checked, UNSEEN),
    )
    if not (candidates or due or seen):
        return empty
    from compliance.inspection import Inspection  # everything about rules, contexts and places

    inspection = Inspection(plan, document, folded, day, channel, tuple(c.key for c in industries))
    inspection.inspect(candidates)
    for view, found_there in seen:
        inspection.inspect(_candidates(plan, found_there, applying, IN_DISGUISE), view)
    for number in due:
        inspection.look_for(number, found.get(number))
    violations, excused = inspection.results()
    undecided = tuple(Undecided(k, v) for k, v in sorted(inspection.undecided.items()))
    report = empty._replace(violations=violations, excused=excused, undecided=undecided)
    return report._replace(commercial=inspection.facts.commercial) if violations or excused else report


def _industries(
    plan: Plan,
    document: Document,
    text: str,
    found: Mapping[int, Hits],
    seen: Sequence[tuple[View, Mapping[int, Hits]]] = (),
) -> tuple[IndustryChoice, ...]:
    """The industries given, or those the text and its readings (with the hits in them) show."""
    given = plan.selection.industries
    if given is None:
        given = document.settings.industries
    if given is not None:
        return tuple(IndustryChoice(key, given=True) for key in given)
    hidden: dict[int, tuple[str, ...]] = {}
    for view, found_there in seen:
        hidden |= hidden_words(plan, view, found_there, text)
    return detect(plan, text, found, hidden)


def _applying(plan: Plan, industries: Sequence[IndustryChoice]) -> list[bool]:
    """For each pack of the library, whether it speaks to these industries."""
    keys = {choice.key for choice in industries}
    return [not pack.industries or not keys.isdisjoint(pack.industries) for pack in plan.library.packs]


def _candidates(
    plan: Plan, found: Mapping[int, Hits], applying: Sequence[bool], roles: Sequence[int] = AS_WRITTEN
) -> dict[int, Hits]:
    """The hits of conditions that find something, of rules that apply."""
    kept = {}
    for number, hits in found.items():
        cell = plan.cell(number)
        if cell.role in roles and cell.kind != "missing" and applying[cell.pack]:
            kept[number] = hits
    return kept


def _due(
    plan: Plan, document: Document, found: Mapping[int, Hits], applying: Sequence[bool]
) -> tuple[int, ...]:
    """The missing statements that may be due: their words occur, or they need none."""
    if not document.visible.strip():
        return ()
    declared = document.settings.sponsored or document.settings.ai_generated
    due = []
    for number in plan.absences:
        cell = plan.cell(number)
        without_words = cell.due in ("always", "pattern") or (cell.due == "settings" and declared)
        if applying[cell.pack] and (number in found or without_words):
            due.append(number)
    return tuple(due)
