"""``course check``: every mistake of every file, for every organisation and language, in one run."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from builder.diagnostics import Diagnostic


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``course check``."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="show only what is wrong in these files or folders")
    parser.add_argument("--format", choices=("text", "short", "github"), default="text", help="how findings are shown")
    parser.add_argument("--strict", action="store_true", help="fail on warnings")
    parser.add_argument("--locked", action="store_true", help="fail when the ledger doesn't hold every id")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Check; 0 when nothing is wrong, 1 for errors (and with ``--strict`` warnings), 2 for a path that isn't there."""
    from builder.build.findings import check  # noqa: PLC0415 - ``course --help`` must not import the program
    from builder.cli.paint import painted, wants_colour  # noqa: PLC0415
    from builder.diagnostics.codes import severity_of  # noqa: PLC0415
    from builder.diagnostics.render import count, in_order, render  # noqa: PLC0415

    for path in arguments.paths:
        if not os.path.lexists(path) or not Path(path).absolute().is_relative_to(root):
            where = "" if not os.path.lexists(path) else f" in the course at {root}"
            print(f"course check: there is no {path}{where}", file=sys.stderr)
            return 2
    every, texts = check(root, locked=arguments.locked)
    findings = in_order(_within(every, root, arguments.paths))
    if findings:
        shown = render(findings, texts, arguments.format)
        print(painted(shown) if arguments.format == "text" and wants_colour(sys.stdout) else shown)
    if arguments.format == "text":
        print(f"\n{count(findings)}" if findings else "no findings")
    weights = {severity_of(finding.code) for finding in findings}
    return int("error" in weights or (arguments.strict and "warning" in weights))


def _within(findings: Iterable[Diagnostic], root: Path, paths: list[str]) -> Iterable[Diagnostic]:
    if not paths:
        return findings
    wanted = [os.path.relpath(Path(path).absolute(), root.absolute()).replace(os.sep, "/") for path in paths]
    return (
        finding
        for finding in findings
        if any(path in {".", finding.place.file} or finding.place.file.startswith(f"{path}/") for path in wanted)
    )
