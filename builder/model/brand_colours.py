"""A brand's colour as text and as ground: moved towards black or white until it can be read, and no further."""

from __future__ import annotations

import colorsys

from builder.model.colour import BLACK, WHITE, Colour, contrast, from_hex, luminance, mixed, to_hex

TEXT_CONTRAST = 5.0
"""What text in a brand colour has against every ground: AA asks for 4.5."""
FILL_CONTRAST = 7.0
"""What white text has on a brand-coloured area."""
TINT = 0.93
"""The lightness of a light ground in a brand's hue."""
LIGHT_GROUND = "#f1ece3"
"""The darkest ground of the light scheme."""
DARK_GROUND = "#26313a"
"""The lightest ground of the dark scheme."""

_STEPS = 100


def text_colour(colour: Colour) -> Colour:
    """The colour of text on light grounds."""
    return readable(colour, darker(shade(colour, TINT), from_hex(LIGHT_GROUND)), BLACK, TEXT_CONTRAST)


def fill_colour(colour: Colour) -> Colour:
    """The colour of an area with white text on it."""
    return readable(colour, WHITE, BLACK, FILL_CONTRAST)


def shade(colour: Colour, lightness: float) -> Colour:
    """The colour's hue at another lightness (0 to 1, as HSL has it), a little less saturated than the colour."""
    hue, _, saturation = colorsys.rgb_to_hls(*colour)
    return colorsys.hls_to_rgb(hue, lightness, saturation * 0.8)


def readable(colour: Colour, ground: Colour, towards: Colour, least: float) -> Colour:
    """``colour`` moved ``towards`` black or white until its contrast with ``ground`` is at least ``least``."""
    for step in range(_STEPS + 1):
        moved = from_hex(to_hex(mixed(colour, towards, step / _STEPS)))
        if contrast(moved, ground) >= least:
            return moved
    return towards


def darker(one: Colour, other: Colour) -> Colour:
    """The one of lower luminance."""
    return min(one, other, key=luminance)


def lighter(one: Colour, other: Colour) -> Colour:
    """The one of higher luminance."""
    return max(one, other, key=luminance)
