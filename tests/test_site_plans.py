"""Plans: made in a lesson, gathered, changed, looked back on, and carried into files and calendars."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar, Event
from sheet_pages import (
    HOSTILE,
    PLANS,
    SHEET,
    add_plan,
    at,
    both_sites,
    downloaded,
    sentences,
    text_of,
)  # fmt: skip
from site_browser import opened
from test_player import node

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with both_sites(tmp_path_factory.mktemp("sites")) as address:
        yield address


def calendar(events: list[dict[str, object]]) -> str:
    done = node("tests/player/calendar_made.mjs", json.dumps(events))
    assert done.returncode == 0, done.stderr
    return str(json.loads(done.stdout))


def test_a_calendar_file_is_read_by_a_calendar() -> None:
    long = "Frage, Antwort; Weg \\ " * 20 + "é" * 90 + "🫖" * 40
    events: list[dict[str, object]] = [
        {"uid": "own.1@plans.tea", "day": 9862, "title": "Ask, then pour; \\n", "text": "One\nTwo\r\nThree"},
        {"uid": "b", "day": 0, "title": long, "text": long, "alarmMinutes": -30},
        {"uid": "c", "day": 10285, "title": "x\u0007y\u2028z", "text": ""},
    ]
    text = calendar(events)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all("\n" not in line and len(line.encode()) <= 75 for line in lines)
    read = Calendar.from_ical(text)
    assert (read["version"], str(read["prodid"])) == ("2.0", "-//course//player 1//EN")
    found = list(read.walk("VEVENT"))
    assert all(event.errors == [] for event in found if isinstance(event, Event))
    assert [str(event["uid"]) for event in found] == ["own.1@plans.tea", "b", "c"]
    assert [str(event["summary"]) for event in found] == ["Ask, then pour; \\n", long, "x y\nz"]
    assert [str(event.get("description", "")) for event in found] == ["One\nTwo\nThree", long, ""]
    first = [date(2027, 1, 1), date(2000, 1, 1), date(2028, 2, 28)]
    assert [event.decoded("dtstart") for event in found] == first
    assert [event.decoded("dtend") for event in found] == [day + timedelta(days=1) for day in first]
    alarms = [alarm for event in found for alarm in event.walk("VALARM")]
    assert [alarm.decoded("trigger") for alarm in alarms] == [timedelta(minutes=one) for one in (540, -30, 540)]
    assert all(alarm["action"] == "DISPLAY" for alarm in alarms)
    assert calendar(events) == text
    assert calendar([]).split("\r\n")[-2] == "END:VCALENDAR"


@pytest.mark.browser
def test_a_plan_of_a_lesson_becomes_ones_own(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, PLANS))
        assert page.locator("[data-plans-none]:visible").count() == 1
        offered = page.locator("[data-plan-offer] a").first
        offered.click()
        form = page.locator("form[data-plan-make]")
        assert form.locator("[data-plan-part=cue]").input_value() != ""
        form.locator("summary").click()
        form.locator("[data-plan-part=act]").fill("")
        form.locator("[data-plan-part=cue]").fill(" ")
        page.reload()
        assert form.locator("[data-plan-part=act]").input_value() != "", "nothing is kept before it is one's own"
        form.locator("summary").click()
        form.locator("[data-plan-part=act]").fill("")
        form.locator("[data-plan-part=cue]").fill(" ")
        form.locator("[type=submit]").click()
        assert form.locator("[role=status]").inner_text() == "Say when, and what you will do then."
        form.locator("[data-plan-part=cue]").fill("the kettle sings")
        form.locator("[data-plan-part=act]").fill("I ask Ravi")
        form.locator("[data-plan-part=date]").fill("2027-05-06")
        form.locator("[type=submit]").press("Enter")
        assert form.locator("[role=status]").inner_text() == "Kept as your plan on this device."
        assert form.locator("[type=submit]").inner_text() == "Save my changes"
        assert form.locator("[type=submit]").evaluate("one => one === document.activeElement")
        form.locator("[data-plan-part=partner]").fill("Ravi")
        page.goto(at(base, PLANS))
        assert sentences(page) == ["When the kettle sings, then I ask Ravi."]
        assert page.locator(".plan__facts li").all_inner_texts()[:2] == [
            "We look back on 6 May 2027", "I tell: Ravi",
        ]  # fmt: skip
        assert page.locator(".plan__facts a").count() == 1
        assert page.locator(".plans__mark").inner_text() == "Among your plans"


@pytest.mark.browser
def test_plans_are_gathered_changed_looked_back_on_and_deleted(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, SHEET))
        page.locator("[data-plan-part=cue]").fill("I pour")
        page.locator("[data-plan-part=act]").fill("I look up")
        page.goto(at(base, PLANS))
        add_plan(page, "", " ")
        assert page.locator("#own--status").inner_text() == "Say when, and what you will do then."
        add_plan(page, HOSTILE.replace("\u0000", ""), "I wait", "2020-01-02")
        add_plan(page, "it rains", "I ask " + "x" * 5000, "2039-01-01")
        add_plan(page, "it snows", "I ask", "2038-01-01")
        page.reload()
        found = sentences(page)
        assert [one[:14] for one in found] == ["When <img src=", "When it snows,", "When it rains,", "When I pour, t"]
        assert "how did it go" in page.locator(".plan__past").inner_text()
        first = page.locator(".plans > li").first
        first.locator("select").focus()
        first.locator("select").select_option("partly")
        assert first.locator(".plan__facts li").first.inner_text() == "Partly kept"
        assert page.locator(".plan__past").count() == 0
        second = page.locator(".plans > li").nth(1)
        second.locator("summary").click()
        second.locator("[data-plan-part=act]").fill("I ask twice")
        second.locator("[role=status]", has_text="Saved").wait_for()
        page.reload()
        assert [one[:14] for one in sentences(page)] == [
            "When it snows,", "When it rains,", "When I pour, t", "When <img src=",
        ]  # fmt: skip
        assert sentences(page)[0] == "When it snows, then I ask twice."
        page.locator(".plans > li").first.get_by_role("button", name="Delete", exact=True).press("Enter")
        assert page.locator("[data-sure] [data-do=keep]:focus").count() == 1
        page.locator(".plans > li").first.get_by_role("button", name="Yes, delete it").press("Enter")
        assert page.locator("[data-plans-status]:focus").inner_text() == "The plan is deleted."
        page.reload()
        assert len(sentences(page)) == 3


@pytest.mark.browser
def test_plans_go_into_a_calendar_and_a_file(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(at(base, PLANS))
        add_plan(page, "it rains", "I wait")
        page.get_by_role("button", name="All dates as a calendar file").click()
        assert page.locator("[data-plans-status]").inner_text() == "None of your plans has a date yet."
        page.get_by_role("button", name="Into my calendar").click()
        assert page.locator(".plans [data-plan-part=date]:focus").count() == 1
        page.locator(".plans [data-plan-part=date]").fill("2027-03-28")
        add_plan(page, "it snows", "I ask", "2027-03-27", "Ravi, Mia")
        both = downloaded(page, "All dates as a calendar file")
        assert both.suggested_filename == "tea-round.my-plans.ics"
        events = {str(one["summary"]): one for one in Calendar.from_ical(text_of(both)).walk("VEVENT")}
        assert {name: one.decoded("dtstart") for name, one in events.items()} == {
            "My plan: I wait": date(2027, 3, 28), "My plan: I ask": date(2027, 3, 27),
        }  # fmt: skip
        assert str(events["My plan: I ask"]["description"]) == "When it snows, then I ask.\nI tell: Ravi, Mia"
        again = Calendar.from_ical(text_of(downloaded(page, "All dates as a calendar file")))
        assert {str(one["uid"]) for one in again.walk("VEVENT")} == {str(one["uid"]) for one in events.values()}
        text = text_of(downloaded(page, "Save as a file"))
        assert text.startswith("My plans\n\nWhen it")
        assert "  I tell: Ravi, Mia\n" in text
