"""From a learner workbook's view to its PDF, or the PDFs of its volumes, and its page labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.aids.fit import RUNS, Placed
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import aids_placed, learner_page, runs_of
from builder.writers.workbooks.learner.volumes import Volume, volumes
from builder.writers.workbooks.printing.drawings import book_files, drawn, ruled
from builder.writers.workbooks.printing.engine import Printed, print_pdf


def write_learner_book(book: LearnerBook, labels: Labels) -> Written:
    """The learner's workbook and the labels of all its anchors."""
    del labels
    placed = aids_placed(book)
    whole = _print(book, placed)
    labelled = whole.labelled
    found = volumes(book, _thickness(book, whole), labelled) if len(whole.pages) > book.most_pages else ()
    if len(found) <= 1:
        return Written({book.format.file(book.name): whole.data}, book.losses, labelled)
    files: dict[str, bytes] = {}
    merged: dict[str, str] = {}
    for volume in found:
        printed = _print(book, placed, volume)
        files[book.format.file(book.name, volume.number)] = printed.data
        merged = {**printed.labelled, **merged}
    return Written(files, book.losses, merged)


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


def _print(book: LearnerBook, placed: tuple[Placed, ...], volume: Volume | None = None) -> Printed:
    return print_pdf(learner_page(book, volume, placed), files_of(book), runs_of(book), forms=book.format.fillable)


def _thickness(book: LearnerBook, printed: Printed) -> Mapping[str, int]:
    """How many pages each run has, with the cover and what is left blank before the next."""
    counts: Counter[str] = Counter()
    runs, run = runs_of(book), "front"
    for name in printed.pages:
        run = name if name in runs else run
        counts["back" if run in RUNS else run] += 1
    return counts
