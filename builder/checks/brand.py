"""The brand's colours: said when text in one of them can't be read, and what stands in for it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.model.brand_colours import fill_colour, text_colour
from builder.model.colour import READABLE, WHITE, contrast, from_hex, to_hex
from builder.model.edition import Edition
from builder.model.organisation import Brand


def check_brand(edition: Edition) -> Iterator[Diagnostic]:
    """Findings about the brand of ``edition``."""
    return brand_findings(edition.organisation.brand)


def brand_findings(brand: Brand) -> Iterator[Diagnostic]:
    """Brand colours with less contrast against white than WCAG 2.2 AA asks of text."""
    for field, given in (("primary", brand.primary), ("accent", brand.accent)):
        colour = from_hex(given)
        found = contrast(colour, WHITE)
        if found < READABLE:
            text, fill = to_hex(text_colour(colour)), to_hex(fill_colour(colour))
            # Rounded down: 4.49 is not 4.5.
            message = (
                f"'{given}' has a contrast of {int(found * 10) / 10} to 1 with white, less than {READABLE}: "
                f"the site writes in {text} and fills areas with {fill} instead"
            )
            help_ = "leave it as it is, or choose a darker colour of the brand"
            yield Diagnostic("brand-contrast", message, brand.places.of(field), help_, len(given))
