"""Quizzes: the items that blueprints name or draw, and parallel forms without overlap.

Each place of each form prefers the candidates in an order of its own, made from ids, so that a new item takes at most
one place in a form. Where preferences collide, places give way to each other until all are filled that can be.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from builder.assembly.draw_order import rank
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition
from builder.model.items import Item, Reflection
from builder.model.quizzes import Blueprint, Draw, Form, Quiz

LABELS = "ABCD"


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place to fill: the row it belongs to, and the items that may stand there, best first."""

    form: int
    row: int
    candidates: tuple[str, ...]


def quizzes(edition: Edition) -> tuple[tuple[Quiz, ...], tuple[Diagnostic, ...]]:
    """Every blueprint's quiz, and a finding for each row that the bank can't fill."""
    made: list[Quiz] = []
    findings: list[Diagnostic] = []
    for blueprint in edition.course.quizzes:
        quiz, short = _quiz(edition, blueprint)
        made.append(quiz)
        findings.extend(short)
    return tuple(made), tuple(findings)


def candidates(edition: Edition, blueprint: Blueprint, row: Draw) -> Iterator[Item]:
    """The items of the blueprint's pool that meet all that ``row`` names; reflections only where it names them."""
    module = row.module or blueprint.module
    for item in edition.items.values():
        if (
            item.pool == blueprint.pool
            and item.id not in blueprint.items
            and (module is None or edition.module_of_item[item.id] == module)
            and (row.objective is None or row.objective in item.objectives)
            and (row.practice is None or row.practice in item.practices)
            and (row.difficulty is None or row.difficulty == item.difficulty)
            and (item.type in row.types if row.types else not isinstance(item, Reflection))
        ):
            yield item


def _quiz(edition: Edition, blueprint: Blueprint) -> tuple[Quiz, list[Diagnostic]]:
    slots = list(_slots(edition, blueprint))
    placed = _filled(slots)
    named = tuple(edition.items[name] for name in blueprint.items if name in edition.items)
    forms = []
    for number in range(blueprint.forms):
        drawn = [edition.items[placed[n]] for n, slot in enumerate(slots) if slot.form == number and n in placed]
        forms.append(Form(LABELS[number] if blueprint.forms > 1 else "", (*named, *drawn)))
    return Quiz(blueprint, tuple(forms)), list(_short(blueprint, slots, placed))


def _slots(edition: Edition, blueprint: Blueprint) -> Iterator[_Slot]:
    fitting = [[item.id for item in candidates(edition, blueprint, row)] for row in blueprint.draw]
    course = edition.course.settings.id
    for form in range(blueprint.forms):
        for number, row in enumerate(blueprint.draw):
            order = sorted(fitting[number], key=partial(rank, course, blueprint.id, str(form)))
            for _ in range(min(row.count, len(order))):
                yield _Slot(form, number, tuple(order))


def _filled(slots: list[_Slot]) -> dict[int, str]:
    """Items by slot number: a maximum matching, free candidates first."""
    holder: dict[str, int] = {}
    placed: dict[int, str] = {}
    for number, slot in enumerate(slots):
        free = next((item for item in slot.candidates if item not in holder), None)
        if free is None:
            _give_way(slots, number, holder, placed)
        else:
            holder[free], placed[number] = number, free
    return placed


def _give_way(slots: list[_Slot], number: int, holder: dict[str, int], placed: dict[int, str]) -> None:
    """Fill slot ``number`` by moving others along the shortest path to a free item, if there is one."""
    came_from: dict[str, int] = {}
    waiting = deque([number])
    while waiting:
        at = waiting.popleft()
        for item in slots[at].candidates:
            if item in came_from:
                continue
            came_from[item] = at
            if item in holder:
                waiting.append(holder[item])
                continue
            moved: str | None = item
            while moved is not None:
                slot = came_from[moved]
                left = placed.get(slot)
                holder[moved], placed[slot] = slot, moved
                moved = left if slot != number else None
            return


def _short(blueprint: Blueprint, slots: list[_Slot], placed: dict[int, str]) -> Iterator[Diagnostic]:
    for number, row in enumerate(blueprint.draw):
        places = [n for n, slot in enumerate(slots) if slot.row == number]
        asked, got = row.count * blueprint.forms, sum(n in placed for n in places)
        if got < asked:
            there = len(slots[places[0]].candidates) if places else 0
            times = f" in each of {blueprint.forms} forms" if blueprint.forms > 1 else ""
            fit = f"{there} {blueprint.pool} {'item fits' if there == 1 else 'items fit'} the row"
            message = f"'{blueprint.id}' draws {row.count}{times}, and {fit}"
            if there >= asked:
                message += f", of which the other rows leave {got}"
            yield Diagnostic("blueprint-short", message, row.places.of("count"), _help(row, blueprint, got))


def _help(row: Draw, blueprint: Blueprint, got: int) -> str:
    fewer = got // blueprint.forms
    lower = f"lower count to {fewer}, or " if 0 < fewer < row.count else ""
    return f"{lower}write more {blueprint.pool} items that fit the row"
