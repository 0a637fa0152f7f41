"""Which books there are, and what each reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.base import Picture, Thing
from builder.model.course import Module
from builder.model.edition import Edition, PictureFile
from builder.model.links import picture_path
from builder.model.plan import Plan
from builder.writers.artefact import Artefact
from builder.writers.workbooks.back import help_of, sources_of, terms_of
from builder.writers.workbooks.book import Identity, KeyBook, LearnerBook
from builder.writers.workbooks.chapters import Made, make_chapter
from builder.writers.workbooks.key_chapters import key_chapter
from builder.writers.workbooks.paper import A4
from builder.writers.workbooks.pictures import pictures_of
from builder.writers.workbooks.things import Things, things_of
from builder.writers.workbooks.write import write_key_book, write_learner_book

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
    """A learner's workbook and its answer key for the whole course and for each module."""
    things = things_of(edition, plan)
    modules = edition.course.modules
    made = [make_chapter(things, module, number) for number, module in enumerate(modules, start=1)]
    scopes = [Scope("course", "", modules, tuple(made))]
    scopes += [
        Scope(str(module.id), module.title.html, (module,), (one,)) for module, one in zip(modules, made, strict=True)
    ]
    return tuple(artefact for scope in scopes for artefact in _pair(things, scope))


def _pair(things: Things, scope: Scope) -> tuple[Artefact, Artefact]:
    edition = things.edition
    identity, modules = _identity(edition), scope.modules
    chapters = tuple(one.chapter for one in scope.made)
    terms, sources = terms_of(edition, modules, chapters), sources_of(edition, modules, chapters)
    help_ = help_of(edition, things.words)
    learner = LearnerBook(
        name=f"{scope.name}.learner",
        language=edition.language,
        paper=A4,
        identity=identity,
        of_module=scope.title,
        chapters=chapters,
        terms=terms,
        sources=sources,
        help=help_,
        pictures=pictures_of(edition, chapters, terms, sources, help_) + _logo(edition, identity),
        losses=tuple(loss for one in scope.made for loss in one.losses) if scope.title else (),
    )
    keys = tuple(key_chapter(things, chapter) for chapter in chapters)
    key = KeyBook(
        name=f"{scope.name}.key",
        learner=f"workbooks/{learner.name}",
        language=edition.language,
        paper=A4,
        identity=identity,
        of_module=scope.title,
        chapters=keys,
        pictures=pictures_of(edition, keys) + _logo(edition, identity),
    )
    sources_read = _files(edition, modules)
    weight = sum(one.size for one in scope.made) / _BYTES_A_SECOND
    return (
        Artefact(key.learner, "workbook", write_learner_book, learner, sources_read, weight=weight),
        Artefact(f"workbooks/{key.name}", "answer key", write_key_book, key, sources_read, (key.learner,), weight / 2),
    )


def _identity(edition: Edition) -> Identity:
    settings, organisation = edition.course.settings, edition.organisation
    brand = organisation.brand
    path = picture_path(Picture(file=brand.logo).model_copy(update={"places": brand.places})) if brand.logo else ""
    return Identity(
        course_id=str(settings.id),
        course=settings.title.html,
        tagline=settings.tagline.html,
        organisation=organisation.name.html,
        vision=organisation.vision.html,
        primary=brand.primary,
        accent=brand.accent,
        logo=path if path in edition.pictures else "",
        publisher=settings.publisher.html,
        licence=settings.licence.html,
        version=settings.version,
        address=settings.address,
    )


def _logo(edition: Edition, identity: Identity) -> tuple[PictureFile, ...]:
    return (edition.pictures[identity.logo],) if identity.logo else ()


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
    return tuple(sorted({thing.places.start.file for thing in things} - {""}))
