"""``course schema``: JSON Schemas for the course's YAML files, for editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``course schema``."""
    parser.add_argument("--out", type=Path, default=Path("schemas"), metavar="DIR", help="where to (default: schemas)")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write a file a kind and print which files of a course it is for; 1 when the folder can't be written."""
    from builder.source.kinds import KINDS  # noqa: PLC0415 - ``course --help`` must not import the program
    from builder.source.schema import written  # noqa: PLC0415

    out: Path = root / arguments.out
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in written().items():
            (out / name).write_bytes(data)
            print(f"{arguments.out / name}  for {KINDS[name.partition('.')[0]].pattern}")
    except OSError as error:
        print(f"course schema: can't write {error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0
