"""``course doctor``: whether this machine has all that building needs, and what to do where it hasn't."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

_WIDTH = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``course doctor`` has no options of its own."""


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Print a line a probe; 0 when all that building needs is there, else 1."""
    from builder.build.machine import probes  # noqa: PLC0415 - ``course --help`` must not import the program
    from builder.cli import UsageError, course_root  # noqa: PLC0415 - as above

    directory: str = getattr(arguments, "directory", "")
    folder = course_root(directory) or Path(directory or root).absolute()
    if not folder.is_dir():
        message = f"there is no folder {directory}"
        raise UsageError(message)
    lacking = 0
    for probe in probes(folder):
        mark = "ok" if not probe.help else "not ok" if probe.needed else "absent"
        print(f"{mark:6}  {probe.subject:{_WIDTH}}{probe.found}", flush=True)
        if probe.help:
            print(f"{'':8}{'':{_WIDTH}}{probe.help}")
        lacking += bool(probe.help and probe.needed)
    print("\nThis machine can build a course." if not lacking else f"\n{lacking} to mend before a course can be built.")
    return int(bool(lacking))
