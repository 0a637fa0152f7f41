"""What a course holds, by id and by module: looked up once for all books."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from builder.locale import Catalogue, catalogue
from builder.model.activities import Activity, Worksheet
from builder.model.base import Thing
from builder.model.edition import Edition
from builder.model.items import Item
from builder.model.plan import Plan
from builder.model.quizzes import Quiz
from builder.model.scenarios import Scenario


@dataclass(frozen=True, slots=True)
class Things:
    """An edition with its words, and lookups; worksheets and activities come with the id of their module."""

    edition: Edition
    words: Catalogue
    quizzes: dict[str, Quiz]
    worksheets: dict[str, tuple[str, Worksheet]]
    activities: dict[str, tuple[str, Activity]]
    scenarios: dict[str, Scenario]
    scenarios_of: dict[str, list[Scenario]]
    practice_of: dict[str, list[Item]]


def things_of(edition: Edition, plan: Plan) -> Things:
    """The lookups of ``edition``; ``plan`` gives the small quizzes that lessons hold."""
    modules, scenarios = edition.course.modules, edition.course.scenarios
    scenarios_of: defaultdict[str, list[Scenario]] = defaultdict(list)
    for scenario in scenarios:
        scenarios_of[str(scenario.module)].append(scenario)
    practice_of: defaultdict[str, list[Item]] = defaultdict(list)
    for bank in edition.course.banks:
        practice_of[str(bank.module)] += [item for item in bank.items if item.pool == "practice"]
    return Things(
        edition=edition,
        words=catalogue(edition.language),
        quizzes={str(quiz.blueprint.id): quiz for quiz in plan.quizzes},
        worksheets={str(sheet.id): (str(module.id), sheet) for module in modules for sheet in module.worksheets},
        activities={str(one.id): (str(module.id), one) for module in modules for one in module.activities},
        scenarios={str(scenario.id): scenario for scenario in scenarios},
        scenarios_of=dict(scenarios_of),
        practice_of=dict(practice_of),
    )


def files_behind(things: Iterable[Thing]) -> tuple[str, ...]:
    """The source files in which ``things`` begin, sorted."""
    return tuple(sorted({thing.places.start.file for thing in things} - {""}))


def letter(number: int) -> str:
    """The ``number``-th letter from 1, as CSS counts: A to Z, then AA, AB and so on."""
    made = ""
    while number > 0:
        number, at = divmod(number - 1, 26)
        made = chr(ord("A") + at) + made
    return made
