"""Refresher months by rotation: the objective that wasn't asked for longest comes first.

Of an objective, the item that wasn't asked for longest is taken, never one that was asked less than
``item_again_after`` months ago, and never one of the pool ``held_out``. Months of the ledger stand as they are; only
items that are gone are replaced there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from builder.assembly.calendar import month_name, month_number
from builder.assembly.rotation import Rotation, Stock
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition
from builder.model.items import Item
from builder.model.refreshers import RefresherItem, RefresherMonth, RefresherPolicy

_ATTEMPTS = 8
"""Orders of equally old objectives to try before a policy counts as one that the bank can't keep."""


def months(
    edition: Edition, frozen: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[RefresherMonth, ...], tuple[Diagnostic, ...]]:
    """The policy's months, and a finding for each promise of the policy that they don't keep."""
    policy = edition.course.refresher
    if policy is None:
        return (), ()
    stock = Stock.of(edition)
    best: tuple[tuple[RefresherMonth, ...], tuple[Diagnostic, ...]] | None = None
    for attempt in range(_ATTEMPTS):
        rotation = Rotation(stock, policy, _reserved(frozen), str(attempt) if attempt else "")
        plan = _planned(edition, rotation, frozen)
        unmet = tuple(_unmet(edition, stock, plan, frozen))
        if best is None or len(unmet) < len(best[1]):
            best = (plan, unmet)
        if not unmet:
            break
    assert best is not None  # noqa: S101 - at least one attempt is made
    return best


def _reserved(frozen: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    months_of: dict[str, tuple[int, ...]] = {}
    for month, names in frozen.items():
        for name in names:
            months_of[name] = (*months_of.get(name, ()), month_number(month))
    return months_of


def _planned(edition: Edition, rotation: Rotation, frozen: Mapping[str, tuple[str, ...]]) -> tuple[RefresherMonth, ...]:
    policy = rotation.policy
    start = month_number(policy.start)
    for name in sorted(frozen):
        if month_number(name) < start:
            for item in _alive(edition, frozen[name]):
                rotation.record(month_number(name), item)
    plan = []
    for number in range(start, start + policy.months):
        name = month_name(number)
        kept = _alive(edition, frozen.get(name, ()))
        count = len(frozen[name]) if name in frozen else policy.items_a_month
        asked = [RefresherItem(item, rotation.record(number, item)) for item in kept]
        drawn = rotation.draw(number, kept, count - len(kept))
        asked.extend(RefresherItem(item, rotation.record(number, item)) for item in drawn)
        plan.append(RefresherMonth(name, tuple(asked), name in frozen))
    return tuple(plan)


def _alive(edition: Edition, ids: tuple[str, ...]) -> list[Item]:
    found = (edition.items.get(name) for name in ids)
    return [item for item in found if item is not None and item.pool != "held_out"]


def _unmet(
    edition: Edition, stock: Stock, plan: tuple[RefresherMonth, ...], frozen: Mapping[str, tuple[str, ...]]
) -> Iterator[Diagnostic]:
    policy = edition.course.refresher
    if policy is None:
        return
    drawn = [month for month in plan if not month.frozen]
    items = len(stock.groups_of)
    for month in drawn:
        if len(month.items) < policy.items_a_month:
            message = (
                f"{month.month} gets {len(month.items)} of {policy.items_a_month} items: the bank has {items}, "
                f"and an item waits {policy.item_again_after} months"
            )
            help_ = f"lower items_a_month, or write items: {policy.items_a_month * policy.item_again_after} are enough"
            yield Diagnostic("refresher-policy", message, policy.places.of("items_a_month"), help_)
            break
    for month in drawn:
        modules = {edition.module_of_item[asked.item.id] for asked in month.items}
        if len(modules) < policy.modules_a_month:
            message = f"{month.month} asks from {len(modules)} modules, and the policy from {policy.modules_a_month}"
            help_ = "lower modules_a_month, or write items for the other modules"
            yield Diagnostic("refresher-policy", message, policy.places.of("modules_a_month"), help_)
            break
    yield from _late_objectives(edition, policy, plan, frozen)


def _late_objectives(
    edition: Edition, policy: RefresherPolicy, plan: tuple[RefresherMonth, ...], frozen: Mapping[str, tuple[str, ...]]
) -> Iterator[Diagnostic]:
    start = month_number(policy.start)
    seen: dict[str, list[int]] = {objective.id: [] for objective in edition.course.objectives}
    for name in sorted(frozen):
        if month_number(name) < start:
            _note(seen, month_number(name), _alive(edition, frozen[name]))
    for month in plan:
        _note(seen, month_number(month.month), [asked.item for asked in month.items])
    late = []
    for objective, numbers in seen.items():
        marks = [
            max([start - 1, *(n for n in numbers if n < start)]),
            *(n for n in numbers if n >= start),
            start + policy.months,
        ]
        gap = max(after - before for before, after in pairwise(marks))
        if gap > policy.objective_within:
            late.append((objective, gap))
    if late:
        name, gap = max(late, key=lambda one: one[1])
        room = policy.items_a_month * policy.objective_within
        message = (
            f"{len(late)} of {len(seen)} objectives aren't asked within {policy.objective_within} months "
            f"('{name}' waits {gap}); {policy.items_a_month} items a month make room for {room}"
        )
        help_ = f"raise objective_within or items_a_month, or write more items for '{name}'"
        yield Diagnostic("refresher-policy", message, policy.places.of("objective_within"), help_)


def _note(seen: dict[str, list[int]], month: int, items: list[Item]) -> None:
    for item in items:
        for objective in item.objectives:
            if objective in seen:
                seen[objective].append(month)
