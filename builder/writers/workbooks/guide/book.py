"""What a facilitator guide is made of: frozen views that templates turn into pages.

Strings that readers see are XHTML of the edition step; ids are anchors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builder.model.activities import ActivityKind, Priority
from builder.model.edition import PictureFile
from builder.model.kit import Form, Guide, Message
from builder.writers.workbooks.cited import Cited
from builder.writers.workbooks.printing.identity import Identity
from builder.writers.workbooks.printing.paper import Format
from builder.writers.workbooks.printing.volume import MOST_PAGES

SIZES = (4, 8, 16, 24)
"""The numbers of people that quantities are given for."""

Per = Literal["head", "table", "room"]
Stage = Literal["what", "so_what", "now_what"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the learner workbook: the first of ``anchors`` that it has."""

    kind: Literal["activity", "worksheet", "case", "lesson", "check", "page"]
    title: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """Something to bring: ``count`` of it for each head, table or room, ``totals`` of it for each of `SIZES`.

    ``people`` is how many sit at a table, ``uses`` how many activities ask for it. ``copied`` is the anchor of the page
    to copy it from, or empty.
    """

    name: str
    per: Per
    count: int
    people: int
    totals: tuple[int, ...]
    uses: int = 1
    copied: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A step of an activity: ``at`` is the clock when it starts (empty: not timed), ``spot`` where people write.

    ``yours`` is what the trainer does alone.
    """

    kind: Literal["say", "ask", "do"]
    at: str
    minutes: int
    text: str
    spot: Spot
    expected: tuple[str, ...] = ()
    replies: tuple[tuple[str, str], ...] = ()
    follow_up: str = ""
    yours: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the debrief and the answers to expect."""

    stage: Stage
    text: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A part in a role-play, for its player alone, or a card: its name or heading, and what it says."""

    name: str
    brief: str


@dataclass(frozen=True, slots=True)
class CardSet:
    """The cards of one material, to copy and cut; a page holds the set ``times`` times."""

    need: Need
    cards: tuple[Slip, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Pick:
    """A check that people often get wrong: what they pick, and what to reply."""

    spot: Spot
    stem: str
    picks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Play:
    """An activity as its trainer runs it.

    ``observe`` are the rules an observer watches for, then further lines. ``producer`` is what a second person does on
    screen: minutes from the start, or none before it, and the act.
    """

    id: str
    number: str
    title: str
    kind: ActivityKind
    minutes: int
    priority: Priority
    purpose: str
    smallest: int
    largest: int
    grouping: str
    outcomes: tuple[str, ...]
    needs: tuple[Need, ...]
    slips: tuple[Slip, ...]
    sets: tuple[CardSet, ...]
    blocks: tuple[Block, ...]
    debrief: tuple[Question, ...]
    observe: tuple[str, ...]
    sizes: tuple[tuple[int, str], ...]
    remote: str
    producer: tuple[tuple[str, str], ...]
    access: str
    if_late: str
    spots: tuple[Spot, ...]
    picks: tuple[Pick, ...]
    changed: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a lesson says to trainers alone."""

    lesson: str
    number: str
    spot: Spot
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A module: what its learners can do afterwards, notes on its lessons, and its activities."""

    id: str
    number: int
    title: str
    summary: str
    outcomes: tuple[str, ...]
    notes: tuple[Note, ...]
    plays: tuple[Play, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a run sheet. ``at`` is the time of day, ``since`` hours and minutes from the start.

    ``here`` are the anchors of what this guide holds of it: the activity, forms to copy. ``spots`` are the pages of the
    workbook that lie open, ``materials`` what has to be at hand: for the activity, then what the row names itself.
    """

    at: str
    since: str
    minutes: int
    kind: Literal["task", "talk", "break"]
    title: str
    how: str
    priority: Priority | Literal[""]
    sort: ActivityKind | Literal[""]
    here: tuple[str, ...]
    spots: tuple[Spot, ...]
    materials: tuple[str, ...]
    shorter: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting: ``until`` is the time of day it ends, ``sums`` minutes by what they go to."""

    title: str
    start: str
    until: str
    minutes: int
    rows: tuple[Row, ...]
    sums: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to run it: sittings, what to bring for all of them, and what rows name without a number."""

    id: str
    title: str
    suits: str
    minutes: int
    sittings: tuple[Sitting, ...]
    needs: tuple[Need, ...]
    further: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed since the last publication: where it stands in the workbook, and its anchor here or an empty one."""

    spot: Spot
    day: str
    here: str


@dataclass(frozen=True, slots=True)
class GuideBook:
    """A facilitator guide to the whole course, or to one module (``of_module`` is its title).

    ``learner`` names the artefact whose page labels it quotes, ``of_large`` is whether that is in large print. A
    module's guide has neither ``messages`` nor ``forms``, and leaves out the lists by days. ``changed`` is the day of
    the newest content, or empty, ``published`` the day of the last publication, or empty; ``changes`` came after it.
    ``sheets`` are the worksheets that texts link to. With more pages than ``most_pages`` it comes in volumes.
    """

    name: str
    learner: str
    of_large: bool
    language: str
    format: Format
    identity: Identity
    of_module: str
    purpose: str
    chapters: tuple[Chapter, ...]
    ways: tuple[Way, ...]
    guide: Guide | None
    messages: tuple[Message, ...]
    forms: tuple[Form, ...]
    changed: str
    published: str
    changes: tuple[Change, ...]
    cited: tuple[Cited, ...]
    sheets: tuple[Spot, ...]
    pictures: tuple[PictureFile, ...]
    most_pages: int = MOST_PAGES
