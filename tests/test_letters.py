"""Letters as plain text, and calendars, by parsers that aren't ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import tiny_course
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from builder.locale.dates import day_in_words
from builder.writers import letters, refresher_calendar
from builder.writers.letters.letter import Letter, sending_day, write_letter
from builder.writers.letters.plain import WIDTH, plain_blocks, wrapped
from builder.writers.refresher_calendar import first_working_day

if TYPE_CHECKING:
    from builder.model.edition import Edition

PLANNED = "letters/plan-harbour-spring"
FRIDAY = 4
NAMES = ["01-msg-managers.txt", "02-msg-joining.txt", "03-msg-after.txt"]
CALENDARS = ["calendar.ics", "managers.ics", "sending.ics"]


def made(organisation: str = "harbour", language: str = "en") -> dict[str, bytes]:
    edition, plan = tiny_course.edition(organisation, language), tiny_course.plan(organisation, language)
    return tiny_course.files((*letters.artefacts(edition, plan), *refresher_calendar.artefacts(edition, plan)))


def text(files: dict[str, bytes], name: str) -> str:
    return files[f"{PLANNED}/{name}"].decode()


def events(data: bytes) -> list[Any]:
    """The entries as vobject, a parser of its own, reads them."""
    (calendar,) = vobject.readComponents(data.decode())
    calendar.validate(raiseException=True)
    return list(calendar.vevent_list)


def test_a_planned_workshop_has_its_letters_and_calendars() -> None:
    names = {f"{PLANNED}/{name}" for name in (*NAMES, *CALENDARS)}
    assert set(made()) == {*names, "refreshers/calendar.ics"}


def test_a_letter_says_to_whom_when_and_where() -> None:
    lines = text(made(), "02-msg-joining.txt").splitlines()
    assert lines == [
        "To:       Participants",
        "Subject:  Your tea round next week",
        "Send on:  Tuesday, March 2, 2027 (7 days before the first sitting)",
        "",
        "-" * WIDTH,
        "",
        "Course:   The Tea Round",
        "Dates:    Tuesday, March 9, 2027, 09:00\N{EN DASH}09:25",
        "          \N{EN DASH} Brew",
        "          Tuesday, March 16, 2027, 14:30\N{EN DASH}14:57",
        "          \N{EN DASH} Wash up",
        "Place:    the long bench",
        "Trainer:  Nadia Oyelaran",
        "",
        "Hello,",
        "",
        "we meet at Harbour Tools & Sons. Please bring:",
        "",
        "- a cup",
        "- one question about tea",
        "",
        "See the glossary (https://tea-round.example/glossary.html#term-pot).",
    ]


@pytest.mark.parametrize(
    ("first", "day", "sent"),
    [
        ("2027-03-08T09:00", -1, "2027-03-05"),  # a Monday: not on the Sunday before
        ("2027-03-09T09:00", -3, "2027-03-05"),
        ("2027-03-09T09:00", -1, "2027-03-08"),
        ("2027-03-12T09:00", 1, "2027-03-15"),  # a Friday: not on the Saturday after
        ("2027-03-12T09:00", 2, "2027-03-15"),
        ("2027-03-12T09:00", 3, "2027-03-15"),
        ("2027-03-13T09:00", 0, "2027-03-13"),  # who meets on a Saturday is there
    ],
)
def test_no_letter_goes_out_at_a_weekend(first: str, day: int, sent: str) -> None:
    assert sending_day(first, day) == date.fromisoformat(sent)


@given(st.datetimes(datetime(2027, 1, 1), datetime(2029, 1, 1)), st.integers(-90, 90).filter(bool))  # noqa: DTZ001 - local
def test_a_letter_moves_away_from_the_workshop_by_two_days_at_most(first: datetime, day: int) -> None:
    sent = (sending_day(first.isoformat(timespec="minutes"), day) - first.date()).days
    assert (first.date() + timedelta(days=sent)).weekday() <= FRIDAY
    assert 0 <= (sent - day if day > 0 else day - sent) <= 2


def test_a_letter_that_moves_counts_its_days_anew() -> None:
    edition, plan = tiny_course.edition("harbour", "en"), tiny_course.plan("harbour", "en")
    (artefact,) = (one for one in letters.artefacts(edition, plan) if one.name.endswith("02-msg-joining.txt"))
    assert isinstance(artefact.reads, Letter)
    (data,) = write_letter(replace(artefact.reads, day=-3), {}).files.values()
    assert "Send on:  Friday, March 5, 2027 (4 days before the first sitting)" in data.decode()


def test_without_a_planned_workshop_letters_have_days_and_blanks() -> None:
    files = made("hilltop", "en")
    assert [name for name in files if name.startswith("letters/")] == [f"letters/{name}" for name in NAMES]
    first = files["letters/01-msg-managers.txt"].decode()
    assert "Send on:  day \N{MINUS SIGN}14 (14 days before the first sitting)" in first
    assert "Place:    (put in: the place)" in first


def test_another_language() -> None:
    lines = text(made("harbour", "es"), "02-msg-joining.txt").splitlines()
    assert day_in_words("es", date(2027, 3, 2)) == "martes, 2 de marzo de 2027"
    assert any("martes, 2 de marzo de 2027" in line for line in lines)
    assert "- una pregunta sobre el té" in lines


@pytest.mark.parametrize(("organisation", "language"), tiny_course.EDITIONS)
def test_lines_are_short_and_clean(organisation: str, language: str) -> None:
    for name, data in made(organisation, language).items():
        if name.endswith(".txt"):
            lines = data.decode().split("\n")
            assert max(map(len, lines)) <= WIDTH
            assert all(line == line.rstrip() for line in lines)
            assert lines[-1] == ""
            assert not any(mark in data.decode() for mark in ("**", "](", "<", "&amp;", "{{"))


def test_sittings_are_local_times_and_follow_ups_whole_days() -> None:
    brew, wash, after = events(made()[f"{PLANNED}/calendar.ics"])
    assert brew.dtstart.value == datetime(2027, 3, 9, 9, 0)  # noqa: DTZ001 - local times have no zone
    assert brew.dtend.value == datetime(2027, 3, 9, 9, 25)  # noqa: DTZ001 - the same
    assert (wash.dtstart.value.time(), wash.dtend.value.time()) == (time(14, 30), time(14, 57))
    assert brew.location.value == "the long bench"
    assert brew.summary.value == "The Tea Round: Brew"
    assert "Nadia Oyelaran" in brew.description.value
    assert (after.dtstart.value, after.dtend.value) == (date(2027, 4, 8), date(2027, 4, 9))
    assert after.summary.value == "A month of tea"
    assert after.description.value == "Whom did you brew for? Write to trainer@harbour.example."


def test_the_sender_has_every_letter_on_its_day() -> None:
    found = [(one.dtstart.value, one.description.value) for one in events(made()[f"{PLANNED}/sending.ics"])]
    days = [date(2027, 2, 23), date(2027, 3, 2), date(2027, 4, 8)]
    assert found == [(day, f"{PLANNED}/{name}") for day, name in zip(days, NAMES, strict=True)]


def test_the_year_has_an_entry_on_the_first_working_day_of_each_month() -> None:
    found = events(made()["refreshers/calendar.ics"])
    days = [one.dtstart.value for one in found]
    assert days == [
        date(2027, 1, 4),
        *(date(2027, month, 1) for month in (2, 3, 4)),
        date(2027, 5, 3),
        date(2027, 6, 1),
    ]
    assert found[0].summary.value == "The Tea Round: Refresher for January 2027"
    assert found[0].url.value == "https://tea-round.example/refreshers/2027-01.html"
    assert "3 questions" in found[0].description.value
    assert all((one.dtend.value - one.dtstart.value).days == 1 for one in found)


@given(st.integers(1, 12), st.integers(2020, 2100))
def test_a_first_working_day_is_in_its_month_and_no_weekend(month: int, year: int) -> None:
    day = first_working_day(f"{year}-{month:02}")
    assert (day.year, day.month) == (year, month)
    assert day.weekday() <= FRIDAY
    assert day.day <= 4
    assert (day.month, day.day) != (1, 1)


def test_every_calendar_can_be_read_by_two_parsers_and_has_no_clock() -> None:
    for organisation, language in tiny_course.EDITIONS:
        for name, data in made(organisation, language).items():
            if name.endswith(".ics"):
                read = Calendar.from_ical(data)
                assert not read.errors
                assert all(not one.errors for one in read.walk("VEVENT"))
                stamps = {one.decoded("DTSTAMP").timestamp() for one in read.walk("VEVENT")}
                assert stamps == {tiny_course.EPOCH}
                assert len(events(data)) == len(read.walk("VEVENT"))
                assert b"\n" not in data.replace(b"\r\n", b"")
                assert max(map(len, data.split(b"\r\n"))) <= 75


def test_an_entry_is_dated_when_its_letter_changed() -> None:
    def stamps(dates: dict[str, int]) -> dict[str, Any]:
        edition = tiny_course.edition_of(tiny_course.course(), dates=dates)
        files = tiny_course.files(letters.artefacts(edition, tiny_course.plan()))
        return {str(e.uid.value): e.dtstamp.value for e in events(files[f"{PLANNED}/calendar.ics"])}

    before, after = stamps({}), stamps({"msg-after": tiny_course.EPOCH + 60})
    assert before.keys() == after.keys()
    assert len([uid for uid in before if before[uid] != after[uid]]) == 1


def test_ids_stay_when_words_and_dates_change_and_differ_by_language() -> None:
    def uids(edition: Edition) -> list[str]:
        files = tiny_course.files(letters.artefacts(edition, tiny_course.plan()))
        return [one.uid.value for name in CALENDARS for one in events(files[f"{PLANNED}/{name}"])]

    moved = tiny_course.edition_of(_moved())
    first = uids(tiny_course.edition())
    assert sorted(uids(moved)) == sorted(first)
    assert not {*uids(tiny_course.edition("harbour", "es"))} & {*first}
    own = [set(uids_of(name)) for name in CALENDARS]
    assert len(own[0] & own[1]) == 2  # the sittings are the same for both
    assert not own[2] & (own[0] | own[1])


def uids_of(name: str) -> list[str]:
    return [one.uid.value for one in events(made()[f"{PLANNED}/{name}"])]


def _moved() -> Any:
    """The course with its workshop a month later and another title."""
    course = tiny_course.course()
    (harbour,) = [one for one in course.organisations if one.id == "harbour"]
    (planned,) = harbour.workshops
    later = planned.model_copy(update={"dates": ("2027-04-09", "2027-04-16")})
    others = tuple(
        one.model_copy(update={"workshops": (later,)}) if one.id == "harbour" else one for one in course.organisations
    )
    return course.model_copy(update={"organisations": others})


MARKDOWN = [
    ("<p>one<br/>two</p>", ("one\ntwo",)),
    ("<p>a\nb</p><p>c</p>", ("a b", "c")),
    ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", ("- a\n- b\n  - c",)),
    ('<ol start="9"><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>', ("9.  a\n\n    b\n\n10. c",)),
    ("<blockquote><p>a</p><p>b</p></blockquote>", ("> a\n>\n> b",)),
    ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", ("a | b\n1 | 2",)),
    ('<p>See <a href="https://a.example/x">the <em>page</em></a>.</p>', ("See the page (https://a.example/x).",)),
    ('<p><a href="https://a.example/">https://a.example/</a></p>', ("https://a.example/",)),
    ('<p><a href="mailto:x@a.example">x@a.example</a></p>', ("x@a.example",)),
    ('<p>a <img src="picture:x.png" alt="a pot"/></p>', ("a [a pot]",)),
    ("<pre><code>x  y\nz</code></pre><hr/><dl><dt>t</dt><dd>d</dd></dl>", ("    x  y\n    z", "* * *", "t\n    d")),
    ("bare <strong>words</strong>", ("bare words",)),
]


@pytest.mark.parametrize(("xhtml", "blocks"), MARKDOWN)
def test_lists_and_paragraphs_are_kept(xhtml: str, blocks: tuple[str, ...]) -> None:
    assert plain_blocks(xhtml) == blocks


@given(st.lists(st.text("ab \N{NO-BREAK SPACE}é漢", max_size=100), max_size=8), st.integers(8, 76))
def test_wrapping_keeps_every_word_and_the_width(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = wrapped(text, width, first="- ", rest="  ").split("\n")
    assert max(map(len, lines)) <= width
    kept = "".join(line[2:] for line in lines).replace(" ", "")
    assert kept == text.replace(" ", "")


def test_an_address_is_never_cut() -> None:
    address = "https://a.example/" + "x" * 100
    assert wrapped(f"see {address} there").split("\n") == ["see", address, "there"]


def test_equal_editions_give_equal_bytes() -> None:
    fresh = tiny_course.edition_of(tiny_course.course())
    again = tiny_course.files(letters.artefacts(fresh, tiny_course.plan_of(fresh)))
    assert again == {name: data for name, data in made().items() if name.startswith("letters/")}


def test_calendars_of_a_course_without_letters_or_refresher() -> None:
    course = tiny_course.course()
    bare = tiny_course.edition_of(
        course.model_copy(update={"kit": course.kit.model_copy(update={"messages": ()}), "refresher": None})
    )
    plan = tiny_course.plan_of(bare)
    assert letters.artefacts(bare, plan) == ()
    assert refresher_calendar.artefacts(bare, plan) == ()


def test_events_begin_before_they_end() -> None:
    for data in (data for name, data in made().items() if name.endswith(".ics")):
        for one in events(data):
            assert one.dtstart.value < one.dtend.value
