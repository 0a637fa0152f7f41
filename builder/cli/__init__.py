"""The command ``course``: a file a command, imported only when it is called."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TextIO

COURSE_FILE = Path("course") / "course.yml"
MISUSE = 2


class UsageError(Exception):
    """The user asked for what can't be: one line, exit code 2."""


class Command(NamedTuple):
    """A command: the module that has ``add_arguments(parser)`` and ``run(arguments, root)``, and a line of help."""

    module: str
    help: str
    needs_course: bool = True


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "build": Command("builder.cli.build", "build the site, workbooks, banks, decks, refreshers and letters"),
        "check": Command("builder.cli.check", "report every mistake in the course"),
        "accept": Command("builder.cli.accept", "record ids, dates and frozen months in the ledger"),
        "new": Command("builder.cli.new", "make a new course, or add a part to one", needs_course=False),
        "doctor": Command("builder.cli.doctor", "test whether this machine can build a course", needs_course=False),
        "serve": Command("builder.cli.serve", "show the site in the browser and follow every save"),
        "impact": Command("builder.cli.impact", "tell what the edits since a revision do to learners"),
        "fingerprint": Command("builder.cli.fingerprint", "note a source's wording, so that check finds copies"),
        "schema": Command("builder.cli.schema", "write JSON Schemas for the course's YAML files"),
    }
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 for findings or failure, 2 for misuse."""
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = _parser(words).parse_args(words)
    command = COMMANDS[arguments.command]
    directory: str = getattr(arguments, "directory", "")
    root = course_root(directory) if command.needs_course else Path.cwd()
    if root is None:
        where = directory or "this folder or above it"
        print(f"course {arguments.command}: no {COURSE_FILE.as_posix()} in {where}", file=sys.stderr)
        return MISUSE
    try:
        return int(import_module(command.module).run(arguments, root))
    except UsageError as error:
        print(f"course {arguments.command}: {error}", file=sys.stderr)
        return MISUSE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"course {arguments.command}: {error.filename or 'output'}: {error.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _nowhere() -> TextIO:
    """A stream for what nobody listens to: a program started without one has None there."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser with the arguments of the one command that ``words`` name: the others stay unimported."""
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument("-C", "--directory", metavar="DIR", default=argparse.SUPPRESS, help="the course's folder")
    first = argparse.ArgumentParser(add_help=False, parents=[where])
    first.add_argument("command", nargs="?")
    chosen = first.parse_known_args(words)[0].command
    parser = argparse.ArgumentParser(
        prog="course",
        description="Compile a course: Markdown and YAML become a site, workbooks, banks and decks.",
        parents=[where],
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        below = commands.add_parser(name, help=command.help, description=command.help, parents=[where])
        if name == chosen:
            import_module(command.module).add_arguments(below)
    return parser


def course_root(directory: str) -> Path | None:
    """The folder that holds the course: ``directory``, or the working directory or the nearest above it."""
    here = Path(directory or Path.cwd())
    folders = (here,) if directory else (here, *here.parents)
    return next((folder.absolute() for folder in folders if (folder / COURSE_FILE).is_file()), None)
