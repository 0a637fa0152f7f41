"""Run sheets: what fills a sitting, row by row."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.model.base import Identified, Ids, Lines, Thing
from builder.model.patterns import Clock
from builder.model.text import Id, Line

OWN_PAGES = ("before", "after")
"""The pages of a workbook that belong to no thing: reason and self-check at its start, and again at its end."""
PAGED = ("worksheet", "own case", "lesson", "section", "commitment", "scenario", "job aid", "form")
"""The kinds of things that a row can name for their page."""


class RunRow(Identified):
    """One row of a run sheet: an activity, or what ``title`` names.

    Without an activity, ``kind`` says whether people do something (task), listen (talk) or rest (break). An activity
    in less than its own minutes needs ``shorter``: what is left out. ``pages`` are what lies open: things of the
    learner workbook, `OWN_PAGES`, or forms to copy.
    """

    activity: Id | None = None
    kind: Literal["task", "talk", "break"] = "task"
    title: Line = Line("")
    minutes: int = Field(ge=1, le=180)
    pages: Ids = ()
    materials: Lines = ()
    shorter: Line = Line("")


class Workshop(Thing):
    """A module's workshop: rows from a chosen start. ``minutes``, breaks and all, may be left to the sum."""

    title: Line
    start: Clock = "09:00"
    minutes: int = Field(default=0, ge=0)
    rows: tuple[RunRow, ...]
