"""Noticing that nothing changed: what is looked at, what is read, and what can't be missed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builder.build import noop, remembered, stats

LONG_AGO = 1_000_000_000
QUICK = {
    "builder",
    "builder.__main__",
    "builder.build",
    "builder.build.noop",
    "builder.build.quick",
    "builder.build.stats",
}


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, Path]:
    """A course and a program of few files, built long ago; their folders."""
    root, program = tmp_path / "course", tmp_path / "program" / "builder"
    for path in ("course/course.yml", "modules/a/lesson.md", "dist/site/index.html", "dist/manifest.json"):
        write(root / path, path)
    for path in ("x.py", "../site/style.css", "../mkdocs.yml"):
        write(program / path, path)
    age(tmp_path)
    return root, program


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def age(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def build(root: Path, program: Path) -> remembered.Look:
    before = remembered.look(root, program)
    keep(root, before)
    return before


def keep(root: Path, before: remembered.Look) -> None:
    dist = root / "dist"
    sums = {p.relative_to(dist).as_posix(): remembered.sum_of(str(p)) for p in dist.rglob("*") if p.is_file()}
    remembered.remember(root, dist, ("all",), before, sums)


def unchanged(root: Path, program: Path, asked: str = "all") -> bool:
    return noop.is_unchanged(root, program, root / "dist", asked)


def test_what_stayed_as_it_was_is_unchanged(built: tuple[Path, Path]) -> None:
    build(*built)
    assert unchanged(*built)
    assert not unchanged(*built, asked="something else")


@pytest.mark.parametrize("path", ["course/course.yml", "modules/a/lesson.md", "dist/site/index.html"])
def test_another_byte_is_a_change_even_under_the_old_size_and_time(built: tuple[Path, Path], path: str) -> None:
    root, program = built
    build(root, program)
    there = root / path
    if path.startswith("dist"):
        there.write_text(path.upper())
    else:
        there.write_text(path.upper())
        os.utime(there, (LONG_AGO, LONG_AGO))
    assert not unchanged(root, program)


@pytest.mark.parametrize("path", ["x.py", "../site/style.css", "../mkdocs.yml"])
def test_the_program_counts(built: tuple[Path, Path], path: str) -> None:
    root, program = built
    build(root, program)
    (program / path).write_text("other")
    assert not unchanged(root, program)


@pytest.mark.parametrize(
    ("path", "old"),
    [
        ("modules/b/new.md", "modules/a/lesson.md"),
        ("dist/new.html", "dist/site/index.html"),
        ("../program/site/new.css", "../program/mkdocs.yml"),
    ],
)
def test_a_new_file_and_one_that_went_are_changes(built: tuple[Path, Path], path: str, old: str) -> None:
    root, program = built
    build(root, program)
    write(root / path, "new")
    assert not unchanged(root, program)
    (root / path).unlink()
    assert unchanged(root, program)
    (root / old).unlink()
    assert not unchanged(root, program)


def test_a_touched_file_is_hashed_once_and_then_trusted(built: tuple[Path, Path]) -> None:
    root, program = built
    build(root, program)
    os.utime(root / "modules/a/lesson.md", (LONG_AGO, LONG_AGO + 5))
    os.utime(root / "dist/site/index.html", (LONG_AGO, LONG_AGO + 5))
    before = (root / ".build" / noop.STATE).read_bytes()
    assert unchanged(root, program)
    assert (root / ".build" / noop.STATE).read_bytes() != before


def test_a_file_saved_while_the_build_ran_is_a_change(built: tuple[Path, Path]) -> None:
    root, program = built
    before = remembered.look(root, program)
    (root / "modules/a/lesson.md").write_text("saved meanwhile")
    keep(root, before)
    assert not unchanged(root, program)


@pytest.mark.parametrize("ahead", [0, 3600])
def test_a_stamp_of_just_now_or_of_the_future_is_not_trusted(ahead: int) -> None:
    now = time.time_ns() + ahead * 1_000_000_000
    assert noop.trusted((["a b", "c"], [12, now, LONG_AGO, 12, LONG_AGO, LONG_AGO])) == (
        ["a b", "c"],
        [*noop.UNTRUSTED, 12, LONG_AGO, LONG_AGO],
    )


def test_another_version_of_a_library_is_a_change(
    built: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(*built)
    (tmp_path / "lib/weasyprint-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "lib")
    assert not unchanged(*built)


@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"{}", b"\xff\xfe", noop.FORMAT, b"\0" * 99),
        *(noop.FORMAT + lengths for lengths in (b" x\n", b" 1 1 1 1 1\na\0\0b\0", b" -1 9\n", b" 9" * 9999 + b"\n")),
        *(noop.FORMAT + b" " + b"9" * digits + b"\n\0\0\0\0" for digits in (30, 9999)),
    ],
)
def test_a_damaged_state_is_no_state(built: tuple[Path, Path], damage: bytes) -> None:
    root, program = built
    build(root, program)
    state = root / ".build" / noop.STATE
    whole = state.read_bytes()
    state.write_bytes(damage)
    assert not unchanged(root, program)
    for cut in range(0, len(whole), 97):
        state.write_bytes(whole[:cut])
        assert not unchanged(root, program)


def test_every_part_of_the_state_counts(built: tuple[Path, Path]) -> None:
    root, program = built
    build(root, program)
    state = root / ".build" / noop.STATE
    whole = state.read_bytes()
    head = whole.index(b"\n") + 1
    for at in range(head, head + sum(map(len, noop.read(str(state))[:5]))):
        turned = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        state.write_bytes(turned)
        assert not unchanged(root, program) or state.read_bytes() != turned  # a file whose stamp moved is hashed


def test_a_time_that_no_number_holds_is_looked_behind_each_time(built: tuple[Path, Path]) -> None:
    root, program = built
    before = build(root, program)
    names, numbers = before.found
    remembered.remember(
        root,
        root / "dist",
        ("all",),
        remembered.Look((names, [2**70, *numbers[1:]]), before.sums),
        {name: remembered.sum_of(str(root / "dist" / name)) for name in noop.outputs(str(root / "dist"))[0]},
    )
    assert unchanged(root, program)


def test_a_name_that_is_not_unicode_is_no_trouble(built: tuple[Path, Path]) -> None:
    root, program = built
    Path(os.fsdecode(os.fsencode(root / "modules") + b"/\xff\n .md")).write_text("x")
    build(root, program)
    assert unchanged(root, program)


def test_links_are_followed_to_files_and_never_to_folders(built: tuple[Path, Path], tmp_path: Path) -> None:
    root, _ = built
    write(tmp_path / "far/file.md", "x")
    (root / "modules/file.md").symlink_to(tmp_path / "far/file.md")
    (root / "modules/folder").symlink_to(tmp_path / "far")
    (root / "modules/nowhere").symlink_to(tmp_path / "nothing")
    found: stats.Found = [], []
    stats.look(str(root / "modules"), "", found, stats.OUTPUT)
    assert sorted(found[0]) == ["a/lesson.md", "file.md", "folder", "nowhere"]
    assert found[1][:: stats.OUTPUT][found[0].index("file.md")] == 1


def test_a_build_that_changes_nothing_imports_next_to_nothing(tmp_path: Path) -> None:
    root = Path(__file__).parent / "minimal"
    folder = tmp_path / "minimal"
    shutil.copytree(root, folder)
    time.sleep(2.1)  # until the copies' stamps are trusted
    words = ["-m", "builder", "-C", str(folder), "build", "--only", "decks"]
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    done = subprocess.run([sys.executable, "-X", "importtime", *words], check=True, capture_output=True, text=True)
    assert done.stdout.startswith("Nothing changed: ")
    seen = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert {name for name in seen if name.startswith("builder")} <= QUICK
    start = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import runpy"], check=True, capture_output=True, text=True
    )
    of_python = {line.rpartition("|")[2].strip() for line in start.stderr.splitlines()}
    assert seen - of_python - QUICK <= {"time", "__future__"}
