"""From an answer key's view to one XHTML document."""

from __future__ import annotations

from collections.abc import Mapping

from builder.writers.workbooks.key.book import KeyBook
from builder.writers.workbooks.printing.engine import Numbering
from builder.writers.workbooks.printing.linker import no_links
from builder.writers.workbooks.printing.render import render

PROGRAM_FILES = ("templates/workbooks/key",)
RUNS: Mapping[str, Numbering] = {"front": Numbering(roman=True), "key": Numbering("K-")}


def key_page(book: KeyBook, labels: Mapping[str, str]) -> str:
    """The whole of an answer key; ``labels`` maps anchors of the learner's workbook to its page labels."""
    return render("key/key.html", book, RUNS, labels=labels, link=no_links(book.format))
