"""Which guides there are: one to the course, and one to each module that has something to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from builder.model.course import Module
from builder.model.edition import Edition
from builder.model.walk import files_of
from builder.writers.artefact import Artefact
from builder.writers.workbooks.guide.chapters import guide_chapter
from builder.writers.workbooks.guide.make import Covers, guide_book
from builder.writers.workbooks.guide.write import write_guide
from builder.writers.workbooks.learner.chapters import Made
from builder.writers.workbooks.printing.paper import Format, Paper
from builder.writers.workbooks.things import Things

_BYTES_A_SECOND = 8_000
"""How much of a learner's chapter, as Python writes it, has its guide laid out in a second of CPU, roughly."""

Files = Callable[[Edition, Sequence[Module]], tuple[str, ...]]
"""The source files behind some modules."""


def guide_artefacts(things: Things, papers: Sequence[Paper], made: Sequence[Made], files: Files) -> Iterator[Artefact]:
    """The guides on each paper; ``made`` are the chapters of the learner workbook, in the order of the modules."""
    modules = things.edition.course.modules
    chapters = [guide_chapter(things, module, one.chapter) for module, one in zip(modules, made, strict=True)]
    covered = [(Covers("course", "", modules, tuple(chapters)), tuple(made))]
    covered += [
        (Covers(str(module.id), module.title.html, (module,), (chapter,)), (one,))
        for module, chapter, one in zip(modules, chapters, made, strict=True)
    ]
    for covers, behind in covered:
        if covers.runs_anything:
            sources = tuple(sorted({*files(things.edition, covers.modules), *_kit_files(things)}))
            weight = sum(one.size for one in behind) / _BYTES_A_SECOND
            for paper in papers:
                book = guide_book(things, covers, Format(paper))
                name = book.format.name(book.name)
                yield Artefact(name, "guide", write_guide, book, sources, (book.learner,), weight)


def _kit_files(things: Things) -> tuple[str, ...]:
    kit = things.edition.course.kit
    return files_of(kit.timings, kit.messages, kit.forms, *(one for one in (kit.guide, kit.workbook) if one))
