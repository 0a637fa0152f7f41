"""From a module to its part of the guide."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.course import Module
from builder.model.lessons import ActivityBlock, AudienceBlock, CheckBlock, Lesson, WorksheetBlock
from builder.writers.workbooks.guide.book import Chapter, Note, Spot
from builder.writers.workbooks.guide.picks import checks_of
from builder.writers.workbooks.guide.plays import Around, play
from builder.writers.workbooks.learner.book import Chapter as LearnerChapter
from builder.writers.workbooks.things import Things


def guide_chapter(things: Things, module: Module, learner: LearnerChapter) -> Chapter:
    """The guide to ``module``; ``learner`` is its chapter in the learner workbook, which numbers lessons and checks."""
    return Chapter(
        id=str(module.id),
        number=learner.number,
        title=learner.title,
        summary=learner.summary,
        outcomes=tuple(outcome for _, outcome in learner.outcomes),
        notes=tuple(_notes(module, learner)),
        plays=tuple(
            play(around, activity, f"{learner.number}.{n}")
            for n, (activity, around) in enumerate(
                zip(module.activities, _around(things, module, learner), strict=True), start=1
            )
        ),
    )


def held_by(lesson: Lesson) -> frozenset[str]:
    """The ids of the things that ``lesson`` holds."""
    blocks = [block for section in lesson.sections for block in section.blocks]
    return frozenset(str(b.target) for b in blocks if isinstance(b, ActivityBlock | CheckBlock | WorksheetBlock))


def _around(things: Things, module: Module, learner: LearnerChapter) -> Iterator[Around]:
    checks, case = checks_of(things, learner), _own_case(things, module)
    lessons = [(held_by(lesson), _lesson(learner, lesson)) for lesson in module.lesson_files]
    for activity in module.activities:
        wanted = (str(activity.id), str(activity.worksheet))
        found = [(held, spot) for thing in wanted for held, spot in lessons if thing in held]
        near, spot = found[0] if found else (frozenset[str](), None)
        yield Around(things, str(module.id), spot, near, case, checks)


def _lesson(learner: LearnerChapter, lesson: Lesson) -> Spot:
    number = next((pages.number for pages in learner.lessons if pages.id == lesson.id), "")
    return Spot("lesson", f"{number} {lesson.title.html}".strip(), (str(lesson.id),))


def _own_case(things: Things, module: Module) -> Spot | None:
    kit = things.edition.course.kit.workbook
    cases = [case for case in kit.cases if case.module == module.id] if kit else []
    return Spot("case", cases[0].title.html, (str(cases[0].id),)) if cases else None


def _notes(module: Module, learner: LearnerChapter) -> Iterator[Note]:
    for pages, lesson in zip(learner.lessons, module.lesson_files, strict=True):
        blocks = [block for section in lesson.sections for block in section.blocks]
        texts = tuple(b.text.html for b in blocks if isinstance(b, AudienceBlock) and b.kind == "facilitator")
        if texts:
            yield Note(pages.title, pages.number, Spot("lesson", pages.title, (pages.id,)), texts)
