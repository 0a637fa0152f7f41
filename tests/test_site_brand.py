"""Whatever two colours an organisation has, its site can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from builder.model.brand_colours import TEXT_CONTRAST
from builder.model.colour import contrast, from_hex
from builder.model.organisation import Brand
from builder.writers.site.brand import brand_css

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
LIGHT = ("#fbf9f5", "#ffffff", "#f3efe7")
DARK = ("#141b20", "#1b242b", "#202b32")


def tokens(css: str) -> dict[str, tuple[str, str]]:
    """Each token's light and dark colour."""
    both = {m[1]: (m[2], m[3]) for m in re.finditer(r"--([\w-]+): light-dark\((#\w+), (#\w+)\);", css)}
    return both | {m[1]: (m[2], m[2]) for m in re.finditer(r"--([\w-]+): (#\w+);", css)}


@given(COLOURS, COLOURS)
def test_text_in_brand_colours_has_the_contrast_it_needs(primary: str, accent: str) -> None:
    found = tokens(brand_css(Brand(primary=primary, accent=accent)))
    for name in ("brand", "accent"):
        text, tint, fill, deep = (found[f"{name}{part}"] for part in ("", "-tint", "-fill", "-deep"))
        for scheme, grounds in ((0, LIGHT), (1, DARK)):
            for ground in (*grounds, tint[scheme]):
                assert contrast(from_hex(text[scheme]), from_hex(ground)) >= 4.5, (name, scheme, ground)
            assert contrast(from_hex("#ffffff"), from_hex(fill[scheme])) >= 4.5
            assert contrast(from_hex("#ffffff"), from_hex(deep[scheme])) >= 4.5
            assert contrast(from_hex(found[f"{name}-on-fill"][scheme]), from_hex(fill[scheme])) >= 4.5
        ink = "#1b2428", "#ece9e2"
        assert contrast(from_hex(ink[0]), from_hex(tint[0])) >= 4.5
        assert contrast(from_hex(ink[1]), from_hex(tint[1])) >= 4.5


def test_a_colour_that_reads_well_stays_as_it_is() -> None:
    assert tokens(brand_css(Brand(primary="#17475a")))["brand"][0] == "#17475a"
    assert contrast(from_hex("#17475a"), from_hex("#ffffff")) > TEXT_CONTRAST
    assert round(contrast(from_hex("#000000"), from_hex("#ffffff")), 2) == 21


@given(st.text(max_size=30).filter(lambda text: not re.fullmatch("#[0-9a-fA-F]{6}", text)))
def test_nothing_but_colours_gets_into_a_brand(text: str) -> None:
    with pytest.raises(ValidationError):
        Brand(primary=text)


@given(COLOURS)
def test_nothing_but_colours_reaches_the_style_sheet(colour: str) -> None:
    css = brand_css(Brand(primary=colour, accent=colour))
    assert re.fullmatch(r":root \{\n(  --[a-z-]+: [a-z0-9#(), -]+;\n)+\}\n", css)
