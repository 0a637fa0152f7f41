"""``course impact``: what the edits since a revision do to learners, before they are published."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from builder.build.revision import Revision
    from builder.impact.side import Side


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``course impact``."""
    parser.add_argument("revision", nargs="?", default="HEAD", metavar="REV", help="what learners have (default: HEAD)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people or for programs")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 when an answer is lost or asked again")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Tell the difference; 0 with a verdict, 1 where errors hide a part of the course, 2 without such a revision.

    With ``--exit-code`` also 1 when a learner's answers don't all carry over.
    """
    from builder.build.revision import RevisionError  # noqa: PLC0415 - ``course --help`` must not import the program

    try:
        revision, old = _before(root, arguments.revision)
    except RevisionError as error:
        print(f"course impact: {error}", file=sys.stderr)
        return 2
    return _tell(arguments, root, revision, old)


def _before(root: Path, name: str) -> tuple[Revision, Side]:
    from builder.build.revision import find, lay  # noqa: PLC0415 - see run
    from builder.build.sides import side_of  # noqa: PLC0415

    revision = find(root, name)
    with tempfile.TemporaryDirectory(prefix="course-impact-") as folder:
        lay(root, revision, Path(folder))
        return revision, side_of(Path(folder))


def _tell(arguments: argparse.Namespace, root: Path, revision: Revision, old: Side) -> int:
    from builder.build.outputs_changed import outputs_changed  # noqa: PLC0415 - see run
    from builder.build.sides import side_of  # noqa: PLC0415
    from builder.cli.impact_text import told  # noqa: PLC0415
    from builder.cli.paint import wants_colour  # noqa: PLC0415
    from builder.impact.as_json import as_json  # noqa: PLC0415
    from builder.impact.compare import compare  # noqa: PLC0415
    from builder.impact.side import Both  # noqa: PLC0415

    new = side_of(root)
    if not new.versions:
        print("course impact: the course here can't be read; `course check` says why", file=sys.stderr)
        return 1
    both = Both(old, new)
    impact, outputs = compare(both), outputs_changed(old, new)
    if arguments.format == "json":
        print(as_json(both, impact, outputs, revision.name, revision.commit), end="")
    else:
        print(told(both, impact, outputs, revision.short, colour=wants_colour(sys.stdout)), end="")
    return int(not impact.is_whole or (arguments.exit_code and not impact.carries_over))
