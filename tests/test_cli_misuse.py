"""Strange surroundings and strange words: one clear line, the right exit code, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_build import LIGHT, copy_of_tiny, course


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return copy_of_tiny(tmp_path / "tiny")


def test_a_pipe_among_the_sources_is_not_waited_for(tiny: Path) -> None:
    os.mkfifo(tiny / "course/x.yml")
    for command in (("check",), ("build", *LIGHT)):
        done = subprocess.run(
            [sys.executable, "-m", "builder", "-C", str(tiny), *command],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("name", "target"), [(".#lesson.md", "me@host.1"), ("x.md", "nowhere"), ("loop", ".")])
def test_links_that_lead_nowhere_are_no_accident(tiny: Path, name: str, target: str) -> None:
    (tiny / "modules/tea" / name).symlink_to(target)
    for command in (("check",), ("build", *LIGHT)):
        done = course(tiny, *command)
        assert done.returncode in {0, 1}
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("value", ["²", "-1", "1e9", "99999999999999999999", "253402300800"])
def test_a_date_that_is_none_is_misuse(tiny: Path, value: str) -> None:
    for command in (("accept",), ("build", *LIGHT)):
        done = course(tiny, *command, SOURCE_DATE_EPOCH=value)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
        assert not (tiny / "course/ledger.yml").exists()


def test_a_path_outside_the_course_is_misuse(tiny: Path, tmp_path: Path) -> None:
    done = course(tiny, "check", str(tmp_path))
    assert done.returncode == 2
    assert "there is no" in done.stderr


@pytest.mark.parametrize("where", ["/dev/full", "&-"])
def test_an_output_that_takes_nothing_is_told_in_a_line(tiny: Path, where: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m builder -C "$1" check >{where}', sys.executable, str(tiny)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 2


@pytest.mark.parametrize("words", [("--jobs", "x"), ("--jobs", "0"), ("--organisation", ""), ("--only", "soup")])
def test_words_that_mean_nothing_are_misuse(tiny: Path, words: tuple[str, str]) -> None:
    done = course(tiny, "build", *words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tiny / "dist").exists()


def test_an_output_that_is_a_file_or_a_link_stays_what_it_is(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    for name in ("file", "link"):
        done = course(tiny, "build", *LIGHT, "--output", str(tmp_path / name))
        assert done.returncode == 2
    assert (tmp_path / "file").read_text() == "mine"
    assert (tmp_path / "link").is_symlink()
    assert list((tmp_path / "folder").iterdir()) == []
