"""``course new``: a course, an organisation, or a part of a course, as files that can be built at once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from builder.cli import COURSE_FILE, UsageError, course_root
from builder.cli.new_organisation import add_flags
from builder.cli.questions import Question, complete, line_fault

if TYPE_CHECKING:
    from builder.drafts import Draft

_PARTS = {
    "module": ("a module with a lesson, an objective and a bank", ("title",)),
    "lesson": ("a lesson at the end of a module", ("module", "title", "objective")),
    "item": ("an item at the end of a bank", ("type", "bank", "objective")),
    "scenario": ("a scenario of two scenes", ("module", "title", "objective")),
    "deck": ("a deck of two cards", ("module", "title", "objective")),
}
_FLAGS = {
    "title": ("TEXT", "its title (default: made from the id)"),
    "module": ("ID", "its module (default: the only one)"),
    "bank": ("ID", "its bank, by id or file name (default: the only one)"),
    "type": ("TYPE", "its type, such as single_choice"),
    "objective": ("ID", "what it serves (default: the module's first objective)"),
}
Drafted = tuple[Path, "Draft", list[str]]
"""The folder to write to, what to write there, and what to say afterwards."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be made, and the flags of each."""
    kinds = parser.add_subparsers(dest="kind", metavar="WHAT", required=True)
    made = {kind: _kind(kinds, kind, help_) for kind, help_ in _kinds().items()}
    made["course"].add_argument("name", nargs="?", metavar="FOLDER", help="the folder, made where it isn't there")
    made["course"].add_argument("--title", metavar="TEXT", help="the course's title")
    made["course"].add_argument("--organisation", metavar="NAME", help="the name of the organisation")
    made["course"].add_argument("--id", metavar="ID", help="the course's id (default: made from the folder's name)")
    for kind in ("organisation", *_PARTS):
        made[kind].add_argument("name", nargs="?", metavar="ID", help="its id")
    for kind, (_, flags) in _PARTS.items():
        for flag in flags:
            metavar, help_ = _FLAGS[flag]
            made[kind].add_argument(f"--{flag}", metavar=metavar, help=help_)
    add_flags(made["organisation"])


def _kinds() -> dict[str, str]:
    first = {
        "course": "a whole small course in a folder of its own",
        "organisation": "an organisation that the course can be built for",
    }
    return first | {kind: help_ for kind, (help_, _) in _PARTS.items()}


def _kind(kinds: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help_: str) -> argparse.ArgumentParser:
    made = kinds.add_parser(name, help=help_, description=f"Make {help_}.")
    made.add_argument("-C", "--directory", metavar="DIR", default=argparse.SUPPRESS, help="the course's folder")
    return made


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write the files; 0 when they stand, 2 when something is missing or in the way, 130 when the user stops."""
    from builder.drafts import DraftError, write  # noqa: PLC0415 - ``course --help`` must not import the program

    try:
        folder, draft, notes = _drafted(arguments, root)
        write(folder, draft)
    except DraftError as error:
        raise UsageError(str(error)) from None
    except KeyboardInterrupt:
        print("\ncourse new: stopped, nothing written", file=sys.stderr)
        return 130
    for path in draft.paths:
        print(f"{'new   ' if path in draft.new else 'edited'}  {_shown(folder / path)}")
    print(*notes, sep="\n")
    return 0


def _drafted(arguments: argparse.Namespace, root: Path) -> Drafted:
    if arguments.kind == "course":
        return _course(arguments, root)
    from builder.cli.new_organisation import draft_organisation  # noqa: PLC0415 - see run
    from builder.cli.new_parts import draft_part  # noqa: PLC0415
    from builder.drafts.around import Around  # noqa: PLC0415

    directory: str = getattr(arguments, "directory", "")
    folder = course_root(directory)
    if folder is None:
        where = directory or "this folder or above it"
        message = f"no {COURSE_FILE.as_posix()} in {where}: `course new course FOLDER` makes one"
        raise UsageError(message)
    around = Around(folder)
    if arguments.kind == "organisation":
        return (folder, *draft_organisation(arguments, around))
    return folder, draft_part(arguments, around), ["Its words are an example: overwrite them, then run `course check`."]


def _course(arguments: argparse.Namespace, root: Path) -> Drafted:
    from builder.drafts.around import id_fault, id_from, titled  # noqa: PLC0415 - see run
    from builder.drafts.courses import new_course  # noqa: PLC0415

    def made_title() -> str:
        return titled(Path(arguments.name or "").absolute().name)

    questions = (
        Question("name", "FOLDER", "Folder of the new course", _nothing),
        Question("title", "--title", "Title", _nothing, suggestion=made_title),
        Question("organisation", "--organisation", "Name of the organisation", _nothing),
    )
    complete(arguments, questions)
    folder = Path(getattr(arguments, "directory", "") or root).joinpath(arguments.name).absolute()
    name = arguments.id or id_from(folder.name, "our-course")
    if fault := id_fault(name) or line_fault(str(folder.name or "course")):
        raise UsageError(fault)
    draft = new_course(folder, name, arguments.title, arguments.organisation)
    return folder, draft, [f"`course -C {_shown(folder)} build` builds it; its words are an example to overwrite."]


def _nothing(_answer: str) -> str:
    return ""


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
