"""A book's colours, made from an organisation's two: dark enough to read, and lighter tints for grounds."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.colour import BLACK, READABLE, WHITE, Colour, contrast, from_hex, mixed, to_hex


@dataclass(frozen=True, slots=True)
class Palette:
    """CSS hex colours. ``ink`` and ``warm`` read on white (4.5 to 1), ``on_primary`` on the ground ``primary``."""

    primary: str
    accent: str
    ink: str
    warm: str
    on_primary: str
    deep: str
    mid: str
    pale: str
    faint: str
    glow: str


def palette(primary: str, accent: str) -> Palette:
    """The palette of a brand's two CSS hex colours."""
    first, second = from_hex(primary), from_hex(accent)
    ink = _darkened(first)
    return Palette(
        primary=to_hex(first),
        accent=to_hex(second),
        ink=to_hex(ink),
        warm=to_hex(_darkened(second)),
        on_primary="#ffffff" if contrast(first, WHITE) >= READABLE else "#000000",
        deep=to_hex(mixed(first, BLACK, 0.35)),
        mid=to_hex(mixed(first, WHITE, 0.45)),
        pale=to_hex(mixed(first, WHITE, 0.78)),
        faint=to_hex(mixed(first, WHITE, 0.93)),
        glow=to_hex(mixed(second, WHITE, 0.55)),
    )


def _darkened(colour: Colour) -> Colour:
    share = 0.0
    while contrast(made := from_hex(to_hex(mixed(colour, BLACK, share))), WHITE) < READABLE:
        share += 0.05
    return made
