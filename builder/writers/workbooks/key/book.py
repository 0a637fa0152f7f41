"""What an answer key prints of an item and of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builder.model.edition import PictureFile
from builder.writers.workbooks.printing.identity import Identity
from builder.writers.workbooks.printing.paper import Format
from builder.writers.workbooks.printing.volume import MOST_PAGES

Verdict = Literal["key", "wrong", "plain"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A possible answer: ``mark`` is its letter or number on paper (or empty), ``score`` its worth in words."""

    text: str
    verdict: Verdict
    rationale: str = ""
    mark: str = ""
    score: str = ""


@dataclass(frozen=True, slots=True)
class KeyGap:
    """A gap of a text: what is right in it, and what is wrong and why."""

    accepted: tuple[str, ...]
    wrong: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """An item's key: ``gaps`` in the text's order, ``note`` the rationale of the whole, ``outside`` who feels it.

    ``brief`` is the key alone, as it stands on a right paper: letters and numbers in the order of the page.
    """

    id: str
    number: int
    title: str
    stem: str
    answers: tuple[Answer, ...]
    gaps: tuple[KeyGap, ...]
    note: str
    outside: str
    objectives: tuple[str, ...]
    read_again: str
    brief: str


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """A choice in a case: what follows from it, and the ``moment`` or ending where the case goes on."""

    text: str
    best: bool
    score: str
    consequence: str
    outside: str
    moment: str


@dataclass(frozen=True, slots=True)
class KeyMoment:
    """A moment of a case with its choices."""

    title: str
    choices: tuple[KeyChoice, ...]


@dataclass(frozen=True, slots=True)
class KeyCase:
    """A scenario with its scores, endings as (title, outcome, text, outside), and what it shows of each practice."""

    id: str
    title: str
    outside: str
    moments: tuple[KeyMoment, ...]
    endings: tuple[tuple[str, str, str, str], ...]
    debrief: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeyChapter:
    """The keys of a module in the order of its pages."""

    id: str
    number: int
    title: str
    entries: tuple[KeyEntry | KeyCase, ...]


@dataclass(frozen=True, slots=True)
class KeyBook:
    """The answer key to a learner's workbook, named by ``learner`` (the artefact whose page labels it quotes).

    ``of_large`` is whether that workbook is in large print. With more pages than ``most_pages`` it comes in volumes.
    """

    name: str
    learner: str
    of_large: bool
    language: str
    format: Format
    identity: Identity
    of_module: str
    chapters: tuple[KeyChapter, ...]
    pictures: tuple[PictureFile, ...]
    most_pages: int = MOST_PAGES
