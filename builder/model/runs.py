"""Run sheets: what fills a sitting, row by row."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.model.base import Identified, Lines, Thing
from builder.model.patterns import Clock
from builder.model.text import Id, Line


class RunRow(Identified):
    """One row of a run sheet: an activity, or what ``title`` names.

    Without an activity, ``kind`` says whether people do something (task), listen (talk) or rest (break). An activity
    in less than its own minutes needs ``shorter``: what is left out.
    """

    activity: Id | None = None
    kind: Literal["task", "talk", "break"] = "task"
    title: Line = Line("")
    minutes: int = Field(ge=1, le=180)
    materials: Lines = ()
    shorter: Line = Line("")


class Workshop(Thing):
    """A module's workshop: rows from a chosen start. ``minutes``, breaks and all, may be left to the sum."""

    title: Line
    start: Clock = "09:00"
    minutes: int = Field(default=0, ge=0)
    rows: tuple[RunRow, ...]
