"""From an answer key's view to one XHTML document."""

from __future__ import annotations

from collections.abc import Mapping

from builder.locale import catalogue
from builder.writers.workbooks.key.book import KeyBook
from builder.writers.workbooks.printing.engine import Numbering
from builder.writers.workbooks.printing.linker import no_links
from builder.writers.workbooks.printing.render import render
from builder.writers.workbooks.printing.volume import Volume

PROGRAM_FILES = ("templates/workbooks/key",)
RUNS: Mapping[str, Numbering] = {"front": Numbering(roman=True), "key": Numbering("K-")}


def volume_parts(book: KeyBook) -> tuple[str, ...]:
    """What a volume can begin with: its modules."""
    return tuple(chapter.id for chapter in book.chapters)


def key_page(book: KeyBook, labels: Mapping[str, str], volume: Volume | None = None) -> str:
    """The whole of an answer key or a volume; ``labels`` maps anchors of the learner's workbook to its page labels."""
    volume = volume or Volume(1, 1, volume_parts(book))
    runs = volume.numbered(RUNS)
    html = render("key/key.html", book, runs, labels=labels, link=no_links(book.format), volume=volume)
    return volume.apart(html, catalogue(book.language))
