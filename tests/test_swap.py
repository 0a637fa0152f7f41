"""The swap: a whole tree stands at every moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.build.swap import assemble_tree, is_ours, previous, recover, swap_in


def tree(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_new_tree_replaces_the_old_one_whole(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("1")
    (tmp_path / "two").write_text("2")
    out = tmp_path / "dist"
    assemble_tree(tmp_path / "new", {"a/b.txt": tmp_path / "one", "old.txt": tmp_path / "one"})
    swap_in(tmp_path / "new", out)
    assemble_tree(tmp_path / "new", {"a/b.txt": tmp_path / "two"})
    assert tree(out) == {"a/b.txt": "1", "old.txt": "1"}
    swap_in(tmp_path / "new", out)
    assert tree(out) == {"a/b.txt": "2"}
    assert not previous(out).exists()


def test_a_build_killed_between_the_renames_is_undone(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    (out / "manifest.json").write_text("good")
    out.rename(previous(out))
    recover(out)
    assert tree(out) == {"manifest.json": "good"}


def test_a_build_killed_after_the_renames_is_finished(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    for folder, text in ((out, "new"), (previous(out), "old")):
        folder.mkdir()
        (folder / "manifest.json").write_text(text)
    recover(out)
    assert tree(out) == {"manifest.json": "new"}
    assert not previous(out).exists()


def test_a_folder_that_no_build_made_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    for folder in (out, previous(out)):
        folder.mkdir()
        (folder / "manifest.json").write_text("one")
        (folder / "mine.txt").write_text("years of work")
    assert not is_ours(out)
    recover(out)
    assert tree(previous(out)) == {"manifest.json": "one", "mine.txt": "years of work"}


def test_when_the_second_rename_fails_the_old_tree_comes_back(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    (out / "manifest.json").write_text("old")
    with pytest.raises(FileNotFoundError):
        swap_in(tmp_path / "was never made", out)
    assert tree(out) == {"manifest.json": "old"}
