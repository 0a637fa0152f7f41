"""From the view of the manager's kit to its PDF."""

from __future__ import annotations

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.managers.book import ManagersBook
from builder.writers.workbooks.managers.page import RUNS, managers_page
from builder.writers.workbooks.printing.drawings import book_files
from builder.writers.workbooks.printing.engine import print_pdf


def write_managers_kit(book: ManagersBook, labels: Labels) -> Written:
    """The manager's kit and the labels of its pages; it quotes no other book."""
    del labels
    files = book_files(book.identity, book.name, book.pictures, {"kit": book.name})
    printed = print_pdf(managers_page(book), files, RUNS, forms=book.format.fillable)
    return Written({book.format.file(book.name): printed.data}, labels=dict(printed.labels))
