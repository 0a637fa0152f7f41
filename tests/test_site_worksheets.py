"""Worksheets: nothing typed is lost or misplaced, on screen, on paper and in files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from sheet_pages import (
    HOSTILE,
    PLANS,
    SHEET,
    add_plan,
    at,
    both_sites,
    downloaded,
    fill_sheet,
    name_of,
    shown,
    text_of,
)  # fmt: skip
from site_browser import axe_source, opened, violations
from test_player import node

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FAIL = {
    "throws": "Object.defineProperty(window, 'localStorage',"
    "{get() { throw new DOMException('no'); }, configurable: true});",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with both_sites(tmp_path_factory.mktemp("sites")) as address:
        yield address


def test_sheets_plans_and_ways_meet_their_vectors() -> None:
    done = node("--test", "tests/player/sheets.test.mjs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^\S+ pass [1-9]", done.stdout, re.MULTILINE)


@pytest.mark.browser
def test_everything_typed_is_there_again(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, SHEET))
        assert page.locator("[data-with-player]:visible").count() == 1
        assert page.locator("[data-without-player]:visible").count() == 0
        said = fill_sheet(page)
        assert len(said) == 13
        page.locator(".keeper__status", has_text="Saved on this device.").wait_for()
        page.reload()
        assert shown(page) == said
        assert page.locator("[data-plan-part=date]").input_value() == "2027-02-03"
        page.locator("[data-text='sheet-my-round.who']").fill("")
        page.locator("[data-text='sheet-my-round.tools.2']").uncheck()
        page.goto(at(base, "about.html"))
        page.goto(at(base, SHEET))
        assert shown(page) == {**said, name_of("who"): "", name_of("tools.2"): ""}


@pytest.mark.browser
def test_what_is_typed_last_is_kept_though_the_page_goes_at_once(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, SHEET))
        page.locator("[data-text='sheet-my-round.who']").press_sequentially("Ravi, green")
        page.reload()
        assert page.locator("[data-text='sheet-my-round.who']").input_value() == "Ravi, green"


@pytest.mark.browser
def test_answers_go_with_their_rows_through_an_edit(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, SHEET))
        said = fill_sheet(page)
        page.goto(at(base, SHEET, "edited"))
        now = shown(page)
        moved = {
            "plan.3-3": "plan.1-2", "plan.3-4": "plan.1-3", "plan.2-3": "plan.2-2", "plan.2-4": "plan.2-3",
            "plan.4-1": "plan.3-1", "plan.4-3": "plan.3-2", "plan.4-4": "plan.3-3",
            "who": "who", "feel.1": "feel.1", "feel.2": "feel.2",
        }  # fmt: skip
        assert {one: now[name_of(one)] for one in moved} == {one: said[name_of(was)] for one, was in moved.items()}
        fresh = (
            "plan.1-2",
            "plan.1-3",
            "plan.1-4",
            "plan.2-2",
            "plan.3-2",
            "plan.4-2",
            "tools.1",
            "tools.2",
            "tools.3",
        )
        assert {one: now[name_of(one)] for one in fresh} == dict.fromkeys(fresh, "")
        assert page.locator("[data-plan-part=cue]").input_value() == "cue 13"
        page.goto(at(base, SHEET))
        back = shown(page)
        gone = {name_of("tools.2"): ""}
        assert back == {**said, **gone}, "and back again"


@pytest.mark.browser
def test_words_without_a_row_are_shown_and_not_lost(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, SHEET, "edited"))
        page.locator("[data-text='sheet-my-round.plan.1-2']").fill("for the new one")
        page.goto(at(base, SHEET))
        left = page.locator(".field__left")
        assert "has changed since" in left.inner_text()
        assert "for the new one" in left.inner_text()


@pytest.mark.browser
def test_two_tabs_keep_both_what_was_typed(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, SHEET))
        other = page.context.new_page()
        other.goto(at(base, SHEET))
        page.locator("[data-text='sheet-my-round.who']").fill("one")
        page.locator(".keeper__status", has_text="Saved").wait_for()
        other.locator("[data-text='sheet-my-round.tools.1']").check()
        other.wait_for_function("document.querySelector(\"[data-text='sheet-my-round.who']\").value === 'one'")
        page.locator("[data-text='sheet-my-round.tools.1']:checked").wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("broken", sorted(FAIL))
def test_a_storage_that_fails_is_told_and_breaks_nothing(browser: Browser, base: str, broken: str) -> None:
    with opened(browser, base) as page:
        page.add_init_script(FAIL[broken])
        page.goto(at(base, SHEET))
        page.locator("[data-text='sheet-my-round.who']").fill("Ravi")
        page.locator(".keeper__status", has_text="keeps nothing").wait_for()
        page.goto(at(base, PLANS))
        add_plan(page, "it rains", "I wait")
        assert "keeps nothing" in page.locator("#own--status").inner_text()
        assert page.locator(".plan__words--own").inner_text() == "When it rains, then I wait."


@pytest.mark.browser
def test_a_sheet_is_cleared_only_when_asked_twice(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, SHEET))
        empty = shown(page)
        said = fill_sheet(page)
        clear = page.get_by_role("button", name="Clear this sheet")
        clear.press("Enter")
        assert page.get_by_role("button", name="Keep it").evaluate("one => one === document.activeElement")
        page.keyboard.press("Enter")
        assert clear.evaluate("one => one === document.activeElement")
        assert page.locator("[data-sure]:visible").count() == 0
        assert shown(page) == said
        clear.press("Enter")
        page.get_by_role("button", name="Yes, clear it").press("Enter")
        assert shown(page) == empty
        assert page.locator(".keeper__status").inner_text() == "The sheet is empty again."
        assert clear.evaluate("one => one === document.activeElement")
        page.reload()
        assert shown(page) == empty
        assert page.locator("[data-plan-part=cue]").input_value() == ""


@pytest.mark.browser
def test_a_sheet_is_saved_and_printed_in_full(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, SHEET))
        said = fill_sheet(page)
        long = "\n".join(f"line {number} of a long answer" for number in range(80))
        page.locator("[data-text='sheet-my-round.who']").fill(long)
        file = downloaded(page, "Save as a file")
        assert file.suggested_filename == "tea-round.sheet-my-round.txt"
        text = text_of(file)
        assert text.startswith("My tea round\n============\n")
        assert f"Who drinks tea with you?\n{long}\n" in text
        assert f"Your neighbour: Tea: {said[name_of('plan.1-2')]}\n" in text
        assert "[ ] a kettle\n[x] a pot\n[ ] clean cups\n" in text
        assert "1 = never, 5 = each day\nTea comes in time.: 2\n" in text
        assert "When … cue 13\nthen … act 13\nI tell: partner 13\nWe look back on: 2027-02-03\n" in text
        from pypdf import PdfReader  # noqa: PLC0415 - slow to import

        paper = " ".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf())).pages)
        assert "line 79 of a long answer" in paper
        assert "Clear this sheet" not in paper


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(browser: Browser, base: str, scheme: str) -> None:
    axe = axe_source()
    with opened(browser, base, color_scheme=scheme, viewport={"width": 320, "height": 700}) as page:

        def sound() -> None:
            """Nothing found, nothing cut off."""
            page.evaluate("scrollTo(0, 0)")
            assert violations(page, axe) == []
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0

        page.goto(at(base, SHEET))
        sound()
        fill_sheet(page)
        page.get_by_role("button", name="Clear this sheet").click()
        sound()
        page.goto(at(base, SHEET, "edited"))
        sound()
        page.goto(at(base, PLANS))
        sound()
        add_plan(page, "", "")
        sound()
        add_plan(page, "w" * 300, HOSTILE.replace("\u0000", ""), "2020-01-01")
        page.locator(".plans summary").first.click()
        page.get_by_role("button", name="Delete").first.click()
        sound()
        page.locator("select").last.select_option("no")
        page.reload()
        sound()


@pytest.mark.browser
def test_without_scripts_sheets_and_plans_are_there_and_honest(browser: Browser, base: str) -> None:
    with opened(browser, base, java_script_enabled=False) as page:
        page.goto(at(base, SHEET))
        assert "is not kept" in page.locator(".rules:visible").inner_text()
        assert page.locator(".sheet button:visible").count() == 0
        assert page.locator(".sheet textarea:visible").count() > 5
        page.goto(at(base, PLANS))
        assert page.locator("[data-plan-offer]:visible").count() == 4
        assert page.locator(".page button:visible, .page input:visible").count() == 0
        page.goto(at(base, page.locator("[data-plan-offer] a").first.get_attribute("href") or ""))
        assert page.locator(".plan__words:visible").count() == 1
        assert page.locator(".plan button:visible").count() == 0
