"""From a learner workbook's view to one XHTML document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from builder.locale import catalogue
from builder.writers.workbooks.aids.fit import RUNS, Placed, binding_of, posters, run_of
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.lengths import begins_page, page_starts, runs_on
from builder.writers.workbooks.learner.volumes import Volume, whole
from builder.writers.workbooks.printing.engine import Numbering
from builder.writers.workbooks.printing.linker import Linker, anchors_of, no_links
from builder.writers.workbooks.printing.render import render

PROGRAM_FILES = ("templates/workbooks/learner", "templates/workbooks/aids")


def runs_of(book: LearnerBook) -> Mapping[str, Numbering]:
    """How the pages are numbered: i, ii and so on in front, 3-1 and so on in modules, A-1 and so on at the back."""
    chapters = {f"m{chapter.number}": Numbering(f"{chapter.number}-") for chapter in book.chapters}
    back = Numbering("A-")
    aids = dict.fromkeys(RUNS if book.aids else (), back)
    return {"front": Numbering(roman=True), **chapters, "back": back, **aids}


def aids_placed(book: LearnerBook) -> tuple[Placed, ...]:
    """The job aids, each measured to fit a page of the book."""
    return posters(book, binding_of(book.format)) if book.aids else ()


def learner_page(book: LearnerBook, volume: Volume | None = None, placed: tuple[Placed, ...] | None = None) -> str:
    """The whole of a learner's workbook, or a volume of it; ``placed`` are its job aids if they are measured."""
    volume = volume or whole(book)
    placed = placed if placed is not None else aids_placed(book) if volume.last else ()
    anchors = {chapter.id: frozenset(anchors_of(chapter)) for chapter in volume.chapters}
    back = frozenset([term.id for term in book.terms] + [source.id for source in book.sources])
    near = (back if volume.last else frozenset()).union(*anchors.values())
    far = _far(book, volume, near)
    most = book.format.most_columns
    links = {chapter.id: Linker(chapter.id, anchors[chapter.id], near, most, far) for chapter in volume.chapters}
    link = Linker("", frozenset(), near, most, far)
    return render(
        "learner/learner.html",
        book,
        runs_of(book),
        links=links,
        link=link,
        volume=volume,
        placed=placed,
        begins_page=partial(begins_page, book.format),
        page_starts=partial(page_starts, book.format),
        runs_on=partial(runs_on, book.format),
        aids_run=run_of(placed),
        aids_link=no_links(book.format),
        binding=binding_of(book.format),
    )


def _far(book: LearnerBook, volume: Volume, near: frozenset[str]) -> Mapping[str, str]:
    """Where the anchors of other volumes are, in words."""
    words = catalogue(book.language)
    return {
        anchor: words.gettext("volume {number}, page {label}", number=number, label=label)
        for anchor, (number, label) in volume.elsewhere.items()
        if anchor not in near and label
    }
