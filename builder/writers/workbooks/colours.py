"""A book's colours, made from an organisation's two: dark enough to read, and lighter tints for grounds."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_READABLE = 4.5
_LINEAR = 0.04045
_FALLBACK = ("#1f4e5f", "#b4541a")

Rgb = tuple[float, float, float]


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
    """The palette of a brand; what is no hex colour is replaced by our own."""
    first = _rgb(primary if _HEX.fullmatch(primary) else _FALLBACK[0])
    second = _rgb(accent if _HEX.fullmatch(accent) else _FALLBACK[1])
    white = (1.0, 1.0, 1.0)
    black = (0.0, 0.0, 0.0)
    ink = _darkened(first)
    return Palette(
        primary=_css(first),
        accent=_css(second),
        ink=_css(ink),
        warm=_css(_darkened(second)),
        on_primary="#ffffff" if _contrast(first, white) >= _READABLE else "#000000",
        deep=_css(_mixed(first, black, 0.35)),
        mid=_css(_mixed(first, white, 0.45)),
        pale=_css(_mixed(first, white, 0.78)),
        faint=_css(_mixed(first, white, 0.93)),
        glow=_css(_mixed(second, white, 0.55)),
    )


def _darkened(colour: Rgb) -> Rgb:
    share = 0.0
    while _contrast(made := _rgb(_css(_mixed(colour, (0.0, 0.0, 0.0), share))), (1.0, 1.0, 1.0)) < _READABLE:
        share += 0.05
    return made


def _rgb(css: str) -> Rgb:
    digits = css[1:] if len(css) == len("#rrggbb") else "".join(digit * 2 for digit in css[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _css(colour: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (a * (1 - share) + b * share for a, b in zip(colour, other, strict=True))
    return red, green, blue


def _contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
