"""Drawn patterns for covers and opening pages: tiles of arcs and discs in the brand's colours, from ids alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from builder.writers.workbooks.printing.colours import Palette

TILE = 35
"""The side of a tile in millimetres: six make the width of A4."""

_SHAPES = ("quarter", "quarter", "leaf", "half", "disc", "rings", "plain", "dots")


def pattern(seed: str, palette: Palette, columns: int, rows: int) -> str:
    """An SVG of ``columns`` by ``rows`` tiles; equal seeds and palettes give equal drawings."""
    width, height = columns * TILE, rows * TILE
    tiles = "".join(
        _tile(index % columns, index // columns, choice, palette)
        for index, choice in zip(range(columns * rows), _choices(seed), strict=False)
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
    return f'{head} width="{width}mm" height="{height}mm">{tiles}</svg>'


def _choices(seed: str) -> Iterator[tuple[int, int, int]]:
    """Endless (shape, turn, colours), each a byte."""
    block = 0
    while True:
        digest = hashlib.sha256(f"{seed}/{block}".encode()).digest()
        for at in range(0, len(digest) - 2, 3):
            yield digest[at], digest[at + 1], digest[at + 2]
        block += 1


def _tile(column: int, row: int, choice: tuple[int, int, int], palette: Palette) -> str:
    shape, turn, colours = choice
    grounds = (
        (palette.primary, palette.mid),
        (palette.deep, palette.primary),
        (palette.pale, palette.primary),
        (palette.mid, palette.deep),
        (palette.deep, palette.pale),
        (palette.pale, palette.accent),
        (palette.primary, palette.deep),
        (palette.faint, palette.mid),
        (palette.glow, palette.deep),
    )
    ground, figure = grounds[colours % len(grounds)]
    half = TILE / 2
    place = f"translate({column * TILE} {row * TILE}) rotate({turn % 4 * 90} {half} {half})"
    # A hair of overlap keeps viewers from showing seams between tiles.
    square = f'<rect width="{TILE + 0.1}" height="{TILE + 0.1}" fill="{ground}"/>'
    return f'<g transform="{place}">{square}{_figure(_SHAPES[shape % len(_SHAPES)], figure, ground)}</g>'


def _figure(shape: str, colour: str, ground: str) -> str:
    side, half = TILE, TILE / 2
    match shape:
        case "quarter":
            return f'<path d="M0 0H{side}A{side} {side} 0 0 1 0 {side}Z" fill="{colour}"/>'
        case "leaf":
            arc = f"A{side} {side} 0 0 1"
            return f'<path d="M0 0{arc} {side} {side}{arc} 0 0Z" fill="{colour}"/>'
        case "half":
            return f'<path d="M0 0H{side}A{half} {half} 0 0 1 0 0Z" fill="{colour}"/>'
        case "disc":
            return f'<circle cx="{half}" cy="{half}" r="{side * 0.3}" fill="{colour}"/>'
        case "rings":
            radii = ((side, colour), (side * 0.72, ground), (side * 0.44, colour))
            return "".join(f'<path d="M0 0H{r}A{r} {r} 0 0 1 0 {r}Z" fill="{fill}"/>' for r, fill in radii)
        case "dots":
            places = [(side * (x + 1) / 4, side * (y + 1) / 4) for x in range(3) for y in range(3)]
            return "".join(f'<circle cx="{x}" cy="{y}" r="2.1" fill="{colour}"/>' for x, y in places)
        case _:
            return ""
