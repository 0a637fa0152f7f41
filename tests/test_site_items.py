"""Items in Chromium: what is asked for, told, kept and asked again, beyond the states that every type goes through."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from item_driver import PageHands, answer, fill, form_of, press_button, status
from site_browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

FIRST = ("lessons/boil-and-brew.html", "t-first-step")
SEVERAL = ("quizzes/quiz-tea-check.html", "t-good-tea")
MATCHING = ("refreshers/2027-06.html", "t-test-match")
ORDER = ("refreshers/2027-03.html", "t-order")
KEY_OF = "item => document.querySelector(`form[data-item=${item}]`).dataset.key"


def at(page: Page, base: str, place: tuple[str, str]) -> Locator:
    page.goto(base + place[0])
    return page.locator(form_of(place[1]))


def test_nothing_is_chosen_before_the_reader_chooses(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, FIRST)
        assert form.locator("fieldset > legend").count() == 2, "the question, and how sure the reader is"
        assert page.locator("form.item input:checked").count() == 0
        for one in form.locator("input").all():
            assert page.locator(f"label[for='{one.get_attribute('id')}']").count() == 1
        assert form.locator(".item__how").inner_text() == "Choose one."


def test_an_empty_answer_is_asked_for_beside_the_question(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, FIRST)
        form.locator("[data-do=check]").focus()
        page.keyboard.press("Enter")
        result = form.locator("[role=status]")
        assert result.inner_text() == "Give an answer first."
        assert (result.get_attribute("id") or "none") in (
            form.locator("fieldset").first.get_attribute("aria-describedby") or ""
        )
        assert form.locator("input:focus").count() == 1


def test_half_an_answer_is_asked_for_once_and_then_taken(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, MATCHING)
        form.locator("select").first.select_option(index=1)
        form.locator("[data-do=check]").click()
        assert form.locator("[role=status]").inner_text().startswith("Still open: 1.")
        assert form.locator("select:focus").count() == 1
        form.locator("[data-do=check]").click()
        assert form.get_attribute("data-checked") is not None


def test_every_option_has_its_reason_and_one_of_four_states(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, SEVERAL)
        for right in ("true", "false"):
            part = form.locator(f".reason[data-right={right}]").first.get_attribute("data-part")
            form.locator(f".option__input[value='{part}']").check(force=True)
        form.locator("[data-do=check]").click()
        told = form.locator(".option .state").all_inner_texts()
        assert sorted(told) == ["Missed:", "Right:", "Rightly left:", "Rightly left:", "Wrong:"]
        for one in form.locator(".option__input").all():
            described = one.get_attribute("aria-describedby")
            assert len(page.locator(f"[id='{described}']").inner_text()) > len("Rightly left:")
        assert form.locator(".item__after a").first.get_attribute("href") == "../lessons/boil-and-brew.html#bb-leaves"


def test_partial_credit_is_stated_and_ticking_everything_earns_nothing(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, SEVERAL)
        assert "a wrong tick takes one away" in form.locator(".item__how").inner_text()
        for one in form.locator(".option__input").all():
            one.check(force=True)
        form.locator("[data-do=check]").click()
        assert form.locator("[role=status]").inner_text().startswith("Not right yet.")


def test_the_first_try_counts(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        at(page, base, FIRST)
        hands = PageHands(page)
        answer(hands, FIRST[1], "wrong")
        press_button(hands, FIRST[1], "again")
        assert answer(hands, FIRST[1], "right").split("\n") == ["Right.", "Your first try counts: not right."]


def test_hints_and_sureness_are_kept_with_the_answer(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, FIRST)
        assert form.locator(".hint:visible").count() == 1, "the second hint comes after the first"
        form.locator(".hint summary").first.click()
        assert form.locator(".hint:visible").count() == 2
        form.locator("input[name$='--sure'][value='1']").check(force=True)
        fill(PageHands(page), FIRST[1], "right")
        page.reload()
        assert form.locator(".option__input:checked").count() == 1, "a draft is kept"
        assert form.get_attribute("data-checked") is None
        form.locator("[data-do=check]").click()
        page.reload()
        assert form.locator(".hint[data-used]").count() == 1
        assert form.locator("input[name$='--sure'][value='1']").is_checked()


def test_a_checked_answer_stays_as_it_is(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, FIRST)
        answer(PageHands(page), FIRST[1], "wrong")
        chosen = form.locator(".option__input:checked").get_attribute("value")
        form.locator(".option__label").last.click(force=True)
        form.locator(".option__input:checked").press("ArrowDown")
        assert form.locator(".option__input:checked").get_attribute("value") == chosen
        assert form.locator("input:disabled, button:disabled").count() == 0
        form = at(page, base, MATCHING)
        answer(PageHands(page), MATCHING[1], "wrong")
        select = form.locator("select").first
        before = select.input_value()
        select.evaluate("one => { one.selectedIndex = 4; one.dispatchEvent(new Event('input', { bubbles: true })); }")
        assert select.input_value() == before


def test_the_order_is_drawn_once_and_fixed_options_stay(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, FIRST)
        orders = set()
        for _ in range(6):
            parts = form.locator(".option").evaluate_all("all => all.map(one => one.dataset.part)")
            page.reload()
            assert form.locator(".option").evaluate_all("all => all.map(one => one.dataset.part)") == parts
            assert form.locator(".option").last.get_attribute("data-fixed") is not None
            orders.add(tuple(parts))
            page.evaluate("localStorage.clear()")
            page.reload()
        assert len(orders) > 1


def test_steps_move_by_buttons_with_words_and_their_place_is_said(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, ORDER)
        first = form.locator(".row").first
        words = first.locator(".row__label").inner_text()
        assert first.locator("[data-do=up]").get_attribute("aria-disabled") == "true"
        assert form.locator(".move").first.inner_text() == "Move up"
        first.locator("[data-do=down]").focus()
        page.keyboard.press("Enter")
        assert form.locator(".row").nth(1).locator(".row__label").inner_text() == words
        assert form.locator(".row").nth(1).locator("[data-do=down]:focus").count() == 1, "focus goes along"
        assert status(PageHands(page), ORDER[1]) == "Now in place 2 of 4."


def test_steps_move_by_dragging_too(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, ORDER)
        words = form.locator(".row__label").first.inner_text()
        handle = form.locator(".row__place").first
        handle.scroll_into_view_if_needed()
        box, last = handle.bounding_box(), form.locator(".row").last.bounding_box()
        assert box
        assert last
        page.mouse.move(box["x"] + 10, box["y"] + 10)
        page.mouse.down()
        page.mouse.move(box["x"] + 10, last["y"] + last["height"] - 4, steps=12)
        page.mouse.up()
        assert form.locator(".row__label").last.inner_text() == words


def test_no_order_that_is_shown_is_the_key(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        for _ in range(12):
            form = at(page, base, ORDER)
            shown = form.locator(".row").evaluate_all("all => all.map(one => one.dataset.part).join(' ')")
            assert shown != form.get_attribute("data-order")
            page.evaluate("localStorage.clear()")


@pytest.mark.parametrize(
    ("typed", "told"),
    [("about ten", "Write a number, such as 12 or 4.5, without a unit."), ("4.0", "Right."), ("04", "Right.")],
)
def test_numbers_are_read_as_people_write_them(browser: Browser, base: str, typed: str, told: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + "lessons/boil-and-brew.html")
        form = page.locator("form[data-item=t-minutes]")
        right = form.get_attribute("data-answer") or ""
        form.locator(".entry__input").fill(typed.replace("4", right))
        form.locator("[data-do=check]").click()
        assert form.locator("[role=status]").inner_text() == told


def test_a_likely_wrong_answer_gets_its_reason(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + "lessons/boil-and-brew.html")
        form = page.locator("form[data-item=t-minutes]")
        form.locator(".entry__input").fill("9")
        form.locator("[data-do=check]").click()
        assert form.locator("[data-yours]").inner_text() == "9"
        assert form.locator("[data-yours] + dd").inner_text() == "Nine is too long."


def test_an_item_that_has_changed_is_asked_again_with_a_word(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        form = at(page, base, FIRST)
        answer(PageHands(page), FIRST[1], "right")
        old = page.evaluate(KEY_OF, FIRST[1])
        page.route(
            f"**/{FIRST[0]}",
            lambda route: route.fulfill(
                response=(got := route.fetch()),
                body=got.text().replace(f'data-key="{old}"', f'data-key="5" data-earlier="{old}"'),
            ),
        )
        page.reload()
        assert form.locator(".item__changed").inner_text().startswith("This question has changed since you answered it")
        assert form.locator(":checked").count() == 0
        answer(PageHands(page), FIRST[1], "right")
        page.reload()
        assert form.locator(".item__changed").count() == 0


def test_a_link_that_asks_again_shows_the_item_unanswered(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.clock.set_fixed_time(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC))
        form = at(page, base, FIRST)
        answer(PageHands(page), FIRST[1], "right")
        page.clock.set_fixed_time(dt.datetime(2026, 12, 23, 12, tzinfo=dt.UTC))
        page.goto(f"{base}{FIRST[0]}?again={page.evaluate(KEY_OF, FIRST[1])}#{FIRST[1]}")
        assert form.locator(":checked").count() == 0
        assert "Answer it again from memory" in form.locator(".item__changed").inner_text()


def test_a_deep_link_shows_the_question_below_the_header(browser: Browser, base: str) -> None:
    with opened(browser, base, viewport={"width": 375, "height": 700}) as page:
        page.goto(f"{base}{FIRST[0]}#{FIRST[1]}")
        page.wait_for_function("() => scrollY > 0")
        question = page.locator(f"[id={FIRST[1]}]").bounding_box()
        header = page.locator(".site-header").bounding_box()
        assert question
        assert header
        assert header["y"] + header["height"] <= question["y"] + 1
        assert question["y"] < 700


def test_a_reflection_is_kept_as_it_is_typed(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + "refreshers/2027-06.html")
        form = page.locator("form[data-type=reflection]")
        form.locator("textarea").fill("Two lines\nof mine")
        form.locator(".item__saved:not(:empty)").wait_for()
        page.reload()
        assert form.locator("textarea").input_value() == "Two lines\nof mine"
        assert form.locator("details.answer").is_visible()
