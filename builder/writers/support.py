"""How well a format holds each item type, read off a run: what went in, and what the writer declined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from builder.model.items import ITEM_TYPES, Item, ItemType

if TYPE_CHECKING:
    from builder.writers.artefact import Declined

Level = Literal["whole", "in part", "not"]


@dataclass(frozen=True, slots=True)
class Support:
    """How an item type is held, and each reason that was given for what is missing."""

    level: Level
    reasons: tuple[str, ...] = ()


def support(items: Iterable[Item], losses: Iterable[Declined]) -> dict[ItemType, Support]:
    """For each type that occurs among ``items``, all of which went into one format with these ``losses``."""
    asked = list(items)
    declined: dict[str, list[Declined]] = {}
    for loss in losses:
        declined.setdefault(loss.thing, []).append(loss)
    found: dict[ItemType, Support] = {}
    for item_type in ITEM_TYPES:
        of_type = [declined.get(item.id, []) for item in asked if item.type == item_type]
        if of_type:
            reasons = tuple(sorted({loss.reason for one in of_type for loss in one}))
            found[item_type] = Support(_level(of_type), reasons)
    return found


def _level(losses: list[list[Declined]]) -> Level:
    if all(any(loss.whole for loss in one) for one in losses):
        return "not"
    return "in part" if any(losses) else "whole"
