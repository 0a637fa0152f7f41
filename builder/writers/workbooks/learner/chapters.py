"""From a module to the chapter of a learner's book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.diagnostics.place import NOWHERE
from builder.model.course import Module
from builder.model.edition import Edition
from builder.model.lessons import Lesson
from builder.writers.artefact import Declined
from builder.writers.workbooks.learner.book import Chapter, LessonPages, OwnPage, Part, Section
from builder.writers.workbooks.learner.parts import PartMaker
from builder.writers.workbooks.things import Things


@dataclass(frozen=True, slots=True)
class Made:
    """A chapter, what paper could not hold of it, and its size in characters."""

    chapter: Chapter
    losses: tuple[Declined, ...]
    size: int


def make_chapter(things: Things, module: Module, number: int) -> Made:
    """The chapter of ``module``, the ``number``-th of the course.

    The module's practice items, worksheets, scenarios and activities that no lesson holds stand after the lessons.
    """
    edition = things.edition
    maker = PartMaker(things, str(module.id))
    lessons = tuple(_lesson(edition, maker, lesson, f"{number}.{n}") for n, lesson in enumerate(module.lesson_files, 1))
    more = tuple(_left_over(things, maker, module))
    objectives = [edition.objectives[o] for o in module.objectives if o in edition.objectives]
    chapter = Chapter(
        id=str(module.id),
        number=number,
        title=module.title.html,
        summary=module.summary.html,
        outcomes=tuple((str(o.id), o.html) for o in objectives),
        minutes=sum(lesson.minutes for lesson in module.lesson_files),
        lessons=lessons,
        more=more,
        own=_own_page(edition, module),
        hints=tuple((item.id, item.number, item.hints) for item in maker.items if item.hints),
    )
    return Made(chapter, tuple(maker.losses), len(repr(chapter)))


def _lesson(edition: Edition, maker: PartMaker, lesson: Lesson, number: str) -> LessonPages:
    practices = [edition.practices[p] for p in lesson.practices if p in edition.practices]
    return LessonPages(
        id=str(lesson.id),
        number=number,
        title=lesson.title.html,
        summary=lesson.summary.html,
        minutes=lesson.minutes,
        sections=tuple(
            Section(str(s.id), s.title.html, s.level, tuple(part for block in s.blocks for part in maker.parts(block)))
            for s in lesson.sections
        ),
        rules=tuple((practice.name.html, practice.rule.html) for practice in practices),
        plan=lesson.commitment,
    )


def _own_page(edition: Edition, module: Module) -> OwnPage | None:
    kit = edition.course.kit.workbook
    case = next((case for case in kit.cases if case.module == module.id), None) if kit else None
    return OwnPage(str(case.id), case.title.html, case.text.html, case.fields) if case else None


def _left_over(things: Things, maker: PartMaker, module: Module) -> Iterator[Part]:
    items = things.practice_of.get(str(module.id), [])
    yield from maker.questions((item for item in items if not maker.is_printed(item.id)), NOWHERE)
    for thing in (*things.scenarios_of.get(str(module.id), []), *module.activities, *module.worksheets):
        if not maker.is_printed(thing.id):
            yield from maker.thing(str(thing.id))
