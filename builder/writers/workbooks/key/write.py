"""From an answer key's view to its PDF."""

from __future__ import annotations

from collections.abc import Mapping

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.key.book import KeyBook
from builder.writers.workbooks.key.page import RUNS, key_page
from builder.writers.workbooks.printing.drawings import book_files
from builder.writers.workbooks.printing.engine import print_pdf


def write_key_book(book: KeyBook, labels: Labels) -> Written:
    """The answer key; ``labels`` holds those of the learner's workbook."""
    html = key_page(book, labels.get(book.learner, {}))
    return Written({book.format.file(book.name): print_pdf(html, files_of(book), RUNS).data})


def files_of(book: KeyBook) -> Mapping[str, tuple[str, bytes]]:
    """What the pages may fetch by URL."""
    return book_files(book.identity, book.name, book.pictures, {})
