"""A build killed at any moment: a whole tree stands, and the next build finishes as if nothing had been."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from course_at import TINY, build_here, copy_sources, standing, tree

REPOSITORY = Path(__file__).parent.parent
KILLED = REPOSITORY / "tests" / "killed_build.py"
WORDS = ("build", "--jobs", "1")
OUTPUTS = "outputs: [banks]\n"
COUNTS = [20, pytest.param(200, marks=pytest.mark.slow)]


@dataclass(frozen=True)
class Versions:
    """A built course, the two versions of one file that it is built from in turn, and the trees they become."""

    root: Path
    file: Path
    texts: tuple[str, str]
    trees: tuple[dict[str, bytes], dict[str, bytes]]


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    folder = tmp_path_factory.mktemp("killed")
    root = copy_sources(TINY, folder / "one")
    settings = root / "course/course.yml"
    text = settings.read_text()
    settings.write_text("".join(line for line in text.splitlines(keepends=True) if "outputs:" not in line) + OUTPUTS)
    file = root / "quizzes/banks/tea.yml"
    first = file.read_text()
    second = first.replace("stem: ", "stem: Now, ", 1)
    assert first != second
    file.write_text(second)
    other = build_clean(root, folder / "two")
    file.write_text(first)
    assert not build_here(root).failed
    return Versions(root, file, (first, second), (tree(root / "dist"), other))


def build_clean(root: Path, folder: Path) -> dict[str, bytes]:
    copy_sources(root, folder)
    assert not build_here(folder).failed
    return tree(folder / "dist")


def run(root: Path, at: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(KILLED), str(at), "-C", str(root), *WORDS]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("kills", COUNTS)
def test_a_build_killed_at_any_change_of_a_file_leaves_a_whole_tree(
    versions: Versions, tmp_path: Path, kills: int
) -> None:
    root, random = Path(shutil.copytree(versions.root, tmp_path / "course")), Random(kills)  # noqa: S311 - no secret
    file = root / versions.file.relative_to(versions.root)
    file.write_text(versions.texts[1])
    changes, swap = map(int, run(root, 0).stderr.split()[-2:])
    assert 0 < swap < changes
    assert standing(root) == versions.trees[1]
    now = 1
    for number in range(kills):
        next_ = 1 - now
        file.write_text(versions.texts[next_])
        if number % 3 == 0:
            shutil.rmtree(root / ".build")
        at = random.randrange(swap, changes) if number % 2 else random.randrange(1, swap)
        done = run(root, at)
        assert standing(root) in versions.trees, (at, done)
        assert not build_here(root).failed
        assert tree(root / "dist") == versions.trees[next_], at
        assert not (root / "dist.previous").exists()
        now = next_


@pytest.mark.parametrize("kills", [3, pytest.param(40, marks=pytest.mark.slow)])
def test_a_build_of_many_processes_killed_at_any_time(versions: Versions, tmp_path: Path, kills: int) -> None:
    root, random = Path(shutil.copytree(versions.root, tmp_path / "course")), Random(kills)  # noqa: S311 - no secret
    file = root / versions.file.relative_to(versions.root)
    command = [sys.executable, "-m", "builder", "-C", str(root), "build"]
    start = time.monotonic()
    shutil.rmtree(root / ".build")
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    whole = time.monotonic() - start
    for number in range(kills):
        file.write_text(versions.texts[number % 2])
        shutil.rmtree(root / ".build")
        process = subprocess.Popen(
            command, cwd=REPOSITORY, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(random.uniform(0, whole))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert standing(root) in versions.trees
        assert not build_here(root).failed
        assert tree(root / "dist") == versions.trees[number % 2]
