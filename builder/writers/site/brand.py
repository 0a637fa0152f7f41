"""The brand's two colours as the tokens of a light and a dark scheme, with the contrast that WCAG 2.2 AA asks for.

An organisation may name any two colours. Each is moved towards black or white, no further than needed, until text
in it can be read on every ground it is used on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.brand_colours import (
    DARK_GROUND,
    TEXT_CONTRAST,
    TINT,
    fill_colour,
    lighter,
    readable,
    shade,
    text_colour,
)
from builder.model.colour import BLACK, WHITE, Colour, from_hex, mixed, to_hex

if TYPE_CHECKING:
    from builder.model.organisation import Brand


def brand_css(brand: Brand) -> str:
    """A ``:root`` rule with the tokens that come from the brand; the rest are in ``site/tokens.css``."""
    rules = [*_role("brand", from_hex(brand.primary)), *_role("accent", from_hex(brand.accent))]
    return ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in rules) + "}\n"


def fill_of(colour: str) -> str:
    """A brand colour, as dark as white signs on it need: ``#rrggbb``."""
    return to_hex(fill_colour(from_hex(colour)))


def _role(name: str, colour: Colour) -> list[tuple[str, str]]:
    light_tint, dark_tint = shade(colour, TINT), shade(colour, 0.16)
    light_text, fill = text_colour(colour), fill_colour(colour)
    dark_text = readable(shade(colour, 0.66), lighter(dark_tint, from_hex(DARK_GROUND)), WHITE, TEXT_CONTRAST)
    return [
        (name, _both(light_text, dark_text)),
        (f"{name}-fill", _both(fill, mixed(fill, BLACK, 0.15))),
        (f"{name}-deep", _both(mixed(fill, BLACK, 0.35), mixed(fill, BLACK, 0.55))),
        (f"{name}-tint", _both(light_tint, dark_tint)),
        (f"{name}-edge", _both(shade(colour, 0.74), shade(colour, 0.36))),
        (f"{name}-glow", to_hex(shade(colour, 0.68))),
        (f"{name}-on-fill", to_hex(readable(mixed(colour, WHITE, 0.5), fill, WHITE, TEXT_CONTRAST))),
    ]


def _both(light: Colour, dark: Colour) -> str:
    return f"light-dark({to_hex(light)}, {to_hex(dark)})"
