"""``course doctor``: right about this machine, and about machines where something is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from test_build import copy_of_tiny, course

from builder.build.lock import held


def marks(said: str) -> dict[str, str]:
    """The mark of each subject."""
    rows = (line for line in said.splitlines() if line[:1] not in {"", " "} and len(line) > 20)
    return {row[8:20].strip(): row[:8].strip() for row in rows}


def test_a_machine_that_runs_the_tests_can_build(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path / "tiny")
    done = course(folder, "doctor")
    assert done.returncode == 0, done.stdout
    assert done.stderr == ""
    found = marks(done.stdout)
    assert {found[one] for one in ("Python", "packages", "fonts", "printing", "site engine", "folder", "lock")} == {
        "ok"
    }
    assert sorted(path.name for path in folder.iterdir()) == ["course", "modules", "quizzes"]


def test_without_a_course_and_what_only_tests_need_and_beside_a_build_it_is_content(tmp_path: Path) -> None:
    with held(tmp_path / ".build", print):
        done = course(tmp_path, "doctor", PATH=str(tmp_path))
    assert done.returncode == 0, done.stdout
    assert "a build is running here" in done.stdout
    assert marks(done.stdout)["Chromium"] == "absent"
    assert "apt install chromium" in done.stdout
    assert "apt install git" in done.stdout


def test_a_folder_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    done = course(tmp_path / "nowhere", "doctor")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_machine_without_pango_engine_or_fonts_is_told_what_to_install(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    shutil.copytree(root / "builder", tmp_path / "builder", ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in (
        ("weasyprint", "raise OSError(\"cannot load library 'libpango-1.0-0'\")"),
        ("mkdocs", "raise ModuleNotFoundError(\"No module named 'mkdocs'\")"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(text)
    (tmp_path / ".build").write_text("in the way")
    done = subprocess.run(
        [sys.executable, "-m", "builder", "doctor"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    found = marks(done.stdout)
    assert [found[one] for one in ("printing", "site engine", "fonts", "folder")] == ["not ok"] * 4
    assert "apt install libpango-1.0-0" in done.stdout
    assert "5 to mend" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
