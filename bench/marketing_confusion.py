"""How often a text is read as marketing, file by file.

    python bench/marketing_confusion.py copy.txt news.txt lines.jsonl [--show 20] [--sample 2000]

Text files: one passage a line. JSON lines: the key "text", split by "kind" where it is given.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from compliance.folding import fold
from compliance.marketing import judge_text


def passages(path: Path) -> Iterator[tuple[str, str]]:
    """(group, text) of every line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if path.suffix == ".jsonl":
            record = json.loads(line)
            yield f"{path.stem}:{record.get('kind', 'all')}", record["text"]
        elif line.strip():
            yield path.stem, line


def main() -> None:
    """Print, per group, how many passages there are and how many count as marketing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many passages of each verdict")
    parser.add_argument("--sample", type=int, default=0, help="judge a random sample (seed 1) of each file")
    options = parser.parse_args()
    verdicts: dict[str, list[tuple[bool, bool, str, str]]] = defaultdict(list)
    for path in options.paths:
        lines = list(passages(path))
        if options.sample and len(lines) > options.sample:
            lines = random.Random(1).sample(lines, options.sample)
        for group, text in lines:
            facts = judge_text(fold(text).text)
            verdicts[group].append((facts.marketing, facts.commercial, text, facts.why))
    for group, judged in verdicts.items():
        report(group, judged, options.show)


def report(group: str, judged: list[tuple[bool, bool, str, str]], show: int) -> None:
    """One line of figures, and the first passages of either verdict."""
    yes = sum(marketing for marketing, *_ in judged) / len(judged)
    sells = sum(commercial for _, commercial, *_ in judged) / len(judged)
    print(f"{group}: n={len(judged)} marketing={yes:.3f} commercial={sells:.3f}")
    for wanted in (True, False):
        for marketing, _, text, why in [line for line in judged if line[0] is wanted][:show]:
            print(f"   {'+' if marketing else '-'} {text[:100]}  [{why}]")


if __name__ == "__main__":
    main()
