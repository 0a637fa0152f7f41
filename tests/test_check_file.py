"""``course check FILE``: what the whole check says of the file, but for what only the whole course can tell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from literate import Case, cases
from test_build import copy_of_tiny

from builder.build.front import compile_course
from builder.build.part import check_file
from builder.diagnostics.codes import OF_ABSENCE

ROOT = Path(__file__).parent.parent
OF_THE_WHOLE = frozenset(
    {
        "untaught-objective", "unassessed-objective", "blueprint-short", "refresher-policy", "wrong-pool", "retired-id",
        "state-key-clash", "unpractised-objective", "below-level", "unrefreshed-objective", "copied-words",
        "unfilled-ledger", "not-accepted", "damaged-ledger", "missing-file", "empty-course", "run-minutes", "run-dates",
        "run-listening",
    }
)  # fmt: skip
"""Codes of findings that may need more than the file and its surroundings."""

IN_BOTH = OF_ABSENCE | {"duplicate-id"}
"""What a file is told whatever the rest: an id that stands twice is told in either file, not in the second alone."""


def files_of(root: Path) -> list[str]:
    folders = (root / name for name in ("course", "modules", "quizzes"))
    return sorted(path.relative_to(root).as_posix() for one in folders for path in one.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", ["tiny", "minimal", "real"])
def test_a_file_of_a_course_without_mistakes_has_none(name: str) -> None:
    root = ROOT if name == "real" else ROOT / "tests" / name
    for path in files_of(root):
        assert check_file(root, path)[0] == (), path


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path.stem)
def test_a_file_with_a_mistake_has_the_findings_of_the_whole_check(case: Case, tmp_path: Path) -> None:
    root = tmp_path / "course"
    case.lay(root)
    front = compile_course(root)
    whole = [f for f in front.findings if f.code not in OF_THE_WHOLE]
    for path in files_of(root):
        expected = [f for f in whole if f.place.file == path]
        found = [f for f in check_file(root, path)[0] if f.code not in OF_THE_WHOLE]
        assert [f for f in found if f.code not in IN_BOTH] == [f for f in expected if f.code not in IN_BOTH]
        assert {(f.code, f.place) for f in expected} <= {(f.code, f.place) for f in found}


def said(folder: Path, *words: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "builder", "-C", str(folder), "check", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, input=text, capture_output=True, text=True, check=False)


def test_ids_of_other_files_are_known_and_slips_are_guessed(tmp_path: Path) -> None:
    tiny = copy_of_tiny(tmp_path / "tiny")
    lesson = tiny / "modules/tea/boil-and-brew.md"
    lesson.write_text(lesson.read_text().replace("t-minutes", "t-minuts").replace("#term-pot", "#term-pott"))
    bank = tiny / "quizzes/banks/cups.yml"
    bank.write_text(bank.read_text().replace("id: c-soap", "id: t-milk"))
    done = said(tiny, "modules/tea/boil-and-brew.md", "--format", "short")
    assert done.returncode == 1
    assert [line.split(": ")[1].split(" ")[0] for line in done.stdout.splitlines()] == [
        "error[dead-link]",
        "error[unknown-id]",
    ]
    assert "did you mean 't-minutes'?" in said(tiny, "modules/tea/boil-and-brew.md").stdout
    done = said(tiny, "quizzes/banks/cups.yml")
    assert "the id 't-milk' is taken by the item at quizzes/banks/tea.yml:" in done.stdout


def test_other_files_are_not_spoken_of(tmp_path: Path) -> None:
    tiny = copy_of_tiny(tmp_path / "tiny")
    (tiny / "quizzes/banks/cups.yml").write_text("id: [\n")
    assert said(tiny, "modules/tea/boil-and-brew.md").stdout == "no findings\n"
    assert said(tiny, "quizzes/banks/cups.yml").returncode == 1
    assert said(tiny, "quizzes/banks").returncode == 1


def test_text_that_is_not_saved(tmp_path: Path) -> None:
    tiny = copy_of_tiny(tmp_path / "tiny")
    text = (tiny / "modules/tea/pour-for-others.md").read_text()
    name = ("--stdin-filename", "modules/tea/pour-for-others.md")
    assert said(tiny, *name, text=text).stdout == "no findings\n"
    done = said(tiny, *name, "--format", "github", text=text.replace("{#po-ask}", ""))
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=modules/tea/pour-for-others.md,line=")
    done = said(tiny, "--stdin-filename", "modules/tea/new.md", text=text)
    assert "the id 'pour-for-others' is taken" in done.stdout
    for words in (("--stdin-filename", "/etc/x.md"), (*name, "course"), (*name, "--locked")):
        done = said(tiny, *words, text=text)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "text", ["", "---\n", "---\nid: x\n---\n", "{{", "\x00", "---\nid: {{ x }}\n---\n## a {#b}\n/// check\n"]
)
@pytest.mark.parametrize(
    "path", ["modules/tea/boil-and-brew.md", "course/course.yml", "quizzes/banks/tea.yml", "x.txt"]
)
def test_whatever_is_typed_is_findings(path: str, text: str) -> None:
    check_file(ROOT / "tests/tiny", path, text)


def test_a_broken_neighbour_breaks_nothing(tmp_path: Path) -> None:
    for broken in ("course/course.yml", "course/organisations/harbour.yml", "modules/tea/module.yml"):
        tiny = copy_of_tiny(tmp_path / "tiny")
        (tiny / broken).write_bytes(b"\xff: [")
        check_file(tiny, "modules/tea/boil-and-brew.md")
        assert check_file(tiny, broken)[0]
        shutil.rmtree(tiny)
