"""Letters ready to send and calendars, for each workshop that an organisation has planned.

``letters/<workshop>/<NN>-<message>.txt`` and ``.ics`` beside them; without a planned workshop ``letters/<NN>-….txt``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from builder.locale import catalogue
from builder.model.links import relink
from builder.model.walk import files_of
from builder.writers.addresses import Address, addresses, on_the_web
from builder.writers.artefact import Artefact
from builder.writers.calendar_file import KIND as CALENDAR
from builder.writers.calendar_file import write_calendar
from builder.writers.letters.calendars import Sending, calendars_of
from builder.writers.letters.letter import KIND as LETTER
from builder.writers.letters.letter import Letter, Occasion, write_letter
from builder.writers.letters.sittings import sittings_of

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.kit import Message
    from builder.model.organisation import PlannedWorkshop
    from builder.model.plan import Plan


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """The letters of each planned workshop with its calendars, or the letters alone; nothing without letters."""
    messages = sorted(edition.course.kit.messages, key=lambda message: message.day)
    if not messages:
        return ()
    where = addresses(edition, plan)
    planned = edition.organisation.workshops
    made = [one for workshop in planned for one in _of_workshop(edition, messages, where, workshop)]
    return tuple(made or _letters(_Maker(edition, where, "letters").letters(messages)))


class _Maker:
    """Makes letters in one folder for one occasion."""

    def __init__(
        self, edition: Edition, where: dict[str, Address], folder: str, occasion: Occasion | None = None
    ) -> None:
        self._edition, self._where, self._folder, self._occasion = edition, where, folder, occasion

    def letters(self, messages: Iterable[Message]) -> tuple[tuple[Message, Letter], ...]:
        """Each message with the letter made of it."""
        return tuple((message, self._letter(number, message)) for number, message in enumerate(messages, 1))

    def _letter(self, number: int, message: Message) -> Letter:
        settings = self._edition.course.settings
        return Letter(
            file=f"{self._folder}/{number:02}-{message.id}.txt",
            language=self._edition.language,
            course=settings.title.plain,
            to=message.to,
            subject=message.subject.plain,
            day=message.day,
            text=relink(message.text.html, self._address(settings.address)),
            occasion=self._occasion,
        )

    def _address(self, site: str) -> Callable[[str], str | None]:
        def of(thing: str) -> str | None:
            found = self._where.get(thing)
            anchor = f"#{found.anchor}" if found and found.anchor else ""
            return on_the_web(site, found.page + anchor) if found else None

        return of


def _letters(made: Iterable[tuple[Message, Letter]]) -> Iterator[Artefact]:
    for message, letter in made:
        yield Artefact(letter.file, LETTER, write_letter, letter, files_of(message))


def _of_workshop(
    edition: Edition, messages: list[Message], where: dict[str, Address], planned: PlannedWorkshop
) -> Iterator[Artefact]:
    sittings = sittings_of(edition, planned)
    if not sittings:  # the checks have said why
        return
    occasion = Occasion(sittings, planned.place.plain, planned.trainer.plain)
    made = _Maker(edition, where, f"letters/{planned.id}", occasion).letters(messages)
    yield from _letters(made)
    sources = files_of(planned, *messages, *edition.course.kit.timings)
    for calendar in calendars_of(Sending(edition, catalogue(edition.language), planned, sittings, made)):
        yield Artefact(calendar.file, CALENDAR, write_calendar, calendar, sources)
