"""CPU of ``course check FILE`` against importing the model alone, for files of each kind of a course.

``python benchmarks/check_file.py [COURSE [RUNS]]``: medians of RUNS (9) processes of each, turn by turn.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PATTERNS = ("modules/*/*.md", "modules/*/module.yml", "modules/*/activities.yml", "quizzes/banks/*.yml",
            "quizzes/scenarios/*.yml", "course/organisations/*.yml", "course/course.yml")  # fmt: skip


def cpu(*words: str) -> float:
    """CPU seconds of one Python with these ``words``, and of nothing else."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(course: Path, runs: int) -> None:
    """Print a line a file: the biggest of each kind."""
    found = [sorted(course.glob(pattern), key=lambda path: path.stat().st_size) for pattern in PATTERNS]
    files = [paths[-1] for paths in found if paths]
    alone: list[float] = []
    times: dict[Path, list[float]] = {path: [] for path in files}
    for _ in range(runs):
        alone.append(cpu("-c", "import builder.model.course"))
        for path in files:
            times[path].append(cpu("-m", "builder", "-C", str(course), "check", str(path)))
    base = statistics.median(alone)
    print(f"import builder.model.course: {base:.2f} s of CPU (median of {runs})")
    for path, one in times.items():
        middle = statistics.median(one)
        print(f"{path.relative_to(course)}: {middle:.2f} s, ratio {middle / base:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT, int(sys.argv[2]) if len(sys.argv) > 2 else 9)  # noqa: PLR2004 - COURSE and RUNS
