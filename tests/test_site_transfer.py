"""The learner's answers as a file: saved, brought in elsewhere, refused in words, brought back, cleared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from learner_states import ANSWER, COURSE, NAME, complete_state, keep, state_text
from site_browser import axe_source, opened, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def kept(page: Page) -> str:
    """The text that the browser keeps."""
    return str(page.evaluate("name => localStorage.getItem(name)", NAME))


def bring_in(page: Page, text: str) -> str:
    """Chooses a file of this text, and gives what the page says."""
    told = page.locator("[data-transfer-told]")
    told.evaluate("one => { one.textContent = ''; }")
    page.get_by_label("Bring in a file").set_input_files(
        {"name": "file.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    page.locator("[data-transfer-told]:not(:empty)").wait_for()
    return told.inner_text()


def test_a_saved_file_comes_back_elsewhere_and_what_was_there_can_be_brought_back(
    browser: Browser, base: str, tmp_path: Path
) -> None:
    with opened(browser, base) as page:
        keep(page, base, complete_state())
        page.goto(base + "progress.html")
        with page.expect_download() as download:
            page.locator("[data-do=export]").click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
    assert path.name.startswith(f"{COURSE}-20")
    assert path.suffix == ".json"
    data = json.loads(path.read_text(encoding="utf-8"))
    assert {key: data[key] for key in data if key != "state"} == {
        "format": "course-progress", "version": 2, "course": COURSE, "courseVersion": "1.0.0", "title": "The Tea Round",
    }  # fmt: skip
    with opened(browser, base) as page:
        keep(page, base, state_text(answers={"5": ANSWER}))
        page.goto(base + "progress.html")
        mine = json.loads(kept(page))["answers"]
        assert bring_in(page, path.read_text(encoding="utf-8")).startswith("The answers of the file are here now.")
        assert page.locator("[data-complete]").is_visible()
        assert json.loads(kept(page))["answers"] == data["state"]["answers"]
        aside = page.locator("[data-asides] li")
        assert "Answers to 1 question" in aside.inner_text()
        assert violations(page, axe_source()) == []
        aside.get_by_role("button", name="Bring back").click()
        assert json.loads(kept(page))["answers"] == mine
        assert page.evaluate("document.activeElement.tagName") == "BUTTON", "focus is not lost"
        page.get_by_role("button", name="Remove").click()
        assert page.locator("[data-asides]").is_hidden()


def test_a_wrong_file_is_refused_in_words_and_changes_nothing(browser: Browser, base: str) -> None:
    whole = {"format": "course-progress", "version": 2, "course": COURSE, "state": json.loads(complete_state())}
    text = json.dumps(whole)
    other = {**whole, "title": "Coffee", "state": json.loads(state_text("coffee", answers={"5": ANSWER}))}
    edited = {**whole, "state": {**whole["state"], "answers": "AAAA"}}
    cases = [
        ("", "not a file that this course has saved"),
        ("GIF89a", "not a file that this course has saved"),
        ("[1, 2]", "not a file that this course has saved"),
        (text[: len(text) // 2], "damaged or cut off"),
        (json.dumps(edited), "damaged or cut off"),
        (json.dumps({**whole, "state": None}), "damaged or cut off"),
        (json.dumps({**whole, "version": 3}), "newer version of the course"),
        (json.dumps({**whole, "state": {"version": 3}}), "newer version of the course"),
        (json.dumps(other), "another course: Coffee"),
        (json.dumps({**whole, "more": "x" * 5_000_000}), "too big"),
        (
            '{"format":"course-progress","version":2,"__proto__":{"state":{}},"state":' + "[" * 50_000,
            "damaged or cut off",
        ),
    ]
    with opened(browser, base) as page:
        keep(page, base, state_text(answers={"5": ANSWER}))
        page.goto(base + "progress.html")
        before = kept(page)
        for wrong, words in cases:
            told = bring_in(page, wrong)
            assert words in told, wrong[:60]
            assert "Nothing has changed" in told
            assert kept(page) == before
        assert page.locator("[data-asides]").is_hidden()


def test_clearing_takes_two_steps_and_leaves_nothing(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        keep(page, base, complete_state())
        page.goto(base + "progress.html")
        bring_in(page, json.dumps({"format": "course-progress", "version": 2, "state": json.loads(complete_state())}))
        before = kept(page)
        ask = page.get_by_role("button", name="Clear my answers", exact=True)
        ask.press("Enter")
        assert ask.get_attribute("aria-expanded") == "true"
        assert page.locator(":focus").inner_text() == "No, keep it", "the safe answer first"
        assert violations(page, axe_source()) == []
        page.keyboard.press("Enter")
        assert kept(page) == before
        assert page.locator(":focus").inner_text() == "Clear my answers"
        ask.press("Enter")
        page.get_by_role("button", name="Yes, clear everything").click()
        assert page.locator("[data-clear-told]").inner_text().startswith("Everything has been cleared")
        assert page.locator(":focus").inner_text() == "Clear my answers"
        assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('course.'))") == [NAME]
        assert json.loads(kept(page))["answers"] == ""
        assert page.locator("[data-overall]").inner_text().startswith("0 of ")
