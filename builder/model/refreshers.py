"""The refresher policy, and the months planned by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import Field

from builder.model.base import Thing
from builder.model.patterns import Month

if TYPE_CHECKING:
    from builder.model.items import Item


class RefresherPolicy(Thing):
    """The file ``course/refresher.yml``. Months are YYYY-MM; those up to ``frozen_until`` are never redrawn."""

    start: Month
    months: int = Field(default=12, ge=1, le=36)
    frozen_until: Month | None = None
    items_a_month: int = Field(default=10, ge=1, le=40)
    modules_a_month: int = Field(default=3, ge=1)
    objective_within: int = Field(default=4, ge=1)
    item_again_after: int = Field(default=6, ge=1)


@dataclass(frozen=True, slots=True)
class RefresherItem:
    """An item of a month and the month its objective was last asked in (empty: never before)."""

    item: Item
    last_seen: str


@dataclass(frozen=True, slots=True)
class RefresherMonth:
    """A month's refresher: ``month`` is YYYY-MM; ``frozen`` ones come from the ledger."""

    month: str
    items: tuple[RefresherItem, ...]
    frozen: bool
