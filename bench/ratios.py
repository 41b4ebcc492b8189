#!/usr/bin/env python3
"""Print the speed figures the docs quote, as ratios taken in one run.

    python bench/ratios.py [--rounds 9] [--text FILE]

Machines are noisy and differ; a ratio of two things timed in turn does not. Every figure is the median of the
ratios of its rounds.

  cold start        a whole `compliance check` process on a clean text of 1,000 characters against
                    `python -c pass`; compiled packs and bytecode warm, no result recalled
  with segmentation the same where a word border has to be checked
  recalled          the same where the result of an earlier check is on disk
  clean text        Checker.check against a bare ahocorasick_rs scan for its words, on a text from which every
                    one of these words was taken out: what looking costs where there is nothing to see
  text as it is     the same on the text as written: no finding, but every line has words some rule waits for
  dense text        the same with a risky line in every 1,000 characters (some five findings)
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import ahocorasick_rs

from compliance import Checker
from compliance.keys import Severity

PLAIN = (
    "今天教大家做一道家常番茄炒蛋。先把番茄切成小块，鸡蛋打散，加一点盐。锅里放油，油热以后下蛋液，"
    "凝固了就盛出来。再放一点油，下番茄，中火慢慢炒出汁水，然后把鸡蛋倒回去一起翻匀。出锅撒葱花，就着米饭吃。\n"
)
RISKY = "这款苦荞茶是全网最低价，根治高血压，三天见效，无效退款，老中医都推荐。\n"


def main() -> None:
    """Run the benchmarks and print a table."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--rounds", type=int, default=9)
    cli.add_argument("--text", type=Path, help="a text to use as clean text instead of the built-in one")
    given = cli.parse_args()
    clean, rounds = given.text.read_text("utf-8") if given.text else PLAIN * 60, given.rounds
    with tempfile.TemporaryDirectory() as folder:
        plain, bordered = PLAIN * 12, PLAIN * 11 + "大家对抗炎热"
        tell("cold start, clean 1,000 characters", 6, cold_start(folder, plain, rounds))
        tell("cold start, with segmentation", 14, cold_start(folder, bordered, rounds))
        tell("cold start, result recalled", None, cold_start(folder, plain, rounds, recalled=True))
    checker = Checker(industries=["food"])
    tell("clean text / bare scan", 4, against_scan(checker, scrubbed(clean, checker), rounds))
    tell("text as it is / bare scan", None, against_scan(checker, clean, rounds))
    tell("dense text / bare scan", 10, against_scan(checker, (PLAIN * 10 + RISKY) * 6, rounds))


def tell(label: str, limit: float | None, ratio: float) -> None:
    """Print one line of the table."""
    aim = "" if limit is None else f"   (aim: at most {limit} x)"
    print(f"{label:38} {ratio:7.1f} x{aim}")


def cold_start(folder: str, text: str, rounds: int, *, recalled: bool = False) -> float:
    """How many times `python -c pass` a whole check of ``text`` takes."""
    script = Path(folder) / "script.txt"
    script.write_text(text[:1000], "utf-8")
    check = [str(Path(sys.executable).with_name("compliance")), "check", str(script), "--fail-on", "never"]
    nothing = [sys.executable, "-c", "pass"]
    return paired(lambda: run([*check, *([] if recalled else ["--no-cache"])]), lambda: run(nothing), rounds)


def scrubbed(text: str, checker: Checker) -> str:
    """``text`` without any word the checker's scan looks for."""
    scan = bare_scan(checker)
    while hits := scan.find_matches_as_indexes(text, overlapping=True):
        gone = {at for _, start, end in hits for at in range(start, end)}
        text = "".join(c for at, c in enumerate(text) if at not in gone)
    return text


def against_scan(checker: Checker, text: str, rounds: int) -> float:
    """How many times a bare overlapping scan for the same words a full check takes."""
    report = checker.check(text)
    loud = sum(v.severity is not Severity.INFO for v in report.violations)
    scan = bare_scan(checker)
    words = len(scan.find_matches_as_indexes(text, overlapping=True))
    print(f"  ({len(text):,} characters, {words:,} words some rule waits for, {loud} errors and warnings)")
    return paired(
        lambda: checker.check(text), lambda: scan.find_matches_as_indexes(text, overlapping=True), rounds
    )


def bare_scan(checker: Checker) -> ahocorasick_rs.AhoCorasick:
    """An automaton over the checker's words and nothing else."""
    return ahocorasick_rs.AhoCorasick(
        list(checker.plan.words),
        matchkind=ahocorasick_rs.MatchKind.Standard,
        store_patterns=False,
        implementation=ahocorasick_rs.Implementation.ContiguousNFA,
    )


def paired(one: Callable[[], object], other: Callable[[], object], rounds: int) -> float:
    """The median of the ratios of times of ``one`` and ``other``, run in turn after one warm-up each."""
    one()
    other()
    return statistics.median(timed(one) / timed(other) for _ in range(rounds))


def timed(step: Callable[[], object]) -> float:
    """The best of three runs, in seconds: what disturbs a run only ever makes it longer."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        step()
        best = min(best, time.perf_counter() - start)
    return best


def run(command: Sequence[str]) -> None:
    """Run a command to its end."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)


if __name__ == "__main__":
    main()
