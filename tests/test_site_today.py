"""What is due today, in Chromium: with a clock that is held, over months, boundaries, gaps and a clock set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from item_driver import PageHands, answer, items_here
from site_browser import axe_source, built_site, opened, served, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TODAY = "today.html"
BREW, WASH, POUR = "lessons/boil-and-brew.html", "lessons/wash-up.html", "lessons/pour-for-others.html"
SURE, UNSURE = "Sure", "Not sure"
NOVEMBER = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
JULY = datetime(2027, 7, 5, 9, 0, tzinfo=UTC)


def on(page: Page, base: str, moment: datetime, path: str = TODAY) -> None:
    page.clock.set_fixed_time(moment)
    page.goto(base + path)


def reply(page: Page, item: str, how: str, sure: str = "") -> None:
    """Answer an item of the page that is open."""
    if sure:
        page.locator(f"form[data-item={item}]").get_by_label(sure, exact=True).check()
    answer(PageHands(page), item, how)
    assert page.locator(f"form[data-item={item}][data-checked]").count() == 1


def summary(page: Page) -> str:
    return page.locator("[data-today-summary]").inner_text()


def month(page: Page) -> str:
    return page.locator("[data-month-words]").inner_text()


def months_shown(page: Page) -> list[str]:
    return page.locator("[data-months] .due__link:visible").all_inner_texts()


def questions(page: Page) -> list[str]:
    """The addresses' anchors, which are the items' ids."""
    links = page.locator("[data-questions] a").evaluate_all("all => all.map(one => one.hash.slice(1))")
    return [str(link) for link in links]


def follow(page: Page, selector: str = "[data-questions] a") -> None:
    """Click the first link and wait for its page."""
    link = page.locator(selector).first
    target = link.evaluate("one => one.href")
    link.click()
    page.wait_for_url(str(target), wait_until="load")


def why(page: Page) -> list[str]:
    return page.locator("[data-questions] .due__why").all_inner_texts()


def five_answers(page: Page, base: str) -> None:
    """Three missed, one of them surely; one right but unsure; one known."""
    on(page, base, NOVEMBER, BREW)
    reply(page, "t-first-step", "wrong", SURE)
    reply(page, "t-minutes", "wrong", UNSURE)
    on(page, base, NOVEMBER, WASH)
    reply(page, "c-rinse", "right", UNSURE)
    reply(page, "c-cloth", "right", SURE)
    on(page, base, NOVEMBER, POUR)
    reply(page, "t-guest", "wrong")


def test_a_learner_who_has_done_nothing(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on(page, base, NOVEMBER)
        assert summary(page) == "Nothing is due today. Next: 1 January 2027."
        assert month(page) == "The first refresher comes on 1 January 2027."
        assert months_shown(page) == []
        assert page.locator("[data-decks] .due__note").all_inner_texts() == ["4 new"]
        assert questions(page) == []
        assert "No question waits for you today." in page.locator("[data-questions-words]").inner_text()
        on(page, base, NOVEMBER, "index.html")
        assert summary(page) == "Nothing is due today. Next: 1 January 2027."


def test_at_most_three_questions_the_gravest_first(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        five_answers(page, base)
        on(page, base, NOVEMBER + timedelta(days=1))
        assert questions(page) == []
        assert summary(page) == "Nothing is due today. Next: 24 November 2026."
        on(page, base, NOVEMBER + timedelta(days=9))
        assert questions(page) == ["t-first-step", "t-minutes", "t-guest"]
        assert why(page) == ["You were sure, and it was not right.", *["It was not right the last time."] * 2]
        assert summary(page) == "Due today: 3 questions."
        assert "Tea for a team" in page.locator("[data-questions] li").first.inner_text()
        follow(page)
        form = page.locator("form[data-item=t-first-step]")
        assert form.get_attribute("data-checked") is None, "it is asked, not shown"
        assert form.locator("input:checked").count() == 0
        reply(page, "t-first-step", "right", SURE)
        on(page, base, NOVEMBER + timedelta(days=9), "index.html")
        assert summary(page) == "Due today: 2 questions."
        for left in (["t-minutes", "t-guest"], ["t-guest"]):
            on(page, base, NOVEMBER + timedelta(days=9))
            assert questions(page) == left
            follow(page)
            reply(page, left[0], "right")
        on(page, base, NOVEMBER + timedelta(days=9))
        assert questions(page) == [], "what waits longer is asked tomorrow"
        assert summary(page) == "Nothing is due today. Next: 2 December 2026."
        on(page, base, NOVEMBER + timedelta(days=10))
        assert questions(page) == ["c-rinse"]
        assert why(page) == ["It was right, but you were not sure."]


def test_two_right_and_sure_a_month_apart_rest_for_half_a_year(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on(page, base, JULY, WASH)
        reply(page, "c-cloth", "right", SURE)
        on(page, base, JULY + timedelta(days=29))
        assert questions(page) == []
        on(page, base, JULY + timedelta(days=30))
        assert why(page) == ["You knew it on 5 July 2027. Do you still?"]
        follow(page)
        reply(page, "c-cloth", "right", SURE)
        page.reload()
        assert page.locator("form[data-item=c-cloth][data-checked]").count() == 1, "answered today, it is shown so"
        on(page, base, JULY + timedelta(days=30 + 182))
        assert questions(page) == []
        assert summary(page) == "Nothing is due today. Next: 3 February 2028."
        on(page, base, JULY + timedelta(days=30 + 183))
        assert questions(page) == ["c-cloth"]


AUCKLAND = ZoneInfo("Pacific/Auckland")


@pytest.mark.parametrize(
    ("moment", "shown", "words"),
    [
        ((2026, 12, 31, 23, 59), [], "The first refresher comes on 1 January 2027."),
        ((2027, 1, 1, 0, 1), ["Refresher for January 2027"], "This month. Not begun."),
        ((2027, 1, 31, 23, 59), ["Refresher for January 2027"], "This month. Not begun."),
        ((2027, 2, 1, 0, 1), ["Refresher for February 2027"], "This month. Not begun."),
        ((2027, 6, 30, 23, 59), ["Refresher for June 2027"], "This month. Not begun."),
        ((2027, 7, 1, 0, 1), [], "The plan of refreshers has ended. The next version of the course brings a new one."),
    ],
)
def test_the_month_is_that_of_the_learners_own_calendar(
    browser: Browser, base: str, moment: tuple[int, int, int, int, int], shown: list[str], words: str
) -> None:
    """At one minute from each boundary, where the world's clock says another day. Skipped months don't pile up."""
    with opened(browser, base, timezone_id="Pacific/Auckland") as page:
        on(page, base, datetime(*moment, tzinfo=AUCKLAND))
        assert months_shown(page) == shown
        assert month(page) == words


def test_a_month_is_through_when_all_of_it_was_answered(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        december, january = datetime(2026, 12, 20, 9, 0, tzinfo=UTC), datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
        on(page, base, december, "quizzes/quiz-tea-check.html")
        reply(page, "t-good-tea", "right")
        on(page, base, january)
        assert summary(page) == "Due today: the refresher for January 2027."
        on(page, base, january, "refreshers/index.html")
        assert page.locator("[aria-current=date] .month__name").all_inner_texts() == ["January 2027"]
        assert page.locator(".month__now:visible").count() == 1
        follow(page, "[aria-current=date]")
        items = list(items_here(PageHands(page)))
        assert "t-good-tea" in items
        assert page.locator("form[data-checked]").count() == 0, "what was answered in December is asked afresh"
        told = page.locator("p[data-month-told]")
        for number, item in enumerate(items, 1):
            reply(page, item, "right" if number > 1 else "wrong")
            if number < len(items):
                assert told.inner_text() == f"{number} of {len(items)} answered."
        assert told.inner_text() == "That was all of this month. The next refresher comes on 1 February 2027."
        on(page, base, january)
        assert month(page) == "Done on 5 January 2027. The next one comes on 1 February 2027."
        assert summary(page) == "Nothing is due today. Next: 7 January 2027."
        on(page, base, january, "refreshers/index.html")
        assert page.locator(".month__done").first.inner_text() == "Done on 5 January 2027."
        on(page, base, datetime(2027, 3, 2, 9, 0, tzinfo=UTC))
        assert months_shown(page) == ["Refresher for March 2027"], "February was skipped and is not owed"


def test_cards_and_questions_are_summed_up(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        five_answers(page, base)
        on(page, base, NOVEMBER, "cards/deck-tea.html")
        page.locator("[data-step=start] [data-do=study]").click()
        for grade in ("good", "again"):
            page.locator("[data-do=turn]").click()
            page.locator(f"[data-grade={grade}]").click()
        on(page, base, NOVEMBER)
        assert page.locator("[data-decks] .due__note").inner_text() == "2 new"
        on(page, base, NOVEMBER + timedelta(days=1))
        assert summary(page) == "Due today: 1 card."
        on(page, base, NOVEMBER + timedelta(days=3))
        assert summary(page) == "Due today: 2 cards and 3 questions."
        assert page.locator("[data-decks] .due__note").inner_text() == "2 due · 2 new"
        follow(page, "[data-decks] a")
        assert page.url.endswith("cards/deck-tea.html#page--study")
        assert page.locator("[data-study-words]").inner_text() == "Due now: 2. New: 2."


def test_a_clock_set_back_keeps_nothing_away(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        later = datetime(2031, 5, 1, 9, 0, tzinfo=UTC)
        on(page, base, later, WASH)
        reply(page, "c-cloth", "wrong")
        on(page, base, later)
        on(page, base, NOVEMBER)
        assert questions(page) == ["c-cloth"]
        follow(page)
        reply(page, "c-cloth", "right")
        on(page, base, NOVEMBER)
        assert summary(page) == "Nothing is due today. Next: 22 December 2026."


def test_the_calendar_file_holds_what_is_to_come(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        five_answers(page, base)
        on(page, base, datetime(2027, 3, 10, 9, 0, tzinfo=UTC))
        with page.expect_download() as download:
            page.get_by_role("button", name="Save a calendar file").click()
        assert download.value.suggested_filename == "due-dates.ics"
        text = Path(download.value.path()).read_bytes().decode()
        assert text.startswith("BEGIN:VCALENDAR\r\n")
        found = [line.partition(":")[2] for line in text.splitlines() if line.startswith("DTSTART")]
        assert found == ["20270401", "20270501", "20270601", "20270311"]
        assert "SUMMARY:Refresher for April 2027" in text
        assert "SUMMARY:Something is due in The Tea Round" in text
        assert page.locator("[data-calendar-told]").inner_text() == "Made a file with 4 dates."


def test_no_calendar_file_without_a_date(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on(page, base, JULY)
        assert summary(page) == "Nothing is due today."
        page.get_by_role("button", name="Save a calendar file").click()
        assert page.locator("[data-calendar-told]").inner_text().startswith("There is nothing to be reminded of yet")


@pytest.mark.parametrize(
    "broken",
    [
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})",
        "Storage.prototype.setItem = () => { throw new DOMException('full') }",
    ],
)
def test_storage_that_fails_breaks_nothing(browser: Browser, base: str, broken: str) -> None:
    with opened(browser, base) as page:
        page.add_init_script(broken)
        on(page, base, datetime(2027, 1, 5, 9, 0, tzinfo=UTC))
        assert summary(page) == "Due today: the refresher for January 2027."
        assert months_shown(page) == ["Refresher for January 2027"]


def test_without_scripts_everything_is_listed(browser: Browser, base: str) -> None:
    with opened(browser, base, java_script_enabled=False) as page:
        page.goto(base + TODAY)
        assert len(months_shown(page)) == 6
        assert page.locator("[data-decks] a:visible").count() == 1
        assert page.locator("[data-questions]:visible, [data-today-summary]:visible, main button:visible").count() == 0
        assert page.locator("noscript").first.is_visible()


def test_by_keyboard_from_the_list_to_the_question(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        five_answers(page, base)
        on(page, base, NOVEMBER + timedelta(days=2))
        page.locator("[data-decks] a").focus()
        page.keyboard.press("Tab")
        assert page.locator("[data-questions] a").first.evaluate("one => one === document.activeElement")
        ring = page.locator("[data-questions] li").first.evaluate("one => getComputedStyle(one).outlineStyle")
        assert ring == "solid", "the whole row shows the focus"
        page.keyboard.press("Enter")
        page.wait_for_url("**/boil-and-brew.html?again=*#t-first-step", wait_until="load")
        box, header = page.locator("#t-first-step").bounding_box(), page.locator("header").bounding_box()
        assert box
        assert header
        assert header["y"] + header["height"] <= box["y"] < 700


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_in_any_state(browser: Browser, base: str, scheme: str, width: int) -> None:
    axe = axe_source()
    found: dict[str, list[str]] = {}
    with opened(browser, base, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        on(page, base, NOVEMBER)
        found["nothing due"] = violations(page, axe)
        five_answers(page, base)
        january = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
        on(page, base, january)
        assert summary(page) == "Due today: the refresher for January 2027 and 3 questions."
        page.locator("[data-questions] a").first.hover()
        found["all due"] = violations(page, axe)
        page.get_by_role("button", name="Save a calendar file").click()
        found["a file made"] = violations(page, axe)
        on(page, base, january, "refreshers/2027-01.html")
        for item in items_here(PageHands(page)):
            reply(page, item, "right")
        found["a month through"] = violations(page, axe)
        on(page, base, january, "refreshers/index.html")
        found["months"] = violations(page, axe)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert {state: faults for state, faults in found.items() if faults} == {}
        assert wide <= 0


def test_due_today_in_spanish(browser: Browser, tmp_path: Path) -> None:
    with served(built_site(tmp_path, language="es")) as address, opened(browser, address) as page:
        on(page, address, NOVEMBER)
        assert "1 de enero de 2027" in summary(page)
