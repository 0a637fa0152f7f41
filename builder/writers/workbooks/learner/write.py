"""From a learner workbook's view to its PDF, or the PDFs of its volumes, and its page labels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.aids.fit import Placed
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import aids_placed, learner_page, runs_of, volume_parts
from builder.writers.workbooks.printing.drawings import book_files, drawn, ruled
from builder.writers.workbooks.printing.engine import Layout, lay_out
from builder.writers.workbooks.printing.volume import Volume
from builder.writers.workbooks.printing.volumes import bound, print_volumes


def write_learner_book(book: LearnerBook, labels: Labels) -> Written:
    """The learner's workbook and the labels of all its anchors."""
    del labels
    lay = partial(_lay, book, aids_placed(book))
    return bound(book.format, book.name, print_volumes(volume_parts(book), book.most_pages, lay), book.losses)


def files_of(book: LearnerBook) -> Mapping[str, tuple[str, bytes]]:
    """What the pages may fetch by URL."""
    openers = {f"m{chapter.number}": chapter.id for chapter in book.chapters} | {aid.id: aid.id for aid in book.aids}
    files = dict(book_files(book.identity, book.name, book.pictures, openers))
    if book.format.mirrored:
        files["art:ruled"] = ruled(book.format)
    for name, drawing in (("overview", book.around.overview), ("map", book.around.map)):
        if drawing:
            files[f"art:{name}"] = drawn(drawing.svg, book.identity)
    return files


def _lay(book: LearnerBook, placed: tuple[Placed, ...], volume: Volume) -> Layout:
    html = learner_page(book, volume, placed)
    return lay_out(html, files_of(book), volume.numbered(runs_of(book)), forms=book.format.fillable)
