"""CPU of the site: built whole against the engine alone on the same stage, again after an edit, and by pages.

Usage: python benchmarks/site_build.py [MODULES …]     (default: 10 50; a module has four lessons and 20 items)
All ratios of a line are from one run; linear means that the CPU of a page stays the same.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from load import ITEMS_A_MODULE, write_course

DEFAULTS = (10, 50)
LESSONS = 4
AIM = 1.2
ENGINE = """
import sys
from pathlib import Path
from builder.build.engine import run_engine
run_engine(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def cpu(*words: str) -> float:
    """User and system seconds of a Python process and all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(modules: int) -> None:
    """Print a line for a course of so many modules."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "course"
        write_course(root, modules * ITEMS_A_MODULE, LESSONS)
        build = ("-m", "builder", "-C", str(root), "build", "--only", "site")
        whole = cpu(*build)
        pages = len(list((root / "dist/site").rglob("*.html")))
        engine = cpu("-c", ENGINE, str(next((root / ".build/site").glob("*/stage"))), f"{folder}/out")
        edited = []
        for _ in range(2):
            lesson = next((root / "modules/module-1").glob("*.md"))
            os.truncate(lesson, lesson.stat().st_size - 2)
            edited.append(cpu(*build))
    print(
        f"{pages} pages: engine {engine:.2f} CPU s, {1000 * engine / pages:.1f} ms a page; whole build {whole:.2f},"
        f" {1000 * whole / pages:.1f} ms a page, ratio {whole / engine:.2f} (aim: at most {AIM});"
        f" after an edit of a lesson {edited[1]:.2f}, ratio {edited[1] / engine:.2f}"
    )


if __name__ == "__main__":
    for count in [int(word) for word in sys.argv[1:]] or DEFAULTS:
        measure(count)
