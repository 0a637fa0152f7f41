"""Blueprints of quizzes, and the quizzes assembled from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field

from builder.model.base import Identified, Ids, Thing, listed
from builder.model.items import Difficulty, ItemType, Pool
from builder.model.organisation import Duration
from builder.model.text import Id, Line, Prose

if TYPE_CHECKING:
    from builder.model.items import Item

QuizKind = Literal["check", "pre_test", "module_test", "final_test"]
ShowAnswers = Literal["after_each", "at_end", "after_pass"]


class Draw(Thing):
    """One row of a blueprint: ``count`` items that meet all that the row names."""

    count: int = Field(ge=1)
    module: Id | None = None
    objective: Id | None = None
    practice: Id | None = None
    types: Annotated[tuple[ItemType, ...], BeforeValidator(listed)] = ()
    difficulty: Difficulty | None = None


class Rules(Thing):
    """What a learner is told before the start. ``tries`` 0 means as many as you like; ``pass_mark`` is per cent."""

    tries: int = Field(default=0, ge=0)
    pass_mark: int | None = Field(default=None, ge=0, le=100)
    cooldown: Duration | None = None
    show_answers: ShowAnswers = "after_each"
    shuffle: bool = True
    ask_confidence: bool = True


class Blueprint(Identified):
    """How a quiz is made: named items, or rows to draw by, from one pool; ``forms`` parallel ones without overlap."""

    title: Line
    kind: QuizKind
    module: Id | None = None
    intro: Prose = Prose("")
    pool: Pool = "practice"
    items: Ids = ()
    draw: tuple[Draw, ...] = ()
    forms: int = Field(default=1, ge=1, le=4)
    rules: Rules = Rules()


class Blueprints(Thing):
    """The file ``quizzes/quizzes.yml``."""

    quizzes: tuple[Blueprint, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One assembled form of a quiz: ``label`` is empty for the only form, else a letter from A on."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Quiz:
    """A blueprint with its forms drawn."""

    blueprint: Blueprint
    forms: tuple[Form, ...]
