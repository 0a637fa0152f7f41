"""From the view of job aids to their PDF."""

from __future__ import annotations

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.aids.book import AidsBook
from builder.writers.workbooks.aids.page import aids_page
from builder.writers.workbooks.printing.drawings import book_files
from builder.writers.workbooks.printing.engine import print_pdf


def write_aids(book: AidsBook, labels: Labels) -> Written:
    """The job aids; they quote no other book."""
    del labels
    files = book_files(book.identity, book.name, book.pictures, {aid.id: aid.id for aid in book.aids})
    return Written(
        {book.format.file(book.name): print_pdf(aids_page(book), files, {}, forms=book.format.fillable).data}
    )
