"""About how long worksheets, activities and items are on paper: which begin a page, and which begin where they can."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
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
from builder.writers.workbooks.learner.book import Part, Questions, Sheet
from builder.writers.workbooks.learner.printed import (
    Fill,
    Gap,
    Join,
    LearnerItem,
    Moment,
    Number,
    Session,
    Sort,
    Space,
    Tick,
    Write,
)
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
_MUCH, _MUCH_OF_ITEM = 0.48, 0.6
"""The part of a page that is too much to be left empty where it doesn't fit below what comes before."""
_QUESTION = 2 * _LINE + 16
"""Millimetres of a question and its lines."""
_LARGER = 1.6
"""How much longer worksheets and activities are in large print."""
_WIDTH = 1.86
"""Millimetres of a letter of running text, and the space after it."""
_TWO_LINES = 160
"""Letters on two lines of running text."""
_TAG = re.compile(r"<[^>]*>")


def runs_on(form: Format, thing: Worksheet | Session) -> bool:
    """Whether ``thing`` is likely to be longer than a page of ``form``: in large print nearly everything is."""
    return form.large or length(thing) > form.room


def begins_page(form: Format, part: Part | LearnerItem | Moment) -> bool:
    """Whether so much of the start of ``part`` is kept together that it begins a page, wherever it comes."""
    if isinstance(part, Questions):
        part = part.items[0]
    thing = part.worksheet if isinstance(part, Sheet) else part
    if isinstance(thing, LearnerItem | Moment):
        return _item(form, thing) > form.room * _MUCH_OF_ITEM
    return isinstance(thing, Worksheet | Session) and _start(form, thing) > form.room * _MUCH


def page_starts(form: Format, parts: Sequence[Part]) -> frozenset[int]:
    """Which of ``parts``, put one below the other from the top of a page, begin further pages as they don't fit below.

    Behind something whose length nobody knows, and in large print, those that begin a page wherever they come.
    """
    used, starts = _UNKNOWN if form.large else _HEAD, set[int]()
    for at, part in enumerate(parts):
        thing = part.worksheet if isinstance(part, Sheet) else part
        if not isinstance(thing, Worksheet | Session):
            used = _UNKNOWN
            continue
        over = begins_page(form, part) if used == _UNKNOWN else used + _GAP + _start(form, thing) > form.room * _SURE
        if at and over:
            starts.add(at)
            used = _UNKNOWN if form.large else 0
        if used < _UNKNOWN:
            whole = used + _GAP + length(thing)
            used = whole % form.room + _LOST if runs_on(form, thing) else whole
    return frozenset(starts)


def _start(form: Format, thing: Worksheet | Session) -> float:
    """About how many millimetres of ``thing`` stay on one page: all of it, or until it may first go on to the next."""
    if not runs_on(form, thing):
        return length(thing)
    if isinstance(thing, Worksheet):
        first = _field(thing.fields[0]) if thing.fields else 0
    else:
        first = max(_watched(thing), _QUESTION)
    return (_HEAD + first) * (_LARGER if form.large else 1)


def length(thing: Worksheet | Session) -> float:
    """About how many millimetres ``thing`` takes in ordinary print."""
    if isinstance(thing, Worksheet):
        return _HEAD + sum(_field(field) for field in thing.fields)
    about = (
        bool(thing.roles)
        + bool(thing.sheet)
        + (len(_TAG.sub("", thing.purpose)) > _TWO_LINES)
        + (len(_TAG.sub("", thing.grouping)) > _TWO_LINES / 2)
    )
    return _HEAD + about * _TEXT + _watched(thing) + len(thing.questions) * _QUESTION + 3 * _LINE + 16


def _watched(session: Session) -> float:
    watch = session.watch
    return (len(watch.rules) + len(watch.look_for) + 1) * _ROW if watch else 0


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


def _item(form: Format, item: LearnerItem | Moment) -> float:
    line = 5.4 * form.scale
    letters = (form.paper.width - form.gutter - form.outer - 9) / (_WIDTH * form.scale)

    def text(html: str, share: float = 1) -> float:
        return math.ceil(len(_TAG.sub("", html)) / (letters * share)) * line

    start = 10 + 2 * line + 45 * bool(item.picture)
    if isinstance(item, Moment):
        return start + line + text(item.text) + _answer(Tick(item.choices, why=True), text)
    return start + text(item.stem) + text(item.instruction) + _answer(item.space, text)


def _answer(space: Space, text: Callable[[str, float], float]) -> float:
    match space:
        case Tick():
            return sum(text(option, 0.87) + 1.8 for option in space.options) + (2 * _LINE + 5) * space.why
        case Write():
            return 12 if space.short else space.lines * _LINE
        case Fill():
            words = "".join(
                "_" * (45 if piece.wide else 25) if isinstance(piece, Gap) else piece for piece in space.pieces
            )
            return text(words, 1) * 1.4
        case Join():
            return max(sum(text(one, 0.38) + 2.6 for one in side) for side in (space.left, space.right))
        case Number():
            return sum(text(step, 0.9) + 2.6 for step in space.steps)
        case Sort():
            return 14 + sum(text(member, 0.45) * 0.8 + 3 for member in space.members)
        case _:
            assert_never(space)
