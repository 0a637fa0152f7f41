"""The wheel carries all it needs: the `course` command builds a course far from any checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from test_build import copy_of_tiny

ROOT = Path(__file__).parent.parent


def test_an_installed_program_builds_a_course_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "wheel")]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    (wheel,) = (tmp_path / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
        (course,) = (one for one in archive.infolist() if one.filename.endswith(".data/scripts/course"))
    assert course.external_attr >> 16 & 0o111 == 0o111  # else the installed command can't be run
    installed = tmp_path / "installed"
    (script,) = installed.glob("*.data/scripts/course")
    assert script.read_bytes().startswith(b"#!python\n")  # the one line that every installer replaces
    folder = copy_of_tiny(tmp_path / "tiny")
    done = _installed(installed, folder, "build", "--only", "site", "--only", "workbooks", "--language", "en")
    assert done.returncode == 0, done.stderr
    assert (folder / "dist/site/index.html").is_file()
    assert (folder / "dist/workbooks/a4/course.learner.pdf").read_bytes().startswith(b"%PDF")
    made = _installed(installed, tmp_path, "new", "course", "mine", "--title", "Mine", "--organisation", "Acme")
    assert made.returncode == 0, made.stderr
    assert _installed(installed, tmp_path / "mine", "check").returncode == 0


def _installed(where: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    (script,) = where.glob("*.data/scripts/course")
    command = [sys.executable, str(script), *words]
    environment = {**os.environ, "PYTHONPATH": str(where)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
