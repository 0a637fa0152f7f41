"""The manager's kit of an edition on each paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.model.base import Thing
from builder.model.kit import ManagersKit
from builder.writers.artefact import Artefact
from builder.writers.workbooks.managers.book import ManagersBook, steps_of
from builder.writers.workbooks.managers.write import write_managers_kit
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import Format, Paper, formats_of
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.things import Things, files_behind

_SECONDS = 0.3
"""CPU seconds that a page takes, roughly: it is laid out more than once."""


def managers_artefacts(things: Things, papers: Sequence[Paper]) -> Iterator[Artefact]:
    """The kit in each variant that the course asks for; none if the course has none."""
    kit = things.edition.course.kit.managers
    if kit is None:
        return
    sources = _files(things, kit)
    for paper in papers:
        for form in formats_of(things.edition.course.settings.variants, paper):
            book = _book(things, kit, form)
            weight = len(book.steps) * _SECONDS
            yield Artefact(form.name(book.name), "manager's kit", write_managers_kit, book, sources, weight=weight)


def _book(things: Things, kit: ManagersKit, form: Format) -> ManagersBook:
    edition = things.edition
    identity, steps = identity_of(edition), steps_of(edition, kit)
    return ManagersBook(
        name="managers-kit",
        language=edition.language,
        format=form,
        identity=identity,
        of_module="",
        title=kit.title.html,
        purpose=kit.purpose.html,
        contact=edition.organisation.trainer_contact.html,
        help_desk=edition.organisation.help_desk.html,
        steps=steps,
        pictures=pictures_of(edition, steps) + logo_of(edition, identity),
    )


def _files(things: Things, kit: ManagersKit) -> tuple[str, ...]:
    course = things.edition.course
    read: list[Thing] = [course.settings, things.edition.organisation, kit, *course.practices, *course.sources]
    return files_behind(read)
