"""From modules to a learner's workbook in each of its formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.model.edition import Edition
from builder.model.kit import JobAid
from builder.writers.workbooks.aids.book import aids_of
from builder.writers.workbooks.cited import linked_in
from builder.writers.workbooks.dates import moved
from builder.writers.workbooks.learner.back import help_of, sources_of, terms_of
from builder.writers.workbooks.learner.book import Around, Beside, LearnerBook
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import Format
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.scopes import Scope
from builder.writers.workbooks.things import Things


def learner_books(
    things: Things, scope: Scope, forms: Sequence[Format], drawn: Mapping[bool, Around]
) -> Iterator[LearnerBook]:
    """The workbook of ``scope`` in each of ``forms``; ``drawn`` is the organisation, also for large print (True).

    What paper can't hold is said once, with a module's book in the first of its formats.
    """
    edition, modules = things.edition, scope.modules
    identity = identity_of(edition)
    chapters = tuple(one.chapter for one in scope.made)
    beside = _beside(edition)
    linked = linked_in((chapters, beside))
    terms, sources = terms_of(edition, modules, linked), sources_of(edition, modules, linked)
    help_ = help_of(edition, things.words)
    aids = aids_of(edition, things.words, _aids(edition, scope))
    pictures = pictures_of(edition, chapters, terms, sources, help_, beside, aids) + logo_of(edition, identity)
    changes = moved(edition, modules)
    losses = tuple(loss for one in scope.made for loss in one.losses) if scope.title else ()
    for form in forms:
        yield LearnerBook(
            name=f"{scope.name}.learner",
            language=edition.language,
            format=form,
            identity=identity,
            of_module=scope.title,
            beside=beside,
            chapters=chapters,
            terms=terms,
            sources=sources,
            help=help_,
            around=drawn[form.large],
            aids=aids,
            pictures=pictures,
            losses=losses if form == forms[0] else (),
            published=edition.course.settings.published or "",
            changes=changes,
        )


def _aids(edition: Edition, scope: Scope) -> list[JobAid]:
    """The course's book has all job aids, a module's those for the practices that its lessons serve."""
    served = {practice for module in scope.modules for lesson in module.lesson_files for practice in lesson.practices}
    return [aid for aid in edition.course.kit.aids if not scope.title or served.intersection(aid.practices)]


def _beside(edition: Edition) -> Beside:
    kit = edition.course.kit.workbook
    return Beside(kit.how_to_use.html, kit.reason.html, kit.back.html) if kit else Beside()
