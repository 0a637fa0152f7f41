"""From the chapters of a learner workbook to its answer key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.writers.workbooks.key.book import KeyBook
from builder.writers.workbooks.key.chapters import key_chapter
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import Format, quoted
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.scopes import Scope
from builder.writers.workbooks.things import Things


def key_books(things: Things, scope: Scope, forms: Iterable[Format]) -> Iterator[KeyBook]:
    """The key to the workbook of ``scope`` in each of ``forms``; each quotes a workbook on its own paper."""
    edition = things.edition
    identity = identity_of(edition)
    keys = tuple(key_chapter(things, one.chapter) for one in scope.made)
    pictures = pictures_of(edition, keys) + logo_of(edition, identity)
    for form in forms:
        workbook = quoted(form, edition.course.settings.variants)
        yield KeyBook(
            name=f"{scope.name}.key",
            learner=workbook.name(f"{scope.name}.learner"),
            of_large=workbook.large,
            language=edition.language,
            format=form,
            identity=identity,
            of_module=scope.title,
            chapters=keys,
            pictures=pictures,
        )
