"""The calendars that go with letters: for participants, for their managers, and for whoever sends the letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from builder.identity.keys import thing_uuid
from builder.locale import Catalogue
from builder.writers.calendar_file import CalendarFile, Event
from builder.writers.letters.letter import Letter, audience, sending_day
from builder.writers.letters.plain import UNWRAPPED, plain_blocks

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.kit import Message
    from builder.model.organisation import PlannedWorkshop
    from builder.writers.letters.sittings import Sitting


@dataclass(frozen=True, slots=True)
class Sending:
    """A planned workshop with its sittings, and each message with the letter made of it, by day."""

    edition: Edition
    words: Catalogue
    planned: PlannedWorkshop
    sittings: tuple[Sitting, ...]
    letters: tuple[tuple[Message, Letter], ...]


def calendars_of(sending: Sending) -> Iterator[CalendarFile]:
    """``calendar.ics`` and ``managers.ics`` with sittings and follow-ups, ``sending.ics`` with the days to send on.

    The first letter to somebody brings the calendar; what the later ones say stands in it on their days.
    """
    for to, file in (("participants", "calendar.ics"), ("managers", "managers.ics")):
        later = [(message, letter) for message, letter in sending.letters if message.to == to][1:]
        follow_ups = [_follow_up(sending, message, letter) for message, letter in later]
        yield _file(sending, file, [*(_sitting(sending, one) for one in sending.sittings), *follow_ups])
    yield _file(sending, "sending.ics", [_sent(sending, message, letter) for message, letter in sending.letters])


def _file(sending: Sending, name: str, events: Sequence[Event]) -> CalendarFile:
    edition = sending.edition
    return CalendarFile(
        f"letters/{sending.planned.id}/{name}",
        str(edition.key.course),
        edition.language,
        edition.course.settings.title.plain,
        tuple(sorted(events, key=lambda event: event.start)),
    )


def _sitting(sending: Sending, sitting: Sitting) -> Event:
    edition, planned, settings = sending.edition, sending.planned, sending.edition.course.settings
    trainer = f"{sending.words.gettext('Trainer')}: {planned.trainer.plain}" if planned.trainer else ""
    return Event(
        uid=_uid(sending, "sitting", sitting.id),
        changed=max(edition.date_of(str(thing)) for thing in (planned.id, planned.timing, settings.id)),
        title=f"{settings.title.plain}: {sitting.title}",
        start=sitting.start,
        end=sitting.end,
        text="\n".join(filter(None, (settings.tagline.plain, trainer))),
        place=planned.place.plain,
        address=settings.address,
    )


def _follow_up(sending: Sending, message: Message, letter: Letter) -> Event:
    return _of_day(sending, message, "letter", letter.subject, "\n\n".join(plain_blocks(letter.text, UNWRAPPED)))


def _sent(sending: Sending, message: Message, letter: Letter) -> Event:
    to = audience(sending.words, message.to)
    title = sending.words.gettext("Send: {subject} ({whom})", subject=letter.subject, whom=to)
    return _of_day(sending, message, "sending", title, letter.file)


def _of_day(sending: Sending, message: Message, kind: str, title: str, text: str) -> Event:
    day = sending_day(sending.sittings[0].start, message.day)
    return Event(
        uid=_uid(sending, kind, str(message.id)),
        changed=max(sending.edition.date_of(str(thing)) for thing in (sending.planned.id, message.id)),
        title=title,
        start=day.isoformat(),
        end=(day + timedelta(days=1)).isoformat(),
        text=text,
    )


def _uid(sending: Sending, kind: str, thing: str) -> str:
    return str(thing_uuid(sending.edition.key, kind, f"{sending.planned.id}.{thing}"))
