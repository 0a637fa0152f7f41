"""The brand's two colours as the tokens of a light and a dark scheme, with the contrast that WCAG 2.2 AA asks for.

An organisation may name any two colours. Each is moved towards black or white, no further than needed, until text
in it can be read on every ground it is used on.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model.organisation import Brand

Colour = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

TEXT_CONTRAST = 5.0
"""What text in a brand colour has against every ground: AA asks for 4.5."""
FILL_CONTRAST = 7.0
"""What white text has on a brand-coloured area."""

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
_LIGHT_GROUND = "#f1ece3"
_DARK_GROUND = "#26313a"
_STEPS = 100
_FALLBACK = "#1f4e5f"
_HEX_DIGITS = 6
_LINEAR_BELOW = 0.04045


def brand_css(brand: Brand) -> str:
    """A ``:root`` rule with the tokens that come from the brand; the rest are in ``site/tokens.css``."""
    rules = [*_role("brand", parse(brand.primary)), *_role("accent", parse(brand.accent))]
    return ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in rules) + "}\n"


def _role(name: str, colour: Colour) -> list[tuple[str, str]]:
    light_tint, dark_tint = shade(colour, 0.93), shade(colour, 0.16)
    light_text = readable(colour, darker(light_tint, parse(_LIGHT_GROUND)), BLACK, TEXT_CONTRAST)
    dark_text = readable(shade(colour, 0.66), lighter(dark_tint, parse(_DARK_GROUND)), WHITE, TEXT_CONTRAST)
    fill = readable(colour, WHITE, BLACK, FILL_CONTRAST)
    return [
        (name, _both(light_text, dark_text)),
        (f"{name}-fill", _both(fill, mix(fill, BLACK, 0.15))),
        (f"{name}-deep", _both(mix(fill, BLACK, 0.35), mix(fill, BLACK, 0.55))),
        (f"{name}-tint", _both(light_tint, dark_tint)),
        (f"{name}-edge", _both(shade(colour, 0.74), shade(colour, 0.36))),
        (f"{name}-on-fill", to_hex(readable(mix(colour, WHITE, 0.5), fill, WHITE, TEXT_CONTRAST))),
    ]


def shade(colour: Colour, lightness: float) -> Colour:
    """The colour's hue at another lightness (0 to 1, as HSL has it), a little less saturated than the colour."""
    hue, _, saturation = colorsys.rgb_to_hls(*colour)
    return colorsys.hls_to_rgb(hue, lightness, saturation * 0.8)


def readable(colour: Colour, ground: Colour, towards: Colour, least: float) -> Colour:
    """``colour`` moved ``towards`` black or white until its contrast with ``ground`` is at least ``least``."""
    for step in range(_STEPS + 1):
        moved = parse(to_hex(mix(colour, towards, step / _STEPS)))
        if contrast(moved, ground) >= least:
            return moved
    return towards


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """``share`` (0 to 1) of ``other`` in ``one``, in sRGB as ``color-mix(in srgb, …)`` does."""
    return _each(lambda a, b: a + (b - a) * share, one, other)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2.2: 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def darker(one: Colour, other: Colour) -> Colour:
    """The one of lower luminance."""
    return min(one, other, key=_luminance)


def lighter(one: Colour, other: Colour) -> Colour:
    """The one of higher luminance."""
    return max(one, other, key=_luminance)


def parse(text: str) -> Colour:
    """``#rgb`` or ``#rrggbb``; anything else is the default brand colour, as nothing may reach the CSS unchecked."""
    digits = text.strip().removeprefix("#")
    if len(digits) == _HEX_DIGITS // 2:
        digits = "".join(digit * 2 for digit in digits)
    try:
        value = int(digits, 16) if len(digits) == _HEX_DIGITS else int(_FALLBACK[1:], 16)
    except ValueError:
        value = int(_FALLBACK[1:], 16)
    return ((value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255)


def to_hex(colour: Colour) -> str:
    """``#rrggbb``."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _both(light: Colour, dark: Colour) -> str:
    return f"light-dark({to_hex(light)}, {to_hex(dark)})"


def _each(change: Callable[[float, float], float], one: Colour, other: Colour) -> Colour:
    return (change(one[0], other[0]), change(one[1], other[1]), change(one[2], other[2]))


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
