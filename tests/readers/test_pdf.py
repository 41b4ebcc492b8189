"""PDF: the text layer, page by page."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from compliance.errors import InputError, InputTooLarge, UnsupportedInput
from compliance.readers import pdf, read_bytes, sheets
from tests.readers.making import pdf_file


def refused(content: bytes, kind: type[InputError] = InputError) -> str:
    with pytest.raises(kind) as caught:
        read_bytes(content, "稿.pdf")
    return str(caught.value)


def test_a_pdf_with_text_is_read_page_by_page() -> None:
    document = read_bytes(pdf_file("全网\n最低价", "", "第三页"), "稿.pdf")
    assert document.visible == "全网\n最低价\n第三页"
    assert [(p.label, dict(p.where)) for p in document.parts] == [
        ("第 1 页", {"page": 1}),
        ("第 3 页", {"page": 3}),
    ]
    assert any("第 2 页没有文字" in note for note in document.not_checked)


def test_a_scanned_pdf_is_refused_as_a_picture() -> None:
    assert "没有文字层" in refused(pdf_file("", ""), UnsupportedInput)


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    assert "超过上限 2 页" in refused(pdf_file("甲", "乙", "丙"), InputTooLarge)


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"%PDF-1.4\n" + bytes(500), b"x", pdf_file("甲")[:60]])
def test_a_broken_pdf_is_refused(content: bytes) -> None:
    refused(content)


def test_a_pdf_with_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_CHARACTERS", 3)
    assert "超过 3 字" in refused(pdf_file("全网最低"), InputTooLarge)


def locked(*, to_open: str) -> bytes:
    """A PDF that is encrypted; with a password to open it, or only against changes."""
    writer, out = PdfWriter(PdfReader(io.BytesIO(pdf_file("全网最低价")))), io.BytesIO()
    writer.encrypt(user_password=to_open, owner_password="只给作者", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_a_pdf_with_a_password_is_refused_and_the_password_named_as_the_cause() -> None:
    assert "有密码保护" in refused(locked(to_open="秘密"))


def test_a_pdf_that_is_only_locked_against_changes_is_read() -> None:
    assert read_bytes(locked(to_open=""), "稿.pdf").visible == "全网最低价"
