"""The year's refreshers as a calendar: ``refreshers/calendar.ics``, an entry on the first working day of each month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from builder.identity.keys import thing_uuid
from builder.locale import catalogue
from builder.locale.dates import month_in_words
from builder.model.walk import files_of
from builder.writers.addresses import month_page, on_the_web
from builder.writers.artefact import Artefact
from builder.writers.calendar_file import KIND, CalendarFile, Event, write_calendar

if TYPE_CHECKING:
    from builder.locale import Catalogue
    from builder.model.edition import Edition
    from builder.model.plan import Plan
    from builder.model.refreshers import RefresherMonth

FILE = "refreshers/calendar.ics"
_SATURDAY = 5


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """One calendar for all months; none without a refresher."""
    if not plan.refreshers:
        return ()
    words, settings = catalogue(edition.language), edition.course.settings
    calendar = CalendarFile(
        FILE,
        str(edition.key.course),
        edition.language,
        words.gettext("{course}: refreshers", course=settings.title.plain),
        tuple(_event(edition, words, month) for month in plan.refreshers),
    )
    sources = files_of(settings, *(one.item for month in plan.refreshers for one in month.items))
    return (Artefact(FILE, KIND, write_calendar, calendar, sources),)


def first_working_day(month: str) -> date:
    """The first day of ``month`` (YYYY-MM) from Monday to Friday that isn't New Year's Day."""
    day = date.fromisoformat(f"{month}-01")
    while day.weekday() >= _SATURDAY or (day.month, day.day) == (1, 1):
        day += timedelta(days=1)
    return day


def _event(edition: Edition, words: Catalogue, month: RefresherMonth) -> Event:
    settings, day = edition.course.settings, first_working_day(month.month)
    address = on_the_web(settings.address, month_page(month.month))
    name = month_in_words(edition.language, month.month)
    asked = words.ngettext("{count} question", "{count} questions", len(month.items))
    return Event(
        uid=str(thing_uuid(edition.key, "refresher", month.month)),
        changed=max(edition.date_of(str(thing)) for thing in (settings.id, *(one.item.id for one in month.items))),
        title=f"{settings.title.plain}: {words.gettext('Refresher for {month}', month=name)}",
        start=day.isoformat(),
        end=(day + timedelta(days=1)).isoformat(),
        text=f"{asked}\n{address}",
        address=address,
    )
