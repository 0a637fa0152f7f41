"""Cards in Chromium: sessions over days with a clock that is held, by keyboard, in every storage, and accessible."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from site_browser import axe_source, built_site, opened, served, violations
from test_player import node

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

DECK = "cards/deck-tea.html"
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
browsing = pytest.mark.browser


def test_boxes_and_days_meet_their_vectors() -> None:
    done = node("--test", "tests/player/cards.test.mjs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^\S+ pass [1-9]", done.stdout, re.MULTILINE)


def on_day(page: Page, base: str, days: float, path: str = DECK) -> None:
    """Open the deck so many days after the start."""
    page.clock.set_fixed_time(START + timedelta(days=days))
    page.goto(base + path)


def begin(page: Page) -> None:
    page.locator("[data-step=start] [data-do=study]").click()


def grade(page: Page, *grades: str) -> None:
    """Turn and grade one card after the other."""
    for one in grades:
        page.get_by_role("button", name="Turn the card").click()
        page.locator(f"[data-grade={one}]").click()


def said(page: Page) -> str:
    return page.locator("[data-study-words]").inner_text()


def front(page: Page) -> Locator:
    return page.locator("#study--front")


@browsing
def test_a_session_asks_new_cards_and_sums_up(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on_day(page, base, 0)
        assert said(page) == "No card is due today. New: 4."
        begin(page)
        assert page.locator("#study--left").inner_text() == "4 cards to go"
        assert "What comes first?" in front(page).inner_text()
        assert page.locator(".study__back:visible").count() == 0
        page.get_by_role("button", name="Turn the card").click()
        assert "Water: it takes longest" in page.locator("#study--back").inner_text()
        assert page.locator("[data-grade=good]").inner_text().split("\n") == ["Known", "in 3 days"]
        assert page.locator("[data-grade=again]").inner_text().split("\n") == ["Not known", "tomorrow"]
        page.locator("[data-grade=good]").click()
        assert page.locator(".study__told").inner_text() == "Known. Next time: 25 November 2026."
        grade(page, "again", "hard")
        assert "The vessel that tea stands in" in front(page).inner_text(), "a reversed card shows its back first"
        grade(page, "good")
        assert "The big pot" in front(page).inner_text(), "what was not known comes again"
        assert page.locator("#study--left").inner_text() == "1 card to go"
        grade(page, "good")
        assert page.locator("#study--sum").inner_text() == "4 cards, 3 known."
        assert page.locator("[data-study-next]").inner_text() == "The next ones are due on 23 November 2026."
        assert page.locator("[data-step=end] [data-do=more]:visible").count() == 0


@browsing
def test_cards_come_back_on_their_day(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on_day(page, base, 0)
        begin(page)
        grade(page, "good", "again", "good", "good", "good")
        on_day(page, base, 0.6)
        assert said(page) == "No card is due today. The next one comes on 23 November 2026."
        assert page.locator("[data-do=study]:visible").count() == 0
        on_day(page, base, 1)
        assert said(page) == "Due now: 1. New: 0."
        begin(page)
        assert "The big pot" in front(page).inner_text()
        grade(page, "good")
        on_day(page, base, 3)
        assert said(page) == "Due now: 3. New: 0."
        begin(page)
        grade(page, "good", "hard", "good")
        assert page.locator("[data-study-next]").inner_text() == "The next ones are due on 26 November 2026."
        on_day(page, base, 40)
        assert said(page) == "Due now: 4. New: 0.", "what is late does not multiply"


@browsing
def test_a_clock_set_back_locks_no_card_away(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on_day(page, base, 800)
        begin(page)
        grade(page, "good", "good", "good", "good")
        on_day(page, base, 0)
        assert said(page) == "Due now: 4. New: 0."
        begin(page)
        grade(page, "good", "good", "good", "good")
        assert page.locator("[data-study-next]").inner_text() == "The next ones are due on 29 November 2026."


@browsing
def test_all_cards_may_be_studied_without_moving_their_dates(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on_day(page, base, 0)
        begin(page)
        grade(page, "good", "good", "good", "good")
        page.get_by_role("button", name="Study all cards again").click()
        assert page.locator("#study--left").inner_text() == "4 cards to go"
        grade(page, "good", "hard")
        page.get_by_role("button", name="End the session").click()
        assert page.locator("#study--sum").inner_text() == "2 cards, 2 known."
        assert page.locator("[data-study-next]").inner_text() == "The next ones are due on 25 November 2026."


@browsing
def test_a_session_by_keyboard_alone(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on_day(page, base, 0)
        button = page.locator("[data-step=start] [data-do=study]")
        button.focus()
        page.keyboard.press("1")
        assert said(page) == "No card is due today. New: 4.", "a key of one sign does nothing outside the card"
        page.keyboard.press("Enter")
        card, back = page.locator("[data-step=card]:focus"), page.locator(".study__back:focus")
        assert card.count() == 1
        page.keyboard.press("3")
        assert "What comes first?" in front(page).inner_text(), "no grade before the card is turned"
        page.keyboard.press("Space")
        assert back.count() == 1
        page.keyboard.press("Control+3")
        page.keyboard.press("Alt+3")
        assert back.count() == 1, "a key with another is none of ours"
        page.keyboard.press("3")
        assert card.count() == 1
        assert "The big pot" in front(page).inner_text()
        page.keyboard.press("Tab")
        assert page.locator("[data-do=turn]:focus").count() == 1
        page.keyboard.press("Enter")
        assert back.count() == 1
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.locator("[data-grade=hard]:focus").count() == 1
        page.keyboard.press("Space")
        assert card.count() == 1
        for _ in range(2):
            page.keyboard.press("Space")
            page.keyboard.press("3")
        assert page.locator("[data-step=end]:focus").count() == 1
        assert page.locator("#study--sum").inner_text() == "4 cards, 4 known."
        page.keyboard.press("Tab")
        assert page.locator("[data-step=end] [data-do=all]:focus").count() == 1


@browsing
def test_a_grade_is_kept_at_once(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on_day(page, base, 0)
        begin(page)
        grade(page, "good")
        page.reload()
        assert said(page) == "No card is due today. New: 3."
        page.evaluate("localStorage.clear()")
        page.reload()
        assert said(page) == "No card is due today. New: 4."


@browsing
def test_two_tabs_lose_no_grade(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on_day(page, base, 0)
        other = page.context.new_page()
        other.goto(base + DECK)
        begin(other)
        begin(page)
        grade(page, "good")
        grade(other, "again", "good")
        page.reload()
        assert said(page) == "No card is due today. New: 2."


@browsing
@pytest.mark.parametrize("broken", ["throws", "full"])
def test_storage_that_fails_breaks_no_session(browser: Browser, base: str, broken: str) -> None:
    fault = {
        "throws": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})",
        "full": "Storage.prototype.setItem = () => { throw new DOMException('full') }",
    }
    with opened(browser, base) as page:
        page.add_init_script(fault[broken])
        on_day(page, base, 0)
        begin(page)
        grade(page, "good", "good", "good", "good")
        assert page.locator("#study--sum").inner_text() == "4 cards, 4 known."
        assert page.locator("[data-step=end] [data-do=more]:visible").count() == 0


@browsing
def test_without_scripts_the_list_is_all_there_is(browser: Browser, base: str) -> None:
    with opened(browser, base, java_script_enabled=False) as page:
        page.goto(base + DECK)
        assert page.locator("[data-study]:visible").count() == 0
        assert page.locator(".deck__card:visible").count() == 3
        page.locator(".turn summary").first.click()
        assert page.locator(".card__back:visible").count() == 1


@browsing
def test_a_session_is_not_printed(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        on_day(page, base, 0)
        page.emulate_media(media="print")
        assert page.locator("[data-study]:visible").count() == 0
        assert page.locator(".deck__card:visible").count() == 3


@browsing
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_axe_finds_nothing_in_any_state(browser: Browser, base: str, scheme: str, width: int) -> None:
    axe = axe_source()
    with opened(browser, base, color_scheme=scheme, viewport={"width": width, "height": 800}) as page:
        on_day(page, base, 0)
        found = violations(page, axe)
        begin(page)
        found += violations(page, axe)
        page.get_by_role("button", name="Turn the card").click()
        page.locator("[data-grade=hard]").hover()
        found += violations(page, axe)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.locator("[data-grade=hard]").click()
        found += violations(page, axe)
        grade(page, "good", "good", "good")
        found += violations(page, axe)
        assert found == []
        assert wide <= 0


@browsing
def test_every_target_is_large_enough(browser: Browser, base: str) -> None:
    with opened(browser, base, viewport={"width": 320, "height": 800}) as page:
        on_day(page, base, 0)
        begin(page)
        page.get_by_role("button", name="Turn the card").click()
        boxes = [button.bounding_box() for button in page.locator("[data-step=card] button:visible").all()]
        assert len(boxes) == 4
        assert [box for box in boxes if not box or min(box["width"], box["height"]) < 44] == []


@browsing
def test_a_session_in_spanish(browser: Browser, tmp_path: Path) -> None:
    spanish = built_site(tmp_path, language="es")
    with served(spanish) as address, opened(browser, address) as page:
        on_day(page, address, 0)
        begin(page)
        page.locator("[data-do=turn]").click()
        assert "mañana" in page.locator("[data-grade=again]").inner_text()
        page.locator("[data-grade=good]").click()
        assert "25 de noviembre de 2026" in page.locator(".study__told").inner_text()
