"""Which books there are, and what each reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.model.edition import Edition
from builder.model.plan import Plan
from builder.writers.artefact import Artefact
from builder.writers.workbooks.aids.artefacts import aids_artefacts
from builder.writers.workbooks.guide.artefacts import guide_artefacts
from builder.writers.workbooks.key.make import key_books
from builder.writers.workbooks.key.write import write_key_book
from builder.writers.workbooks.learner.around import around
from builder.writers.workbooks.learner.book import Around
from builder.writers.workbooks.learner.make import learner_books
from builder.writers.workbooks.learner.write import write_learner_book
from builder.writers.workbooks.managers.artefacts import managers_artefacts
from builder.writers.workbooks.printing.paper import PAPERS, Format, formats_of
from builder.writers.workbooks.scopes import Scope, scopes_of, source_files
from builder.writers.workbooks.things import Things, things_of

_BYTES_A_SECOND = 16_000
"""How much of a chapter, as Python writes it, is laid out in a second of CPU, roughly."""


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """The printed books of an edition, on each paper that the course asks for."""
    things = things_of(edition, plan)
    scopes = scopes_of(things)
    papers = [PAPERS[name] for name in edition.course.settings.papers]
    settings = edition.course.settings
    forms = [form for paper in papers for form in formats_of(settings.variants, paper)]
    for_trainers = [form for paper in papers for form in formats_of(settings.guide_variants, paper)]
    drawn = {
        large: around(edition.organisation, things.words, large=large)
        for large in sorted({form.large for form in forms})
    }
    return (
        *(artefact for scope in scopes for artefact in _of_scope(things, scope, forms, drawn)),
        *(artefact for scope in scopes for artefact in _keys(things, scope, for_trainers)),
        *guide_artefacts(things, for_trainers, scopes),
        *aids_artefacts(things, papers),
        *managers_artefacts(things, papers),
    )


def _of_scope(
    things: Things, scope: Scope, forms: Sequence[Format], drawn: Mapping[bool, Around]
) -> Iterator[Artefact]:
    sources = source_files(things.edition, scope.modules)
    weight = scope.size / _BYTES_A_SECOND
    for book in learner_books(things, scope, forms, drawn):
        name = book.format.name(book.name)
        yield Artefact(name, "workbook", write_learner_book, book, sources, weight=weight * book.format.scale)


def _keys(things: Things, scope: Scope, forms: Sequence[Format]) -> Iterator[Artefact]:
    sources = source_files(things.edition, scope.modules)
    weight = scope.size / _BYTES_A_SECOND
    for key in key_books(things, scope, forms):
        name = key.format.name(key.name)
        yield Artefact(name, "answer key", write_key_book, key, sources, (key.learner,), weight=weight / 2)
