"""Whatever an author does to the files, an incremental build gives what a clean one gives, byte for byte."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from course_at import TINY, build_here, copy_sources, tree
from file_edits import Author

from builder.build.failures import FailedError

REAL = Path(__file__).parent.parent
LIGHT = ("banks", "decks", "letters")
SITES = frozenset({4, 11})
BOOKS = frozenset({7})
"""Which scripts of twenty build the site too, and which the books."""
FEW = range(20)
MANY = range(20, 200)


def outputs(number: int) -> tuple[str, ...]:
    if number % 20 in BOOKS:
        return (*LIGHT, "workbooks")
    return (*LIGHT, "site") if number % 20 in SITES else LIGHT


def stands(root: Path, languages: tuple[str, ...] | None) -> bool:
    try:
        return not build_here(root, languages=languages, jobs=2).failed
    except FailedError:
        return False


def play(source: Path, folder: Path, seed: int, only: tuple[str, ...], languages: tuple[str, ...] | None) -> bool:
    """Play one script; whether its course could be built in the end, and then nothing differed."""
    root = copy_sources(source, folder / "course")
    settings = root / "course/course.yml"
    lines = [line for line in settings.read_text().splitlines() if not line.startswith("outputs:")]
    settings.write_text("\n".join([*lines, f"outputs: [{', '.join(only)}]", ""]))
    author = Author(root, folder / "kept", seed)
    built = stands(root, languages)
    assert built
    for _ in range(2):
        for _ in range(author.random.randint(1, 3)):
            author.edit()
        before = tree(root / "dist")
        built = stands(root, languages)
        if built:
            author.save()
        else:
            assert tree(root / "dist") == before, author.log
    if not built:
        author.revert()
        assert stands(root, languages), author.log
    clean = copy_sources(root, folder / "clean")
    assert stands(clean, languages), author.log
    one, other = tree(root / "dist"), tree(clean / "dist")
    assert [path for path in sorted({*one, *other}) if one.get(path) != other.get(path)] == [], author.log
    return built


def test_scripts_on_the_tiny_course(tmp_path: Path) -> None:
    well = sum(
        play(TINY, tmp_path / str(seed), seed, outputs(seed), ("en",) if seed % 20 in SITES | BOOKS else None)
        for seed in FEW
    )
    assert well >= len(FEW) // 4, "too many scripts broke their course"


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_many_scripts_on_the_tiny_course(tmp_path: Path, seed: int) -> None:
    play(TINY, tmp_path, seed, outputs(seed), None)
    shutil.rmtree(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1020))
def test_scripts_on_the_real_course_without_books(tmp_path: Path, seed: int) -> None:
    play(REAL, tmp_path, seed, (*LIGHT, "site"), None)
    shutil.rmtree(tmp_path)


def test_an_output_that_the_course_no_longer_names_leaves_nothing_behind(tmp_path: Path) -> None:
    root = copy_sources(TINY, tmp_path / "course")
    settings = root / "course/course.yml"
    lines = [line for line in settings.read_text().splitlines() if not line.startswith("outputs:")]
    for number, named in enumerate(("banks, decks", "banks")):
        settings.write_text("\n".join([*lines, f"outputs: [{named}]", ""]))
        os.utime(settings, (number, number))
        assert not build_here(root).failed
    clean = copy_sources(root, tmp_path / "clean")
    assert not build_here(clean).failed
    assert tree(root / "dist") == tree(clean / "dist")
