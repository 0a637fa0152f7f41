"""From a learner workbook's view to one XHTML document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from builder.locale import catalogue
from builder.writers.workbooks.aids.fit import RUNS, Placed, binding_of, posters, run_of
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.lengths import begins_page, page_starts, runs_on
from builder.writers.workbooks.printing.engine import Numbering
from builder.writers.workbooks.printing.linker import Linker, anchors_of, no_links
from builder.writers.workbooks.printing.render import render
from builder.writers.workbooks.printing.volume import Volume

PROGRAM_FILES = ("templates/workbooks/learner", "templates/workbooks/aids")


def runs_of(book: LearnerBook) -> Mapping[str, Numbering]:
    """How the pages are numbered: i, ii and so on in front, 3-1 and so on in modules, A-1 and so on at the back."""
    chapters = {f"m{chapter.number}": Numbering(f"{chapter.number}-") for chapter in book.chapters}
    back = Numbering("A-")
    aids = dict.fromkeys(RUNS if book.aids else (), back)
    return {"front": Numbering(roman=True), **chapters, "back": back, **aids}


def volume_parts(book: LearnerBook) -> tuple[str, ...]:
    """What a volume can begin with: its modules."""
    return tuple(chapter.id for chapter in book.chapters)


def aids_placed(book: LearnerBook) -> tuple[Placed, ...]:
    """The job aids, each measured to fit a page of the book."""
    return posters(book, binding_of(book.format)) if book.aids else ()


def learner_page(book: LearnerBook, volume: Volume | None = None, placed: tuple[Placed, ...] | None = None) -> str:
    """The whole of a learner's workbook, or a volume of it; ``placed`` are its job aids if they are measured."""
    volume = volume or Volume(1, 1, volume_parts(book))
    placed = placed if placed is not None else aids_placed(book) if volume.last else ()
    anchors = {chapter.id: frozenset(anchors_of(chapter)) for chapter in book.chapters if volume.holds(chapter.id)}
    back = frozenset([term.id for term in book.terms] + [source.id for source in book.sources])
    near = (back if volume.last else frozenset()).union(*anchors.values())
    words = catalogue(book.language)
    far = {anchor: place for anchor, place in volume.places(words).items() if anchor not in near}
    room = book.format.tables
    links = {chapter: Linker(chapter, held, near, room, far) for chapter, held in anchors.items()}
    link = Linker("", frozenset(), near, room, far)
    html = render(
        "learner/learner.html",
        book,
        volume.numbered(runs_of(book)),
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
    return volume.apart(html, words)
