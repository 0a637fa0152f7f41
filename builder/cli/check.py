"""``course check``: every mistake of every file in one run; or those of some files, as fast as an editor asks."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from builder.cli import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from builder.diagnostics import Diagnostic

    Found = tuple[Iterable[Diagnostic], Mapping[str, str]]

_FEW = 8
"""Up to so many files each is checked by itself; from there on the whole course is the shorter way."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``course check``."""
    help_ = "show only what is wrong in these files or folders; files alone are checked by themselves, and fast"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=help_)
    help_ = "check what comes on standard input as the text of this file"
    parser.add_argument("--stdin-filename", metavar="FILE", help=help_)
    parser.add_argument("--format", choices=("text", "short", "github"), default="text", help="how findings are shown")
    parser.add_argument("--strict", action="store_true", help="fail on warnings")
    parser.add_argument("--locked", action="store_true", help="fail when the ledger doesn't hold every id")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Check; 0 when nothing is wrong, 1 for errors (and with ``--strict`` warnings), 2 for a path that isn't there."""
    every, texts = _found(arguments, root)
    from builder.cli.paint import painted, wants_colour  # noqa: PLC0415 - ``course --help`` must not import the program
    from builder.diagnostics.codes import severity_of  # noqa: PLC0415
    from builder.diagnostics.render import count, in_order, render  # noqa: PLC0415

    findings = in_order(every)
    if findings:
        shown = render(findings, texts, arguments.format)
        print(painted(shown) if arguments.format == "text" and wants_colour(sys.stdout) else shown)
    if arguments.format == "text":
        print(f"\n{count(findings)}" if findings else "no findings")
    weights = {severity_of(finding.code) for finding in findings}
    return int("error" in weights or (arguments.strict and "warning" in weights))


def _found(arguments: argparse.Namespace, root: Path) -> Found:
    if arguments.stdin_filename is not None:
        if arguments.paths or arguments.locked:
            message = "--stdin-filename takes no other path and no --locked"
            raise UsageError(message)
        return _each([_inside(arguments.stdin_filename, root)], root, _standard_input())
    for path in arguments.paths:
        if not os.path.lexists(path):
            message = f"there is no {path}"
            raise UsageError(message)
    paths = [_inside(path, root) for path in arguments.paths]
    if 0 < len(paths) <= _FEW and not arguments.locked and all((root / path).is_file() for path in paths):
        return _each(paths, root)
    from builder.build.findings import check  # noqa: PLC0415 - see run

    every, texts = check(root, locked=arguments.locked)
    return _within(every, paths), texts


def _each(paths: Sequence[str], root: Path, text: str | None = None) -> Found:
    """The findings of each file by itself; ``text`` is that of the one file where it isn't saved."""
    gc.disable()  # a process of a second: collecting is a tenth of it, most while the program is imported
    from builder.build.part import check_file  # noqa: PLC0415 - see run

    findings: list[Diagnostic] = []
    texts: dict[str, str] = {}
    for path in paths:
        found, quoted = check_file(root, path, text)
        findings += found
        texts |= quoted
    return findings, texts


def _standard_input() -> str:
    from builder.source.files import TEXT_LIMIT, decoded  # noqa: PLC0415 - see run

    data = sys.stdin.buffer.read(TEXT_LIMIT + 1)
    try:
        if len(data) <= TEXT_LIMIT:
            return decoded(data)
        message = f"standard input holds more than {TEXT_LIMIT / 1e6:g} MB"
    except UnicodeDecodeError:
        message = "standard input is not UTF-8"
    raise UsageError(message)


def _inside(path: str, root: Path) -> str:
    """``path`` from the course's root, with ``/``."""
    full = Path(os.path.normpath(Path(path).absolute()))
    if not full.is_relative_to(root):
        message = f"there is no {path} in the course at {root}"
        raise UsageError(message)
    return full.relative_to(root).as_posix()


def _within(findings: Iterable[Diagnostic], paths: Sequence[str]) -> Iterable[Diagnostic]:
    if not paths:
        return findings
    return (
        finding
        for finding in findings
        if any(path in {".", finding.place.file} or finding.place.file.startswith(f"{path}/") for path in paths)
    )
