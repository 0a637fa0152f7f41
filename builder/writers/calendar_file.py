"""Calendar files (iCalendar, RFC 5545), which several formats make: no clock, and ids that stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from builder.writers.artefact import Written

if TYPE_CHECKING:
    from icalendar import Component

KIND = "calendar"


@dataclass(frozen=True, slots=True)
class Event:
    """An entry, all texts plain.

    ``start`` and ``end`` are days (YYYY-MM-DD, the end is the first day that is free again), or local times without a
    zone (YYYY-MM-DDTHH:MM). ``changed`` is the second (Unix time) of its last change.
    """

    uid: str
    changed: int
    title: str
    start: str
    end: str
    text: str = ""
    place: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The calendar at ``file`` below the output folder; ``maker`` is the course's id."""

    file: str
    maker: str
    language: str
    name: str
    events: tuple[Event, ...]


def write_calendar(calendar: CalendarFile, labels: Mapping[str, Mapping[str, str]]) -> Written:
    """The file as UTF-8 with folded lines."""
    del labels
    from icalendar import Calendar  # noqa: PLC0415 - a tenth of a second, only for calendars

    made = Calendar()
    made.add("prodid", f"-//{calendar.maker}//calendar//{calendar.language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("name", calendar.name)
    made.add("x-wr-calname", calendar.name)
    for event in calendar.events:
        made.add_component(_entry(event))
    return Written({calendar.file: made.to_ical()})


def _entry(event: Event) -> Component:
    from icalendar import Event as Entry  # noqa: PLC0415 - see above

    entry = Entry()
    changed = datetime.fromtimestamp(event.changed, UTC)
    entry.add("uid", event.uid)
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    entry.add("summary", event.title)
    entry.add("dtstart", _moment(event.start))
    entry.add("dtend", _moment(event.end))
    if "T" not in event.start:
        entry.add("transp", "TRANSPARENT")
    for name, value in (("location", event.place), ("description", event.text), ("url", event.address)):
        if value:
            entry.add(name, value)
    return entry


def _moment(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
