"""Rotation: the objective that wasn't asked for longest comes first, and of it the item that wasn't.

Months are numbers here (see `calendar`). Among equals ranks made from ids decide, so neither the order of the files
nor the clock does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.assembly.calendar import month_name
from builder.assembly.draw_order import rank
from builder.model.edition import Edition
from builder.model.items import Item
from builder.model.refreshers import RefresherPolicy

Group = tuple[str, str]
"""An objective and a module."""
_LAST = 2
"""Comes after both truth values."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What may be asked: practice and test items by objective and module, with a rank for each item."""

    course: str
    objectives: Mapping[str, str]
    """The module of each objective."""
    groups: Mapping[Group, tuple[Item, ...]]
    groups_of: Mapping[str, tuple[Group, ...]]
    module_of: Mapping[str, str]
    ranks: Mapping[str, bytes]

    @classmethod
    def of(cls, edition: Edition) -> Stock:
        """The stock of ``edition``."""
        course = str(edition.course.settings.id)
        objectives = {str(one.id): str(one.module) for one in edition.course.objectives}
        groups: dict[Group, list[Item]] = {}
        groups_of: dict[str, tuple[Group, ...]] = {}
        for item in edition.items.values():
            if item.pool != "held_out":
                module = edition.module_of_item[item.id]
                groups_of[item.id] = tuple((str(name), module) for name in item.objectives if name in objectives)
                for group in groups_of[item.id]:
                    groups.setdefault(group, []).append(item)
        ranks = {name: rank(course, "refresher", name) for name in groups_of}
        fixed = {group: tuple(items) for group, items in groups.items()}
        return cls(course, objectives, fixed, groups_of, edition.module_of_item, ranks)


@dataclass(slots=True)
class Rotation:
    """A plan in the making.

    ``reserved`` are the months for which the ledger holds an item already; ``salt`` makes another order among equally
    old objectives; ``asked`` and ``used`` hold the last month of each objective and item.
    """

    stock: Stock
    policy: RefresherPolicy
    reserved: Mapping[str, tuple[int, ...]]
    salt: str = ""
    asked: dict[str, int] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    order: dict[str, bytes] = field(default_factory=dict)
    first: dict[Group, Item] = field(default_factory=dict)
    """The item of a group that wasn't asked for longest, as far as it is known."""

    def __post_init__(self) -> None:
        """Rank the objectives."""
        for name in self.stock.objectives:
            self.order[name] = rank(self.stock.course, "refresher", self.salt, name)

    def record(self, month: int, item: Item) -> str:
        """Note that ``item`` is asked in ``month``; the month in which its objective was last asked, or nothing."""
        groups = self.stock.groups_of[item.id]
        before = [self.asked.get(objective) for objective, _ in groups]
        self.used[item.id] = month
        for group in groups:
            self.asked[group[0]] = month
            self.first.pop(group, None)
        seen = [number for number in before if number is not None and number < month]
        return month_name(min(seen)) if seen and None not in before else ""

    def draw(self, month: int, kept: list[Item], count: int) -> Iterator[Item]:
        """Up to ``count`` more items beside ``kept``; the caller records each before the next is drawn."""
        chosen = list(kept)
        for left in range(count, 0, -1):
            modules = {self.stock.module_of[item.id] for item in chosen}
            narrow = self.policy.modules_a_month - len(modules) >= left
            item = self._next(month, chosen, modules if narrow else set()) or self._next(month, chosen, set())
            if item is None:
                return
            chosen.append(item)
            yield item

    def _next(self, month: int, chosen: list[Item], closed: set[str]) -> Item | None:
        """The best item of a module that isn't ``closed``."""
        here = {name for item in chosen for name in item.objectives}
        waiting = self._waiting(month)
        crowd = Counter(self.stock.module_of[item.id] for item in chosen)
        best: Item | None = None
        least: tuple[object, ...] = (_LAST,)
        for group, items in self.stock.groups.items():
            objective, module = group
            age = self.asked.get(objective, -1)
            if module in closed or (objective in here, age) > least[:2]:
                continue
            preference = (objective in here, age, crowd[module], -waiting[module], self.order[objective], module)
            if preference < least and (item := self._first(group, items, month)):
                best, least = item, preference
        return best

    def _waiting(self, month: int) -> Counter[str]:
        """How many objectives of each module are due: the module with most has least room to wait."""
        within = self.policy.objective_within
        due = (name for name in self.stock.objectives if month - self.asked.get(name, -within) >= within - 1)
        return Counter(self.stock.objectives[name] for name in due)

    def _first(self, group: Group, items: tuple[Item, ...], month: int) -> Item | None:
        item = self.first.get(group)
        if item is None:
            item = self.first[group] = min(items, key=self._turn)
        if item.id in self.reserved:
            return min((one for one in items if not self._too_soon(one, month)), key=self._turn, default=None)
        return None if self._too_soon(item, month) else item

    def _turn(self, item: Item) -> tuple[int, bytes]:
        return self.used.get(item.id, -1), self.stock.ranks[item.id]

    def _too_soon(self, item: Item, month: int) -> bool:
        again = self.policy.item_again_after
        used = self.used.get(item.id)
        if used is not None and month - used < again:
            return True
        return any(0 <= later - month < again for later in self.reserved.get(item.id, ()))
