"""What a set of books covers: the course, or a module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.base import Thing
from builder.model.course import Module
from builder.model.edition import Edition
from builder.writers.workbooks.learner.chapters import Made, make_chapter
from builder.writers.workbooks.things import Things, files_behind


@dataclass(frozen=True, slots=True)
class Scope:
    """All modules, or one (then ``title`` is its title), each with its chapter of the learner workbook."""

    name: str
    title: str
    modules: tuple[Module, ...]
    made: tuple[Made, ...]

    @property
    def size(self) -> int:
        """How much its chapters are, in characters as Python writes them."""
        return sum(one.size for one in self.made)


def scopes_of(things: Things) -> tuple[Scope, ...]:
    """The course, then each of its modules."""
    modules = things.edition.course.modules
    made = tuple(make_chapter(things, module, number) for number, module in enumerate(modules, start=1))
    alone = (
        Scope(str(module.id), module.title.html, (module,), (one,)) for module, one in zip(modules, made, strict=True)
    )
    return (Scope("course", "", modules, made), *alone)


def source_files(edition: Edition, modules: Sequence[Module]) -> tuple[str, ...]:
    """The source files behind the books of ``modules``, sorted."""
    ids = {module.id for module in modules}
    course = edition.course
    things: list[Thing] = [course.settings, edition.organisation, *modules]
    for module in modules:
        things += [*module.lesson_files, *module.worksheets, *module.activities]
    things += [bank for bank in course.banks if bank.module in ids]
    things += [scenario for scenario in course.scenarios if scenario.module in ids]
    things += [*course.terms, *course.sources, *course.practices, *course.objectives]
    things += course.kit.aids
    things += [course.kit.workbook] if course.kit.workbook else []
    return files_behind(things)
