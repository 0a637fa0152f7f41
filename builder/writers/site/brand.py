"""The brand's two colours as the tokens of a light and a dark scheme, with the contrast that WCAG 2.2 AA asks for.

An organisation may name any two colours. Each is moved towards black or white, no further than needed, until text
in it can be read on every ground it is used on.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

from builder.model.colour import BLACK, WHITE, Colour, contrast, from_hex, luminance, mixed, to_hex

if TYPE_CHECKING:
    from builder.model.organisation import Brand

TEXT_CONTRAST = 5.0
"""What text in a brand colour has against every ground: AA asks for 4.5."""
FILL_CONTRAST = 7.0
"""What white text has on a brand-coloured area."""

_LIGHT_GROUND = "#f1ece3"
_DARK_GROUND = "#26313a"
_STEPS = 100


def brand_css(brand: Brand) -> str:
    """A ``:root`` rule with the tokens that come from the brand; the rest are in ``site/tokens.css``."""
    rules = [*_role("brand", from_hex(brand.primary)), *_role("accent", from_hex(brand.accent))]
    return ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in rules) + "}\n"


def fill_of(colour: str) -> str:
    """A brand colour, as dark as white signs on it need: ``#rrggbb``."""
    return to_hex(readable(from_hex(colour), WHITE, BLACK, FILL_CONTRAST))


def _role(name: str, colour: Colour) -> list[tuple[str, str]]:
    light_tint, dark_tint = shade(colour, 0.93), shade(colour, 0.16)
    light_text = readable(colour, darker(light_tint, from_hex(_LIGHT_GROUND)), BLACK, TEXT_CONTRAST)
    dark_text = readable(shade(colour, 0.66), lighter(dark_tint, from_hex(_DARK_GROUND)), WHITE, TEXT_CONTRAST)
    fill = readable(colour, WHITE, BLACK, FILL_CONTRAST)
    return [
        (name, _both(light_text, dark_text)),
        (f"{name}-fill", _both(fill, mixed(fill, BLACK, 0.15))),
        (f"{name}-deep", _both(mixed(fill, BLACK, 0.35), mixed(fill, BLACK, 0.55))),
        (f"{name}-tint", _both(light_tint, dark_tint)),
        (f"{name}-edge", _both(shade(colour, 0.74), shade(colour, 0.36))),
        (f"{name}-glow", to_hex(shade(colour, 0.68))),
        (f"{name}-on-fill", to_hex(readable(mixed(colour, WHITE, 0.5), fill, WHITE, TEXT_CONTRAST))),
    ]


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


def _both(light: Colour, dark: Colour) -> str:
    return f"light-dark({to_hex(light)}, {to_hex(dark)})"
