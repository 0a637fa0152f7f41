"""Colours of a brand: CSS hex colours as red, green and blue from 0 to 1, mixed and compared."""

from __future__ import annotations

Colour = tuple[float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)
READABLE = 4.5
"""The contrast that WCAG 2.2 asks for between text and ground (1.4.3)."""

_LINEAR_BELOW = 0.04045


def from_hex(css: str) -> Colour:
    """The colour that ``#rrggbb`` names; raises ValueError for anything else: nothing else may get into a style."""
    red, green, blue = (part / 255 for part in bytes.fromhex(css.removeprefix("#")))
    return red, green, blue


def to_hex(colour: Colour) -> str:
    """``#rrggbb``."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """``one`` with ``share`` (0 to 1) of ``other`` in it."""
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """Relative luminance from 0 to 1 (WCAG 2.2, definition of relative luminance; threshold as in IEC 61966-2-1)."""
    red, green, blue = (part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
