"""The map of lessons, tests and scenarios that the player tells progress by, and what it says about it.

A page of a module carries that module's part; the pages about the learner's own progress carry the whole course's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.writers.addresses import START, module_page
from builder.writers.site.items import asked
from builder.writers.site.quizzes import pass_mark
from builder.writers.site.start import checked_items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model.course import Module
    from builder.model.lessons import Lesson
    from builder.model.quizzes import Quiz
    from builder.model.scenarios import Scenario
    from builder.writers.site.frame import Frame
    from builder.writers.site.page import Page

PROGRESS = "progress.html"
CERTIFICATE = "certificate.html"
_WHOLE = frozenset({START, PROGRESS, CERTIFICATE})
_TESTS = ("final_test", "module_test")


@dataclass(frozen=True, slots=True)
class MapLesson:
    """A lesson, and the state keys of the questions that its checks ask."""

    lesson: Lesson
    page: str
    keys: str


@dataclass(frozen=True, slots=True)
class MapTest:
    """A test. ``needed``: the course is complete only with it."""

    quiz: Quiz
    page: str
    mark: int
    needed: bool


@dataclass(frozen=True, slots=True)
class MapScenario:
    """A scenario, and how many endings it has."""

    scenario: Scenario
    page: str
    endings: int


@dataclass(frozen=True, slots=True)
class MapModule:
    """A module's part of the map. The tests of the whole course stand in one of number 0 without a ``module``."""

    number: int
    module: Module | None
    page: str
    lessons: tuple[MapLesson, ...]
    tests: tuple[MapTest, ...]
    scenarios: tuple[MapScenario, ...]

    @property
    def minutes(self) -> int:
        """The minutes of its lessons together."""
        return sum(one.lesson.minutes for one in self.lessons)


def course_map(frame: Frame) -> list[MapModule]:
    """The whole course's map: its modules in order, then what belongs to none."""
    made = [_module(frame, number, module) for number, module in enumerate(frame.edition.course.modules, 1)]
    free = tuple(_tests(frame, ""))
    return [*made, MapModule(0, None, START, (), free, ())] if free else made


def add_maps(frame: Frame, pages: Iterable[Page]) -> None:
    """Puts on each page the part of the map that it needs."""
    whole = course_map(frame)
    parts = {page: part for part in whole if part.module for page in _pages_of(frame, part)}
    for page in pages:
        if page.path in _WHOLE:
            page.add("learner/map.html", wrap="map", modules=whole, whole=True)
            page.words(map_words(frame))
        elif page.path in parts:
            page.add("learner/map.html", wrap="map", modules=[parts[page.path]], whole=False)
            page.words(map_words(frame))


def map_words(frame: Frame) -> dict[str, str]:
    """What the player says beside lessons."""
    _ = frame.words.gettext
    return {
        "stage-new": _("Open"),
        "stage-begun": _("Begun"),
        "stage-done": _("Done"),
        "stage-again": _("Open again: a question has changed"),
        "stage-again-short": _("Open again"),
        "lessons-done": _("{done} of {all} lessons done"),
        "lesson-done": _("You have done this lesson."),
        "lesson-again": _(
            "You had done this lesson, but a question in it has changed. Answer it to have done it again."
        ),
        "resume-question": _("Continue: Module {module}, question {question} \N{EN DASH} {title}"),
        "resume-lesson": _("Continue: Module {module} \N{EN DASH} {title}"),
        "resume-page": _("Continue: {title}"),
        "resume-test": _("Continue: {title}"),
        "resume-complete": _("Course complete: your certificate"),
    }


def _module(frame: Frame, number: int, module: Module) -> MapModule:
    lessons = tuple(
        MapLesson(one, f"lessons/{one.id}.html", asked(frame, checked_items(frame, one)).keys)
        for one in module.lesson_files
    )
    scenarios = tuple(
        MapScenario(one, f"scenarios/{one.id}.html", len(one.endings))
        for one in frame.edition.course.scenarios
        if one.module == module.id
    )
    return MapModule(number, module, module_page(module.id), lessons, tuple(_tests(frame, module.id)), scenarios)


def _tests(frame: Frame, module: str) -> Iterable[MapTest]:
    for quiz in frame.plan.quizzes:
        blueprint = quiz.blueprint
        if (blueprint.module or "") == module and blueprint.kind in _TESTS:
            mark = pass_mark(frame, quiz) or 0
            yield MapTest(quiz, f"quizzes/{blueprint.id}.html", mark, blueprint.kind == "final_test")


def _pages_of(frame: Frame, part: MapModule) -> list[str]:
    module = part.module
    assert module is not None  # noqa: S101 - for the type checker
    course = frame.edition.course
    return [
        part.page,
        *(one.page for one in part.lessons),
        *(one.page for one in part.scenarios),
        *(f"worksheets/{sheet.id}.html" for sheet in module.worksheets),
        *(f"cards/{deck.id}.html" for deck in course.decks if deck.module == module.id),
        *(f"quizzes/{quiz.blueprint.id}.html" for quiz in frame.plan.quizzes if quiz.blueprint.module == module.id),
    ]
