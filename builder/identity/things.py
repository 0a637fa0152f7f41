"""Everything with an id of its own in the whole course: what ids must be unique among, and what links can name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.diagnostics.place import Place
from builder.model.base import Identified
from builder.model.course import Course, Module
from builder.model.kit import Guide, Kit
from builder.model.lessons import Section
from builder.model.text import Id


class Named(NamedTuple):
    """A thing of the course: its kind in the field's words, its id with its place, and the thing itself."""

    kind: str
    id: Id
    thing: Identified | Section

    @property
    def place(self) -> Place:
        """Where the id stands, or else the thing."""
        if self.id.place.file:
            return self.id.place
        return self.thing.place if isinstance(self.thing, Section) else self.thing.places.of("id")


def things_of(course: Course) -> Iterator[Named]:
    """Every thing with an id that is unique in the course, in the order of the course.

    Options, gaps, pairs, scenes, fields and the like are not among them: their ids are their item's own.
    """
    for organisation in course.organisations:
        yield Named("organisation", organisation.id, organisation)
        yield from (Named("planned workshop", one.id, one) for one in organisation.workshops)
    yield from (Named("objective", one.id, one) for one in course.objectives)
    yield from (Named("practice", one.id, one) for one in course.practices)
    yield from (Named("term", one.id, one) for one in course.terms)
    for source in course.sources:
        yield Named("source", source.id, source)
        yield from (Named("evidence", one.id, one) for one in source.evidence)
    for module in course.modules:
        yield from _of_module(module)
    for bank in course.banks:
        yield Named("bank", bank.id, bank)
        yield from (Named("item", item.id, item) for item in bank.items)
    yield from (Named("scenario", one.id, one) for one in course.scenarios)
    for deck in course.decks:
        yield Named("deck", deck.id, deck)
        yield from (Named("card", card.id, card) for card in deck.cards)
    yield from (Named("quiz", one.id, one) for one in course.quizzes)
    yield from _of_kit(course.kit)


def _of_module(module: Module) -> Iterator[Named]:
    yield Named("module", module.id, module)
    for lesson in module.lesson_files:
        yield Named("lesson", lesson.id, lesson)
        if lesson.commitment:
            yield Named("commitment", lesson.commitment.id, lesson.commitment)
        yield from (Named("section", section.id, section) for section in lesson.sections if section.level)
    yield from (Named("worksheet", one.id, one) for one in module.worksheets)
    yield from (Named("activity", one.id, one) for one in module.activities)
    if module.workshop:
        yield from (Named("run row", row.id, row) for row in module.workshop.rows)


def _of_kit(kit: Kit) -> Iterator[Named]:
    if kit.guide:
        yield from _of_guide(kit.guide)
    for timing in kit.timings:
        yield Named("timing", timing.id, timing)
        for session in timing.sessions:
            yield Named("session", session.id, session)
            yield from (Named("run row", row.id, row) for row in session.rows)
    yield from (Named("message", one.id, one) for one in kit.messages)
    yield from (Named("form", one.id, one) for one in kit.forms)
    yield from (Named("manager page", one.id, one) for one in (kit.managers.pages if kit.managers else ()))
    yield from (Named("job aid", one.id, one) for one in kit.aids)
    yield from (Named("own case", one.id, one) for one in (kit.workbook.cases if kit.workbook else ()))


def _of_guide(guide: Guide) -> Iterator[Named]:
    yield from (Named("passage", one.id, one) for one in (*guide.ground_rules, *guide.groups))
    yield from (Named("room plan", one.id, one) for one in guide.rooms)
    yield from (Named("day list", one.id, one) for one in guide.days)
    yield from (Named("hard moment", one.id, one) for one in guide.hard_moments)
