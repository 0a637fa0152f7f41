"""One department in the middle: what it gets and from whom, what it gives and to whom, and whom outside it meets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.writers.figures.sheet import Caption, Card, Sheet, card

if TYPE_CHECKING:
    from builder.model.organisation import Department
    from builder.writers.figures.network import Network

_GAP = 12.0
_STRIP, _INDENT, _SPINE, _BEND = 340.0, 38.0, 16.0, 10.0
_WIDE, _SIDE, _MIDDLE = 720.0, 236.0, 150.0


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands above the three groups: what comes in, what goes out, who is met."""

    gets: str
    gives: str
    meets: str


@dataclass(frozen=True, slots=True)
class _Parts:
    """The department's cards and those around it, for one layout."""

    middle: Card
    gets: tuple[Card, ...]
    gives: tuple[Card, ...]
    meets: tuple[Card, ...]


def _parts(made: Network, department: Department, middle: float, side: float, outside: float) -> _Parts:
    return _Parts(
        card(middle, department.name.plain),
        tuple(card(side, gift.giver.name.plain, gift.what) for gift in made.given_to(department)),
        tuple(card(side, gift.receiver.name.plain, gift.what) for gift in made.given_by(department)),
        tuple(card(outside, one.name.plain) for one in made.met_by(department)),
    )


def department_strip(made: Network, department: Department, headings: Headings, caption: Caption) -> str:
    """The narrow drawing: from top to bottom."""
    parts = _parts(made, department, _STRIP, _STRIP - _INDENT, _STRIP - _INDENT)
    sheet = Sheet(_STRIP, caption.mirrored)
    y = 0.0
    if parts.gets:
        y = _incoming(sheet, parts.gets, headings.gets)
    sheet.box((0, y), parts.middle, "main")
    bottom = y = y + parts.middle.height
    for group in (
        _Group(parts.gives, headings.gives, "way", _SPINE),
        _Group(parts.meets, headings.meets, "meets", _SPINE - (8 if parts.gives else 0)),
    ):
        y = _outgoing(sheet, group, bottom, y) if group.cards else y
    return sheet.svg(y, caption, "strip")


def _incoming(sheet: Sheet, cards: Sequence[Card], heading: str) -> float:
    y = sheet.heading((0, 0), heading, _STRIP) + 6
    middles = []
    for one in cards:
        sheet.box((_INDENT, y), one)
        middles.append(y + one.height / 2)
        y += one.height + _GAP
    y += 8
    for middle in middles:
        turn = ((_SPINE + _BEND, middle), "Q", (_SPINE, middle), (_SPINE, middle + _BEND))
        sheet.way(("M", (_INDENT, middle), "L", *turn, "L", (_SPINE, y - 4)))
    sheet.head((_SPINE, y), "down")
    return y


@dataclass(frozen=True, slots=True)
class _Group:
    """Cards below the department, and where the line stands that they hang from."""

    cards: Sequence[Card]
    heading: str
    kind: str
    spine: float


def _outgoing(sheet: Sheet, group: _Group, start: float, top: float) -> float:
    """A group's boxes from ``top`` downwards, each with a way from ``start``."""
    y = top + _GAP + sheet.heading((_INDENT, top + _GAP), group.heading, _STRIP - _INDENT) + 6
    for one in group.cards:
        spine, middle = group.spine, y + one.height / 2
        turn = ((spine, middle - _BEND), "Q", (spine, middle), (spine + _BEND, middle))
        sheet.way(("M", (spine, start), "L", *turn, "L", (_INDENT - 4, middle)), group.kind)
        sheet.head((_INDENT, middle), "end", group.kind)
        sheet.box((_INDENT, y), one, "outside" if group.kind == "meets" else "box")
        y += one.height + _GAP
    return y - _GAP


def department_columns(made: Network, department: Department, headings: Headings, caption: Caption) -> str:
    """The wide drawing: from the start of the line to its end."""
    parts = _parts(made, department, _MIDDLE, _SIDE, _MIDDLE)
    sheet = Sheet(_WIDE, caption.mirrored)
    last = _WIDE - _SIDE
    met = sum(one.height + _GAP for one in parts.meets) + (_MEETS_GAP - _GAP if parts.meets else 0)
    centre = parts.middle.height + met
    tall = max(_stack(parts.gets), _stack(parts.gives), centre) + _HEADING
    left, top = (_WIDE - _MIDDLE) / 2, _HEADING + (tall - _HEADING - centre) / 2
    middle = top + parts.middle.height / 2
    for y, one in _column(sheet, (0, tall), parts.gets, headings.gets):
        sheet.box((0, y), one)
        _curve(sheet, (_SIDE, y + one.height / 2), (left, middle))
    for y, one in _column(sheet, (last, tall), parts.gives, headings.gives):
        sheet.box((last, y), one)
        _curve(sheet, (left + _MIDDLE, middle), (last, y + one.height / 2))
    if parts.meets:
        _below(sheet, parts.meets, headings.meets, (left, top + parts.middle.height))
    sheet.box((left, top), parts.middle, "main", centred=True)
    return sheet.svg(tall, caption, "columns")


_MEETS_GAP, _HEADING = 34.0, 24.0


def _stack(cards: Sequence[Card]) -> float:
    return sum(one.height for one in cards) + _GAP * max(len(cards) - 1, 0)


def _column(sheet: Sheet, corner: tuple[float, float], cards: Sequence[Card], heading: str) -> list[tuple[float, Card]]:
    """A column's cards with their tops, in the middle of its room (``corner``: start and height), under a heading."""
    y = _HEADING + (corner[1] - _HEADING - _stack(cards)) / 2
    if cards:
        sheet.heading((corner[0], y - _HEADING), heading, _SIDE)
    placed = []
    for one in cards:
        placed.append((y, one))
        y += one.height + _GAP
    return placed


def _curve(sheet: Sheet, start: tuple[float, float], stop: tuple[float, float]) -> None:
    half = (start[0] + stop[0]) / 2
    sheet.way(("M", start, "C", (half, start[1]), (half, stop[1]), (stop[0] - 4, stop[1])))
    sheet.head(stop, "end")


def _below(sheet: Sheet, cards: Sequence[Card], heading: str, corner: tuple[float, float]) -> None:
    left, top = corner
    centre = left + _MIDDLE / 2
    y = top + _MEETS_GAP
    last = y + _stack(cards) - cards[-1].height
    sheet.way(("M", (centre, top), "L", (centre, last)), "meets")
    sheet.head((centre, y), "down", "meets")
    sheet.heading((centre + 12, top + 6), heading, _MIDDLE / 2)
    for one in cards:
        sheet.box((left, y), one, "outside", centred=True)
        y += one.height + _GAP
