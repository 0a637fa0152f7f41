"""Makes the guide to a course or a module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.course import Module
from builder.writers.workbooks.guide.book import Chapter, GuideBook, Way
from builder.writers.workbooks.guide.dates import day_of
from builder.writers.workbooks.guide.sheets import RunMaker
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import Format
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.things import Things


@dataclass(frozen=True, slots=True)
class Covers:
    """What a guide is about: the whole course, or the module that ``title`` names; ``chapters`` are its modules."""

    scope: str
    title: str
    modules: tuple[Module, ...]
    chapters: tuple[Chapter, ...]

    @property
    def runs_anything(self) -> bool:
        """Whether there is anything to run: an activity, a note to trainers, a workshop."""
        return any(c.plays or c.notes for c in self.chapters) or any(module.workshop for module in self.modules)


def guide_book(things: Things, covers: Covers, form: Format) -> GuideBook:
    """The guide to what it ``covers``. It quotes the learner workbook for print on its own paper."""
    title, modules, chapters = covers.title, covers.modules, covers.chapters
    edition = things.edition
    kit, identity, whole = edition.course.kit, identity_of(edition), not title
    ways = tuple(_ways(things, modules, whole=whole))
    messages = tuple(sorted(kit.messages, key=lambda message: message.day)) if whole else ()
    forms = tuple(sorted(kit.forms, key=lambda one: one.day)) if whole else ()
    return GuideBook(
        name=f"{covers.scope}.guide",
        learner=Format(form.paper).name(f"{covers.scope}.learner"),
        language=edition.language,
        format=form,
        identity=identity,
        of_module=title,
        purpose=edition.course.settings.summary.html if whole else modules[0].summary.html,
        chapters=chapters,
        ways=ways,
        guide=kit.guide,
        messages=messages,
        forms=forms,
        changed=day_of(edition, _things(modules)),
        pictures=pictures_of(edition, chapters, ways, kit.guide, messages, forms) + logo_of(edition, identity),
    )


def _ways(things: Things, modules: Sequence[Module], *, whole: bool) -> Iterator[Way]:
    maker = RunMaker(things, frozenset(str(module.id) for module in modules))
    if whole:
        yield from (maker.timing(timing) for timing in things.edition.course.kit.timings)
    yield from (maker.workshop(module, module.workshop) for module in modules if module.workshop)


def _things(modules: Sequence[Module]) -> Iterator[str]:
    for module in modules:
        yield str(module.id)
        yield from (str(one.id) for one in (*module.lesson_files, *module.worksheets, *module.activities))
