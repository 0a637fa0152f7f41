"""What a test paper and its key print: the paper holds nothing that a key could change."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.edition import PictureFile
from builder.writers.workbooks.key.book import KeyEntry
from builder.writers.workbooks.learner.printed import LearnerItem
from builder.writers.workbooks.printing.identity import Identity
from builder.writers.workbooks.printing.paper import Format


@dataclass(frozen=True, slots=True)
class Question:
    """An item and what it is worth; nothing is given for a question that isn't marked."""

    item: LearnerItem
    points: int


@dataclass(frozen=True, slots=True)
class PrintedTest:
    """A form of a test at ``file``. ``form`` is its letter (empty: the only one); ``needed`` are points to pass."""

    file: str
    language: str
    format: Format
    identity: Identity
    module: str
    title: str
    form: str
    intro: str
    questions: tuple[Question, ...]
    best: int
    needed: str
    percent: int
    pictures: tuple[PictureFile, ...]
    of_module: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A question's key: its worth, and how it is marked (points by the number of right parts, or by the option)."""

    entry: KeyEntry
    points: int
    difficulty: str
    marking: str


@dataclass(frozen=True, slots=True)
class FormKey:
    """The keys of one form."""

    form: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the conversion: from so many points on, per cent, and whether that passes."""

    points: str
    percent: str
    passed: bool


@dataclass(frozen=True, slots=True)
class PrintedTestKey:
    """The key to all forms of a test at ``file``; ``learner`` is the book whose page labels it quotes."""

    file: str
    learner: str
    language: str
    format: Format
    identity: Identity
    module: str
    title: str
    forms: tuple[FormKey, ...]
    best: int
    needed: str
    percent: int
    conversion: tuple[Step, ...]
    pictures: tuple[PictureFile, ...]
    of_module: str = ""
