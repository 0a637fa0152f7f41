"""Every state of every item type: answered by keyboard, told once, focus kept, and found accessible by axe."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from access_claims import Note, confirm
from item_driver import HALVES, UNSCORED, PageHands, expected, fill, form_of, items_here, press_button, status
from site_browser import opened
from site_pages import all_pages, faults, nothing

from builder.model.items import ITEM_TYPES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDTHS = (320, 375, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LISTEN = """() => {
  window.said = [];
  for (const place of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
    let before = place.textContent;
    new MutationObserver(() => {
      if (place.textContent.trim() && place.textContent !== before) window.said.push(place.textContent.trim());
      before = place.textContent;
    }).observe(place, {subtree: true, childList: true, characterData: true});
  }
}"""
SAID = "() => new Promise(done => setTimeout(() => { done(window.said.splice(0)); }, 60))"


@pytest.fixture(scope="module")
def places(browser: Browser, base: str, site_folder: Path) -> dict[str, tuple[str, str]]:
    """A page and an item for each type: one that is checked alone, with hints if there is one."""
    found: dict[str, tuple[str, str]] = {}
    with opened(browser, base) as page:
        for path in sorted(all_pages(site_folder), key=lambda path: not path.startswith(("lessons/", "quizzes/"))):
            if 'class="item"' not in (site_folder / path).read_text(encoding="utf-8"):
                continue
            page.goto(base + path)
            for item, type_ in items_here(PageHands(page)).items():
                form = page.locator(form_of(item))
                if type_ in UNSCORED or form.locator("[data-do=check]:visible").count():
                    better = form.locator(".hint").count() and type_ not in {t for t, p in found.items() if p[2:]}
                    if type_ not in found or better:
                        found[type_] = (path, item)
    return found


class Item:
    """An item on a page, and what axe finds in each of its states."""

    def __init__(self, page: Page, item: str, type_: str) -> None:
        self.page, self.item, self.type = page, item, type_
        self.hands = PageHands(page)
        self.form = page.locator(form_of(item))
        self.found: dict[str, list[str]] = {}

    def look(self, state: str) -> None:
        self.found[state] = []
        for width, scheme in product(WIDTHS, SCHEMES):
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.emulate_media(color_scheme=scheme)
            self.found[state] += [f"{width} px, {scheme}: {fault}" for fault in faults(self.page, form_of(self.item))]

    def check(self, how: str) -> None:
        """Answer and check: told in one status, once, and the button keeps focus."""
        fill(self.hands, self.item, how)
        self.page.evaluate(SAID)
        press_button(self.hands, self.item, "check")
        said = self.page.evaluate(SAID)
        assert len(said) == 1, f"{how}: told {len(said)} times: {said}"
        result = self.form.locator(".item__result")
        assert result.get_attribute("data-result") == expected(self.hands, self.item, how), f"{how}: {said}"
        assert self.form.locator("[data-do=check]:focus").count() == 1, "checking moves no focus"
        assert self.form.locator("input:disabled, button:disabled, select:disabled").count() == 0
        self.look(how)


@pytest.mark.parametrize("type_", ITEM_TYPES)
def test_every_state(
    browser: Browser, base: str, places: dict[str, tuple[str, str]], type_: str, record_property: Note
) -> None:
    path, name = places[type_]
    with opened(browser, base) as page:
        page.goto(base + path)
        item = Item(page, name, type_)
        item.look("untouched")
        for hint in item.form.locator(".hint summary").all():
            if hint.is_visible():
                hint.press("Enter")
                item.look("hint")
        if type_ in UNSCORED:
            written(item)
        else:
            checked(item)
    nothing(item.found)
    confirm(record_property, f"states.{type_}", sorted(item.found))


def written(item: Item) -> None:
    """What is typed alone is kept, told once, and there after a reload."""
    item.page.evaluate(LISTEN)
    fill(item.hands, item.item, "right")
    item.page.keyboard.press("Tab")
    assert len(item.page.evaluate(SAID)) == 1
    item.look("written")
    item.page.reload()
    assert item.form.locator("textarea").input_value() == "What I typed"
    item.look("review")


def checked(item: Item) -> None:
    """Asked for, wrong, half, right, and as it is when the page is opened again."""
    item.page.evaluate(LISTEN)
    press_button(item.hands, item.item, "check")
    assert len(item.page.evaluate(SAID)) == 1, "an empty answer is told once"
    assert item.form.locator(":focus").count() == 1
    item.look("unanswered")
    for how in ("wrong", "half", "right"):
        if how == "half" and item.type not in HALVES:
            continue
        if item.form.locator("[data-do=again]:visible").count():
            press_button(item.hands, item.item, "again")
            assert item.form.locator(":focus").count() == 1, "trying again loses no focus"
        item.check(how)
    told = status(item.hands, item.item)
    item.page.reload()
    assert status(item.hands, item.item) == told
    assert item.form.locator(":checked:not([name$='--sure'])").count() >= (1 if item.type in CHOSEN else 0)
    item.look("review")


CHOSEN = {"single_choice", "multiple_response", "true_false", "judgement"}
