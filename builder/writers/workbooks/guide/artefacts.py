"""Which guides there are: one to the course, and one to each module that has something to run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.model.walk import files_of
from builder.writers.artefact import Artefact
from builder.writers.workbooks.guide.chapters import guide_chapter
from builder.writers.workbooks.guide.make import guide_books, runs_anything
from builder.writers.workbooks.guide.write import write_guide
from builder.writers.workbooks.printing.paper import Format
from builder.writers.workbooks.scopes import Scope, source_files
from builder.writers.workbooks.things import Things

_BYTES_A_SECOND = 8_000
"""How much of a learner's chapter, as Python writes it, has its guide laid out in a second of CPU, roughly."""


def guide_artefacts(things: Things, forms: Sequence[Format], scopes: Sequence[Scope]) -> Iterator[Artefact]:
    """The guides in each of ``forms``; the first of ``scopes`` holds the modules of all others."""
    whole = scopes[0]
    chapters = {
        module.id: guide_chapter(things, module, one.chapter)
        for module, one in zip(whole.modules, whole.made, strict=True)
    }
    for scope in scopes:
        covered = tuple(chapters[module.id] for module in scope.modules)
        if runs_anything(scope.modules, covered):
            sources = tuple(sorted({*source_files(things.edition, scope.modules), *_kit_files(things)}))
            for book in guide_books(things, scope, covered, forms):
                name, weight = book.format.name(book.name), scope.size / _BYTES_A_SECOND
                yield Artefact(name, "guide", write_guide, book, sources, (book.learner,), weight)


def _kit_files(things: Things) -> tuple[str, ...]:
    kit = things.edition.course.kit
    return files_of(kit.timings, kit.messages, kit.forms, *(one for one in (kit.guide, kit.workbook) if one))
