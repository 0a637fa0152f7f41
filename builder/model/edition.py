"""An edition: the course for one organisation in one language, with every text resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model.course import Course, Module, Objective, Practice, Source, Term
    from builder.model.items import Item
    from builder.model.lessons import Lesson
    from builder.model.organisation import Organisation


@dataclass(frozen=True, slots=True)
class EditionKey:
    """What external ids are made from. ``language`` is empty for the course's first language."""

    course: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's bytes, its media type, and its size in CSS pixels (0 where unknown)."""

    path: str
    data: bytes
    media_type: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Edition:
    """The course as one organisation's people read it.

    ``course`` is rendered: each `Text` has ``html`` and ``plain``. ``pictures`` maps the path that stands behind
    ``picture:`` in HTML to the file. ``dates`` maps a thing's id to the second (Unix time) of its last change of
    content, from the ledger; ``epoch`` is the date of what the ledger doesn't know. ``earlier`` has the state keys
    that an item ever had, also from the ledger.
    """

    key: EditionKey
    course: Course
    organisation: Organisation
    language: str
    pictures: Mapping[str, PictureFile] = field(default_factory=lambda: MappingProxyType({}))
    dates: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    epoch: int = 0
    earlier: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item by id, in the order of the banks."""
        return {item.id: item for bank in self.course.banks for item in bank.items}

    @cached_property
    def module_of_item(self) -> Mapping[str, str]:
        """The module id of each item."""
        return {item.id: bank.module for bank in self.course.banks for item in bank.items}

    @cached_property
    def modules(self) -> Mapping[str, Module]:
        """Modules by id, in the order of the course."""
        return {module.id: module for module in self.course.modules}

    @cached_property
    def lessons(self) -> Mapping[str, Lesson]:
        """Lessons by id, in the order of the course."""
        return {lesson.id: lesson for module in self.course.modules for lesson in module.lesson_files}

    @cached_property
    def objectives(self) -> Mapping[str, Objective]:
        """Objectives by id."""
        return {objective.id: objective for objective in self.course.objectives}

    @cached_property
    def practices(self) -> Mapping[str, Practice]:
        """Practices by id."""
        return {practice.id: practice for practice in self.course.practices}

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Glossary terms by id."""
        return {term.id: term for term in self.course.terms}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.course.sources}

    def date_of(self, thing: str) -> int:
        """The second of the last change of ``thing``'s content."""
        return self.dates.get(thing, self.epoch)
