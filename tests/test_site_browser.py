"""The site in Chromium: accessible, answered by keyboard, quiet, readable without scripts, light, searchable."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from item_driver import PageHands, answer, items_here
from site_browser import axe_source, built_site, opened, served, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LESSON = "lessons/boil-and-brew.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_states(browser: Browser, base: str, scheme: str) -> None:
    """Answered right and wrong, message shown, search open, menu open, buttons under the pointer."""
    axe = axe_source()
    with opened(browser, base, color_scheme=scheme, viewport={"width": 375, "height": 800}) as page:
        page.goto(base + "quizzes/quiz-tea-check.html")
        for button in page.locator("[data-do=check]").all():
            button.click()
        assert violations(page, axe) == []
        for form in page.locator("form:has([data-do=check])").all():
            form.locator(".option__label").first.click()
            form.locator("[data-do=check]").click()
        assert violations(page, axe) == []
        page.set_viewport_size({"width": 375, "height": page.evaluate("document.documentElement.scrollHeight")})
        page.locator("[data-do=again]").first.hover()
        assert violations(page, axe) == []
        page.locator("button.site-menu").click()
        page.wait_for_timeout(300)
        assert violations(page, axe) == []
    with opened(browser, base, color_scheme=scheme, viewport={"width": 1280, "height": 900}) as page:
        page.goto(base + LESSON)
        search(page, "water")
        page.keyboard.press("Tab")
        assert violations(page, axe) == []


def answer_all(page: Page) -> None:
    """Answer what can be answered on the page, by keyboard."""
    hands = PageHands(page)
    for item in items_here(hands):
        answer(hands, item, "right")


def test_progress_is_said_in_words_and_the_start_page_goes_on(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + LESSON)
        answer_all(page)
        assert page.locator(".facts [data-progress]").inner_text() == "2 of 2 questions answered · Done"
        page.goto(base + "index.html")
        assert page.locator(".module [data-progress]").first.inner_text() == "2 of 3 questions answered"
        page.locator("[data-continue]").click()
        assert page.url.startswith(base + "lessons/")


@pytest.mark.parametrize("broken", ["throws", "full", "damaged"])
def test_storage_that_fails_breaks_nothing(browser: Browser, base: str, broken: str) -> None:
    script = {
        "throws": "Object.defineProperty(window, 'localStorage',"
        "{get() { throw new DOMException('no'); }, configurable: true});",
        "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        "damaged": "localStorage.setItem('course.tea-round.1', '{\"version\":1,\"answers\":[[1,');"
        "localStorage.setItem('scheme', '<b>');",
    }[broken]
    with opened(browser, base) as page:
        page.add_init_script(script)
        page.goto(base + LESSON)
        answer_all(page)
        assert page.locator("form[data-item=t-first-step] .option[data-state]").count() > 0
        page.locator("button[data-scheme]").click()
        assert page.locator("html").get_attribute("data-scheme") == "dark"


@pytest.mark.parametrize("start", ["index.html", LESSON])
def test_the_menu_works_by_keyboard(browser: Browser, base: str, start: str) -> None:
    with opened(browser, base, viewport={"width": 375, "height": 800}) as page:
        page.goto(base + start)
        assert page.locator(".md-sidebar--primary a:visible").count() == 0
        button = page.locator("button.site-menu")
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        assert page.locator(".md-sidebar--primary a:focus").count() == 1
        assert page.locator(".md-sidebar--primary a:visible").count() > 3
        page.keyboard.press("Escape")
        assert page.locator("button.site-menu:focus").count() == 1
        assert button.get_attribute("aria-expanded") == "false"


def test_a_letter_alone_does_nothing(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + LESSON)
        for key in "nps/.,f":
            page.keyboard.press(key)
        page.wait_for_timeout(200)
        assert page.url == base + LESSON
        assert page.locator(".md-search__input:focus").count() == 0
        search(page, "n")


def test_the_choice_of_colours_is_kept(browser: Browser, base: str) -> None:
    with opened(browser, base, color_scheme="light") as page:
        page.goto(base)
        light = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        page.get_by_role("button", name="Dark colours").click()
        page.goto(base + LESSON)
        assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") != light
        assert page.get_by_role("button", name="Light colours").count() == 1


def test_readable_without_scripts(browser: Browser, base: str) -> None:
    with opened(browser, base, java_script_enabled=False) as page:
        page.goto(base + LESSON)
        form = page.locator("form[data-item=t-first-step]")
        assert form.locator("input:visible").count() == 4
        assert form.locator("button:visible").count() == 0
        form.locator("summary", has_text="Answer and reasons").click()
        assert form.locator(".reason:visible").count() == 4
        assert "Right:" in form.locator(".reason").first.inner_text()
        page.goto(base + "scenarios/case-late-guest.html")
        page.locator(".choice summary").first.click()
        page.locator(".choice__on:visible").first.click()
        assert "#case-late-guest--" in page.url
        page.goto(base + "cards/deck-tea.html")
        page.locator(".turn summary").first.click()
        assert page.locator(".card__back:visible").count() == 1
        assert page.locator(".site-find:visible, .md-search:visible").count() == 0


def test_anchors_come_to_rest_below_the_header(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + LESSON + "#t-minutes")
        box, header = page.locator("#t-minutes").bounding_box(), page.locator("header").bounding_box()
        assert box
        assert header
        assert header["y"] + header["height"] <= box["y"] < 900


def search(page: Page, words: str) -> list[str]:
    """What the search finds for ``words``: its titles."""
    page.locator(".md-search__input").click()
    page.keyboard.type(words)
    page.locator(".md-search-result__item").first.wait_for()
    return page.locator(".md-search-result__item h1, .md-search-result__item h2").all_inner_texts()


def test_search_over_http_fetches_its_index_when_asked(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(base + LESSON, wait_until="networkidle")
        assert not [address for address in asked if "/search" in address]
        assert "Boil and brew" in " ".join(search(page, "kettle"))
        assert [address for address in asked if address.endswith("search/search_index.json")]


@pytest.mark.parametrize("over", ["http", "file"])
def test_search_knows_the_courses_language(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, over: str
) -> None:
    """What a language needs beside the worker is a script of its own."""
    spanish = built_site(tmp_path_factory.mktemp("spanish"), language="es")
    with served(spanish) as address:
        start = address if over == "http" else spanish.as_uri() + "/"
        with opened(browser, start) as page:
            page.goto(start + LESSON)
            assert "Hervir y preparar" in " ".join(search(page, "tetera"))


def test_search_works_from_a_folder(browser: Browser, site_folder: Path) -> None:
    with opened(browser, site_folder.as_uri()) as page:
        page.goto((site_folder / LESSON).as_uri())
        assert "Boil and brew" in " ".join(search(page, "kettle"))
        page.keyboard.press("Escape")
        answer_all(page)
        page.reload()
        assert page.locator("form[data-item=t-first-step] .option[data-state]").count() == 4


def test_the_first_view_of_a_lesson_is_light(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        bodies: dict[str, bytes] = {}
        page.on("response", lambda response: bodies.update({response.url: response.body()}))
        page.goto(base + LESSON, wait_until="networkidle")
        weight = {re.sub(r".*/", "", url): len(gzip.compress(body, 6)) for url, body in bodies.items()}
        assert len(weight) <= 12, weight
        assert sum(weight.values()) <= 150 * 1024, weight
