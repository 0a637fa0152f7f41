"""The closed set of item types. A writer that bears items matches over all of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from builder.model.base import PLACE_KEY, Identified, Ids, Lines, Picture, Serves, Thing
from builder.model.text import Id, Line, Prose

Pool = Literal["practice", "test", "held_out"]
Difficulty = Literal["easy", "medium", "hard"]
Credit = Literal["all", "partial"]


def _without_place(value: object) -> object:
    return {key: entry for key, entry in value.items() if key != PLACE_KEY} if isinstance(value, dict) else value


class Option(Identified):
    """A choice. ``fixed`` keeps it at its place when the others are shuffled."""

    text: Line
    rationale: Line
    fixed: bool = False


class Raters(Thing):
    """How independent raters scored an option: their number, the median and the spread (interquartile range)."""

    count: int = Field(ge=1)
    median: Decimal = Field(ge=0, le=3)
    spread: Decimal = Field(ge=0, le=3)


class JudgedOption(Option):
    """A graded choice: ``score`` from 0 (harmful) to 3 (best)."""

    score: int = Field(ge=0, le=3)
    raters: Raters | None = None


class WrongAnswer(Thing):
    """A likely wrong answer and what to say to it."""

    answer: Line
    rationale: Line


class ItemBase(Serves):
    """What every item has."""

    pool: Pool = "practice"
    difficulty: Difficulty = "medium"
    revision: int = Field(default=1, ge=1)
    title: Line = Line("")
    stem: Prose
    hints: Lines = ()
    picture: Picture | None = None
    read_again: Id | None = None
    outside: Line = Line("")
    allow: Annotated[dict[str, str], BeforeValidator(_without_place)] = Field(default_factory=dict)


class ChoiceItem(ItemBase):
    """An item with options and a key."""

    options: tuple[Option, ...]
    key: Ids = ()
    shuffle: bool = True


class SingleChoice(ChoiceItem):
    """One key among the options."""

    type: Literal["single_choice"]


class MultipleResponse(ChoiceItem):
    """One or more keys. With partial credit, each wrong tick costs what a right one earns; never below 0."""

    type: Literal["multiple_response"]
    credit: Credit = "partial"


class TrueFalse(ItemBase):
    """A statement that is true or false, with a rationale for either answer."""

    type: Literal["true_false"]
    key: bool
    if_true: Line
    if_false: Line


class Judgement(ItemBase):
    """A situation with graded options; the best has score 3. Credit is the chosen option's score out of 3."""

    type: Literal["judgement"]
    options: tuple[JudgedOption, ...]
    shuffle: bool = True


class Numeric(ItemBase):
    """A number. ``answer`` is a finite decimal after values are put in; right within ``tolerance`` either way."""

    type: Literal["numeric"]
    answer: Line
    tolerance: Decimal = Field(default=Decimal(0), ge=0, max_digits=30)
    unit: Line = Line("")
    rationale: Line
    wrong: tuple[WrongAnswer, ...] = ()


class ShortAnswer(ItemBase):
    """A word or a few; compared trimmed, without regard to case unless ``match_case``."""

    type: Literal["short_answer"]
    accepted: Lines
    match_case: bool = False
    rationale: Line
    wrong: tuple[WrongAnswer, ...] = ()


class Gap(Identified):
    """A gap of a cloze text, marked ``[[id]]`` there. With ``choose`` the learner picks from the answers."""

    accepted: Lines
    choose: bool = False
    wrong: tuple[WrongAnswer, ...] = ()


class Cloze(ItemBase):
    """A text with gaps; every gap weighs the same."""

    type: Literal["cloze"]
    text: Prose
    gaps: tuple[Gap, ...]
    credit: Credit = "partial"
    rationale: Line


class Pair(Identified):
    """What belongs together."""

    left: Line
    right: Line


class Extra(Identified):
    """A right-hand side that belongs to nothing."""

    text: Line


class Matching(ItemBase):
    """Pairs to put together; every pair weighs the same."""

    type: Literal["matching"]
    pairs: tuple[Pair, ...]
    extras: tuple[Extra, ...] = ()
    credit: Credit = "partial"
    rationale: Line


class Step(Identified):
    """One step of an order."""

    text: Line


class Ordering(ItemBase):
    """Steps in their right order; partial credit counts the steps that stand at their place."""

    type: Literal["ordering"]
    steps: tuple[Step, ...]
    credit: Credit = "partial"
    rationale: Line


class Category(Identified):
    """A heap to sort into."""

    text: Line


class Member(Identified):
    """A thing to sort; ``category`` is where it belongs."""

    text: Line
    category: Id


class Categorise(ItemBase):
    """Things to sort into categories; every thing weighs the same."""

    type: Literal["categorise"]
    categories: tuple[Category, ...]
    members: tuple[Member, ...]
    credit: Credit = "partial"
    rationale: Line


class Reflection(ItemBase):
    """An open question for the learner alone: not graded, writing space on paper, ``guidance`` to read afterwards."""

    type: Literal["reflection"]
    lines: int = Field(default=6, ge=1, le=40)
    guidance: Prose = Prose("")


ItemType = Literal[
    "single_choice", "multiple_response", "true_false", "judgement", "numeric", "short_answer",
    "cloze", "matching", "ordering", "categorise", "reflection",
]  # fmt: skip
ITEM_TYPES: tuple[ItemType, ...] = get_args(ItemType)

Item = Annotated[
    SingleChoice | MultipleResponse | TrueFalse | Judgement | Numeric | ShortAnswer
    | Cloze | Matching | Ordering | Categorise | Reflection,
    Field(discriminator="type"),
]  # fmt: skip
"""Any item. Match over its members and end with ``case _: assert_never(item)``."""


class Bank(Identified):
    """The items of one file, all of one module."""

    title: Line
    module: Id
    items: tuple[Item, ...]
