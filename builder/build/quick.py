"""The shortest way to an answer: the same words as last time, and nothing changed since.

It runs before anything else of the program, argument parser and all; where it isn't sure it says nothing.
"""

from __future__ import annotations

import os
import sys

from builder.build import noop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PROGRAM = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib is slow to import
_COURSE_FILE = os.path.join("course", "course.yml")  # noqa: PTH118 - the same
_WHERE = ("-C", "--directory")
_PLAIN = frozenset({"--only", "--organisation", "--language", "--jobs", "--locked", "--strict", "--format"})
"""Options that mean the same in every folder."""


def said_unchanged(words: Sequence[str]) -> str:
    """What to tell the user of ``course <words>`` if nothing changed; else nothing."""
    root, asked = _asked(words)
    if not root or not noop.is_unchanged(root, PROGRAM, f"{root}/dist", asked):
        return ""
    return f"Nothing changed: {_shown(f'{root}/dist')} is up to date."


def asked_in_words(root: Path) -> tuple[str, ...]:
    """The words of the process as `said_unchanged` will know them again, if they mean the course below ``root``."""
    where, asked = _asked(sys.argv[1:])
    return (asked,) if where == str(root) else ()


def _asked(words: Sequence[str]) -> tuple[str, str]:
    """The course's folder and the question; neither where the words need a parser."""
    rest, where = list(words), ""
    for name in _WHERE:
        if name in rest[:-1]:
            at = rest.index(name)
            where = rest[at + 1]
            del rest[at : at + 2]
    options = [word.partition("=")[0] for word in rest if word.startswith("-")]
    if rest[:1] != ["build"] or ".." in where or not _PLAIN.issuperset(options):
        return "", ""
    return _root(where), repr([rest, os.environ.get("SOURCE_DATE_EPOCH", "")])


def _root(where: str) -> str:
    """The folder that holds the course, found as the command line finds it."""
    here = os.path.normpath(os.path.join(os.getcwd(), where))  # noqa: PTH109, PTH118 - pathlib is slow to import
    while not os.path.isfile(os.path.join(here, _COURSE_FILE)):  # noqa: PTH113, PTH118 - the same
        above = os.path.dirname(here)  # noqa: PTH120 - the same
        if where or above == here:
            return ""
        here = above
    return here


def _shown(path: str) -> str:
    here = os.getcwd().rstrip("/") + "/"  # noqa: PTH109 - the same
    return path.removeprefix(here)
