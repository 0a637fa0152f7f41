"""The glossary's words in a lesson: their meaning shows beside the text, by keyboard too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_browser import opened
from site_pages import faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
LESSON = "lessons/boil-and-brew.html"


def test_a_meaning_opens_and_closes_by_keyboard(browser: Browser, base: str) -> None:
    with opened(browser, base, viewport={"width": 320, "height": 600}) as page:
        page.goto(base + LESSON)
        word, note = page.locator("a[aria-controls]").first, page.locator(".term-note").first
        assert word.inner_text() == "pot"
        assert not note.is_visible()
        word.focus()
        page.keyboard.press("Enter")
        assert note.inner_text().startswith("The vessel that the tea stands in.")
        assert word.get_attribute("aria-expanded") == "true"
        box = note.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert faults(page, "article") == []
        page.keyboard.press("Tab")
        assert page.locator(".term-note__more:focus").count() == 1
        page.keyboard.press("Escape")
        assert not note.is_visible()
        assert page.locator("a[aria-controls]:focus").count() == 1
        page.keyboard.press("Space")
        assert note.is_visible()
        page.mouse.click(5, 300)
        assert not note.is_visible()
        assert page.url == base + LESSON


def test_the_way_to_the_glossary_stays(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + LESSON)
        page.locator("a[aria-controls]").first.click()
        page.locator(".term-note__more").first.click()
        assert page.url == base + "glossary.html#term-pot"
        page.locator("#term-pot").wait_for()


def test_without_scripts_the_word_is_a_link(browser: Browser, base: str) -> None:
    with opened(browser, base, java_script_enabled=False) as page:
        page.goto(base + LESSON)
        page.locator("a[href$='glossary.html#term-pot']").first.click()
        assert page.url == base + "glossary.html#term-pot"
