"""How much to bring, for so many people."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.activities import Activity, Material
from builder.writers.workbooks.guide.book import SIZES, CardSet, Need, Slip

A_PAGE = 4
"""How many cards a page has room for at least: a smaller set stands on it more than once."""


def needs_of(activity: Activity) -> tuple[Need, ...]:
    """What ``activity`` needs, in its own order."""
    copied = {card.material for card in activity.cards}
    return tuple(
        _need(material, activity.size.table, _page_of(activity, material) if material.id in copied else "")
        for material in activity.materials
    )


def sets_of(activity: Activity) -> tuple[CardSet, ...]:
    """The cards of ``activity``, those of each material together, in the order of its materials."""
    made = ((need, _cards(activity, m)) for need, m in zip(needs_of(activity), activity.materials, strict=True))
    return tuple(CardSet(need, cards, max(1, A_PAGE // len(cards))) for need, cards in made if cards)


def summed(activities: Iterable[Activity]) -> tuple[Need, ...]:
    """What all ``activities`` need: by head, then by table, then by room, each in the order of its first use.

    The same thing for the same people is brought once and used again: the activity that needs most of it counts.
    """
    found: dict[tuple[str, str], Need] = {}
    for activity in activities:
        for need, material in zip(needs_of(activity), activity.materials, strict=True):
            key = (material.name.plain.casefold(), need.per)
            found[key] = _joined(found[key], need) if key in found else need
    return tuple(sorted(found.values(), key=lambda need: ("head", "table", "room").index(need.per)))


def tables(people: int, at_a_table: int) -> int:
    """How many tables ``people`` fill."""
    return -(-people // at_a_table)


def _cards(activity: Activity, material: Material) -> tuple[Slip, ...]:
    cards = [card for card in activity.cards if card.material == material.id]
    return tuple(Slip(card.heading.html, card.text.html) for card in cards)


def _page_of(activity: Activity, material: Material) -> str:
    return f"{activity.id}.{material.id}"


def _need(material: Material, at_a_table: int, copied: str) -> Need:
    groups = {"head": list(SIZES), "table": [tables(people, at_a_table) for people in SIZES], "room": [1] * len(SIZES)}
    totals = tuple(material.count * number for number in groups[material.per])
    return Need(material.name.html, material.per, material.count, at_a_table, totals, copied=copied)


def _joined(one: Need, other: Need) -> Need:
    most = max(one, other, key=lambda need: need.totals)
    totals = tuple(max(pair) for pair in zip(one.totals, other.totals, strict=True))
    return Need(one.name, one.per, most.count, most.people, totals, one.uses + 1, one.copied or other.copied)
