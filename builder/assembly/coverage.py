"""What serves which objective and practice: the rows of ``reports/coverage.json``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from builder.model.edition import Edition
from builder.model.lessons import CheckBlock, Lesson, ScenarioBlock
from builder.model.plan import Plan
from builder.model.scenarios import Scenario

COLUMNS = ("lesson", "try", "tool", "item", "card", "refresher", "activity")
"""``try``: an item or scenario placed in a lesson; ``tool``: a worksheet; ``refresher``: months as YYYY-MM."""

_Served = tuple[str, str, Iterable[str]]
"""A column, the thing (or month) in it, and the ids that it serves."""


def coverage(edition: Edition, plan: Plan) -> dict[str, Any]:
    """Objectives and practices with the ids that serve them by column, and how many of their cells are empty."""
    course = edition.course
    objectives = _table([o.id for o in course.objectives], _served(edition, plan, "objectives"))
    practices = _table([p.id for p in course.practices], _served(edition, plan, "practices"))
    names: dict[str, str] = {o.id: o.plain for o in course.objectives}
    names |= {p.id: p.name.plain for p in course.practices}
    return {
        "course": str(course.settings.id),
        "organisation": str(edition.organisation.id),
        "language": edition.language,
        "columns": list(COLUMNS),
        "objectives": [_row(name, names[name], cells) for name, cells in objectives.items()],
        "practices": [_row(name, names[name], cells) for name, cells in practices.items()],
        "empty": {"objectives": _empty(objectives), "practices": _empty(practices)},
    }


def _row(name: str, words: str, cells: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    return {"id": str(name), "name": words, **{column: list(cells[column]) for column in COLUMNS}}


def _empty(table: Mapping[str, Mapping[str, Iterable[str]]]) -> int:
    return sum(not cell for cells in table.values() for cell in cells.values())


def _table(ids: Iterable[str], served: Iterable[_Served]) -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = {name: {column: [] for column in COLUMNS} for name in ids}
    for column, thing, names in served:
        for name in names:
            if name in table and str(thing) not in table[name][column]:
                table[name][column].append(str(thing))
    return table


def _served(edition: Edition, plan: Plan, what: str) -> Iterator[_Served]:
    course = edition.course
    for module in course.modules:
        for lesson in module.lesson_files:
            yield "lesson", lesson.id, getattr(lesson, what)
            yield from _tried(edition, lesson, what)
        yield from (("tool", sheet.id, getattr(sheet, what)) for sheet in module.worksheets)
        yield from (("activity", activity.id, getattr(activity, what)) for activity in module.activities)
    yield from (("item", item.id, getattr(item, what)) for item in edition.items.values())
    yield from (("card", card.id, getattr(card, what)) for deck in course.decks for card in deck.cards)
    yield from (("card", term.id, term.practices) for term in course.terms if what == "practices")
    for month in plan.refreshers:
        yield from (("refresher", month.month, getattr(asked.item, what)) for asked in month.items)


def _tried(edition: Edition, lesson: Lesson, what: str) -> Iterator[_Served]:
    scenarios = {scenario.id: scenario for scenario in edition.course.scenarios}
    quizzes = {quiz.id: quiz for quiz in edition.course.quizzes}
    for section in lesson.sections:
        for block in section.blocks:
            if isinstance(block, CheckBlock):
                names = quizzes[block.target].items if block.target in quizzes else (block.target,)
                yield from (
                    ("try", name, getattr(edition.items[name], what)) for name in names if name in edition.items
                )
            elif isinstance(block, ScenarioBlock) and block.target in scenarios:
                yield "try", block.target, _of_scenario(scenarios[block.target], what)


def _of_scenario(scenario: Scenario, what: str) -> tuple[str, ...]:
    named: tuple[str, ...] = getattr(scenario, what)
    if what == "objectives":
        return named
    choices = (choice.practice for scene in scenario.scenes for choice in scene.choices)
    return (*named, *(practice for practice in choices if practice), *(point.practice for point in scenario.debrief))
