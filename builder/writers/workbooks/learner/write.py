"""From a learner workbook's view to its PDF and page labels."""

from __future__ import annotations

from collections.abc import Mapping

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page, runs_of
from builder.writers.workbooks.printing.drawings import book_files
from builder.writers.workbooks.printing.engine import print_pdf


def write_learner_book(book: LearnerBook, labels: Labels) -> Written:
    """The learner's workbook and the labels of all its anchors."""
    del labels
    html = learner_page(book)
    printed = print_pdf(html, files_of(book), runs_of(book))
    labelled = {anchor: label for anchor, label in printed.labels.items() if label}
    return Written({book.format.file(book.name): printed.data}, book.losses, labelled)


def files_of(book: LearnerBook) -> Mapping[str, tuple[str, bytes]]:
    """What the pages may fetch by URL."""
    openers = {f"m{chapter.number}": chapter.id for chapter in book.chapters}
    return book_files(book.identity, book.name, book.pictures, openers)
