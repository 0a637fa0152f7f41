"""Plans of rooms, drawn from a number of people: chairs counted, tables numbered, the trainer filled in."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, pi, sin, sqrt

from builder.model.kit import RoomPlan
from builder.writers.workbooks.printing.colours import Palette

AT_A_TABLE = 4
_CHAIR = 5
_TABLE = (36, 18)
_ROOM = 200
"""The width of a plan; its parts are in the same unit."""
_WIDEST = 9
"""How many chairs fit side by side at a table across the room."""


def tables_of(plan: RoomPlan) -> int:
    """How many tables ``plan`` shows: none where chairs stand alone or people meet on screen."""
    return ceil(plan.people / AT_A_TABLE) if plan.plan == "tables" else 0


def room(plan: RoomPlan, colours: Palette) -> bytes:
    """The plan as SVG."""
    drawing = _Drawing(colours)
    match plan.plan:
        case "tables":
            height = _tables(drawing, plan.people)
        case "horseshoe":
            height = _horseshoe(drawing, plan.people)
        case "circle":
            height = _circle(drawing, plan.people)
        case "remote":
            height = _remote(drawing, plan.people)
    size = f'viewBox="0 0 {_ROOM} {height:g}" width="{_ROOM}" height="{height:g}"'
    wall = f'<rect x="1" y="1" width="{_ROOM - 2}" height="{height - 2:g}" fill="#fff" stroke="{colours.ink}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{wall}{"".join(drawing.parts)}</svg>'.encode()


class _Drawing:
    def __init__(self, colours: Palette) -> None:
        self.parts: list[str] = []
        self._colours = colours
        self._chairs = 0

    def chair(self, x: float, y: float) -> None:
        self._chairs += 1
        look = f'fill="{self._colours.pale}" stroke="{self._colours.ink}" stroke-width="0.8"'
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_CHAIR}" {look}/>')
        self._number(x, y + 1.9, self._chairs, 5.2)

    def trainer(self, x: float, y: float) -> None:
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_CHAIR}" fill="{self._colours.ink}"/>')

    def board(self, x: float, y: float, width: float) -> None:
        self.parts.append(f'<rect x="{x:.1f}" y="{y}" width="{width}" height="3.4" fill="{self._colours.ink}"/>')

    def box(self, x: float, y: float, width: float, height: float, number: int = 0) -> None:
        look = f'fill="{self._colours.faint}" stroke="{self._colours.ink}" stroke-width="0.8"'
        place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="1.5"'
        self.parts.append(f"<rect {place} {look}/>")
        if number:
            self._number(x + width / 2, y + height / 2 + 3.4, number, 9.5, "700")

    def _number(self, x: float, y: float, number: int, size: float, weight: str = "400") -> None:
        type_ = f'font-family="Atkinson Hyperlegible Next" font-size="{size}" font-weight="{weight}"'
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" {type_} text-anchor="middle" fill="#1a1a1a">{number}</text>')


def _front(drawing: _Drawing) -> None:
    drawing.board(_ROOM / 2 - 30, 6, 60)
    drawing.trainer(_ROOM / 2 + 42, 12)


def _tables(drawing: _Drawing, people: int) -> float:
    """Tables of four with nobody's back to the board, in two or three columns."""
    _front(drawing)
    count = ceil(people / AT_A_TABLE)
    columns = min(count, 2 if count <= AT_A_TABLE else 3)
    width, height = _TABLE
    for number in range(count):
        row, column = divmod(number, columns)
        x = _ROOM * (column + 0.5) / columns - width / 2
        y = 30 + row * 44
        drawing.box(x, y, width, height, number + 1)
        seated = min(AT_A_TABLE, people - number * AT_A_TABLE)
        seats = ((x - 7, y + 9), (x + 9, y + 25), (x + width - 9, y + 25), (x + width + 7, y + 9))
        for seat in seats[:seated]:
            drawing.chair(*seat)
    return 30 + ceil(count / columns) * 44


def _horseshoe(drawing: _Drawing, people: int) -> float:
    """Tables in a U open towards the board, chairs on its outside."""
    _front(drawing)
    side = max(1, round(people * 0.3), ceil((people - _WIDEST) / 2))
    bottom = people - 2 * side
    across, down = max(bottom, 2) * 15, side * 15
    left, top = (_ROOM - across) / 2, 32
    drawing.box(left - 12, top, 12, down + 12)
    drawing.box(left + across, top, 12, down + 12)
    drawing.box(left, top + down, across, 12)
    for n in range(side):
        drawing.chair(left - 19, top + 7 + n * 15)
    for n in range(bottom):
        drawing.chair(left + across * (n + 0.5) / bottom, top + down + 19)
    for n in range(side):
        drawing.chair(left + across + 19, top + 7 + (side - 1 - n) * 15)
    return top + down + 32


def _circle(drawing: _Drawing, people: int) -> float:
    """A ring of chairs, the trainer's among them."""
    radius = min(92.0, max(26.0, (people + 1) * 15 / (2 * pi)))
    middle = radius + 14
    for n in range(people + 1):
        angle = 2 * pi * n / (people + 1) - pi / 2
        x, y = _ROOM / 2 + radius * cos(angle), middle + radius * sin(angle)
        drawing.chair(x, y) if n else drawing.trainer(x, y)
    return 2 * middle


def _remote(drawing: _Drawing, people: int) -> float:
    """A picture for each person on a screen, the trainer's first."""
    columns = min(6, ceil(sqrt(people + 1)) + 1)
    for n, (x, y) in enumerate(_grid(people + 1, columns)):
        drawing.box(x, y, 26, 20)
        drawing.chair(x + 13, y + 10) if n else drawing.trainer(x + 13, y + 10)
    return 20 + ceil((people + 1) / columns) * 24


def _grid(count: int, columns: int) -> Iterator[tuple[float, float]]:
    left = (_ROOM - columns * 30) / 2 + 2
    for n in range(count):
        row, column = divmod(n, columns)
        yield left + column * 30, 12 + row * 24
