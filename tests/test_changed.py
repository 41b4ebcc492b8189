"""Which lines changed, asked of real Git repositories."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.changed import Change, changes_since, content_of, repository, staged_changes
from compliance.errors import ConfigError

Git = Callable[..., str]
IDENTITY = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository in the working folder, with a person's unusual settings; runs Git in it."""
    monkeypatch.chdir(tmp_path)
    settings = tmp_path / ".gitsettings"
    settings.write_text(
        "[diff]\n  noprefix = true\n  mnemonicPrefix = true\n  renames = false\n  context = 9\n"
        "[color]\n  ui = always\n[core]\n  quotePath = false\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")

    def run(*words: str) -> str:
        done = subprocess.run(["git", *IDENTITY, *words], check=True, capture_output=True, text=True)
        return done.stdout

    run("init", "-q", "-b", "main")
    (tmp_path / ".git" / "info" / "exclude").write_text(".gitsettings\n", encoding="utf-8")
    return run


def put(name: str, text: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def commit(git: Git, **files: str | bytes) -> None:
    for name, text in files.items():
        put(name, text)
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "x")


def lines(changes: tuple[Change, ...]) -> dict[str, object]:
    return {change.path: change.lines for change in changes}


TEN = "".join(f"第{n}行\n" for n in range(1, 11))


def test_changed_and_added_lines_are_known(git: Git) -> None:
    commit(git, **{"a.txt": TEN})
    put("a.txt", TEN.replace("第3行", "改了").replace("第8行\n", "第8行\n新\n新\n"))
    assert lines(changes_since("HEAD")) == {"a.txt": ((3, 3), (9, 10))}


def test_place_where_lines_vanished_holds_no_changed_line(git: Git) -> None:
    commit(git, **{"a.txt": TEN})
    put("a.txt", TEN.replace("第3行\n", ""))
    assert lines(changes_since("HEAD")) == {"a.txt": ()}


def test_line_that_looks_like_a_patch_is_text(git: Git) -> None:
    trap = "diff --git a/x b/x\n@@ -1 +1 @@\nBinary files a and b differ\n"
    commit(git, **{"a.txt": TEN + trap, "b.txt": "乙\n"})
    put("a.txt", trap + TEN + trap)
    put("b.txt", "丙\n")
    assert lines(changes_since("HEAD")) == {"a.txt": ((1, 3),), "b.txt": ((1, 1),)}


@pytest.mark.parametrize("name", ["有 空格.txt", "中文/表情🙂.txt", "换\n行.txt", '引"号\t.txt', "-rf.txt"])
def test_names_of_any_kind_are_read(git: Git, name: str) -> None:
    commit(git, **{name: TEN, "z.txt": TEN})
    put(name, TEN + "新\n")
    put("z.txt", "新\n" + TEN)
    assert lines(changes_since("HEAD")) == {name: ((11, 11),), "z.txt": ((1, 1),)}


def test_untracked_file_is_new_and_ignored_one_is_not_seen(git: Git) -> None:
    commit(git, **{".gitignore": "草稿/\n"})
    put("新.txt", TEN)
    put("草稿/b.txt", TEN)
    assert lines(changes_since("HEAD")) == {"新.txt": None}


def test_renamed_file_has_only_the_lines_that_changed(git: Git) -> None:
    commit(git, **{"a.txt": TEN})
    git("mv", "a.txt", "b.txt")
    put("b.txt", TEN.replace("第3行", "改了"))
    assert lines(changes_since("HEAD")) == {"b.txt": ((3, 3),)}


def test_deleted_file_is_no_change_to_check(git: Git) -> None:
    commit(git, **{"a.txt": TEN, "b.txt": TEN})
    Path("a.txt").unlink()
    assert changes_since("HEAD") == ()


def test_link_is_no_script_and_a_file_in_its_place_is_all_new(git: Git) -> None:
    put("a.txt", TEN)
    Path("link.txt").symlink_to("a.txt")
    commit(git)
    Path("other.txt").symlink_to("a.txt")
    Path("link.txt").unlink()
    put("link.txt", TEN)
    git("add", "-A")
    assert lines(staged_changes()) == {"link.txt": None}


def test_file_git_cannot_compare_is_changed_as_a_whole(git: Git) -> None:
    commit(git, **{"a.docx": b"PK\0\1", "a.txt": "甲\n".encode("utf-16")})
    put("a.docx", b"PK\0\2")
    put("a.txt", "乙\n".encode("utf-16"))
    changes = changes_since("HEAD")
    assert lines(changes) == {"a.docx": None, "a.txt": None}
    assert all(change.before for change in changes)


def test_branch_is_compared_with_where_it_began(git: Git) -> None:
    commit(git, **{"a.txt": TEN})
    git("checkout", "-q", "-b", "topic")
    commit(git, **{"a.txt": TEN + "我的\n"})
    git("checkout", "-q", "main")
    commit(git, **{"a.txt": "别人的\n" + TEN, "b.txt": TEN})
    git("checkout", "-q", "topic")
    assert lines(changes_since("main")) == {"a.txt": ((11, 11),)}


def test_staged_content_is_what_will_be_committed(git: Git) -> None:
    commit(git, **{"a.txt": TEN})
    put("a.txt", TEN + "暂存的\n")
    git("add", "a.txt")
    put("a.txt", TEN + "还没有暂存\n" * 3)
    (change,) = staged_changes()
    assert change.lines == ((11, 11),)
    assert content_of(change, change.staged).decode().endswith("暂存的\n")
    assert content_of(change, change.before).decode() == TEN


def test_first_commit_is_all_new(git: Git) -> None:
    put("a.txt", TEN)
    git("add", "-A")
    assert lines(staged_changes()) == {"a.txt": None}


def test_paths_are_told_from_the_folder_one_stands_in(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(git, **{"甲/a.txt": TEN, "乙/b.txt": TEN})
    put("甲/a.txt", TEN + "新\n")
    put("乙/b.txt", TEN + "新\n")
    monkeypatch.chdir("甲")
    assert set(lines(changes_since("HEAD"))) == {"a.txt", os.path.join("..", "乙", "b.txt")}


def test_unknown_revision_is_an_error(git: Git) -> None:
    commit(git)
    with pytest.raises(ConfigError, match=r"没有这个版本.*“nein”"):
        changes_since("nein")


def test_revision_cannot_be_an_option(git: Git) -> None:
    commit(git)
    with pytest.raises(ConfigError, match="没有这个版本"):
        changes_since("--output=/tmp/x")


def test_folder_outside_git_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ConfigError, match="不在 Git 仓库里"):
        repository(tmp_path)
