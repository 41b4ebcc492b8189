"""The runner of rule examples fails closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.packs import library
from compliance.selftest import run

MakePack = Callable[..., Path]


def problems(folder: Path) -> list[str]:
    library_with_examples = library([folder], fresh=True)
    return [f.problem for f in run(library_with_examples, "made", extra=(str(folder),)).failures]


@pytest.fixture
def with_examples(make_pack: MakePack) -> Callable[..., Path]:
    def make(flag: list[str], passing: list[str], gaps: list[str] | None = None, suggest: str = "") -> Path:
        folder = make_pack("{terms: [特好词]}", more=f"suggest: [{suggest}]" if suggest else "")
        text = (folder / "made.yaml").read_text("utf-8")
        head = text[: text.index("      flag:")]
        lines = [
            f"      {k}: {v!r}" for k, v in (("flag", flag), ("pass", passing), ("known_gaps", gaps or []))
        ]
        (folder / "made.yaml").write_text(head + "\n".join(lines) + "\n", "utf-8")
        return folder

    return make


GOOD_FLAGS, GOOD_PASSES = ["这是⟦特好词⟧", "又是⟦特好词⟧呢"], ["好词", "特别的词"]


def test_a_rule_that_keeps_its_promises_passes(with_examples: Callable[..., Path]) -> None:
    assert problems(with_examples(GOOD_FLAGS, GOOD_PASSES)) == []


def test_too_few_examples_fail(with_examples: Callable[..., Path]) -> None:
    assert [p for p in problems(with_examples(GOOD_FLAGS[:1], GOOD_PASSES)) if "too few" in p]
    assert [p for p in problems(with_examples(GOOD_FLAGS, GOOD_PASSES[:1])) if "too few" in p]


def test_a_flag_that_is_not_found_fails(with_examples: Callable[..., Path]) -> None:
    assert any("not found" in p for p in problems(with_examples([*GOOD_FLAGS, "这是⟦别的词⟧"], GOOD_PASSES)))


def test_a_wrong_span_fails(with_examples: Callable[..., Path]) -> None:
    assert any(
        "报的是“特好词”" in p for p in problems(with_examples([*GOOD_FLAGS, "这⟦是特好词⟧"], GOOD_PASSES))
    )


def test_a_flag_without_marks_fails(with_examples: Callable[..., Path]) -> None:
    assert any(
        "mark the expected span" in p
        for p in problems(with_examples([*GOOD_FLAGS, "这是特好词"], GOOD_PASSES))
    )


def test_a_second_firing_fails(with_examples: Callable[..., Path]) -> None:
    found = problems(with_examples([*GOOD_FLAGS, "⟦特好词⟧和特好词"], GOOD_PASSES))
    assert any("more than once" in p for p in found)


def test_a_loud_near_miss_fails(with_examples: Callable[..., Path]) -> None:
    assert any("pass 例句" in p for p in problems(with_examples(GOOD_FLAGS, [*GOOD_PASSES, "特好词"])))


def test_a_known_gap_that_works_by_now_fails(with_examples: Callable[..., Path]) -> None:
    assert any("known_gaps" in p for p in problems(with_examples(GOOD_FLAGS, GOOD_PASSES, ["特好词"])))
    assert not problems(with_examples(GOOD_FLAGS, GOOD_PASSES, ["特。好。词。"]))


def test_a_suggestion_that_is_risky_itself_fails(with_examples: Callable[..., Path]) -> None:
    found = problems(with_examples(GOOD_FLAGS, GOOD_PASSES, suggest="改成全网最低价"))
    assert any("自己就有风险" in p for p in found)


def test_every_built_in_rule_keeps_its_promises() -> None:
    result = run(library(fresh=True))
    assert result.rules > 100
    assert [str(f) for f in result.failures] == []
