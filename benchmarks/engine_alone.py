"""The site engine by itself, on the whole stage of a course's first edition: what a build of the site is held against.

Usage: python benchmarks/engine_alone.py STAGE OUT
"""

from __future__ import annotations

import sys
from pathlib import Path

from builder.build.engine import run_engine


def lay_out(root: Path, stage: Path) -> None:
    """Write the whole stage of the course below ``root``: every page with all its HTML, nothing set aside."""
    from builder.build.front import compile_course  # noqa: PLC0415 - no part of the engine's start
    from builder.writers import site  # noqa: PLC0415 - the same

    first = compile_course(root).compiled[0]
    (artefact,) = site.artefacts(first.edition, first.plan)
    for path, data in artefact.write(artefact.reads, {}).files.items():
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        (stage / path).write_bytes(data)


if __name__ == "__main__":
    run_engine(Path(sys.argv[1]), Path(sys.argv[2]))
