"""``nlp.add_pipe("compliance")`` on a real pipeline."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy", reason="spaCy 未安装：pip install 'yushen-compliance[spacy]'")


def test_findings_become_spans_of_a_blank_pipeline() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("compliance", config={"industries": ["food"]})
    doc = nlp("这款茶根治失眠，全网最低价")
    labels = {(span.text, span.label_) for span in doc.spans["compliance"]}
    assert ("全网最低价", "absolute-claim") in labels
    assert any(label == "medical-efficacy" for _, label in labels)
    span = next(s for s in doc.spans["compliance"] if s.text == "全网最低价")
    assert span._.violation.basis
    assert span.id_ == span._.violation.rule_id


def test_the_report_hangs_on_the_doc() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("compliance")
    assert nlp("今天下雨")._.compliance_report.violations == ()


def test_a_finding_inside_a_token_is_widened_to_it() -> None:
    nlp = spacy.blank("zh")
    nlp.tokenizer = lambda text: spacy.tokens.Doc(
        nlp.vocab, words=["这是全网最低价哦", "好"], spaces=[False, False]
    )
    nlp.add_pipe("compliance", config={"industries": []})
    doc = nlp("这是全网最低价哦好")
    (span,) = [s for s in doc.spans["compliance"] if s.label_ == "absolute-claim"]
    assert (span.text, span._.violation.excerpt) == ("这是全网最低价哦", "全网最低价")
