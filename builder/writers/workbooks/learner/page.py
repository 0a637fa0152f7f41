"""From a learner workbook's view to one XHTML document."""

from __future__ import annotations

from collections.abc import Mapping

from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.printing.engine import Numbering
from builder.writers.workbooks.printing.linker import Linker, anchors_of
from builder.writers.workbooks.printing.render import render

PROGRAM_FILES = ("templates/workbooks/learner",)


def runs_of(book: LearnerBook) -> Mapping[str, Numbering]:
    """How the pages are numbered: i, ii and so on in front, 3-1 and so on in modules, A-1 and so on at the back."""
    chapters = {f"m{chapter.number}": Numbering(f"{chapter.number}-") for chapter in book.chapters}
    return {"front": Numbering(roman=True), **chapters, "back": Numbering("A-")}


def learner_page(book: LearnerBook) -> str:
    """The whole of a learner's workbook."""
    anchors = {chapter.id: frozenset(anchors_of(chapter)) for chapter in book.chapters}
    back = frozenset([term.id for term in book.terms] + [source.id for source in book.sources])
    everywhere = back.union(*anchors.values())
    links = {chapter.id: Linker(chapter.id, anchors[chapter.id], everywhere) for chapter in book.chapters}
    link = Linker("", frozenset(), everywhere)
    return render("learner/learner.html", book, runs_of(book), links=links, link=link)
