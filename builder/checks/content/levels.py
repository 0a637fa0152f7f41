"""Objectives are practised before they are assessed, and assessed by questions that can reach their level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from builder.diagnostics import Diagnostic
from builder.model.base import Serves
from builder.model.course import BloomLevel, Course, Objective
from builder.model.lessons import CheckBlock, Lesson, ScenarioBlock
from builder.model.plan import Plan
from builder.model.quizzes import Blueprint

_CHOICE = frozenset({"single_choice", "multiple_response", "judgement"})
_SORTED = frozenset({"matching", "ordering", "categorise"})
_ALL = _CHOICE | _SORTED | {"true_false", "numeric", "short_answer", "cloze"}
REACHED: Mapping[BloomLevel, frozenset[str]] = MappingProxyType({
    "remember": _ALL,
    "understand": _ALL,
    "apply": _CHOICE | _SORTED | {"numeric", "cloze", "short_answer"},
    "analyse": _CHOICE | _SORTED | {"numeric"},
    "evaluate": _CHOICE | {"ordering", "categorise"},
    "create": frozenset({"judgement", "ordering", "cloze", "multiple_response"}),
})  # fmt: skip
"""The item types that can ask at a level (after Anderson & Krathwohl 2001; a statement to tick can't show a skill)."""


def check_levels(course: Course) -> Iterator[Diagnostic]:
    """Objectives that nobody tries before the test, and those that are asked for below their level only."""
    practised = _practised(course)
    asked: dict[str, set[str]] = {}
    for bank in course.banks:
        for item in bank.items:
            if item.type != "reflection":
                for name in item.objectives:
                    asked.setdefault(name, set()).add(item.type)
    for objective in course.objectives:
        name = objective.id
        if name in asked and name not in practised:
            help_ = f"place an item, a scenario, a worksheet or an activity that serves '{name}' in a lesson"
            yield _finding(
                "unpractised-objective", f"nothing lets people try '{name}' before the test", objective, help_
            )
        if name in asked and not asked[name] & REACHED[objective.level]:
            types = ", ".join(sorted(asked[name]))
            message = f"'{name}' is to be reached at the level {objective.level}, and is asked by {types} alone"
            help_ = f"ask for it by {', '.join(sorted(REACHED[objective.level]))}"
            yield _finding("below-level", message, objective, help_)


def check_refreshed(course: Course, plan: Plan) -> Iterator[Diagnostic]:
    """Objectives that no month of the refresher comes back to."""
    seen = {name for month in plan.refreshers for drawn in month.items for name in drawn.item.objectives}
    for objective in course.objectives if plan.refreshers else ():
        if objective.id not in seen:
            help_ = "add items for it that are not held out, or more months to course/refresher.yml"
            message = f"no month of the refresher comes back to '{objective.id}'"
            yield _finding("unrefreshed-objective", message, objective, help_)


def _finding(code: str, message: str, objective: Objective, help_: str) -> Diagnostic:
    name = objective.id
    place = name.place if name.place.file else objective.places.of("id")
    return Diagnostic(code, message, place, help_, len(name))


def _practised(course: Course) -> set[str]:
    items: dict[str, Serves] = {item.id: item for bank in course.banks for item in bank.items}
    scenarios: dict[str, Serves] = {scenario.id: scenario for scenario in course.scenarios}
    quizzes: dict[str, Blueprint] = {quiz.id: quiz for quiz in course.quizzes}
    found: set[str] = set()
    for module in course.modules:
        for target in (target for lesson in module.lesson_files for target in _tried(lesson)):
            if quiz := quizzes.get(target):
                served = [items[name] for name in quiz.items if name in items] or _drawable(course, quiz)
            else:
                served = [one for one in (items.get(target), scenarios.get(target)) if one is not None]
            found.update(name for one in served for name in one.objectives)
        for part in (*module.worksheets, *module.activities):
            found.update(part.objectives)
    return found


def _drawable(course: Course, quiz: Blueprint) -> list[Serves]:
    """The items that a blueprint may draw."""
    return [
        item
        for bank in course.banks
        for item in bank.items
        for row in quiz.draw
        if item.pool == quiz.pool
        and row.module in {None, bank.module}
        and (row.objective is None or row.objective in item.objectives)
        and (not row.types or item.type in row.types)
    ]


def _tried(lesson: Lesson) -> Iterator[str]:
    for section in lesson.sections:
        for block in section.blocks:
            if isinstance(block, CheckBlock | ScenarioBlock):
                yield block.target
