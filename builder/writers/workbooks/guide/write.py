"""From a guide's view to its PDF."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.guide.book import GuideBook
from builder.writers.workbooks.guide.page import RUNS, guide_page, volume_parts
from builder.writers.workbooks.guide.rooms import room
from builder.writers.workbooks.guide.signs import SIGNS, sign
from builder.writers.workbooks.printing.colours import palette
from builder.writers.workbooks.printing.drawings import book_files
from builder.writers.workbooks.printing.engine import Layout, lay_out
from builder.writers.workbooks.printing.volume import Volume
from builder.writers.workbooks.printing.volumes import bound, print_volumes


def write_guide(book: GuideBook, labels: Labels) -> Written:
    """The guide and the labels of its own anchors; ``labels`` holds those of the learner's workbook."""
    lay = partial(_lay, book, labels.get(book.learner, {}))
    return bound(book.format, book.name, print_volumes(volume_parts(book), book.most_pages, lay))


def files_of(book: GuideBook) -> Mapping[str, tuple[str, bytes]]:
    """What the pages may fetch by URL."""
    colours = palette(book.identity.primary, book.identity.accent)
    files = dict(book_files(book.identity, book.name, book.pictures, {}))
    files |= {f"sign:{name}": ("image/svg+xml", sign(name, colours.ink)) for name in SIGNS}
    rooms = book.guide.rooms if book.guide else ()
    return files | {f"room:{plan.id}": ("image/svg+xml", room(plan, colours)) for plan in rooms}


def _lay(book: GuideBook, labels: Mapping[str, str], volume: Volume) -> Layout:
    return lay_out(guide_page(book, labels, volume), files_of(book), volume.numbered(RUNS))
