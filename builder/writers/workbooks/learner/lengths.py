"""About how long worksheets and activities are on paper: which are too long for a page, and so begin where they can."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from builder.model.activities import (
    ChoicesField,
    CommitmentField,
    LinesField,
    ScaleField,
    SheetField,
    TableField,
    Worksheet,
)
from builder.writers.workbooks.learner.book import Part, Sheet
from builder.writers.workbooks.learner.printed import Session
from builder.writers.workbooks.printing.paper import Format

_LINE, _TEXT, _ROW = 9.0, 5.0, 13.0
"""Millimetres of a line to write on, of a line of text, and of a row whose first cell says something."""
_HEAD = 30.0
"""Millimetres of a mark, a title and a purpose."""
_GAP = 9.0
"""Millimetres between two of them."""
_SURE = 1.04
_LOST = 20.0
"""Millimetres that stay empty where a field that is kept together goes on to the next page."""
_UNKNOWN = 1e9
"""More than any page has."""


def runs_on(form: Format, thing: Worksheet | Session) -> bool:
    """Whether ``thing`` is likely to be longer than a page of ``form``: in large print nearly everything is."""
    return form.large or length(thing) > form.room


def page_starts(form: Format, parts: Sequence[Part]) -> frozenset[int]:
    """Which of ``parts``, put one below the other from the top of a page, begin further pages as they don't fit below.

    None behind something whose length nobody knows, and none in large print.
    """
    room, used, starts = form.room, _HEAD, set[int]()
    for at, part in enumerate(() if form.large else parts):
        thing = part.worksheet if isinstance(part, Sheet) else part
        if not isinstance(thing, Worksheet | Session):
            used = _UNKNOWN
        elif used < _UNKNOWN:
            whole, long = _GAP + length(thing), runs_on(form, thing)
            if at and not long and used + whole > room * _SURE:
                starts.add(at)
                used = 0
            used = (used + whole) % room + _LOST if long else used + whole
    return frozenset(starts)


def length(thing: Worksheet | Session) -> float:
    """About how many millimetres ``thing`` takes in ordinary print."""
    if isinstance(thing, Worksheet):
        return _HEAD + sum(_field(field) for field in thing.fields)
    watched = len(thing.watch.rules) + len(thing.watch.look_for) + 1 if thing.watch else 0
    about = bool(thing.roles) + bool(thing.sheet)
    return _HEAD + about * _TEXT + watched * _ROW + len(thing.questions) * (2 * _LINE + 16) + 3 * _LINE + 16


def _field(field: SheetField) -> float:
    return 16 + _space(field)


def _space(field: SheetField) -> float:
    match field:
        case LinesField():
            return field.lines * _LINE + bool(field.example) * _TEXT
        case TableField():
            return (len(field.rows) + bool(field.example) + 1) * _ROW + field.empty_rows * 11
        case ChoicesField():
            return len(field.choices) * 7.0
        case ScaleField():
            return len(field.statements) * 8.0 + 12
        case CommitmentField():
            return 4 * _LINE + 2 * _TEXT
        case _:
            assert_never(field)
