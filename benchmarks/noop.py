"""CPU of `course build` when nothing changed, against Python's own start, in courses of 20 and of 2,000 lessons.

Usage: python benchmarks/noop.py [RUNS]
The sources are real; the output is laid out by hand, a page a lesson and what stands around them, because a no-op build
looks at its files and never into them. CPU seconds of one process, the least and the median of all runs.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from load import write_course

from builder.build import remembered
from builder.build.program import PROGRAM

COURSES = ((100, 4, 20, 35), (2_000, 20, 2_000, 60))
"""Items, lessons a module, lessons in all, milliseconds aimed at."""
AROUND = 70
DEFAULT_RUNS = 21
SETTLED = 3
"""Seconds after which the stamps of files just written are taken at their word."""
PROJECT = Path(__file__).resolve().parent.parent
INSTALLERS = "import re, sys; from builder.__main__ import main; sys.exit(main())"
"""What an installer writes for an entry point."""
WAYS = (("course", ["setup/course"]), ("python -m builder", ["-m", "builder"]), ("an entry point", ["-c", INSTALLERS]))


def cpu(command: list[str], runs: int) -> tuple[float, float]:
    """The least and the median of user and system milliseconds of a command."""
    spent = []
    for _ in range(runs):
        before = _used()
        run(command)
        spent.append(1000 * (_used() - before))
    return min(spent), statistics.median(spent)


def run(command: list[str]) -> bytes:
    """What the command says."""
    there = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.run(command, check=True, capture_output=True, cwd=PROJECT, env=there).stdout


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def lay_out(root: Path, lessons: int) -> int:
    """Write what stands in for the output, and remember it as built; gives the number of its files."""
    names = [f"lessons/lesson-{number}.html" for number in range(lessons)]
    names += [f"assets/file-{number}.bin" for number in range(AROUND + lessons // 10)]
    for name in names:
        path = root / "dist/site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (root / "dist/manifest.json").write_text("{}")
    for folder, _, files in os.walk(root):
        for name in files:
            os.utime(Path(folder) / name, (1_700_000_000, 1_700_000_000))
    made = ["manifest.json", *(f"site/{name}" for name in names)]
    sums = {name: remembered.sum_of(str(root / "dist" / name)) for name in made}
    asked = repr([["build"], os.environ.get("SOURCE_DATE_EPOCH", "")])
    remembered.remember(root, root / "dist", (asked,), remembered.look(root, PROGRAM), sums)
    return len(names) + 1


def main(runs: int) -> None:
    """Print Python's own start, then a line a course and a way to call the command."""
    python = sys.executable
    bare, own = cpu([python, "-S", "-c", "pass"], runs), cpu([python, "-c", "pass"], runs)
    print(f"python -S -c pass {bare[0]:.1f} ms ({bare[1]:.1f}); python -c pass {own[0]:.1f} ms ({own[1]:.1f})")
    for items, a_module, lessons, aim in COURSES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            write_course(root, items, a_module)
            made = lay_out(root, lessons)
            time.sleep(SETTLED)
            for name, words in WAYS:
                command = [python, *words, "-C", folder, "build"]
                while b"Nothing changed" not in run(command):
                    sys.exit("the course was built, not looked at")
                least, middle = cpu(command, runs)
                print(
                    f"{lessons} lessons, {made} files of output, {name}: {least:.1f} ms ({middle:.1f}), of these"
                    f" {least - own[0]:.1f} beyond Python's start; {least / bare[0]:.2f} x python -S,"
                    f" {least / own[0]:.2f} x python (aim: {aim} ms)"
                )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else DEFAULT_RUNS)
