"""From views to XHTML: escaping, links, colours and drawings, without laying anything out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from printed_books import books
from tiny_course import course, edition, edition_of

from builder.model.text import Line
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.printing.art import pattern
from builder.writers.workbooks.printing.colours import palette
from builder.writers.workbooks.printing.linker import Linker
from builder.writers.workbooks.printing.paper import A4, Format
from builder.writers.workbooks.things import letter

NASTY = "A & \"b\" 'c' < d > </style> {{ x }}"


def _book(name: str = "tea.learner") -> LearnerBook:
    reads = books(edition())[name].reads
    assert isinstance(reads, LearnerBook)
    return reads


def test_words_with_marks_of_html_arrive_as_words() -> None:
    source = course()
    settings = source.settings.model_copy(update={"title": Line(NASTY.replace("{{ x }}", "x"))})
    modules = tuple(module.model_copy(update={"title": settings.title}) for module in source.modules)
    made = edition_of(source.model_copy(update={"settings": settings, "modules": modules}))
    reads = books(made)["tea.learner"].reads
    assert isinstance(reads, LearnerBook)
    page: Any = lxml_html.document_fromstring(learner_page(reads))
    words = NASTY.replace("{{ x }}", "x")
    (cover,) = page.xpath("//section[@class='cover']")
    assert cover.get("data-book") == words
    assert words in page.findtext(".//title")
    assert [h1.text_content() for h1 in page.xpath("//h1[@class='opener-title']")] == [words]
    assert words in page.xpath("string(//p[@class='tagline'])")
    assert words in page.xpath("//li[@class='toc-module']/a")[0].text_content()


def test_a_link_is_flattened_around_the_words_it_holds() -> None:
    linker = Linker(
        "tea", frozenset({"here", "tea.borrowed"}), frozenset({"here", "tea.borrowed", "far"}), Format(A4).tables
    )
    assert (
        linker('<a href="#here">x <em>y</em></a>')
        == '<a href="#here">x </a><em><a class="page" href="#here">y</a></em>'
    )
    assert linker('<a href="#far">x</a>') == '<a href="#far">x</a>'
    assert linker('<a href="#borrowed">x</a>') == '<a class="page" href="#tea.borrowed">x</a>'
    assert linker('<a href="#nowhere">x <b>y</b></a>') == "x <b>y</b>"
    assert linker('<a href="https://a.example/"><strong>x</strong></a>') == (
        '<strong><a href="https://a.example/">x</a></strong>'
    )


def test_anchors_are_unique_and_every_link_leads_to_one() -> None:
    for name in ("tea.learner", "course.learner"):
        page: Any = lxml_html.document_fromstring(learner_page(_book(name)))
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_a_brand_that_is_no_colour_does_not_reach_the_style() -> None:
    book = _book()
    hostile = replace(book, identity=replace(book.identity, primary="red;} body{display:none", accent="url(x)"))
    with pytest.raises(ValueError, match="hexadecimal"):
        learner_page(hostile)


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), st.from_regex(r"#[0-9A-F]{6}", fullmatch=True))
def test_whatever_the_brand_its_inks_can_be_read(primary: str, accent: str) -> None:
    colours = palette(primary, accent)
    for ink in (colours.ink, colours.warm):
        assert _contrast(ink, "#ffffff") >= 4.5
    assert _contrast(colours.on_primary, colours.primary) >= 4.5


@given(st.text(max_size=20), st.integers(1, 6), st.integers(1, 5))
def test_a_drawing_is_a_function_of_its_seed(seed: str, columns: int, rows: int) -> None:
    colours = palette("#1f4e5f", "#b4541a")
    drawn = pattern(seed, colours, columns, rows)
    assert drawn == pattern(seed, colours, columns, rows)
    root = ET.fromstring(drawn)  # noqa: S314 - our own drawing
    assert len(root) == columns * rows


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA")])
def test_letters_go_on_after_z(number: int, name: str) -> None:
    assert letter(number) == name


def _contrast(one: str, other: str) -> float:
    lights = sorted(_light(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
