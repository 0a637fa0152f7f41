"""The drawings of the organisation: all of it is in them and in their twins, nothing runs, nothing overflows."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tiny_course
from lxml import etree
from made_organisations import crowd, hostile, organisation
from site_browser import axe_source, opened, served, violations

from builder.build.front import compile_course
from builder.writers.figures import (
    LARGE_PRINT,
    Caption,
    Headings,
    Rung,
    department_columns,
    department_strip,
    ladder,
    network,
    overview_strip,
    overview_tree,
    service_map,
)
from builder.writers.figures.letters import NAME
from builder.writers.site.frame import Frame
from builder.writers.site.organisation import organisation_page
from builder.writers.workbooks.printing.paper import A4, Format

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from builder.model.organisation import Organisation

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "site" / "fonts"
ELEMENTS = {"svg", "rect", "text", "path", "polygon", "circle"}
HEADINGS = Headings("What it gets", "What it gives", "Meets")
POINT = 25.4 / 72
"""In millimetres."""
CAPTION = Caption('A "name" <of> it', "its-twin")


@cache
def real() -> tuple[Organisation, ...]:
    return tuple(one.edition.organisation for one in compile_course(ROOT).compiled)


def tiny() -> Organisation:
    return tiny_course.edition().organisation


def drawings(made: Organisation, caption: Caption = CAPTION) -> dict[str, str]:
    """Every drawing of an organisation by its name."""
    net = network(made)
    found = {
        "map": service_map(net, caption),
        "overview-strip": overview_strip(net, "meets {}".format, caption),
        "overview-tree": overview_tree(net, "meets {}".format, caption),
        "ladder": ladder([Rung("You"), *(Rung(one.role.plain, "after a while") for one in made.escalation)], caption),
    }
    for one in made.departments:
        found[f"strip-{one.id}"] = department_strip(net, one, HEADINGS, caption)
        found[f"columns-{one.id}"] = department_columns(net, one, HEADINGS, caption)
    return found


def spoken(svg: str) -> str:
    """A drawing's words without any space, as lines may break anywhere."""
    return "".join("".join(map(str, etree.fromstring(svg.encode()).itertext())).split())


def bare(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("which", range(5))
def test_all_of_an_organisation_is_in_its_drawings(which: int) -> None:
    made = (*real(), tiny(), crowd(), hostile())[which]
    net, drawn = network(made), drawings(made)
    assert sorted(one.id for one in net.departments) == sorted(one.id for one in made.departments)
    assert len(net.gifts) == sum(len(one.serves) for one in made.departments)
    said = {name: spoken(svg) for name, svg in drawn.items()}
    for called in (*(one.name for one in made.departments), *(one.name for one in made.outside)):
        assert bare(called.plain) in said["map"]
    for one in made.departments:
        for name in ("overview-strip", "overview-tree"):
            assert bare(one.name.plain) + bare(one.purpose.plain) in said[name]
        for name in (f"strip-{one.id}", f"columns-{one.id}"):
            for gift in net.given_by(one):
                assert bare(gift.receiver.name.plain) + bare(gift.what) in said[name]
            for gift in net.given_to(one):
                assert bare(gift.giver.name.plain) + bare(gift.what) in said[name]
            for met in net.met_by(one):
                assert bare(met.name.plain) in said[name]
    assert all(bare(step.role.plain) in said["ladder"] for step in made.escalation)
    numbers = re.findall(r'class="figure__number[^>]*>(\d+)<', drawn["map"])
    assert sorted(map(int, numbers)) == [gift.number for gift in net.gifts]


@pytest.mark.parametrize("which", range(2))
def test_names_are_large_on_a_page_of_large_print(which: int) -> None:
    net, page = network(real()[which]), Format(A4, "large")
    width, height = page.paper.width - page.gutter - page.outer, page.room - 42
    for svg in (
        service_map(net, CAPTION, LARGE_PRINT),
        overview_strip(net, "meets {}".format, CAPTION, purposes=False),
    ):
        _, _, wide, tall = map(float, re.findall(r'viewBox="([^"]*)"', svg)[0].split())
        letters = min(width / wide, height / tall) * NAME.size / POINT
        assert letters > 15, "points; below 16 only by a little"


@pytest.mark.parametrize("which", range(3))
def test_the_page_says_in_words_what_is_drawn(which: int) -> None:
    if which < 2:
        compiled = compile_course(ROOT).compiled[which]
        edition = compiled.edition
        frame = Frame(edition, tiny_course.plan_of(edition))
    else:
        frame = Frame(tiny_course.edition(), tiny_course.plan())
    page = organisation_page(frame).markdown().decode()
    words = bare(html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL))))
    for twin in re.findall(r'aria-details="([^"]+)"', page):
        assert page.count(f'id="{twin}"') == 1
    made = frame.edition.organisation
    net = network(made)
    for gift in net.gifts:
        assert f"{gift.number}{bare(gift.receiver.name.plain)}{bare(gift.what)}" in words
        assert words.count(bare(gift.what)) >= 3, "in the list, at the giver and at the receiver"
    for one in made.departments:
        assert bare(one.name.plain) + bare(one.purpose.plain) in words
    for standard in made.standards:
        durations = (standard.acknowledge, standard.update, standard.resolve)
        told = "".join(bare(frame.words.duration(one)) for one in durations)
        assert bare(standard.name.plain) + bare(standard.use_for.plain) + told in words
    for text in (*(m.purpose for m in made.calendar), *(e.contact for e in made.escalation), made.help_desk):
        assert bare(text.plain) in words
    assert made.quiet_hours.start.plain in words
    assert all(bare(sign.plain) in words for pair in made.swaps for sign in pair.look_for)


def test_hostile_names_are_text() -> None:
    for name, svg in drawings(hostile(), Caption('"><script>x</script>', '"><i>')).items():
        root = etree.fromstring(svg.encode())
        for element in root.iter():
            tag = etree.QName(element).localname
            assert tag in ELEMENTS, (name, tag)
            assert not [key for key in element.attrib if key == "style" or str(key).startswith("on")], (name, tag)
        assert root.get("aria-label") == '"><script>x</script>'
        assert root.get("aria-details") == '"><i>'


def test_a_drawing_stands_without_a_style_sheet_and_is_the_same_each_time() -> None:
    first, second = drawings(crowd()), drawings(crowd())
    assert first == second
    for svg in first.values():
        assert 'role="img"' in svg
        assert "currentColor" in svg
        assert "url(" not in svg


def test_what_there_is_little_of_is_drawn_too() -> None:
    alone = organisation([("Desk", "", [], [])], [])
    assert all(etree.fromstring(svg.encode()) is not None for svg in drawings(alone).values())
    itself = organisation([("Desk", "", [(0, "what it gives itself")], [])], ["guests"])
    assert network(itself).gifts == ()
    nowhere = organisation([("Desk", "", [(7, "lost")], [3])], ["guests"])
    assert network(nowhere).gifts == ()
    assert all("lost" not in svg for svg in drawings(nowhere).values())


def test_those_who_meet_the_outside_stand_beside_it() -> None:
    made = organisation(
        [("A", "", [(1, "x")], []), ("B", "", [(2, "x")], []), ("C", "", [], [0]), ("D", "", [], [])], ["guests"]
    )
    assert [one.name.plain for one in network(made).departments] == ["D", "A", "B", "C"]


OVERFLOWS = """() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const faults = [], view = svg.viewBox.baseVal, boxes = [];
  const inside = (inner, outer) => inner.x >= outer.x - .5 && inner.y >= outer.y - .5
    && inner.x + inner.width <= outer.x + outer.width + .5 && inner.y + inner.height <= outer.y + outer.height + .5;
  let box = null;
  for (const part of svg.children) {
    const at = part.getBBox();
    if (!inside(at, view)) faults.push(`${svg.id}: ${part.outerHTML} leaves the drawing`);
    if (part.tagName === 'rect') { box = at; boxes.push(at); }
    if (part.tagName === 'circle') box = at;
    if (part.tagName === 'text' && !part.classList.contains('figure__in-ground') && !inside(at, box))
      faults.push(`${svg.id}: ${part.textContent} leaves its box`);
  }
  boxes.forEach((one, i) => boxes.slice(i + 1).forEach(two => {
    const beside = one.x >= two.x + two.width || two.x >= one.x + one.width;
    if (!beside && one.y < two.y + two.height && two.y < one.y + one.height)
      faults.push(`${svg.id}: two boxes overlap`);
  }));
  return faults;
})"""


@pytest.mark.browser
@pytest.mark.parametrize("mirrored", [False, True])
def test_no_text_leaves_its_box(browser: Browser, tmp_path: Path, mirrored: bool) -> None:  # noqa: FBT001 - a parameter
    page_of = ["<!doctype html><meta charset=utf-8><title>x</title><link rel=icon href='data:,'><style>"]
    for weight, file in ((400, "latin-400-normal"), (700, "latin-700-normal")):
        (tmp_path / f"{weight}.woff2").write_bytes((FONTS / f"atkinson-hyperlegible-next-{file}.woff2").read_bytes())
        page_of.append(f"@font-face {{ font-family: A; font-weight: {weight}; src: url({weight}.woff2) }}")
    page_of.append("svg { display: block; font-family: A; width: 360px }</style>")
    for made in (*real(), tiny(), crowd()):
        for name, svg in drawings(made, Caption("x", mirrored=mirrored)).items():
            page_of.append(svg.replace("<svg ", f'<svg id="{made.id}-{name}" ', 1))
    (tmp_path / "index.html").write_text("".join(page_of), encoding="utf-8")
    with served(tmp_path) as base, opened(browser, base) as page:
        page.goto(base + "index.html")
        page.evaluate("document.fonts.ready")
        assert page.evaluate("document.fonts.check('700 15px A')")
        assert page.evaluate(OVERFLOWS) == []
        nearest = page.evaluate(
            """() => Math.min(...[...document.querySelectorAll('[id$="-map"]')].flatMap(svg => {
              const circles = [...svg.querySelectorAll('circle')];
              const discs = circles.map(one => [one.cx.baseVal.value, one.cy.baseVal.value]);
              const far = (one, two) => Math.hypot(one[0] - two[0], one[1] - two[1]);
              return discs.flatMap((one, i) => discs.slice(i + 1).map(two => far(one, two)));
            }))"""
        )
        assert nearest >= 18, "two numbers cover each other"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_the_page_of_the_organisation_is_accessible(browser: Browser, base: str, scheme: str, width: int) -> None:
    axe = axe_source()
    with opened(browser, base, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        for path in ("organisation.html", "index.html"):
            page.goto(base + path)
            page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
            assert violations(page, axe) == []
            assert page.evaluate("document.documentElement.scrollWidth") == width
        page.goto(base + "organisation.html")
        shown = page.locator(".figure--overview svg:visible")
        assert shown.count() == 1, "of the two drawings the one that fits"
        sizes = smallest(page)
        assert min(sizes) >= (9 if width == 320 else 11), sizes


def smallest(page: Page) -> list[float]:
    """The sizes of the letters that are shown, in CSS pixels."""
    sizes: list[float] = page.evaluate(
        """() => [...document.querySelectorAll('.figure svg')].filter(svg => svg.checkVisibility())
          .flatMap(svg => [...svg.querySelectorAll('text')].map(
            text => parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a))"""
    )
    return sizes


@pytest.mark.browser
def test_drawings_are_seen_in_forced_colours(browser: Browser, base: str) -> None:
    with opened(browser, base, forced_colors="active", viewport={"width": 375, "height": 900}) as page:
        page.goto(base + "organisation.html")
        unseen = page.evaluate(
            """() => {
              const { backgroundColor: ground, color } = getComputedStyle(document.body);
              const parts = document.querySelectorAll('.figure svg :is(rect, path, text, polygon, circle)');
              return [...parts].filter(part => {
                const { fill, stroke } = getComputedStyle(part);
                return part.matches('text, polygon') ? fill !== color : stroke === ground;
              }).map(part => part.outerHTML);
            }"""
        )
        assert unseen == []
        assert page.locator(".figure svg:visible").count() > 0
