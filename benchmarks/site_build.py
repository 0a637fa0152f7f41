"""CPU of the site: built whole against the engine alone on the same pages, again after an edit, and by pages.

Usage: python benchmarks/site_build.py [COPIES …]     (default: 2 8 16; 8 copies of the course's modules are 250 pages)
The least of three runs of each, taken in turn, so that other work on the machine weighs on both sides alike. Linear
means that the CPU of a page stays the same.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from engine_alone import __file__ as engine_program
from engine_alone import lay_out
from real_size import write_real_size

DEFAULTS = (2, 8, 16)
RUNS = 3
AIM = 1.2


def cpu(*words: str) -> float:
    """User and system seconds of a Python process and all its children.

    Python keeps what it has compiled, as it does for whoever doesn't tell it otherwise.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(copies: int) -> None:
    """Print a line for a course of so many copies."""
    with tempfile.TemporaryDirectory() as folder:
        root, stage = Path(folder) / "course", Path(folder) / "stage"
        write_real_size(root, copies)
        cpu("-m", "builder", "-C", str(root), "accept")
        lay_out(root, stage)
        build = ("-m", "builder", "-C", str(root), "build", "--only", "site")
        engine, whole, edited = [], [], []
        for run in range(RUNS):
            engine.append(cpu(engine_program, str(stage), f"{folder}/out"))
            for made in (root / ".build", root / "dist"):
                shutil.rmtree(made, ignore_errors=True)
            whole.append(cpu(*build))
            lesson = root / "modules/standards/promises-we-can-keep.md"
            lesson.write_text(lesson.read_text(encoding="utf-8") + f"\nMore {run}.\n", encoding="utf-8")
            edited.append(cpu(*build))
        pages = len(list((root / "dist/site").rglob("*.html")))
    best, least, again = min(engine), min(whole), min(edited)
    print(
        f"{pages} pages: engine {best:.2f} CPU s, {1000 * best / pages:.1f} ms a page; whole build {least:.2f},"
        f" {1000 * least / pages:.1f} ms a page, ratio {least / best:.2f} (aim: at most {AIM});"
        f" after an edit of a lesson {again:.2f}, ratio {again / best:.2f}",
        flush=True,
    )


if __name__ == "__main__":
    for count in [int(word) for word in sys.argv[1:]] or DEFAULTS:
        measure(count)
