"""From modules to a learner's workbook in one format."""

from __future__ import annotations

from typing import Protocol

from builder.model.course import Module
from builder.model.edition import Edition
from builder.writers.workbooks.learner.around import around
from builder.writers.workbooks.learner.back import help_of, sources_of, terms_of
from builder.writers.workbooks.learner.book import Beside, LearnerBook
from builder.writers.workbooks.learner.chapters import Made
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import Format
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.things import Things


class Scope(Protocol):
    """What a book covers: all modules, or one (then ``title`` is its title), each with its chapter."""

    @property
    def name(self) -> str:
        """The first part of the book's name."""

    @property
    def title(self) -> str:
        """The title of its one module, or empty."""

    @property
    def modules(self) -> tuple[Module, ...]:
        """Its modules in order."""

    @property
    def made(self) -> tuple[Made, ...]:
        """Their chapters."""


def learner_book(things: Things, scope: Scope, form: Format) -> LearnerBook:
    """The workbook of a scope in one format.

    What paper can't hold is said once, with the printed book of a module.
    """
    edition, modules, title = things.edition, scope.modules, scope.title
    identity = identity_of(edition)
    chapters = tuple(one.chapter for one in scope.made)
    beside = _beside(edition)
    terms, sources = terms_of(edition, modules, (chapters, beside)), sources_of(edition, modules, (chapters, beside))
    help_ = help_of(edition, things.words)
    told = bool(title) and form.variant == "print"
    return LearnerBook(
        name=f"{scope.name}.learner",
        language=edition.language,
        format=form,
        identity=identity,
        of_module=title,
        beside=beside,
        chapters=chapters,
        terms=terms,
        sources=sources,
        help=help_,
        around=around(edition.organisation, things.words, narrow=form.large),
        pictures=pictures_of(edition, chapters, terms, sources, help_, beside) + logo_of(edition, identity),
        losses=tuple(loss for one in scope.made for loss in one.losses) if told else (),
    )


def _beside(edition: Edition) -> Beside:
    kit = edition.course.kit.workbook
    return Beside(kit.how_to_use.html, kit.reason.html, kit.back.html) if kit else Beside()
