"""Questions on a terminal: each with its default, asked again until the answer will do."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from builder.cli import UsageError

Fault = Callable[[str], str]
"""What is wrong with an answer, in a few words; empty where nothing is."""

_LONGEST = 200
_MARKS = re.compile(r"<[A-Za-z/!?]|\{\{(?!.*\}\})")


def _none() -> str:
    return ""


class Question(NamedTuple):
    """What a command has to know: the field of its arguments and the flag that gives it.

    ``default`` stands where nobody says anything; where it is empty somebody has to. ``suggestion`` is offered on a
    terminal, but not taken without asking.
    """

    field: str
    flag: str
    label: str
    fault: Fault
    default: Callable[[], str] = _none
    suggestion: Callable[[], str] = _none


def complete(arguments: argparse.Namespace, questions: Sequence[Question]) -> None:
    """Fill the fields of ``arguments`` that no flag gave: all from defaults, or else all by asking.

    Raises UsageError where a flag's value won't do, or where one is needed and nobody can be asked.
    """
    for question in questions:
        given = getattr(arguments, question.field)
        if given is not None and (fault := line_fault(given) or question.fault(given)):
            message = f"{question.flag} {fault}" if given == "" or given not in fault else fault
            raise UsageError(message)
    unsaid = [question for question in questions if getattr(arguments, question.field) is None]
    lacking = [question.flag for question in unsaid if not question.default()]
    if lacking and not can_ask():
        message = f"please give {', '.join(lacking)}; on a terminal the command asks"
        raise UsageError(message)
    for question in unsaid:
        default = question.default()
        answer = ask(question.label, default or question.suggestion(), question.fault) if lacking else default
        setattr(arguments, question.field, answer)


def one_of(known: Sequence[str]) -> Fault:
    """A fault for every answer that is none of ``known``."""
    return lambda answer: "" if answer in known else f"'{answer}' is none of {', '.join(known) or 'them'}"


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty())


def ask(label: str, default: str = "", fault: Fault | None = None, *, empty: bool = False) -> str:
    """The answer to ``label``, or ``default``; an empty one only where ``empty`` says so.

    Raises UsageError at the end of the input, and KeyboardInterrupt when the user stops.
    """
    shown = f" [{default}]" if default else ""
    while True:
        print(f"{label}{shown}: ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            print(file=sys.stderr)
            message = "the answers ended: nothing written"
            raise UsageError(message)
        answer = line.strip() or default
        said = line_fault(answer) if answer else "" if empty else "please answer"
        said = said or (fault(answer) if fault and answer else "")
        if not said:
            return answer
        print(f"  {said}", file=sys.stderr)


def line_fault(text: str) -> str:
    """What is wrong with ``text`` as a line of a course."""
    if not text.strip():
        return "is empty"
    if len(text) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    if _MARKS.search(text):
        return "holds HTML or an open '{{'"
    if any(ord(letter) < ord(" ") or 0x7F <= ord(letter) <= 0x9F or 0xD800 <= ord(letter) <= 0xDFFF for letter in text):  # noqa: PLR2004 - control characters and halves of letters
        return "holds a character that is no text"
    return ""
