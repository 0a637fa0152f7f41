"""Builds that the machine hinders: no room, no right to write, a strange clock, a cache that isn't what it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from course_at import TINY, build_here, copy_sources, standing, tree

from builder.build import cache, noop

REPOSITORY = Path(__file__).parent.parent
NO_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")
"""What makes root obey a file's permissions."""
ONLY = ("banks",)


def course(root: Path, *, before: tuple[str, ...] = (), output: Path | None = None) -> subprocess.CompletedProcess[str]:
    words = ["build", "--only", "banks", *(["--output", str(output)] if output else [])]
    command = [*before, sys.executable, "-m", "builder", "-C", str(root), *words]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def edit(root: Path, text: str = "Now, ") -> None:
    file = root / "quizzes/banks/tea.yml"
    file.write_text(file.read_text().replace("stem: ", f"stem: {text}", 1))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True, check=False
    ).returncode:
        pytest.skip("this machine may not mount a disk of its own size")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.parametrize("room", [0, 20_000, 60_000])
def test_a_full_disk_leaves_the_last_tree_and_is_one_clear_line(small_disk: Path, tmp_path: Path, room: int) -> None:
    root = copy_sources(TINY, small_disk / "course")
    assert not build_here(root, *ONLY).failed
    before = standing(root)
    edit(root)
    (root / ".build" / noop.STATE).unlink()  # else dropping it makes room
    filler = small_disk / "filler"
    size = shutil.disk_usage(small_disk).free - room
    filler.write_bytes(b"x" * size)
    done = course(root)
    assert "Traceback" not in done.stderr
    if room < 60_000 or done.returncode:
        assert done.returncode == 1, done.stdout
        assert "no space left on device" in done.stderr.lower().splitlines()[-1]
        assert standing(root) == before
    filler.unlink()
    assert course(root).returncode == 0
    again = copy_sources(root, tmp_path / "again")
    assert not build_here(again, *ONLY).failed
    assert tree(root / "dist") == tree(again / "dist")


@pytest.mark.parametrize("locked", ["dist", "dist/banks", "parent", ".build"])
def test_a_folder_that_may_not_be_written_to(tmp_path: Path, locked: str) -> None:
    root = copy_sources(TINY, tmp_path / "course")
    assert not build_here(root, *ONLY).failed
    before = standing(root)
    edit(root)
    folder = root if locked == "parent" else root / locked
    folder.chmod(0o555)
    done = course(root, before=NO_RIGHTS if os.geteuid() == 0 else ())
    folder = folder if folder.exists() else root
    folder.chmod(0o755)
    if locked == "dist/banks":  # a folder in our own tree is ours
        assert done.returncode == 0, done.stderr
        assert standing(root) != before
        assert not (root / "dist.previous").exists()
        return
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "permission denied" in done.stderr.strip().splitlines()[-1].lower()
    assert standing(root) == before
    assert course(root).returncode == 0
    assert standing(root) != before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_library_that_the_system_lacks_is_one_line_that_names_it(tmp_path: Path, jobs: str) -> None:
    root = copy_sources(TINY, tmp_path / "course")
    stub = tmp_path / "stub" / "weasyprint"
    stub.mkdir(parents=True)
    lacking = "cannot load library 'libpango-1.0-0': libpango-1.0-0: cannot open shared object file"
    (stub / "__init__.py").write_text(f'print("could not import")\nraise OSError("{lacking}")\n')
    done = subprocess.run(
        [sys.executable, "-m", "builder", "-C", str(root), "build", "--only", "workbooks", "--jobs", jobs],
        cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": str(stub.parent)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    said = [line for line in done.stderr.splitlines() if not line.startswith("[")]
    assert said == ["error: books can't be printed without the library 'libpango-1.0-0': run `course doctor`"]
    assert done.stdout == ""
    assert not (root / "dist").exists()


def test_what_a_kill_left_of_the_old_tree_is_taken_away(tmp_path: Path) -> None:
    root = copy_sources(TINY, tmp_path / "course")
    assert not build_here(root, *ONLY).failed
    for left in (["manifest.json"], []):
        (root / "dist.previous").mkdir()
        for name in left:
            (root / "dist.previous" / name).write_text("{}")
        edit(root)
        assert not build_here(root, *ONLY).failed
        assert not (root / "dist.previous").exists()


def test_a_clock_set_back_hides_no_edit(tmp_path: Path) -> None:
    root = copy_sources(TINY, tmp_path / "course")
    ahead = time.time() + 10**8
    for path in root.rglob("*"):
        os.utime(path, (ahead, ahead))
    assert not build_here(root, *ONLY).failed
    before = standing(root)
    edit(root, "No, ")
    os.utime(root / "quizzes/banks/tea.yml", (ahead, ahead))
    assert "Nothing changed" not in course(root).stdout
    assert standing(root) != before
    assert "Nothing changed" in course(root).stdout


@pytest.mark.parametrize("damage", ["another version", "entries", "blobs", "notes", "deep", "gone"])
def test_a_cache_that_is_not_what_it_was_is_made_again_without_a_word(tmp_path: Path, damage: str) -> None:
    root = copy_sources(TINY, tmp_path / "course")
    assert not build_here(root, *ONLY).failed
    before, state = standing(root), root / ".build"
    entries = state / "cache" / f"entries-{cache.FORMAT}"
    deep = "[" * 100_000
    match damage:
        case "another version":
            entries.rename(state / "cache" / "entries-0")
            (state / noop.STATE).write_text("inside-service 0\n")
        case "entries":
            for path in entries.glob("*/*"):
                path.write_bytes(path.read_bytes()[:40])
        case "blobs":
            for path in (state / "cache/blobs").glob("*/*"):
                path.unlink()
                path.write_bytes(b"x")
        case "notes":
            for path in state.glob("*.json"):
                path.write_bytes(b"\xff{")
        case "deep":
            for path in (*entries.glob("*/*"), *state.glob("*.json"), root / "dist/reports/losses.json"):
                path.unlink()
                path.write_text(deep)
        case _:
            shutil.rmtree(state)
    (state / noop.STATE).unlink(missing_ok=True)
    done = course(root)
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if not line.startswith("[")]
    assert not [line for line in said if "cache" in line or "damage" in line or "error" in line], said
    assert standing(root) == before
