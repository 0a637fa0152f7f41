"""From an answer key's view to its PDF."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.key.book import KeyBook
from builder.writers.workbooks.key.page import RUNS, key_page, volume_parts
from builder.writers.workbooks.printing.drawings import book_files
from builder.writers.workbooks.printing.engine import Layout, lay_out
from builder.writers.workbooks.printing.volume import Volume
from builder.writers.workbooks.printing.volumes import bound, print_volumes


def write_key_book(book: KeyBook, labels: Labels) -> Written:
    """The answer key and the labels of its own anchors; ``labels`` holds those of the learner's workbook."""
    lay = partial(_lay, book, labels.get(book.learner, {}))
    return bound(book.format, book.name, print_volumes(volume_parts(book), book.most_pages, lay))


def files_of(book: KeyBook) -> Mapping[str, tuple[str, bytes]]:
    """What the pages may fetch by URL."""
    return book_files(book.identity, book.name, book.pictures, {})


def _lay(book: KeyBook, labels: Mapping[str, str], volume: Volume) -> Layout:
    return lay_out(key_page(book, labels, volume), files_of(book), volume.numbered(RUNS))
