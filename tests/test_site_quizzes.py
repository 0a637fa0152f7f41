"""Quizzes in Chromium: rules stated and kept, nothing lost on the way, results in words, the next try."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from item_driver import PageHands, fill, form_of, items_here, press_button
from site_browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

END, TEST, BEFORE, EACH = (f"quizzes/quiz-{name}.html" for name in ("end", "tea-test", "before", "tea-check"))
FINISH, AGAIN, RESULT = "[data-do=finish]", "[data-do=restart]", ".quiz__result"


def fill_all(page: Page, how: str) -> list[str]:
    """Answer everything that shows, without checking; the items."""
    hands = PageHands(page)
    items = items_here(hands)
    for item in items:
        fill(hands, item, how)
    return list(items)


def finish(page: Page, how: str) -> list[str]:
    items = fill_all(page, how)
    page.locator(FINISH).click()
    return items


def test_the_rules_are_stated_before_the_questions(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + END)
        rules = page.locator(".quiz__rules").inner_text()
        for said in ("You pass with 75 % of the points.", "You have 3 tries", "opens after 2 days", "Nothing is sent."):
            assert said in rules
        rules_at, item_at = (page.locator(one).first.bounding_box() for one in (".quiz__rules", "form.item"))
        assert rules_at
        assert item_at
        assert rules_at["y"] < item_at["y"]
        assert page.locator("[data-do=check]:visible, .answer:visible, .hint:visible").count() == 0


def test_what_is_open_is_named_with_links_that_lead_there(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + END)
        first, *rest = items_here(PageHands(page))
        fill(PageHands(page), first, "right")
        page.locator(FINISH).click()
        assert page.locator(f"{RESULT}:focus").count() == 1
        assert page.locator(RESULT).inner_text().startswith(f"Not answered yet: {len(rest)}.")
        links = page.locator(f"{RESULT} a")
        assert links.all_inner_texts() == ["Question 2", "Question 3", "Question 4"]
        links.first.press("Enter")
        assert page.locator(f"{form_of(rest[0])} :focus").count() == 1
        assert page.locator(form_of(rest[0])).locator(".item__result").inner_text() == "Not answered yet."
        page.locator(FINISH).click()
        assert "of 4 points" in page.locator(RESULT).inner_text()


def test_choices_made_before_the_end_are_kept(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + END)
        fill_all(page, "right")
        page.reload()
        page.locator(FINISH).click()
        assert page.locator(RESULT).inner_text().startswith("4 of 4 points (100 %). You have passed: the mark is 75 %.")


def test_a_result_stays_over_a_reload_and_moves_no_focus(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + TEST)
        finish(page, "right")
        said, told = page.locator(RESULT).inner_text(), page.locator(".state:visible").all_inner_texts()
        assert page.locator(".item [role=status]").count() == 0, "one result is announced, not each item's"
        page.reload()
        assert page.locator(RESULT).inner_text() == said
        assert page.locator(".state:visible").all_inner_texts() == told
        assert page.locator(f"{RESULT}:focus").count() == 0


def test_reasons_wait_until_the_test_is_passed(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + END)
        finish(page, "wrong")
        assert "Answers and reasons show when you have passed" in page.locator(RESULT).inner_text()
        assert page.locator(".state:visible, .option__told:visible, details.answer:visible, .row__told").count() == 0
        assert page.locator(".item__result[data-result=wrong]").count() == 4


def test_the_next_try_waits_and_tries_are_counted(browser: Browser, base: str) -> None:
    with opened(browser, base, timezone_id="Europe/Madrid") as page:
        page.clock.set_fixed_time(dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC))
        page.goto(base + END)
        for day in (23, 25, 27):
            page.clock.set_fixed_time(dt.datetime(2026, 11, day, 10, 1, tzinfo=dt.UTC))
            page.reload()
            if page.locator(AGAIN).is_visible():
                page.locator(AGAIN).click()
            finish(page, "wrong")
            if day == 23:
                assert page.locator(".quiz__wait").inner_text() == (
                    "The next try is open from Wednesday 25 November at 11:01."
                )
                page.locator(AGAIN).press("Enter")
                assert "0 of 4 points" in page.locator(RESULT).inner_text(), "the button waits"
        assert page.locator(".quiz__wait").inner_text() == "You have used all your tries on this device."
        assert page.locator("details.answer:visible, .option__told:visible").count() == 6, "no try left: reasons show"


def test_each_try_asks_another_form(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + TEST)
        shown = page.locator(".md-content h2:visible").all_inner_texts()
        assert len(shown) == 1
        first = finish(page, "right")
        page.locator(AGAIN).click()
        second = list(items_here(PageHands(page)))
        assert set(first).isdisjoint(second)
        assert len(first) == len(second) == 2
        assert page.locator(f"{form_of(second[0])} :focus").count() == 1
        contents = page.locator(".md-sidebar--secondary a:visible").all_inner_texts()
        other = "Form B" if "A" in shown[0] else "Form A"
        assert [words.strip() for words in contents] == [other, "Question 1", "Question 2"]


def test_what_was_sure_and_wrong_comes_first_in_the_review(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + TEST)
        one, two = fill_all(page, "wrong")
        page.locator(f"{form_of(one)} input[name$='--sure'][value='1']").check(force=True)
        page.locator(f"{form_of(two)} input[name$='--sure'][value='2']").check(force=True)
        page.locator(FINISH).click()
        assert page.locator(".quiz__again li").all_inner_texts() == [
            "Question 2: you were sure, and it was not right",
            "Question 1: not right",
        ]


def test_a_pre_test_asks_no_sureness_and_counts_nothing(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + BEFORE)
        assert page.locator(".sure").count() == 0
        finish(page, "wrong")
        assert "That is where you start." in page.locator(RESULT).inner_text()
        assert "pass" not in page.locator(RESULT).inner_text()


def test_a_check_answers_at_once_and_sums_up_at_its_end(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + EACH)
        hands = PageHands(page)
        assert page.locator("[data-quiz]:visible").count() == 0
        for item in items_here(hands):
            fill(hands, item, "right")
            press_button(hands, item, "check")
        assert page.locator(RESULT).inner_text() == "3 of 3 points (100 %)."
        assert page.locator(f"{FINISH}:visible").count() == 0


def test_questions_keep_their_drawn_order_and_their_numbers(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        orders = set()
        for _ in range(8):
            page.goto(base + END)
            items = list(items_here(PageHands(page)))
            page.reload()
            assert list(items_here(PageHands(page))) == items
            headings = page.locator(".md-content h2").all_inner_texts()
            assert [one.split("\n")[0] for one in headings] == [f"Question {number}" for number in (1, 2, 3, 4)]
            orders.add(tuple(items))
            page.evaluate("localStorage.clear()")
        assert len(orders) > 1


def test_a_test_whose_questions_changed_opens_again_with_a_word(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(base + TEST)
        item, _ = finish(page, "right")
        old = page.locator(form_of(item)).get_attribute("data-key")
        page.route(
            f"**/{TEST}",
            lambda route: route.fulfill(
                response=(got := route.fetch()), body=got.text().replace(f'data-key="{old}"', 'data-key="5"')
            ),
        )
        page.reload()
        assert "This test has changed since you took it." in page.locator(RESULT).inner_text()
        assert page.locator(FINISH).is_visible()
