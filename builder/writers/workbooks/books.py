"""Which books there are, and what each reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.base import Thing
from builder.model.course import VARIANTS, Module, VariantName
from builder.model.edition import Edition
from builder.model.plan import Plan
from builder.writers.artefact import Artefact
from builder.writers.workbooks.aids.artefacts import aids_artefacts
from builder.writers.workbooks.guide.artefacts import guide_artefacts
from builder.writers.workbooks.key.book import KeyBook
from builder.writers.workbooks.key.chapters import key_chapter
from builder.writers.workbooks.key.write import write_key_book
from builder.writers.workbooks.learner.chapters import Made, make_chapter
from builder.writers.workbooks.learner.make import learner_book
from builder.writers.workbooks.learner.write import write_learner_book
from builder.writers.workbooks.managers.artefacts import managers_artefacts
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import PAPERS, Format, Paper
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.things import Things, things_of

_BYTES_A_SECOND = 16_000
"""How much of a chapter, as Python writes it, is laid out in a second of CPU, roughly."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a pair of books covers: all modules, or one (then ``title`` is its title)."""

    name: str
    title: str
    modules: tuple[Module, ...]
    made: tuple[Made, ...]


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """The printed books of an edition, on each paper that the course asks for."""
    things = things_of(edition, plan)
    modules = edition.course.modules
    made = [make_chapter(things, module, number) for number, module in enumerate(modules, start=1)]
    scopes = [Scope("course", "", modules, tuple(made))]
    scopes += [
        Scope(str(module.id), module.title.html, (module,), (one,)) for module, one in zip(modules, made, strict=True)
    ]
    papers = [PAPERS[name] for name in edition.course.settings.papers]
    books = [artefact for paper in papers for scope in scopes for artefact in _of_scope(things, scope, paper)]
    guides = guide_artefacts(things, papers, made, _files)
    return (*books, *guides, *aids_artefacts(things, papers), *managers_artefacts(things, papers))


def _of_scope(things: Things, scope: Scope, paper: Paper) -> Iterator[Artefact]:
    edition = things.edition
    sources = _files(edition, scope.modules)
    weight = sum(one.size for one in scope.made) / _BYTES_A_SECOND
    for variant in _variants(edition):
        book = learner_book(things, scope, Format(paper, variant))
        yield Artefact(
            book.format.name(book.name),
            "workbook",
            write_learner_book,
            book,
            sources,
            weight=weight * book.format.scale,
        )
    key = _key(things, scope, Format(paper))
    yield Artefact(
        key.format.name(key.name), "answer key", write_key_book, key, sources, (key.learner,), weight=weight / 2
    )


def _variants(edition: Edition) -> tuple[VariantName, ...]:
    """The variants asked for; keys and guides quote the printed one, so that it is always there."""
    return tuple(v for v in VARIANTS if v == "print" or v in edition.course.settings.variants)


def _key(things: Things, scope: Scope, form: Format) -> KeyBook:
    edition = things.edition
    identity = identity_of(edition)
    keys = tuple(key_chapter(things, one.chapter) for one in scope.made)
    return KeyBook(
        name=f"{scope.name}.key",
        learner=form.name(f"{scope.name}.learner"),
        language=edition.language,
        format=form,
        identity=identity,
        of_module=scope.title,
        chapters=keys,
        pictures=pictures_of(edition, keys) + logo_of(edition, identity),
    )


def _files(edition: Edition, modules: Sequence[Module]) -> tuple[str, ...]:
    """The source files behind ``modules``, sorted."""
    ids = {module.id for module in modules}
    course = edition.course
    things: list[Thing] = [course.settings, edition.organisation, *modules]
    for module in modules:
        things += [*module.lesson_files, *module.worksheets, *module.activities]
    things += [bank for bank in course.banks if bank.module in ids]
    things += [scenario for scenario in course.scenarios if scenario.module in ids]
    things += [*course.terms, *course.sources, *course.practices, *course.objectives]
    things += [course.kit.workbook] if course.kit.workbook else []
    return tuple(sorted({thing.places.start.file for thing in things} - {""}))
