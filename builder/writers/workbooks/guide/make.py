"""From a course or a module to its guide in each of its formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.model.course import Module
from builder.model.edition import Edition
from builder.writers.workbooks.cited import cited_of, linked_in
from builder.writers.workbooks.dates import day_of, moved
from builder.writers.workbooks.guide.book import Change, Chapter, GuideBook, Spot, Way
from builder.writers.workbooks.guide.open_pages import open_pages
from builder.writers.workbooks.guide.sheets import RunMaker
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import Format, quoted
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.scopes import Scope
from builder.writers.workbooks.things import Things


def runs_anything(modules: Sequence[Module], chapters: Sequence[Chapter]) -> bool:
    """Whether there is anything to run: an activity, a note to trainers, a workshop."""
    return any(c.plays or c.notes for c in chapters) or any(module.workshop for module in modules)


def guide_books(
    things: Things, scope: Scope, chapters: tuple[Chapter, ...], forms: Iterable[Format]
) -> Iterator[GuideBook]:
    """The guide to ``scope`` in each of ``forms``; each quotes a learner workbook on its own paper."""
    title, modules = scope.title, scope.modules
    edition = things.edition
    kit, identity, whole = edition.course.kit, identity_of(edition), not title
    ways = tuple(_ways(things, modules, whole=whole))
    messages = tuple(sorted(kit.messages, key=lambda message: message.day)) if whole else ()
    evaluation = tuple(sorted(kit.forms, key=lambda one: one.day)) if whole else ()
    pictures = pictures_of(edition, chapters, ways, kit.guide, messages, evaluation) + logo_of(edition, identity)
    changes = tuple(_changes(edition, modules))
    linked = linked_in((chapters, ways, kit.guide, messages, evaluation))
    linked_sheets = tuple(
        spot for name, spot in open_pages(things).items() if spot.kind == "worksheet" and name in linked
    )
    for form in forms:
        workbook = quoted(form, edition.course.settings.variants)
        yield GuideBook(
            name=f"{scope.name}.guide",
            learner=workbook.name(f"{scope.name}.learner"),
            of_large=workbook.large,
            language=edition.language,
            format=form,
            identity=identity,
            of_module=title,
            purpose=edition.course.settings.summary.html if whole else modules[0].summary.html,
            chapters=chapters,
            ways=ways,
            guide=kit.guide,
            messages=messages,
            forms=evaluation,
            changed=day_of(edition, _things(modules)),
            published=edition.course.settings.published or "",
            changes=changes,
            cited=cited_of(edition, linked),
            sheets=linked_sheets,
            pictures=pictures,
        )


def _ways(things: Things, modules: Sequence[Module], *, whole: bool) -> Iterator[Way]:
    forms = frozenset(str(form.id) for form in things.edition.course.kit.forms) if whole else frozenset[str]()
    maker = RunMaker(things, frozenset(str(module.id) for module in modules), forms, open_pages(things))
    if whole:
        yield from (maker.timing(timing) for timing in things.edition.course.kit.timings)
    yield from (maker.workshop(module, module.workshop) for module in modules if module.workshop)


def _changes(edition: Edition, modules: Sequence[Module]) -> Iterator[Change]:
    for one in moved(edition, modules):
        spot = Spot(one.kind, one.title, (one.id, f"{one.module}.{one.id}"))
        yield Change(spot, one.day, one.id if one.kind == "activity" else "")


def _things(modules: Sequence[Module]) -> Iterator[str]:
    for module in modules:
        yield str(module.id)
        yield from (str(one.id) for one in (*module.lesson_files, *module.worksheets, *module.activities))
