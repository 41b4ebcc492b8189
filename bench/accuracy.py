#!/usr/bin/env python3
"""Print how many labelled claims are found, and how many innocent lines are not left in peace.

    python bench/accuracy.py [FILE.jsonl ...] [--by technique|category|industry] [--missed]

Without files: everything in bench/lines. Each line is an object with ``text``, ``industry``, ``verdict``
(violation or ok), ``expect`` ([{category, span}], spans as they stand in the text) and, for disguises,
``technique``. Each file is judged twice: with its industry given, and with the industry detected.

  found        claims that an error or warning overlaps (info counts for unverifiable-fact)
  category     claims found under the category that is expected, or one named in ``alt_categories``
  false alarm  innocent lines with an error or warning; a missing label does not count, for a single line out
               of a script cannot show it
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from compliance import Checker
from compliance.keys import Severity
from compliance.report import Violation

LINES = Path(__file__).with_name("lines")
LABELS = "missing-disclosure"
QUIET_COUNTS = "unverifiable-fact"
Item = Mapping[str, Any]


def main() -> None:
    """Judge every file and print its tables."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("files", nargs="*", type=Path)
    cli.add_argument("--by", choices=("technique", "category", "industry"))
    cli.add_argument("--missed", action="store_true", help="show what was missed or wrongly reported")
    given = cli.parse_args()
    for path in given.files or sorted(LINES.glob("*.jsonl")):
        items = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        for mode in ("given", "detected"):
            tell(path.name, mode, items, given.by, missed=given.missed)


def tell(name: str, mode: str, items: Sequence[Item], by: str | None, *, missed: bool) -> None:
    """Print the figures of one file in one mode."""
    total: Counter[str] = Counter()
    parts: dict[str, Counter[str]] = {}
    for item in items:
        violations = checker(item["industry"] if mode == "given" else None).check(item["text"]).violations
        for key, outcome in judged(item, violations, by):
            parts.setdefault(key, Counter()).update(outcome)
            total.update(outcome)
            if missed and ("missed" in outcome or "alarm" in outcome):
                print(f"    {key}: {item['text']!r}")
    print(f"{name}, industry {mode}: {figures(total)}")
    if by:
        for key, counted in sorted(parts.items()):
            print(f"  {key:24} {figures(counted)}")


@cache
def checker(industry: str | None) -> Checker:
    """A checker for one industry, or one that detects them."""
    return Checker(industries=[industry] if industry else None)


def judged(
    item: Item, violations: Sequence[Violation], by: str | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What became of each claim of a line, or of an innocent line, and under which heading it counts."""
    if item["verdict"] == "ok":
        loud = [v for v in violations if v.severity is not Severity.INFO and v.category != LABELS]
        yield str(item.get(by or "", "innocent")), ("innocent", "alarm") if loud else ("innocent",)
    elif item["verdict"] == "violation":
        for claim in item["expect"]:
            yield str(claim.get(by) or item.get(by or "", "")), outcome_of(item, claim, violations)


def outcome_of(item: Item, claim: Mapping[str, str], violations: Sequence[Violation]) -> tuple[str, ...]:
    """Whether a claim was found, and under the right category."""
    start = item["text"].index(claim["span"])
    end = start + len(claim["span"])
    hits = [
        v
        for v in violations
        if v.start < end
        and start < v.end
        and (v.severity is not Severity.INFO or claim["category"] == QUIET_COUNTS)
    ]
    if not hits:
        return "claims", "missed"
    right = {claim["category"], *item.get("alt_categories", ())}
    return ("claims", "found", "category") if any(v.category in right for v in hits) else ("claims", "found")


def figures(counted: Mapping[str, int]) -> str:
    """The shares in words."""
    said = []
    if claims := counted.get("claims", 0):
        found, right = counted.get("found", 0), counted.get("category", 0)
        said.append(f"found {found}/{claims} = {found / claims:.3f}, category {right / claims:.3f}")
    if innocent := counted.get("innocent", 0):
        alarms = counted.get("alarm", 0)
        said.append(f"false alarm {alarms}/{innocent} = {alarms / innocent:.3f}")
    return "; ".join(said)


if __name__ == "__main__":
    main()
