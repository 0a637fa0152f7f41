"""What a book is made of: frozen views that templates turn into pages.

Strings that readers see are XHTML of the edition step; ids are anchors. A book's value is all that its pages depend on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builder.model.activities import Commitment, SheetField, Worksheet
from builder.model.edition import PictureFile
from builder.writers.artefact import Declined
from builder.writers.workbooks.aids.book import Aid
from builder.writers.workbooks.aids.shown import Promise
from builder.writers.workbooks.dates import Moved
from builder.writers.workbooks.learner.printed import Case, LearnerItem, See, Session
from builder.writers.workbooks.printing.identity import Identity
from builder.writers.workbooks.printing.paper import Format
from builder.writers.workbooks.printing.volume import MOST_PAGES


@dataclass(frozen=True, slots=True)
class Words:
    """A passage of a lesson: ``kind`` is prose, situation, badly, well or leaders."""

    kind: Literal["prose", "situation", "badly", "well", "leaders"]
    html: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Items in a row; a small quiz has a title and an introduction."""

    items: tuple[LearnerItem, ...]
    title: str = ""
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet with its writing space. ``number`` counts the worksheets of its module from 1."""

    id: str
    number: int
    worksheet: Worksheet


Part = Words | Questions | See | Sheet | Case | Session
"""What stands under a heading."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a lesson, level 2 or 3 (0: none), and what stands under it."""

    id: str
    title: str
    level: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class LessonPages:
    """A lesson: ``rules`` are pairs of a practice's name and its rule."""

    id: str
    number: str
    title: str
    summary: str
    minutes: int
    sections: tuple[Section, ...]
    rules: tuple[tuple[str, str], ...]
    plan: Commitment | None


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The page on which learners carry a case of their own further."""

    id: str
    title: str
    html: str
    fields: tuple[SheetField, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A module: its opening page, lessons, what no lesson holds, hints as (item's anchor, its number, hints)."""

    id: str
    number: int
    title: str
    summary: str
    outcomes: tuple[tuple[str, str], ...]
    minutes: int
    lessons: tuple[LessonPages, ...]
    more: tuple[Part, ...]
    own: OwnPage | None
    hints: tuple[tuple[str, int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A word of the glossary and the words to see as well."""

    id: str
    term: str
    definition: str
    see: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a source found: how, in how many, the effect, and what it does not show."""

    claim: str
    design: str
    n: str
    effect: str
    limits: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source as a reader finds it again, and what it found."""

    id: str
    authors: str
    year: str
    title: str
    published_in: str
    address: str
    evidence: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Help:
    """Where to turn inside the organisation: rungs of the ladder as (after, role, contact)."""

    help_desk: str
    promises: tuple[Promise, ...]
    rungs: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of the book's own: SVG, and what it shows in words."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Around:
    """The organisation in pictures, each with its twin in words.

    ``parts`` are departments as (name, purpose, whom they meet, contact), ``gifts`` arrows as (number, giver,
    receiver, what).
    """

    overview: Drawing | None
    parts: tuple[tuple[str, str, str, str], ...]
    map: Drawing | None
    gifts: tuple[tuple[int, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What the course's kit says beside the lessons, or nothing: how to use the book, its first and last question."""

    how_to_use: str = ""
    reason: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class LearnerBook:
    """A learner's workbook: the whole course, or one module (``of_module`` is its title).

    With more pages than ``most_pages`` it comes in volumes, split between modules. ``changes`` came after it was last
    ``published``.
    """

    name: str
    language: str
    format: Format
    identity: Identity
    of_module: str
    beside: Beside
    chapters: tuple[Chapter, ...]
    terms: tuple[TermEntry, ...]
    sources: tuple[SourceEntry, ...]
    help: Help
    around: Around
    aids: tuple[Aid, ...]
    pictures: tuple[PictureFile, ...]
    losses: tuple[Declined, ...]
    published: str = ""
    changes: tuple[Moved, ...] = ()
    most_pages: int = MOST_PAGES

    @property
    def help_desk(self) -> str:
        """Where to turn, for the job aids that are cut out."""
        return self.help.help_desk
