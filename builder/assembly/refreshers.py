"""Refresher months by rotation: the objective that wasn't asked for longest comes first.

Of an objective, the item that wasn't asked for longest is taken, never one that was asked less than
``item_again_after`` months ago, and never one of the pool ``held_out``. Months of the ledger stand as they are; only
items that are gone are replaced there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from builder.assembly.calendar import month_name, month_number
from builder.assembly.draw_order import rank
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition
from builder.model.items import Item
from builder.model.refreshers import RefresherItem, RefresherMonth, RefresherPolicy

_ATTEMPTS = 24
"""Orders of equally old objectives to try before a policy counts as one that the bank can't keep."""


@dataclass(slots=True)
class _Rotation:
    """A plan in the making. Months are numbers; ``asked`` and ``used`` hold the last month of objectives and items."""

    edition: Edition
    policy: RefresherPolicy
    salt: str
    asked: dict[str, int] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    by_objective: dict[str, list[Item]] = field(default_factory=dict)
    order: dict[str, bytes] = field(default_factory=dict)
    """Ranks of objectives and items: what decides among equals."""

    def prepare(self) -> None:
        """Sort the items that may be asked by objective."""
        course = self.edition.course
        self.by_objective = {objective.id: [] for objective in course.objectives}
        for item in usable(self.edition):
            self.order[item.id] = rank(course.settings.id, "refresher", item.id)
            for objective in item.objectives:
                if objective in self.by_objective:
                    self.by_objective[objective].append(item)
        for objective_id in self.by_objective:
            self.order[objective_id] = rank(course.settings.id, "refresher", self.salt, objective_id)

    def record(self, month: int, item: Item) -> str:
        """Note that ``item`` is asked in ``month``; the month in which its objective was last asked, or nothing."""
        before = [self.asked[o] for o in item.objectives if self.asked.get(o, month) < month]
        unseen = any(o not in self.asked for o in item.objectives)
        self.used[item.id] = month
        for objective in item.objectives:
            self.asked[objective] = month
        return "" if unseen or not before else month_name(min(before))

    def draw(self, month: int, kept: list[Item], count: int) -> Iterator[Item]:
        """Up to ``count`` more items beside ``kept``; the caller records each before the next is drawn."""
        chosen = list(kept)
        for left in range(count, 0, -1):
            modules = {self.edition.module_of_item[item.id] for item in chosen}
            narrow = self.policy.modules_a_month - len(modules) >= left
            item = self._next(month, chosen, modules, narrow=narrow) or self._next(month, chosen, modules, narrow=False)
            if item is None:
                return
            chosen.append(item)
            yield item

    def _next(self, month: int, chosen: list[Item], modules: set[str], *, narrow: bool) -> Item | None:
        objectives = {o for item in chosen for o in item.objectives}
        module_of = self.edition.module_of_item
        waiting = self._waiting(month)
        best: tuple[tuple[object, ...], Item] | None = None
        for objective, items in self.by_objective.items():
            for item in items:
                if self._too_soon(item, month) or (narrow and module_of[item.id] in modules):
                    continue
                module = module_of[item.id]
                preference = (
                    objective in objectives,
                    self.asked.get(objective, -1),
                    sum(module_of[other.id] == module for other in chosen),
                    -waiting.get(module, 0),
                    self.order[objective],
                    self.used.get(item.id, -1),
                    self.order[item.id],
                )
                if best is None or preference < best[0]:
                    best = (preference, item)
        return best[1] if best else None

    def _waiting(self, month: int) -> dict[str, int]:
        """How many objectives of each module weren't asked lately: the module with most has least room to wait."""
        waiting: dict[str, int] = {}
        for objective in self.edition.course.objectives:
            if month - self.asked.get(objective.id, -self.policy.objective_within) >= self.policy.objective_within - 1:
                waiting[objective.module] = waiting.get(objective.module, 0) + 1
        return waiting

    def _too_soon(self, item: Item, month: int) -> bool:
        used = self.used.get(item.id)
        return used is not None and month - used < self.policy.item_again_after


def usable(edition: Edition) -> Iterator[Item]:
    """The items that refreshers may ask: practice and test, never held out."""
    return (item for item in edition.items.values() if item.pool != "held_out")


def months(
    edition: Edition, frozen: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[RefresherMonth, ...], tuple[Diagnostic, ...]]:
    """The policy's months, and a finding for each promise of the policy that they don't keep."""
    policy = edition.course.refresher
    if policy is None:
        return (), ()
    best: tuple[tuple[RefresherMonth, ...], tuple[Diagnostic, ...]] | None = None
    for attempt in range(_ATTEMPTS):
        plan = _planned(edition, policy, frozen, str(attempt) if attempt else "")
        unmet = tuple(_unmet(edition, policy, plan, frozen))
        if best is None or len(unmet) < len(best[1]):
            best = (plan, unmet)
        if not unmet:
            break
    assert best is not None  # noqa: S101 - at least one attempt is made
    return best


def _planned(
    edition: Edition, policy: RefresherPolicy, frozen: Mapping[str, tuple[str, ...]], salt: str
) -> tuple[RefresherMonth, ...]:
    rotation = _Rotation(edition, policy, salt)
    rotation.prepare()
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
    edition: Edition, policy: RefresherPolicy, plan: tuple[RefresherMonth, ...], frozen: Mapping[str, tuple[str, ...]]
) -> Iterator[Diagnostic]:
    drawn = [month for month in plan if not month.frozen]
    items = sum(1 for _ in usable(edition))
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
