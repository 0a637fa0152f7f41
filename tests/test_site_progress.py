"""Progress: words beside lessons, going on, a page of one's own; two tabs, storage that fails, a wrong clock."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from site_browser import axe_source, opened, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

NAME = "course.tea-round"
LESSON = "lessons/boil-and-brew.html"
KINDS = (
    "index.html", "modules/tea/index.html", LESSON, "quizzes/quiz-end.html", "scenarios/case-late-guest.html",
    "worksheets/sheet-my-round.html", "cards/deck-tea.html", "refreshers/2027-01.html", "today.html", "progress.html",
    "plans.html", "certificate.html", "glossary.html", "about.html", "organisation.html",
)  # fmt: skip
BLOCK = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException("no", "SecurityError"); } });
}
"""
FULL = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); };"


def answer_all(page: Page) -> None:
    """Answers each scored question of the page somehow, and checks it."""
    for form in page.locator("form.item").all():
        if form.get_attribute("data-type") == "reflection" or form.get_attribute("data-checked") is not None:
            continue
        fill(form)
        form.locator("[data-do=check]").click()


def fill(form: Any) -> None:
    match form.get_attribute("data-type"):
        case "ordering":
            form.locator("[data-do=down]").first.click()
        case "numeric":
            form.locator(".entry__input").fill("7")
        case "short_answer":
            form.locator(".entry__input").fill("something")
        case "matching" | "categorise" | "cloze":
            for field in form.locator(".item__field select").all():
                field.select_option(index=1)
            for field in form.locator(".item__field input[type=text]").all():
                field.fill("x")
        case _:
            form.locator(".option__label").first.click()


def kept(page: Page) -> dict[str, Any]:
    """What the browser keeps of the course."""
    return dict(json.loads(page.evaluate("name => localStorage.getItem(name)", NAME)))


def test_a_lesson_is_open_begun_and_done_in_words_wherever_it_is_named(browser: Browser, base: str) -> None:
    with opened(browser, base, viewport={"width": 1280, "height": 900}) as page:
        page.goto(base + "modules/tea/index.html")
        link = page.locator(f".md-nav--primary a[href$='{LESSON}']")
        assert re.fullmatch(r"Boil and brew\s+Open", link.inner_text()), "the words belong to the link's name"
        page.goto(base + LESSON)
        link = page.locator(".md-nav--primary a.md-nav__link--active").last
        assert "Begun" in link.inner_text()
        assert page.locator(".lesson-told").inner_text() == ""
        answer_all(page)
        assert "Done" in link.inner_text()
        assert page.locator(".lesson-told").inner_text() == "You have done this lesson."
        page.goto(base + "modules/tea/index.html")
        assert page.locator(".lesson__title", has_text="Boil and brew").locator(".stage").inner_text() == "Done"
        assert page.locator(".lesson__title .stage[data-stage=new]").first.inner_text() == "Open"
        page.goto(base + "glossary.html")
        assert page.locator("template[data-map]").count() == 0, "only pages of a module carry its map"


def test_a_changed_question_opens_its_lesson_again_and_says_so(browser: Browser, base: str) -> None:
    with opened(browser, base, viewport={"width": 1280, "height": 900}) as page:
        page.goto(base + LESSON)
        answer_all(page)
        first = kept(page)
        page.evaluate(
            "name => { const state = JSON.parse(localStorage.getItem(name)); state.answers = '';"
            " localStorage.setItem(name, JSON.stringify(state)); }",
            NAME,
        )
        page.goto(base + "progress.html")
        row = page.locator("[data-stop-lesson=boil-and-brew]")
        assert "Open again: a question has changed" in row.inner_text()
        page.goto(base + LESSON)
        assert page.locator(".lesson-told").inner_text().startswith("You had done this lesson")
        answer_all(page)
        assert page.locator(".lesson-told").inner_text() == "You have done this lesson."
        assert kept(page)["lessons"] == first["lessons"], "the first day stays"


def test_the_start_page_offers_to_go_on_where_the_learner_was(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base)
        button = page.locator("a[data-continue]")
        assert button.inner_text().strip() == "Start with the first lesson"
        page.goto(base + LESSON)
        page.goto(base)
        assert page.url == base, "nobody is sent anywhere"
        assert button.inner_text().strip() == "Continue: Module 1 \N{EN DASH} Boil and brew"
        page.goto(base + LESSON)
        answer_all(page)
        page.goto(base)
        assert button.inner_text().strip() == "Continue: Module 1 \N{EN DASH} Pour for others"
        page.goto(base + "lessons/wash-up.html")
        form = page.locator("form.item:not([data-type=reflection])").first
        fill(form)
        form.locator("[data-do=check]").click()
        page.goto(base)
        assert button.inner_text().strip() == "Continue: Module 2, question 2 \N{EN DASH} Wash up"
        button.click()
        page.wait_for_url("**/wash-up.html#*")
        anchor = page.url.partition("#")[2]
        assert page.locator(f"form[data-item='{anchor}'][data-key='15778239']").count() == 1
        page.goto(base)
        bar = page.locator(".module .bar").first
        assert bar.inner_text() == "1 of 2 lessons done"
        assert bar.locator("progress").evaluate("bar => [bar.value, bar.max]") == [1, 2]


def test_the_progress_page_says_everything_and_changes_with_another_tab(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + "progress.html")
        assert page.locator("[data-overall]").inner_text().startswith("0 of ")
        assert page.locator("[data-criterion=lessons] .stage").inner_text() == "Open"
        other = page.context.new_page()
        other.goto(base + LESSON)
        answer_all(other)
        page.locator("[data-overall]", has_text="1 of ").wait_for()
        assert "Done" in page.locator("[data-stop-lesson=boil-and-brew]").inner_text()
        other.goto(base + "quizzes/quiz-end.html")
        other.locator("[data-do=finish]").click()
        other.locator("[data-do=finish]").click()
        page.locator("[data-stop-test=quiz-end]", has_text="Best result so far: 0 %").wait_for()
        assert page.locator("[data-criterion=quiz-end] .stage").inner_text() == "Open"


def test_two_tabs_lose_nothing(browser: Browser, base: str) -> None:
    with opened(browser, base) as one:
        one.goto(base + LESSON)
        two = one.context.new_page()
        two.goto(base + "lessons/pour-for-others.html")
        one.bring_to_front()
        pairs = list(zip(one.locator("form.item").all(), two.locator("form.item").all(), strict=False))
        for first, second in pairs:
            for form in (first, second):
                if form.get_attribute("data-type") != "reflection":
                    fill(form)
        script = "() => { for (const b of document.querySelectorAll('[data-do=check]')) b.click(); }"
        one.evaluate(f"setTimeout({script}, 50)")
        two.evaluate(f"setTimeout({script}, 50)")
        one.wait_for_timeout(500)
        keys = [
            key
            for page in (one, two)
            for key in page.locator("form.item[data-checked]").evaluate_all("all => all.map(f => f.dataset.key)")
        ]
        one.goto(base + "progress.html")
        assert len(keys) > 1
        lessons = {name for name, _ in kept(one)["lessons"][:-1]}
        assert lessons >= {"boil-and-brew", "pour-for-others"}
        for page_name in (LESSON, "lessons/pour-for-others.html"):
            one.goto(base + page_name)
            shown = one.locator("form.item[data-checked]").evaluate_all("all => all.map(f => f.dataset.key)")
            keys = [key for key in keys if key not in shown]
        assert keys == []


@pytest.mark.parametrize("script", [BLOCK, FULL], ids=["blocked", "full"])
def test_storage_that_fails_breaks_no_page_and_is_said(browser: Browser, base: str, script: str) -> None:
    axe = axe_source()
    with opened(browser, base) as page:
        page.add_init_script(script)
        for kind in KINDS:
            page.goto(base + kind)
            assert page.locator("h1").count() == 1
        page.goto(base + LESSON)
        notice = page.locator(".notice")
        assert notice.is_visible()
        assert ("keeps nothing" if script == BLOCK else "no room") in notice.inner_text()
        assert violations(page, axe) == []
        answer_all(page)
        assert page.locator(".lesson-told").inner_text() == "You have done this lesson.", "while the page is open"
        page.goto(base + "progress.html")
        page.locator("[data-do=clear]").click()
        page.locator("[data-do=clear-yes]").click()
        assert "lost" in page.locator("[data-kept-state]").inner_text() or script == FULL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nonsense", "could not be read, so you start anew"),
        ('{"version":2,"course":"tea-round","answers":"AAAA"}', "Some of your earlier answers"),
        ('{"version":99,"course":"tea-round"}', "newer version"),
        ('{"version":2,"course":"coffee"}', "could not be read, so you start anew"),
        ("x" * 3_000_000, "could not be read, so you start anew"),
    ],
    ids=["damaged", "repaired", "newer", "other", "big"],
)
def test_a_state_that_cannot_be_read_is_kept_aside_and_said(browser: Browser, base: str, text: str, words: str) -> None:
    axe = axe_source()
    with opened(browser, base) as page:
        page.goto(base + "glossary.html")
        for kind in KINDS if text == "nonsense" else KINDS[:2]:
            page.evaluate("([name, text]) => { localStorage.clear(); localStorage.setItem(name, text); }", [NAME, text])
            page.goto(base + kind)
            notice = page.locator(".notice")
            assert words in notice.inner_text(), kind
        assert violations(page, axe) == []
        page.locator(".notice a").click()
        page.wait_for_url("**/progress.html*")
        assert "could not be read" in page.locator("[data-asides] li").inner_text()
        assert page.evaluate("name => localStorage.getItem(`${name}.aside.1`)", NAME) == text


def test_a_clock_set_back_breaks_nothing(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.clock.set_fixed_time("2027-03-01T10:00:00")
        page.goto(base + LESSON)
        answer_all(page)
        page.clock.set_fixed_time("2020-01-01T10:00:00")
        for kind in ("index.html", "today.html", LESSON, "quizzes/quiz-end.html", "cards/deck-tea.html"):
            page.goto(base + kind)
        page.goto(base + "progress.html")
        assert "Done" in page.locator("[data-stop-lesson=boil-and-brew]").inner_text()


def test_a_learner_who_answers_nothing(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + "quizzes/quiz-end.html")
        page.locator("[data-do=finish]").click()
        page.locator("[data-do=finish]").click()
        page.goto(base + "progress.html")
        assert page.locator("[data-stop-test=quiz-end] .stage").inner_text() == "Begun"
        assert page.locator("[data-complete]").is_hidden()


def test_without_scripts_the_page_lists_what_there_is(browser: Browser, base: str) -> None:
    with opened(browser, base, java_script_enabled=False) as page:
        page.goto(base + "progress.html")
        assert page.locator("[data-stop-lesson]").count() == 3
        assert page.locator("[data-do=export]").is_hidden()
        assert "known only to this browser" in page.locator("noscript").first.inner_text()
        page.goto(base + "about.html")
        assert page.locator("#page--kept ~ * table").first.locator("tr").count() > 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_in_any_state(browser: Browser, base: str, scheme: str, width: int) -> None:
    axe = axe_source()
    with opened(browser, base, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        for _ in range(2):
            for kind in ("index.html", "modules/tea/index.html", LESSON, "progress.html"):
                page.goto(base + kind)
                assert violations(page, axe) == [], kind
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
            page.goto(base + LESSON)
            answer_all(page)
            assert violations(page, axe) == []
