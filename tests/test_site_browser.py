"""The site in Chromium: accessible, answered by keyboard, quiet, readable without scripts, light, searchable."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from site_browser import ARGUMENTS, axe_source, built_site, chromium, opened, served, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KINDS = (
    "index.html", "modules/tea/index.html", "lessons/boil-and-brew.html", "lessons/pour-for-others.html",
    "quizzes/quiz-tea-check.html", "quizzes/quiz-end.html", "scenarios/case-late-guest.html",
    "worksheets/sheet-my-round.html", "cards/deck-tea.html", "refreshers/index.html", "refreshers/2027-01.html",
    "glossary.html", "practices.html", "sources.html", "about.html",
)  # fmt: skip
LESSON = "lessons/boil-and-brew.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def base(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is wanted

    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, base: str, scheme: str, width: int) -> None:
    axe = axe_source()
    found: dict[str, list[str]] = {}
    with opened(browser, base, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        for kind in KINDS:
            page.goto(base + kind)
            page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
            found[kind] = violations(page, axe)
    assert {kind: faults for kind, faults in found.items() if faults} == {}


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


@pytest.mark.parametrize(("key", "told"), [("Space", "Right"), ("ArrowDown", "Not right")])
def test_a_single_choice_by_keyboard(browser: Browser, base: str, key: str, told: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + LESSON)
        form = page.locator("form[data-item=t-first-step]")
        assert form.locator(":checked").count() == 0
        form.locator("input").first.focus()
        page.keyboard.press(key)
        page.keyboard.press("Enter")
        status = form.locator("[role=status]")
        assert told.lower() in status.inner_text().lower() or status.inner_text().startswith("Not right yet")
        assert form.locator("input:focus").count() == 1, "checking moves no focus"
        assert form.locator(".option__told").count() == form.locator("input").count(), "a reason for every option"
        chosen = form.locator(".option:has(:checked)")
        assert chosen.locator(".state").inner_text().startswith(told)
        described = form.locator("input").first.get_attribute("aria-describedby")
        assert page.locator(f"[id='{described}']").inner_text()
        assert form.locator("input:disabled, button:disabled").count() == 0
        form.locator(".option__label").last.click(force=True)
        assert chosen.count() == 1, "a checked answer stays"


def test_an_empty_answer_is_asked_for_beside_the_question(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + LESSON)
        form = page.locator("form[data-item=t-first-step]")
        form.locator("[data-do=check]").focus()
        page.keyboard.press("Enter")
        status = form.locator("[role=status]")
        assert status.inner_text() == "Choose an answer first."
        assert (status.get_attribute("id") or "none") in (
            form.locator("fieldset").get_attribute("aria-describedby") or ""
        )
        assert form.locator("input:focus").count() == 1


def answer_all(page: Page) -> dict[str, str]:
    """Answer each choice on the page by keyboard with the first option; what is said then, by item."""
    told = {}
    for form in page.locator("form:has([data-do=check])").all():
        form.locator("input").first.focus()
        page.keyboard.press("Space")
        form.locator("[data-do=check]").focus()
        page.keyboard.press("Enter")
        assert form.locator("[data-do=check]:focus").count() == 1
        told[form.get_attribute("data-item") or ""] = form.locator("[role=status]").inner_text()
    return told


def test_three_types_are_answered_and_kept_over_a_reload(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        seen: dict[str, str] = {}
        for address in (LESSON, "lessons/pour-for-others.html", "lessons/wash-up.html", "quizzes/quiz-tea-check.html",
                        "refreshers/2027-01.html", "refreshers/2027-02.html"):  # fmt: skip
            page.goto(base + address)
            types = page.locator("form:has([data-do=check])").evaluate_all("all => all.map(one => one.dataset.type)")
            again = {item: page.locator(f"form[data-item={item}]").count() for item in seen}
            if any(again.values()):
                continue
            told = answer_all(page)
            page.reload()
            for item, words in told.items():
                form = page.locator(f"form[data-item={item}]")
                assert form.locator("[role=status]").inner_text() == words
                assert form.locator(".option[data-state]").count() == form.locator("input").count()
            seen |= dict(zip(told, types, strict=True))
        assert set(seen.values()) == {"single_choice", "multiple_response", "true_false"}


def test_trying_again_counts_the_first_try(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + LESSON)
        form = page.locator("form[data-item=t-first-step]")
        wrong = form.locator(".reason[data-right=false]").first.get_attribute("data-part")
        right = form.locator(".reason[data-right=true]").get_attribute("data-part")
        form.locator(f"input[value='{wrong}']").check(force=True)
        form.locator("[data-do=check]").click()
        form.locator("[data-do=again]").click()
        assert form.locator("input:focus").count() == 1
        assert form.locator(":checked").count() == 0
        form.locator(f"input[value='{right}']").check(force=True)
        form.locator("[data-do=check]").click()
        assert form.locator("[role=status]").inner_text().split("\n") == ["Right.", "First try: Not right."]


def test_progress_is_said_in_words_and_the_start_page_goes_on(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + LESSON)
        answer_all(page)
        assert page.locator(".facts [data-progress]").inner_text() == "1 of 1 questions answered · Done"
        assert page.locator(".facts .alone").inner_text() == ", and 1 to check yourself"
        page.goto(base + "index.html")
        assert page.locator(".module [data-progress]").first.inner_text() == (
            "1 of 1 questions answered · Done, and 2 to check yourself"
        )
        assert page.locator("[data-continue]").inner_text().strip() == "Continue: Boil and brew"
        page.locator("[data-continue]").click()
        assert page.url == base + LESSON


def test_a_quiz_that_answers_at_its_end(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + "quizzes/quiz-end.html")
        assert page.locator("[data-do=check]:visible").count() == 0
        assert page.locator(".answer:visible").count() == 0
        finish, result = page.locator("[data-do=finish]"), page.locator("[data-quiz-end] [role=status]")
        finish.click()
        assert "Question" in result.inner_text()
        assert page.locator("[data-quiz-end] [role=status]:focus").count() == 1
        for form in page.locator("form:has([data-do=check])").all():
            form.locator(".reason[data-right=true]").evaluate_all(
                "all => all.forEach(one => document.querySelector("
                "`form[data-item=${one.closest('form').dataset.item}] input[value='${one.dataset.part}']`).click())"
            )
        finish.click()
        assert "100 %" in result.inner_text()
        assert "pass mark" in result.inner_text()
        assert page.locator("form:not(:has([data-do=check])) .answer:visible").count() > 0
        said, told = result.inner_text(), page.locator(".option__told").all_inner_texts()
        page.reload()
        assert result.inner_text() == said
        assert page.locator(".option__told").all_inner_texts() == told
        assert page.locator("[data-quiz-end] [role=status]:focus").count() == 0, "a reload moves no focus"
        page.locator("[data-do=restart]").click()
        assert page.locator("input:checked").count() == 0
        page.reload()
        assert page.locator("input:checked, .option__told").count() == 0
        assert finish.get_attribute("aria-disabled") is None


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


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_no_page_scrolls_sideways(browser: Browser, base: str, width: int) -> None:
    with opened(browser, base, viewport={"width": width, "height": 640}) as page:
        for kind in KINDS:
            page.goto(base + kind)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{kind} is {wide} px too wide at {width} px"


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


def test_search_works_from_a_folder(browser: Browser, folder: Path) -> None:
    with opened(browser, folder.as_uri()) as page:
        page.goto((folder / LESSON).as_uri())
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


def test_pages_print_without_the_frame(browser: Browser, base: str) -> None:
    with opened(browser, base, color_scheme="dark") as page:
        for kind in (LESSON, "worksheets/sheet-my-round.html", "index.html", "quizzes/quiz-end.html"):
            page.goto(base + kind)
            page.emulate_media(media="print")
            assert page.locator(".md-header:visible, .md-sidebar:visible, .beside:visible").count() == 0
            ink = page.locator("h1").evaluate("one => getComputedStyle(one).color")
            assert max(map(int, re.findall(r"\d+", ink)[:3])) < 80, f"{kind}: pale ink on paper: {ink}"
            assert len(page.pdf()) > 5000
            page.emulate_media(media="screen")
