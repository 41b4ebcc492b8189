"""How checking a whole repository scales: processes, the cache, and the hook for one file.

    python bench/repository.py [files]

Prints ratios, which travel between machines, and the seconds behind them, which do not.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

FILES = 2000
SEED = 20261122
ROUNDS = 5  # of the short commands; the fastest counts
SENTENCES = (
    "今天给大家带来一款适合通勤的双肩包，容量二十升，能放下十四寸的电脑。",
    "面料是尼龙，缝线处做了加固，背板有透气网布。",
    "我们从三个颜色里挑了灰色，配深色衣服比较稳妥。",
    "直播间下单满两百减二十，活动到本周日晚上十二点。",
    "洗的时候用温水，不要机洗，也不要暴晒。",
    "这家店开在老城区的巷子里，下午两点以后人少一些。",
    "课程一共十二节，每节四十分钟，可以回看三个月。",
    "这款台灯有三档亮度，色温可以在两千七到四千之间调。",
    "全网最低价，错过今天再等一年！",
    "用了一周，失眠就根治了。",
    "我们不敢说自己是行业第一，只能说做了十五年。",
)


def main(count: int) -> None:
    """Measure and print."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # bytecode is warm where people run this
    with tempfile.TemporaryDirectory() as scratch:
        work, cache = Path(scratch) / "repo", Path(scratch) / "cache"
        os.environ |= {"COMPLIANCE_CACHE_DIR": str(cache), "GIT_CONFIG_GLOBAL": os.devnull}
        make(work, count)
        check = [str(Path(sys.executable).with_name("compliance")), "check", "--fail-on", "never"]
        run([*check, "文案/0000.md"], work)  # compiles the packs, which is done once per installation
        one = seconds(lambda: run([*check, ".", "--no-cache", "--jobs", "1"], work))
        two = seconds(lambda: run([*check, ".", "--no-cache", "--jobs", "2"], work))
        print(
            f"full check: 1 process {one:.2f} s, 2 processes {two:.2f} s; ratio {one / two:.2f} (goal >= 1.6)"
        )
        first = seconds(lambda: run([*check, "."], work))
        second = seconds(lambda: run([*check, "."], work))
        print(
            f"first run: {first:.2f} s; second: {second:.2f} s; {100 * second / first:.1f} % (goal <= 15 %)"
        )
        (work / "文案/0001.md").write_text("# 新稿\n\n公园里的花开了。\n", encoding="utf-8")
        run(["git", "add", "-A"], work)
        nothing = best(lambda: run([sys.executable, "-c", "pass"], work))
        hook = best(lambda: run([*check, "--no-cache", "文案/0001.md"], work))
        staged = best(lambda: run([*check, "--no-cache", "--staged"], work))
        print(
            f"python -c pass: {nothing:.3f} s; one file: {hook:.3f} s = {hook / nothing:.1f} x (goal <= 12)"
        )
        print(f"one staged file, changed lines only: {staged:.3f} s = {staged / nothing:.1f} x")


def make(work: Path, count: int) -> None:
    """A repository of scripts in three formats."""
    choice = random.Random(SEED)
    for number in range(count):
        known = SENTENCES if number % 5 == 0 else SENTENCES[:8]  # one script in five holds a risk
        lines = [choice.choice(known) for _ in range(choice.randint(8, 40))]
        suffix = ("md", "txt", "srt")[number % 3]
        path = work / "文案" / f"{number:04}.{'md' if number < 2 else suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(subtitles(lines) if path.suffix == ".srt" else "\n\n".join(lines), encoding="utf-8")
    run(["git", "init", "-q"], work)
    run(["git", "add", "-A"], work)
    run(["git", "-c", "user.name=b", "-c", "user.email=b@example.com", "commit", "-q", "-m", "x"], work)


def subtitles(lines: list[str]) -> str:
    """The lines as cues of three seconds."""
    cue = "{n}\n00:{m:02}:{s:02},000 --> 00:{m:02}:{s:02},900\n{line}\n\n"
    return "".join(
        cue.format(n=n + 1, m=n * 3 // 60, s=n * 3 % 60, line=line) for n, line in enumerate(lines)
    )


def run(words: list[str], folder: Path) -> None:
    """Run a command; its output is not wanted, its failure is."""
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def seconds(work: Callable[[], None]) -> float:
    """How long it takes once."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def best(work: Callable[[], None]) -> float:
    """How long it takes when nothing disturbs it."""
    return min(seconds(work) for _ in range(ROUNDS))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FILES)
