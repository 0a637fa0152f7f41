"""``course build``: make everything, or some of it, into the output folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from builder.build import noop, quick
from builder.cli.epoch import source_date_epoch

if TYPE_CHECKING:
    from builder.build.request import Request
    from builder.build.run import Result

OUTPUTS = ("site", "workbooks", "banks", "decks", "refreshers", "letters")
PROGRAM = Path(__file__).resolve().parent.parent


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``course build``."""
    parser.add_argument("--only", action="append", choices=OUTPUTS, help="build this output alone; may be repeated")
    parser.add_argument("--organisation", metavar="ID", help="build for this organisation")
    parser.add_argument("--language", action="append", metavar="CODE", help="build this language; may be repeated")
    parser.add_argument("--output", type=Path, metavar="DIR", help="the output folder (default: dist)")
    parser.add_argument("--jobs", type=_positive, default=0, metavar="N", help="processes (default: one a core)")
    parser.add_argument("--locked", action="store_true", help="fail when the ledger doesn't hold every id")
    parser.add_argument("--strict", action="store_true", help="fail on warnings")
    parser.add_argument("--format", choices=("text", "short", "github"), default="text", help="how findings are shown")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Build; 0 when the output stands, 1 when a finding or a failure stopped it, 2 for misuse."""
    output = (root / "dist" if arguments.output is None else arguments.output).absolute()
    epoch = source_date_epoch()
    asked = _asked(arguments, epoch)
    if noop.is_unchanged(root, PROGRAM, output, asked):
        print(f"Nothing changed: {_shown(output)} is up to date.")
        return 0
    return _build(arguments, root, output, epoch, asked)


def _build(arguments: argparse.Namespace, root: Path, output: Path, epoch: int | None, asked: str) -> int:
    from builder.build.failures import FailedError  # noqa: PLC0415 - the no-op path above must not import the program
    from builder.build.run import MisuseError, OutputError, build  # noqa: PLC0415
    from builder.cli.progress import Progress  # noqa: PLC0415

    request = _request(arguments, root, output, epoch, asked)
    try:
        with Progress() as progress:
            result = build(request, progress.advance, progress.say)
    except (MisuseError, OutputError) as error:
        print(f"course build: {error}", file=sys.stderr)
        return 2
    except FailedError as error:
        print(*error.lines, sep="\n", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"error: cannot write {_shown(output)}: {error.strerror or error}", file=sys.stderr)
        return 1
    return _report(arguments, request, result)


def _report(arguments: argparse.Namespace, request: Request, result: Result) -> int:
    from builder.cli.summary import print_summary  # noqa: PLC0415 - see _build
    from builder.diagnostics.render import count, render  # noqa: PLC0415

    findings = result.front.findings
    if findings:
        print(render(findings, result.front.texts, arguments.format), file=sys.stderr)
    if result.failed:
        print(f"Not built ({count(findings)}): {_shown(request.output)} is as it was.", file=sys.stderr)
        return 1
    print_summary(result, _shown(request.output))
    return 0


def _request(arguments: argparse.Namespace, root: Path, output: Path, epoch: int | None, asked: str) -> Request:
    from builder.build.request import Request  # noqa: PLC0415 - see _build

    return Request(
        root=root,
        output=output,
        only=tuple(sorted(set(arguments.only))) if arguments.only else None,
        organisation=arguments.organisation,
        languages=tuple(arguments.language) if arguments.language else None,
        jobs=arguments.jobs,
        locked=arguments.locked,
        strict=arguments.strict,
        epoch=epoch,
        asked=(asked, *quick.asked_in_words(root)),
    )


def _asked(arguments: argparse.Namespace, epoch: int | None) -> str:
    return repr([arguments.only, arguments.organisation, arguments.language, arguments.locked, arguments.strict, epoch])


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        message = "must be a number from 1 on"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
