"""What a page shows of an item, a case and an activity: nothing that a key, a rationale or a score could change.

All strings are XHTML as the edition step rendered it, links and pictures still by id and path. A learner's book is
made of these values alone, so that what they don't hold can't reach its paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.writers.workbooks.printing.pictures import Shown


@dataclass(frozen=True, slots=True)
class Tick:
    """Options to tick, ``one`` of them or any number; ``why`` leaves a line for the reason."""

    options: tuple[str, ...]
    one: bool = True
    why: bool = False


@dataclass(frozen=True, slots=True)
class Write:
    """So many writing lines; ``short`` is one short line with ``unit`` behind it."""

    lines: int
    short: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a text where words are missing.

    Its width says nothing of the answer: ``wide`` is where other outputs offer whole phrases to choose from.
    """

    wide: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """A text with gaps: pieces of XHTML and gaps in turn."""

    pieces: tuple[str | Gap, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Two columns to join by writing the letter of the right-hand side beside the left."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """Steps to number in their order."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """Things to tick the right category of."""

    categories: tuple[str, ...]
    members: tuple[str, ...]


Space = Tick | Write | Fill | Join | Number | Sort
"""Where the learner answers on paper."""


@dataclass(frozen=True, slots=True)
class LearnerItem:
    """An item as a learner's book prints it. ``number`` counts the items of its module from 1."""

    id: str
    number: int
    title: str
    instruction: str
    stem: str
    space: Space
    picture: Shown | None = None
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A scene of a case: what happens, and what one could do."""

    title: str
    text: str
    choices: tuple[str, ...]
    picture: Shown | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario to read and discuss. ``number`` counts the cases of its module from 1."""

    id: str
    number: int
    title: str
    minutes: int
    role: str
    situation: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class See:
    """What this chapter has printed before: its anchor and title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Watch:
    """An observer sheet: rules to watch for by the practice they stand for, and further lines."""

    rules: tuple[tuple[str, str], ...]
    look_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """A workshop activity as its participants need it; ``sheet`` is the worksheet they fill in.

    ``number`` counts the activities of its module from 1.
    """

    id: str
    number: int
    title: str
    minutes: int
    grouping: str
    purpose: str
    roles: tuple[str, ...]
    sheet: See | None
    watch: Watch | None
    questions: tuple[str, ...]
