"""Worksheets and plans: nothing typed is lost or misplaced, on screen, on paper, in files and in calendars."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tiny_course
from icalendar import Calendar, Event
from site_browser import axe_source, built_edition, opened, served, violations
from test_player import node

from builder.model.activities import TableField
from builder.model.text import Line

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download, Page

    from builder.model.edition import Edition

SHEET = "worksheets/sheet-my-round.html"
PLANS = "plans.html"
LESSON = "lessons/boil-and-brew.html"
HOSTILE = "<img src=x onerror=alert(1)> \"'&amp; {cue} \\n ;,: </textarea><script>1</script> \u202eא\u0000🫖"
FAIL = {
    "throws": "Object.defineProperty(window, 'localStorage',"
    "{get() { throw new DOMException('no'); }, configurable: true});",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
}


def test_sheets_plans_and_ways_meet_their_vectors() -> None:
    done = node("--test", "tests/player/sheets.test.mjs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^\S+ pass [1-9]", done.stdout, re.MULTILINE)


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


@cache
def edited() -> Edition:
    """The tiny course with rows of its sheet moved, added, taken away and reworded."""
    course = tiny_course.course()
    (module,) = [one for one in course.modules if one.worksheets]
    (sheet,) = module.worksheets
    who, plan, tools, feel, week = sheet.fields
    assert isinstance(plan, TableField)
    neighbour, you = plan.rows
    rows = (Line("A new colleague"), you, neighbour)
    person, tea, milk = plan.columns
    table = plan.model_copy(update={"rows": rows, "columns": (person, Line("Time"), tea, milk), "example": ()})
    kettle, pot, cups = tools.choices  # type: ignore[union-attr]
    ticks = tools.model_copy(update={"choices": (Line("a tray"), cups, kettle)})
    in_time, asked = feel.statements  # type: ignore[union-attr]
    rated = feel.model_copy(update={"statements": (in_time, Line("Somebody asks first."))})
    assert pot
    assert asked
    changed = sheet.model_copy(update={"fields": (table, week, rated, ticks, who)})
    modules = tuple(
        one.model_copy(update={"worksheets": (changed,)}) if one is module else one for one in course.modules
    )
    return tiny_course.edition_of(course.model_copy(update={"modules": modules}))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny site, and the same with a changed sheet, at one origin."""
    folder = tmp_path_factory.mktemp("sites")
    for name, edition in (("tiny", tiny_course.edition()), ("edited", edited())):
        built_edition(folder / name, edition, tiny_course.plan())
    with served(folder) as address:
        yield address


def at(base: str, page: str, site: str = "tiny") -> str:
    return f"{base}{site}/site/{page}"


def name_of(control: str) -> str:
    return f"sheet-my-round.{control}"


def fill_sheet(page: Page) -> dict[str, str]:
    """Something of its own in every field of the sheet; what, by the name it is kept under."""
    said: dict[str, str] = {}
    for place in page.locator("[data-text]").all():
        name, kind = place.get_attribute("data-text") or "", place.get_attribute("type")
        if kind == "radio":
            said[name] = "2"
            if place.get_attribute("value") == "2":
                place.check()
        elif kind == "checkbox":
            said[name] = "1" if name.endswith(".2") else ""
            place.set_checked(bool(said[name]))
        else:
            said[name] = f"{name} {HOSTILE}".replace("\u0000", "")
            place.fill(said[name])
    for part in ("cue", "act", "partner"):
        page.locator(f"[data-plan-part={part}]").fill(f"{part} {len(said)}")
    page.locator("[data-plan-part=date]").fill("2027-02-03")
    return said


def shown(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries(Array.from(document.querySelectorAll('[data-text]')).flatMap((one) => {
          if (one.type === 'radio') return one.checked ? [[one.dataset.text, one.value]] : [];
          return [[one.dataset.text, one.type === 'checkbox' ? (one.checked ? '1' : '') : one.value]];
        }))"""
    )
    return found


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


def downloaded(page: Page, button: str) -> Download:
    with page.expect_download() as given:
        page.get_by_role("button", name=button).first.click()
    return given.value


def text_of(file: Download) -> str:
    return Path(file.path()).read_bytes().decode()


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


def add_plan(page: Page, cue: str, act: str, day: str = "", partner: str = "") -> None:
    form = page.locator("[data-plans-add]")
    for part, words in (("cue", cue), ("act", act), ("partner", partner), ("date", day)):
        form.locator(f"[data-plan-part={part}]").fill(words)
    page.get_by_role("button", name="Add this plan").click()


def sentences(page: Page) -> list[str]:
    return page.locator(".plan__words--own").all_inner_texts()


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
