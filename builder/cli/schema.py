"""``course schema``: JSON Schemas for the course's YAML files, for editors; ``--vscode`` tells VS Code of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``course schema``."""
    parser.add_argument("--out", type=Path, default=Path("schemas"), metavar="DIR", help="where to (default: schemas)")
    parser.add_argument("--vscode", action="store_true", help="also name them in .vscode/settings.json")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write a file a kind and print which files of a course it is for; 1 when the folder can't be written."""
    from builder.cli import course_root  # noqa: PLC0415 - ``course --help`` must not import the program
    from builder.cli.vscode import FILE, with_schemas  # noqa: PLC0415
    from builder.source.kinds import KINDS  # noqa: PLC0415
    from builder.source.schema import written  # noqa: PLC0415

    directory: str = getattr(arguments, "directory", "")
    if arguments.vscode:
        root = course_root(directory) or root
    out: Path = root / arguments.out
    files = written()
    settings = with_schemas(root / FILE, _patterns(out, root, files)) if arguments.vscode else ""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (out / name).write_bytes(data)
            print(f"{arguments.out / name}  for {KINDS[name.partition('.')[0]].pattern}")
        if settings:
            _write(root / FILE, settings)
            print(f"{FILE}  for VS Code with its YAML extension")
    except OSError as error:
        print(f"course schema: can't write {error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _patterns(out: Path, root: Path, names: Iterable[str]) -> dict[str, str]:
    """The glob of each schema's files by the schema's address in settings; lessons are no YAML files."""
    from builder.source.kinds import KINDS  # noqa: PLC0415 - see run

    folder = f"./{out.relative_to(root).as_posix()}" if out.is_relative_to(root) else out.as_posix()
    kinds = {name: KINDS[name.partition(".")[0]].pattern for name in names}
    return {f"{folder}/{name}": pattern for name, pattern in kinds.items() if pattern.endswith(".yml")}


def _write(path: Path, text: str) -> None:
    from builder.build.whole import write_whole  # noqa: PLC0415 - see run

    write_whole(path, text.encode(), authors=True)
