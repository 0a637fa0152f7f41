"""Branching scenarios: scenes, graded choices, endings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.model.base import Identified, Picture, Serves, Thing
from builder.model.text import Id, Line, Prose

Outcome = Literal["good", "mixed", "poor"]


class Choice(Identified):
    """What the reader may do in a scene; ``goto`` is a scene or an ending of the same scenario.

    ``score`` is from 0 (harmful) to 3 (best); ``consequence`` is what happens next; ``outside`` who outside feels it.
    """

    text: Line
    score: int = Field(ge=0, le=3)
    consequence: Prose
    goto: Id
    practice: Id | None = None
    outside: Line = Line("")


class Scene(Identified):
    """A moment that asks for a choice."""

    title: Line
    text: Prose
    picture: Picture | None = None
    choices: tuple[Choice, ...]


class Ending(Identified):
    """Where a path stops, and who outside feels it."""

    title: Line
    text: Prose
    outcome: Outcome
    outside: Line


class DebriefPoint(Thing):
    """What the scenario shows of one practice."""

    practice: Id
    text: Line


class Scenario(Serves):
    """A case to walk through. ``outside`` says who outside the organisation feels how it ends."""

    title: Line
    module: Id
    minutes: int = Field(ge=1, le=60)
    revision: int = Field(default=1, ge=1)
    role: Line
    situation: Prose
    outside: Line
    start: Id
    scenes: tuple[Scene, ...]
    endings: tuple[Ending, ...]
    debrief: tuple[DebriefPoint, ...] = ()
