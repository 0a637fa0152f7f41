"""Everything that departments give each other, as numbered arcs beside a column of boxes, and whom they meet outside.

What moves towards the outside runs on one side, what comes back on the other. The column is tall rather than wide, so
that its letters stay large on a phone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.writers.figures.sheet import Caption, Card, Point, Sheet, card

if TYPE_CHECKING:
    from builder.writers.figures.network import Network

_SIDE = 95.0
_BULGE = 16.0
_APEX = 0.75
"""How far a cubic curve reaches towards its two equal control points."""


_CLEAR = 19.0
"""How far the middles of two numbers stand from each other where there is room."""
_SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)


@dataclass(frozen=True, slots=True)
class Room:
    """How wide a map is, what lies between its rows, and between the ends of arcs at a row, in units of a drawing."""

    width: float
    gap: float
    port: float


PHONE = Room(340, 26, 9)
LARGE_PRINT = Room(430, 13, 6.6)
"""As wide for its height as a page, so that letters are as large on it as they can be."""


@dataclass(frozen=True, slots=True)
class _Arc:
    """From row to row; without a number it leads outside."""

    start: int
    stop: int
    number: int = 0

    @property
    def down(self) -> bool:
        return self.stop > self.start

    @property
    def span(self) -> int:
        return abs(self.stop - self.start)


@dataclass(frozen=True, slots=True)
class _Row:
    card: Card
    kind: str
    top: float
    height: float


def service_map(made: Network, caption: Caption, room: Room = PHONE) -> str:
    """The drawing as SVG, laid out for so much ``room``."""
    arcs = tuple(_arcs(made))
    rows = _rows(made, arcs, room)
    sheet = Sheet(room.width, caption.mirrored)
    longest = max((arc.span for arc in arcs), default=1)
    ends = {arc: (_port(arc.start, arc, arcs, rows), _port(arc.stop, arc, arcs, rows)) for arc in arcs}
    for arc in sorted(arcs, key=lambda arc: arc.number == 0):
        _draw(sheet, arc, ends[arc], longest)
    for row in rows:
        sheet.box((_SIDE, row.top), row.card, row.kind, row.height, centred=True)
    placed: list[Point] = []
    for arc in arcs:
        if arc.number:
            placed.append(_free(arc, ends[arc], longest, placed))
            sheet.number(placed[-1], arc.number)
    return sheet.svg(rows[-1].top + rows[-1].height if rows else 0, caption, "map")


def _arcs(made: Network) -> Iterator[_Arc]:
    row = {one.id: at for at, one in enumerate((*made.departments, *made.outside))}
    yield from (_Arc(row[gift.giver.id], row[gift.receiver.id], gift.number) for gift in made.gifts)
    for department in made.departments:
        yield from (_Arc(row[department.id], row[one.id]) for one in made.met_by(department))


def _rows(made: Network, arcs: Sequence[_Arc], room: Room) -> list[_Row]:
    rows: list[_Row] = []
    top = 0.0
    names = [*(one.name.plain for one in made.departments), *(one.name.plain for one in made.outside)]
    for at, name in enumerate(names):
        outside = at >= len(made.departments)
        made_card = card(room.width - 2 * _SIDE, name)
        ends = max(len(_ends(at, arcs, down=down)) for down in (True, False))
        top += room.gap if outside and at == len(made.departments) else 0
        height = max(made_card.height, (ends + 1) * room.port)
        rows.append(_Row(made_card, "outside" if outside else "box", top, height))
        top += height + room.gap
    return rows


def _ends(at: int, arcs: Sequence[_Arc], *, down: bool) -> list[_Arc]:
    """The arcs that touch one side of a row, from top to bottom: so ordered, arcs of one row never cross there."""
    here = [arc for arc in arcs if arc.down == down and at in (arc.start, arc.stop)]
    above = sorted((arc for arc in here if min(arc.start, arc.stop) < at), key=lambda arc: arc.span)
    below = sorted((arc for arc in here if min(arc.start, arc.stop) == at), key=lambda arc: -arc.span)
    return above + below


def _port(at: int, arc: _Arc, arcs: Sequence[_Arc], rows: Sequence[_Row]) -> Point:
    """Where an arc touches a row."""
    ends, row = _ends(at, arcs, down=arc.down), rows[at]
    x = _SIDE + (row.card.width if arc.down else 0)
    return x, row.top + row.height * (ends.index(arc) + 1) / (len(ends) + 1)


def _apex(arc: _Arc, longest: int) -> float:
    """How far an arc reaches from the column, towards its own side."""
    step = (_SIDE - _BULGE - 10) / max(longest - 1, 1)
    return (_BULGE + step * (arc.span - 1)) * (1 if arc.down else -1)


def _free(arc: _Arc, ends: tuple[Point, Point], longest: int, placed: Sequence[Point]) -> Point:
    """A point of the arc for its number: near the middle, and clear of the numbers that stand already."""
    points = [_point(arc, ends, longest, share) for share in _SHARES]
    clear = [min((math.dist(point, other) for other in placed), default=_CLEAR) for point in points]
    best = next((at for at, room in enumerate(clear) if room >= _CLEAR), clear.index(max(clear)))
    return points[best]


def _point(arc: _Arc, ends: tuple[Point, Point], longest: int, share: float) -> Point:
    """A point of the arc's curve: at 0 it starts, at 1 it ends."""
    rest = 1 - share
    bulge = 3 * rest * share
    (edge, start), (_, stop) = ends
    x = edge + bulge * _apex(arc, longest) / _APEX
    return x, start * (rest**3 + bulge * rest) + stop * (share**3 + bulge * share)


def _draw(sheet: Sheet, arc: _Arc, ends: tuple[Point, Point], longest: int) -> None:
    kind = "way" if arc.number else "meets"
    start, stop = ends
    out = start[0] + _apex(arc, longest) / _APEX
    sheet.way(("M", start, "C", (out, start[1]), (out, stop[1]), stop), kind)
    sheet.head(stop, "start" if arc.down else "end", kind)
