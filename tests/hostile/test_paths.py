"""Paths that are no readable file."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from compliance.errors import InputError, InputTooLarge, UnsupportedInput
from compliance.readers import EMPTY_NOTE, NOTHING_VISIBLE_NOTE, SUFFIXES, intake, read, read_bytes, supported

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def refused(path: str | Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "没有.txt: 找不到这个文件" in refused(tmp_path / "没有.txt")


def test_a_folder_is_refused_as_a_folder(tmp_path: Path) -> None:
    assert "是文件夹" in refused(tmp_path)


@posix_only
def test_a_file_without_permission_is_refused(
    open_folder: Path, ordinary_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    path = open_folder / "a.txt"
    path.write_text("甲")
    assert read(path).source == "甲"
    path.chmod(0)
    with ordinary_rights():
        assert "没有读取权限" in refused(path)


@posix_only
def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "不是普通文件" in refused(tmp_path / "a.txt")


@posix_only
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket may have 100 characters at most
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.txt")
        assert "不是普通文件" in refused("a.txt")


@posix_only
def test_a_device_is_refused() -> None:
    assert "不是普通文件" in refused("/dev/zero")


@posix_only
def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert "一个圈" in refused(tmp_path / "a.txt")


@posix_only
def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert read(tmp_path / "b.txt").visible == "甲"


def test_a_path_that_no_system_takes_is_refused(tmp_path: Path) -> None:
    assert "不允许的字符" in refused("a\0.txt")
    assert "太长" in refused(tmp_path / ("长" * 300))


@posix_only
@pytest.mark.parametrize(
    "name", ["有 空格.txt", "中文文案.txt", "表情😀.txt", "换\n行.txt", "-o.txt", "  .txt"]
)
def test_odd_names_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("甲", encoding="utf-8")
    assert read(tmp_path / name).visible == "甲"


@posix_only
def test_a_name_that_is_no_text_is_read_and_shown_escaped(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(str(tmp_path)) + b"/\xff.txt")
    Path(name).write_text("甲", encoding="utf-8")
    assert read(name).visible == "甲"
    Path(name).unlink()
    refused(name).encode("utf-8")


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(intake.MAX_BYTES + 1)  # sparse: no disk is used
    with pytest.raises(InputTooLarge, match="超过上限 20 MiB"):
        read(path)


def test_content_over_the_limit_is_refused() -> None:
    with pytest.raises(InputTooLarge):
        read_bytes(bytes(intake.MAX_BYTES + 1), "a.txt")


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲" * 100, encoding="utf-8")
    real_read = os.read

    def read_while_another_writes(descriptor: int, count: int) -> bytes:
        piece = real_read(descriptor, count)
        with path.open("a", encoding="utf-8") as other:
            other.write("乙")
        return b"" if len(piece) < 300 else piece

    monkeypatch.setattr(os, "read", read_while_another_writes)
    assert "正在被修改" in refused(path)


@posix_only
def test_a_file_that_vanishes_while_it_is_read_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲乙", encoding="utf-8")
    real_read = os.read

    def read_after_it_was_deleted(descriptor: int, count: int) -> bytes:
        path.unlink(missing_ok=True)
        return real_read(descriptor, count)

    monkeypatch.setattr(os, "read", read_after_it_was_deleted)
    assert read(path).visible == "甲乙"


def test_a_disk_that_fails_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲")

    def fail(descriptor: int, count: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    assert "读取失败" in refused(path)


@pytest.mark.parametrize("suffix", [".doc", ".xls", ".pptx", ".png", ".mp4", ".zip", ".PNG"])
def test_kinds_without_a_reader_are_refused_with_advice(suffix: str) -> None:
    with pytest.raises(UnsupportedInput, match="请"):
        read_bytes(b"x", "a" + suffix)


def test_a_name_without_a_known_suffix_is_read_as_text() -> None:
    assert read_bytes("甲".encode(), "README").kind == read_bytes("甲".encode(), "a.copy").kind == "text"


@pytest.mark.parametrize("suffix", [s for s in supported() if SUFFIXES[s] not in ("word", "workbook", "pdf")])
def test_an_empty_file_has_nothing_to_check_and_says_so(suffix: str) -> None:
    for content in (b"", b"\xef\xbb\xbf", b" \n\t\r\n"):
        document = read_bytes(content, "空" + suffix)
        assert document.visible.strip() == "" and document.not_checked == (EMPTY_NOTE,)


def test_a_file_whose_text_nobody_sees_says_so() -> None:
    assert NOTHING_VISIBLE_NOTE in read_bytes("<!-- 最好 -->".encode(), "a.html").not_checked


@pytest.mark.parametrize("suffix", [s for s in supported() if SUFFIXES[s] in ("word", "workbook", "pdf")])
def test_a_packed_file_of_0_bytes_is_broken(suffix: str) -> None:
    with pytest.raises(InputError):
        read_bytes(b"", "空" + suffix)
