"""The job aids of an edition on each paper, as pages and as cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.model.base import Thing
from builder.writers.artefact import Artefact
from builder.writers.workbooks.aids.book import AidsBook, aids_of
from builder.writers.workbooks.aids.write import write_aids
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import Format, Paper, formats_of
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.things import Things, files_behind

_SECONDS = 0.3
"""CPU seconds that an aid takes, roughly: it is laid out more than once."""


def aids_artefacts(things: Things, papers: Sequence[Paper]) -> Iterator[Artefact]:
    """Job aids a page each, in the variants that the course asks for, and four to a sheet; none if it has none.

    A page to pin up has no margin at a binding, so that the one to print is the one for the screen.
    """
    aids = things.edition.course.kit.aids
    if not aids:
        return
    sources = _files(things)
    for paper in papers:
        forms = formats_of(things.edition.course.settings.variants, paper)
        books = [_book(things, form, four=False) for form in forms if form.variant != "screen"]
        for book in (*books, _book(things, Format(paper), four=True)):
            name = book.format.name(book.name)
            yield Artefact(name, "job aids", write_aids, book, sources, weight=len(aids) * _SECONDS)


def _book(things: Things, form: Format, *, four: bool) -> AidsBook:
    edition = things.edition
    identity, aids = identity_of(edition), aids_of(edition, things.words, edition.course.kit.aids)
    return AidsBook(
        name="job-aids.four" if four else "job-aids",
        language=edition.language,
        format=form,
        identity=identity,
        of_module="",
        aids=aids,
        help_desk=edition.organisation.help_desk.html,
        pictures=pictures_of(edition, aids) + logo_of(edition, identity),
        cards=four,
    )


def _files(things: Things) -> tuple[str, ...]:
    course = things.edition.course
    read: list[Thing] = [course.settings, things.edition.organisation, *course.kit.aids, *course.practices]
    return files_behind(read)
