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
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to (default: schemas in the course's folder)")
    parser.add_argument("--vscode", action="store_true", help="also name them in .vscode/settings.json")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write a file a kind and print which files of a course it is for; 1 when the folder can't be written."""
    from builder.cli.vscode import FILE, with_schemas  # noqa: PLC0415 - ``course --help`` must not import the program
    from builder.source.kinds import KINDS  # noqa: PLC0415
    from builder.source.schema import written  # noqa: PLC0415

    out: Path = root / "schemas" if arguments.out is None else arguments.out
    files = written()
    settings = with_schemas(root / FILE, _patterns(out, root, files)) if arguments.vscode else ""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (out / name).write_bytes(data)
            print(f"{_shown(out / name)}  for {KINDS[name.partition('.')[0]].pattern}")
        if settings:
            _write(root / FILE, settings)
            print(f"{_shown(root / FILE)}  for VS Code with its YAML extension")
    except OSError as error:
        print(f"course schema: can't write {error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _patterns(out: Path, root: Path, names: Iterable[str]) -> dict[str, str]:
    """The glob of each schema's files by the schema's address in settings; lessons are no YAML files."""
    from builder.source.kinds import KINDS  # noqa: PLC0415 - see run

    out, root = out.resolve(), root.resolve()
    folder = f"./{out.relative_to(root).as_posix()}" if out.is_relative_to(root) else out.as_posix()
    kinds = {name: KINDS[name.partition(".")[0]].pattern for name in names}
    return {f"{folder}/{name}": pattern for name, pattern in kinds.items() if pattern.endswith(".yml")}


def _write(path: Path, text: str) -> None:
    from builder.build.whole import write_whole  # noqa: PLC0415 - see run

    write_whole(path, text.encode(), authors=True)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
