"""Letters that no font of print has: a book would show an empty box for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.print_letters import PRINT_LETTERS
from builder.diagnostics import Diagnostic, Place
from builder.diagnostics.locate import within
from builder.model.edition import Edition
from builder.model.text import Text
from builder.model.walk import each_text

_INVISIBLE = "\t\n\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff"
_STRANGE = re.compile(
    "[^"
    + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in PRINT_LETTERS)
    + _INVISIBLE
    + "]"
)


def check_letters(edition: Edition) -> Iterator[Diagnostic]:
    """The first text with each letter that can't be printed; decks are not printed."""
    course = edition.course
    if "workbooks" not in course.settings.outputs:
        return
    told: set[str] = set()
    for text in each_text((course.model_copy(update={"decks": ()}), edition.organisation)):
        if not text.plain.isascii():
            for letter in dict.fromkeys(_STRANGE.findall(text.plain)):
                if letter not in told and letter in text.source:
                    told.add(letter)
                    yield _finding(text, letter)


def _finding(text: Text, letter: str) -> Diagnostic:
    message = f"no font of the workbooks has the letter '{letter}' (U+{ord(letter):04X})"
    help_ = "write it in other words, or leave 'workbooks' out of the outputs of course.yml"
    place: Place = within(text.place, text.source, text.source.index(letter))
    return Diagnostic("unprintable-letter", message, place, help_)
