"""Worksheets: sheets to fill in on screen or on paper. What is typed is kept under ids and numbers of rows."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from builder.model.activities import ChoicesField, CommitmentField, ScaleField, TableField
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model.activities import SheetField, Worksheet
    from builder.model.course import Module
    from builder.writers.site.frame import Frame

_MARK = 6
"""Hexadecimal digits of a row's mark."""


def worksheet_page(frame: Frame, module: Module, sheet: Worksheet) -> Page:
    """A sheet to fill in on screen or to print."""
    page = Page(frame, f"worksheets/{sheet.id}.html", sheet.title.plain, "worksheet", sheet.purpose.plain)
    page.add("practice/eyebrow.html", kind=frame.words.gettext("Worksheet"), module=module)
    page.heading(1, sheet.id, sheet.title)
    rows = {field.id: row_marks(field) for field in sheet.fields}
    tables = [field for field in sheet.fields if isinstance(field, TableField)]
    columns = {table.id: _marks(column.plain for column in table.columns) for table in tables}
    plans = any(isinstance(field, CommitmentField) for field in sheet.fields)
    page.add("practice/worksheet.html", sheet=sheet, rows=rows, columns=columns, plans=plans)
    page.words(_sheet_words(frame))
    return page


def row_marks(field: SheetField) -> str:
    """A mark for each row that has words of its own, then one for each empty row: they tell where a row has gone.

    Rows have no ids; what a learner wrote into the second one is kept under 2 beside these marks, and moves with its
    words when rows come, go or change places.
    """
    match field:
        case TableField():
            empty = [f"e{number}" for number in range(1, field.empty_rows + 1)]
            return " ".join([_marks(row.plain for row in field.rows), *empty]).strip()
        case ChoicesField():
            return _marks(choice.plain for choice in field.choices)
        case ScaleField():
            return _marks(statement.plain for statement in field.statements)
        case _:
            return ""


def keeping_words(frame: Frame) -> dict[str, str]:
    """What the player says where something typed is kept."""
    _ = frame.words.gettext
    return {
        "kept-here": _("Saved on this device."),
        "kept-not": _(
            "This browser keeps nothing here, so it is gone when you leave: print the page or save it as a file first."
        ),
    }


def _sheet_words(frame: Frame) -> dict[str, str]:
    _ = frame.words.gettext
    return keeping_words(frame) | {
        "sheet-cleared": _("The sheet is empty again."),
        "sheet-moved": _("You wrote this in a part of the sheet that has changed since:"),
    }


def _marks(words: Iterable[str]) -> str:
    return " ".join(hashlib.sha256(one.encode()).hexdigest()[:_MARK] for one in words)
