"""Worksheets a learner fills in and activities a trainer runs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from builder.model.base import Identified, Ids, Lines, Serves, Thing
from builder.model.text import Id, Line, Prose


class LinesField(Identified):
    """Writing space of so many lines."""

    kind: Literal["lines"]
    label: Line
    lines: int = Field(default=3, ge=1, le=30)
    example: Line = Line("")


class TableField(Identified):
    """A table to fill: named columns, and named rows or so many empty ones.

    The rules of ``practices`` are rows before all others; the edition step puts their words into ``rows``.
    """

    kind: Literal["table"]
    label: Line
    columns: Lines
    practices: Ids = ()
    rows: Lines = ()
    empty_rows: int = Field(default=0, ge=0, le=20)
    example: Lines = ()


class ChoicesField(Identified):
    """Boxes to tick."""

    kind: Literal["choices"]
    label: Line
    choices: Lines


class ScaleField(Identified):
    """Statements to rate from 1 to ``points``, with words at both ends."""

    kind: Literal["scale"]
    label: Line
    statements: Lines
    points: int = Field(default=5, ge=3, le=7)
    low: Line
    high: Line


class CommitmentField(Identified):
    """An if-then plan: a cue, an act, a partner and a date, each with a suggestion or empty."""

    kind: Literal["commitment"]
    label: Line
    cue: Line = Line("")
    act: Line = Line("")


SheetField = Annotated[
    LinesField | TableField | ChoicesField | ScaleField | CommitmentField, Field(discriminator="kind")
]
"""Any field of a worksheet."""


class Worksheet(Serves):
    """A sheet a learner fills in, on screen or on paper."""

    title: Line
    minutes: int = Field(ge=1, le=120)
    purpose: Prose
    fields: tuple[SheetField, ...]


class Say(Thing):
    """Words for the trainer to say: at most 60."""

    kind: Literal["say"]
    text: Prose
    minutes: int = Field(default=0, ge=0)


class Reply(Thing):
    """What to reply when participants say ``to``."""

    to: Line
    reply: Line


class Ask(Thing):
    """An open question with the answers to expect and replies to typical wrong ones."""

    kind: Literal["ask"]
    text: Prose
    expected: Lines
    replies: tuple[Reply, ...] = ()
    follow_up: Line = Line("")
    minutes: int = Field(default=0, ge=0)


class Do(Thing):
    """One act: what participants do, or the trainer alone (``by``); ``worksheet`` is the sheet they do it on."""

    kind: Literal["do"]
    text: Prose
    by: Literal["group", "trainer"] = "group"
    worksheet: Id | None = None
    minutes: int = Field(default=0, ge=0)


ActivityStep = Annotated[Say | Ask | Do, Field(discriminator="kind")]


class Material(Identified):
    """Something to bring: ``count`` of it for each head, table or room. ``short`` is what a run sheet calls it."""

    name: Line
    short: Line = Line("")
    per: Literal["head", "table", "room"]
    count: int = Field(default=1, ge=1)


class GroupSize(Thing):
    """How many people the activity is for, how they are grouped, and how many sit at a table or work in a group."""

    min: int = Field(ge=1)
    max: int = Field(ge=1)
    table: int = Field(default=4, ge=1, le=12)
    grouping: Line


class SizeVariant(Thing):
    """What changes for so many people."""

    people: int = Field(ge=2)
    text: Line


class ProducerStep(Thing):
    """What a second person does at the keyboard, ``at`` so many minutes from the activity's start, or before it."""

    at: int | None = Field(default=None, ge=0)
    text: Line


class Role(Identified):
    """A part in a role-play, with what only its player reads."""

    name: Line
    brief: Prose


class HandedCard(Identified):
    """A card to print, cut and hand out, one of the set that the activity's ``material`` names."""

    material: Id
    heading: Line
    text: Prose = Prose("")


class ObserverSheet(Thing):
    """What an observer looks for: the rules of these practices, and further lines."""

    practices: Ids
    look_for: Lines = ()


class DebriefQuestion(Thing):
    """A question of the debrief by its stage."""

    stage: Literal["what", "so_what", "now_what"]
    text: Line
    expected: Lines = ()


class Commitment(Identified):
    """One thing to do this week, as an if-then plan: when ``cue``, then I ``act``; a partner and a time to check."""

    cue: Line
    act: Line
    partner: Line = Line("")
    date: Line = Line("")


ActivityKind = Literal["opener", "discussion", "role_play", "case_clinic", "exercise", "revisit", "closer"]
Priority = Literal["must", "should", "could"]


class Activity(Serves):
    """What a trainer runs with a group."""

    title: Line
    kind: ActivityKind
    minutes: int = Field(ge=1, le=180)
    priority: Priority = "should"
    purpose: Prose
    size: GroupSize
    materials: tuple[Material, ...] = ()
    roles: tuple[Role, ...] = ()
    cards: tuple[HandedCard, ...] = ()
    steps: tuple[ActivityStep, ...]
    debrief: tuple[DebriefQuestion, ...] = ()
    observer_sheet: ObserverSheet | None = None
    worksheet: Id | None = None
    sizes: tuple[SizeVariant, ...] = ()
    remote: Prose
    producer: tuple[ProducerStep, ...] = ()
    access: Prose
    if_late: Line = Line("")


class Activities(Thing):
    """The file ``activities.yml`` of a module."""

    worksheets: tuple[Worksheet, ...] = ()
    activities: tuple[Activity, ...] = ()
