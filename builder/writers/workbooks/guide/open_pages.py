"""Where in the learner workbook the things stand that rows of a run sheet name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.model.course import Module
from builder.writers.workbooks.guide.book import Spot
from builder.writers.workbooks.things import Things


def open_pages(things: Things) -> Mapping[str, Spot]:
    """The place of each thing that a row can name, by its id, and of the pages that belong to no thing."""
    return dict(_all(things))


def _all(things: Things) -> Iterator[tuple[str, Spot]]:
    say, course = things.words.gettext, things.edition.course
    yield "before", Spot("page", say("Before you start"), ("book.before",))
    yield "after", Spot("page", say("Look back"), ("book.after",))
    for module in course.modules:
        yield from _of_module(module, say("My plan"))
    titled = {scenario.id: scenario.title for scenario in course.scenarios}
    titled |= {aid.id: aid.title for aid in course.kit.aids}
    titled |= {case.id: case.title for case in (course.kit.workbook.cases if course.kit.workbook else ())}
    for name, title in titled.items():
        yield str(name), Spot("page", title.html, (str(name),))


def _of_module(module: Module, plan: str) -> Iterator[tuple[str, Spot]]:
    for sheet in module.worksheets:
        anchors = (str(sheet.id), f"{module.id}.{sheet.id}")
        yield str(sheet.id), Spot("worksheet", sheet.title.html, anchors)
    for lesson in module.lesson_files:
        yield str(lesson.id), Spot("lesson", lesson.title.html, (str(lesson.id),))
        for section in lesson.sections:
            yield str(section.id), Spot("lesson", section.title.html, (str(section.id),))
        if lesson.commitment:
            yield str(lesson.commitment.id), Spot("page", plan, (f"{module.id}.plan",))
