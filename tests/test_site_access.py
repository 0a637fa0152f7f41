"""The site for everybody: axe on every page, keyboard, reflow, large and spaced text, forced colours, print."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from access_claims import Note, confirm, tell
from item_driver import PageHands, fill, form_of, items_here, press_button
from keyboard_walk import walk
from site_browser import AXE, ROOT, missing_judge, opened
from site_pages import all_pages, cut_off, faults, kinds, nothing, styled, too_wide, unfold

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDTHS = (320, 375, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
    " p { margin-bottom: 2em !important; }"
)
TWICE = "html { font-size: 250% !important; }"
"""The engine's theme sets 125 %."""


def on_each(page: Page, base: str, paths: dict[str, str], look: Callable[[Page], list[str]]) -> None:
    """Go to each page, look, and fail with all that was found."""
    found = {}
    for name, path in paths.items():
        page.goto(base + path)
        found[name] = look(page)
    nothing(found)


def test_axe_finds_nothing_on_any_page(browser: Browser, base: str, site_folder: Path, record_property: Note) -> None:
    """Every page once; one page of each kind at every width in both colour schemes."""
    paths, of_kinds = all_pages(site_folder), set(kinds(site_folder).values())

    def look(page: Page) -> list[str]:
        unfold(page)
        found = []
        whole = page.url.removeprefix(base) in of_kinds
        for width, scheme in product(WIDTHS, SCHEMES) if whole else [(1280, SCHEMES[0])]:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found += [f"{width} px, {scheme}: {fault}" for fault in faults(page) + too_wide(page)]
        return found

    with opened(browser, base) as page:
        on_each(page, base, {path: path for path in paths}, look)
    confirm(record_property, "pages", len(paths))
    confirm(record_property, "kinds", sorted(kinds(site_folder)))
    confirm(record_property, "widths", list(WIDTHS))
    confirm(record_property, "schemes", list(SCHEMES))


@pytest.mark.parametrize("width", [375, 1280])
def test_a_walk_by_keyboard(browser: Browser, base: str, site_folder: Path, width: int) -> None:
    stops = []
    with opened(browser, base, viewport={"width": width, "height": 700}) as page:

        def look(page: Page) -> list[str]:
            count, found = walk(PageHands(page))
            stops.append(count)
            return found

        on_each(page, base, kinds(site_folder), look)
    assert min(stops) >= 4


def test_nothing_is_cut_or_sticks_out(browser: Browser, base: str, site_folder: Path) -> None:
    """Reflow on every page (1.4.10); text twice as large (1.4.4) and the reader's own spacing (1.4.12) on each kind."""
    of_kinds = set(kinds(site_folder).values())
    cases = {"narrow": (320, ""), "twice": (1280, TWICE), "spaced": (1280, SPACED), "spaced, narrow": (320, SPACED)}

    def look(page: Page) -> list[str]:
        unfold(page)
        found = []
        for name, (width, rules) in cases.items():
            if name == "narrow" or page.url.removeprefix(base) in of_kinds:
                page.set_viewport_size({"width": width, "height": 700})
                styled(page, rules)
                found += [f"{name}: {fault}" for fault in too_wide(page) + cut_off(page)]
        return found

    with opened(browser, base) as page:
        on_each(page, base, {path: path for path in all_pages(site_folder)}, look)


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, base: str, site_folder: Path) -> None:
    moving = "() => document.getAnimations().filter(one => one.effect.getTiming().duration > 20).map(one => {const t = one.effect.target; return `${one.transitionProperty ?? one.animationName}: ${t.outerHTML.slice(0, 100)}`; })"  # noqa: E501
    with opened(browser, base, viewport={"width": 375, "height": 700}) as page:

        def look(page: Page) -> list[str]:
            found = []
            page.evaluate("document.querySelectorAll('main summary').forEach(one => one.click())")
            found += page.evaluate(moving)
            page.locator("button.site-menu").click()
            found += page.evaluate(moving)
            page.keyboard.press("Escape")
            return [*found, *page.evaluate(moving)]

        on_each(page, base, kinds(site_folder), look)


def test_what_the_player_makes_of_a_page_is_valid(
    browser: Browser, base: str, site_folder: Path, tmp_path: Path, record_property: Note
) -> None:
    """Each page as it stands after everything on it was answered wrong; one run of the checker for all of them."""
    java, checker = shutil.which("java"), ROOT / "node_modules" / "vnu-jar"
    if java is None or not checker.is_dir():
        missing_judge("the HTML checker")
    with opened(browser, base) as page:
        for number, path in enumerate(all_pages(site_folder)):
            page.goto(base + path)
            hands = PageHands(page)
            for item in items_here(hands):
                fill(hands, item, "wrong")
                if page.locator(f"{form_of(item)} [data-do=check]:visible").count():
                    press_button(hands, item, "check")
            (tmp_path / f"{number}.html").write_text(page.content(), encoding="utf-8")
    jar = str(checker / "build" / "dist" / "vnu.jar")
    command = [str(java), "-jar", jar, "--errors-only", "--format", "json", "--stdout", str(tmp_path)]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)["messages"]
    found = {f"{one['message']} … {one.get('extract', '')[:160]!r}" for one in said}
    assert {fault for fault in found if "Content-Security-Policy" not in fault} == set()
    tell(record_property, "versions.checker", version_of(checker))
    tell(record_property, "versions.axe", version_of(AXE.parent))
    tell(record_property, "versions.chromium", browser.version)


def version_of(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])


BORDERED = """() => {
  const wanted = ".button, .item__result:not(:empty), .option__label, .option__input, .row__select, .entry__input, .gap, .field__input,"
    + " .callout, .tool, .plan, summary.card__turn, [data-state], textarea, select, input:not([type=hidden])";
  const bordered = (one) => { const style = getComputedStyle(one); return ["Top", "Bottom", "Left", "Right"].some(side =>
    style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1) ||
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1); };
  const native = (one) => one.matches("input[type=radio], input[type=checkbox]") && getComputedStyle(one).appearance !== "none";
  return [...document.querySelectorAll(wanted)].filter(one => !one.closest("header, .md-toggle, form[name=search]") && !one.matches(".md-toggle")
    && one.checkVisibility({visibilityProperty: true}) && one.getBoundingClientRect().width > 2)
    .filter(one => !bordered(one) && !native(one) && !bordered(one.parentElement)).map(one => `no border: ${one.outerHTML.slice(0, 140)}`);
}"""  # noqa: E501


def test_forced_colours_leave_every_control_its_border(browser: Browser, base: str, site_folder: Path) -> None:
    with opened(browser, base, forced_colors="active", viewport={"width": 375, "height": 700}) as page:

        def look(page: Page) -> list[str]:
            unfold(page)
            return list(page.evaluate(BORDERED))

        on_each(page, base, kinds(site_folder), look)


PALE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const channel = (value) => (value / 255 <= .04045 ? value / 255 / 12.92 : ((value / 255 + .055) / 1.055) ** 2.4);
  const found = new Set();
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    if (!node.data.trim() || one.closest("svg, template, script, noscript, select")
        || !one.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if (getComputedStyle(one).clipPath !== "none" || one.getBoundingClientRect().width < 2) continue;
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = "#fff"; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = getComputedStyle(one).color; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
    const contrast = 1.05 / (.2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b) + .05);
    if (contrast < 4.5) found.add(`${contrast.toFixed(1)} on paper: ${one.outerHTML.slice(0, 120)}`);
  }
  return [...found];
}"""
CHROME = ".md-header, .md-sidebar, .beside, .md-skip, .item__buttons, .md-search, [data-do]"


def test_paper_shows_dark_words_and_no_frame(browser: Browser, base: str, site_folder: Path) -> None:
    """Also to those who read in dark colours; ink has the contrast of AA against white."""
    with opened(browser, base, color_scheme="dark") as page:

        def look(page: Page) -> list[str]:
            unfold(page)
            page.emulate_media(media="print")
            frame = [one for one in page.locator(CHROME).all() if one.is_visible()]
            found = [f"printed: {one.evaluate('one => one.outerHTML.slice(0, 100)')}" for one in frame]
            found += page.evaluate(PALE)
            page.emulate_media(media="screen")
            return found

        on_each(page, base, kinds(site_folder), look)
