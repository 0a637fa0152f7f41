"""Blueprints: what they name exists and is of their pool; items in lessons are for practice."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.known import Known, repeated
from builder.diagnostics import Diagnostic
from builder.model.course import Course
from builder.model.items import Item
from builder.model.lessons import CheckBlock
from builder.model.quizzes import Blueprint


def check_quizzes(course: Course, known: Known) -> Iterator[Diagnostic]:
    """Blueprints and checks that name what they can't have."""
    items: dict[str, Item] = {item.id: item for bank in course.banks for item in bank.items}
    for blueprint in course.quizzes:
        yield from _blueprint(blueprint, items, known)
    quizzes: dict[str, Blueprint] = {quiz.id: quiz for quiz in course.quizzes}
    for module in course.modules:
        for lesson in module.lesson_files:
            for section in lesson.sections:
                for block in section.blocks:
                    if isinstance(block, CheckBlock):
                        yield from _check(block, items, quizzes)


def _blueprint(blueprint: Blueprint, items: dict[str, Item], known: Known) -> Iterator[Diagnostic]:
    if blueprint.module is not None:
        yield from known.unknown(blueprint.module, "module", place=blueprint.places.of("module"))
    yield from known.all_known(blueprint.items, "item", blueprint.places.of("items"))
    yield from repeated(blueprint.items, "item", blueprint.places.of("items"))
    for name in blueprint.items:
        if name in items and items[name].pool != blueprint.pool:
            message = f"'{name}' is of the pool {items[name].pool}, and this quiz of {blueprint.pool}"
            help_ = f"name an item of the pool {blueprint.pool}, or change the quiz's pool"
            yield Diagnostic("wrong-pool", message, name.place, help_, len(name))
    if not blueprint.items and not blueprint.draw:
        yield Diagnostic(
            "blueprint-short", "this quiz has no items", blueprint.places.start, "name items, or draw them by rows"
        )
    if blueprint.items and blueprint.forms > 1:
        message = f"{blueprint.forms} forms of named items would overlap"
        help_ = "draw the items by rows, or leave one form"
        yield Diagnostic("blueprint-short", message, blueprint.places.of("forms"), help_)
    for row in blueprint.draw:
        for named, kind in ((row.module, "module"), (row.objective, "objective"), (row.practice, "practice")):
            if named is not None:
                yield from known.unknown(named, kind, place=row.places.of(kind))


def _check(block: CheckBlock, items: dict[str, Item], quizzes: dict[str, Blueprint]) -> Iterator[Diagnostic]:
    target = block.target
    place = target.place if target.place.file else block.place
    if target in items and items[target].pool != "practice":
        message = f"the lesson asks '{target}', an item of the pool {items[target].pool}"
        yield Diagnostic("wrong-pool", message, place, "ask an item of the pool practice", len(target))
    elif target in quizzes and quizzes[target].kind != "check":
        message = f"'{target}' is a {quizzes[target].kind}, and a lesson takes a quiz of kind check"
        yield Diagnostic("wrong-pool", message, place, "name a quiz of kind check, or an item", len(target))
