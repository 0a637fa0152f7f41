"""Courses made of numbers: so many modules, objectives and items."""

from __future__ import annotations

from typing import Any

from tiny_course import course, edition

from builder.model.course import Course, Objective
from builder.model.edition import Edition, EditionKey
from builder.model.items import Bank, SingleChoice
from builder.model.quizzes import Blueprint
from builder.model.refreshers import RefresherPolicy


def item(name: str, objectives: tuple[str, ...], pool: str = "practice", **more: Any) -> SingleChoice:
    options = [{"id": part, "text": part, "rationale": "so"} for part in ("one", "two")]
    fields = {
        "id": name,
        "type": "single_choice",
        "objectives": objectives,
        "pool": pool,
        "stem": "?",
        "options": options,
    }
    return SingleChoice.model_validate({**fields, "key": ["one"], **more})


def bank(module: str, items: list[SingleChoice]) -> Bank:
    return Bank.model_validate({"id": f"bank-{module}", "title": "x", "module": module, "items": items})


def edition_with(
    banks: list[Bank], objectives: dict[str, str], policy: dict[str, Any] | None = None, quizzes: tuple[Any, ...] = ()
) -> Edition:
    """An edition of these banks; ``objectives`` maps each to its module."""
    made = Course(
        settings=course().settings,
        organisations=edition().course.organisations,
        objectives=tuple(
            Objective.model_validate({"id": name, "module": module, "verb": "Do", "text": "it", "level": "apply"})
            for name, module in objectives.items()
        ),
        banks=tuple(banks),
        refresher=RefresherPolicy.model_validate({"start": "2027-01", **policy}) if policy is not None else None,
        quizzes=tuple(Blueprint.model_validate({"title": "x", "kind": "module_test", **quiz}) for quiz in quizzes),
    )
    return Edition(EditionKey("made"), made, edition().organisation, "en")


def grid(modules: int, objectives: int, items: int, policy: dict[str, Any]) -> Edition:
    """``modules`` modules of ``objectives`` objectives of ``items`` items each, and two held-out items a module."""
    banks = []
    names: dict[str, str] = {}
    for m in range(modules):
        mine = [f"o-{m}-{o}" for o in range(objectives)]
        names |= dict.fromkeys(mine, f"m-{m}")
        made = [
            item(f"i-{m}-{o}-{i}", (mine[o],), "test" if i % 3 == 2 else "practice")
            for i in range(items)
            for o in range(objectives)
        ]
        held = [item(f"h-{m}-{i}", (mine[0],), "held_out") for i in range(2)]
        banks.append(bank(f"m-{m}", [*made, *held]))
    return edition_with(banks, names, policy)
