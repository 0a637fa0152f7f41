"""A sheet to draw on: boxes with text, ways between them, and the SVG in the end."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from builder.writers.figures.letters import BADGE, NAME, NOTE, TEXT, Style, wrapped

PADDING = 12.0
"""Between a box's edge and its text."""
_ROUND = 9.0
_HEAD = 6.0

Point = tuple[float, float]
Towards = Literal["start", "end", "up", "down"]
Line = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class Caption:
    """What a drawing is called, the id of its twin in words (empty: none), and whether its language runs leftwards."""

    label: str
    twin: str = ""
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A box's content in lines that fit the box's width."""

    width: float
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        """What the box needs at least."""
        return sum(style.leading for _, style in self.lines) + 2 * PADDING - 4


def card(room: float, name: str, text: str = "", note: str = "") -> Card:
    """A card of width ``room``: a name, a text below it, and a note at the end."""
    parts = ((name, NAME), (text, TEXT), (note, NOTE))
    inside = room - 2 * PADDING
    return Card(room, tuple((line, style) for words, style in parts for line in wrapped(words, inside, style)))


@dataclass
class Sheet:
    """A drawing ``width`` units wide. Positions are for a language that runs rightwards; a mirrored one turns them."""

    width: float
    mirrored: bool = False
    _parts: list[str] = field(default_factory=list)

    def box(self, at: Point, content: Card, kind: str = "box", height: float = 0, *, centred: bool = False) -> None:
        """A box with its text; at least as high as the text."""
        tall = max(height, content.height)
        left = self._x(at[0] + (content.width if self.mirrored else 0))
        shape = f'x="{_n(left)}" y="{_n(at[1])}" width="{_n(content.width)}" height="{_n(tall)}" rx="{_n(_ROUND)}"'
        self._parts.append(f'<rect class="figure__{kind}" {shape} fill="#fff" stroke="currentColor"/>')
        x = at[0] + (content.width / 2 if centred else PADDING)
        self.lines((x, at[1] + (tall - content.height) / 2 + PADDING - 2), content.lines, kind, centred=centred)

    def lines(self, at: Point, lines: Sequence[Line], within: str = "", *, centred: bool = False) -> None:
        """Lines of text from ``at`` downwards, starting there or centred on it."""
        y = at[1]
        anchor = "middle" if centred else "start"
        for words, style in lines:
            y += style.leading
            kinds = f"figure__{style.kind}" + (f" figure__in-{within}" if within else "")
            weight = ' font-weight="700"' if style.bold else ""
            place = f'x="{_n(self._x(at[0]))}" y="{_n(y - style.leading * 0.28)}" text-anchor="{anchor}"'
            text = html.escape(words, quote=False)
            self._parts.append(
                f'<text class="{kinds}" {place} font-size="{_n(style.size)}"{weight} fill="currentColor">{text}</text>'
            )

    def heading(self, at: Point, words: str, room: float) -> float:
        """A small heading; gives the height it takes."""
        lines = [(line, NOTE) for line in wrapped(words, room, NOTE)]
        self.lines(at, lines, "ground")
        return len(lines) * NOTE.leading

    def way(self, steps: Iterable[str | Point], kind: str = "way") -> None:
        """A line: points, and the letters M, L, Q and C of SVG's paths between them."""
        drawn = " ".join(s if isinstance(s, str) else f"{_n(self._x(s[0]))} {_n(s[1])}" for s in steps)
        thick = "2.6" if kind == "meets" else "1.5"
        self._parts.append(
            f'<path class="figure__{kind}" d="{drawn}" fill="none" stroke="currentColor" stroke-width="{thick}"/>'
        )

    def head(self, tip: Point, towards: Towards, kind: str = "way") -> None:
        """The head of an arrow."""
        x, y = tip
        back, half = _HEAD * 1.35, _HEAD * 0.8
        others = {
            "start": ((x + back, y - half), (x + back, y + half)),
            "end": ((x - back, y - half), (x - back, y + half)),
            "up": ((x - half, y + back), (x + half, y + back)),
            "down": ((x - half, y - back), (x + half, y - back)),
        }[towards]
        points = " ".join(f"{_n(self._x(px))} {_n(py)}" for px, py in (tip, *others))
        self._parts.append(
            f'<polygon class="figure__head figure__head--{kind}" points="{points}" fill="currentColor"/>'
        )

    def number(self, at: Point, number: int) -> None:
        """A number in a disc, which covers the way it stands on."""
        disc = f'cx="{_n(self._x(at[0]))}" cy="{_n(at[1])}" r="9"'
        self._parts.append(f'<circle class="figure__disc" {disc} fill="#fff" stroke="currentColor"/>')
        self.lines((at[0], at[1] - BADGE.leading * 0.42), [(str(number), BADGE)], "disc", centred=True)

    def svg(self, height: float, caption: Caption, kind: str) -> str:
        """The whole drawing."""
        twin = f' aria-details="{html.escape(caption.twin)}"' if caption.twin else ""
        # A drawing inside a page doesn't need the namespace, one in a book's XHTML does.
        head = f'<svg xmlns="http://www.w3.org/2000/svg" class="figure__drawing figure__drawing--{kind}"'
        view = f'viewBox="-2 -2 {_n(self.width + 4)} {_n(height + 4)}"'
        name = f'role="img" aria-label="{html.escape(caption.label)}"{twin}'
        way = ' direction="rtl"' if self.mirrored else ""
        return f'{head} {view} {name}{way} focusable="false">' + "".join(self._parts) + "</svg>"

    def _x(self, x: float) -> float:
        return self.width - x if self.mirrored else x


def _n(value: float) -> str:
    """A number as short as it can be: one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")
