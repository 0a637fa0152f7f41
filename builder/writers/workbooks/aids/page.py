"""From the view of job aids to one XHTML document."""

from __future__ import annotations

from builder.writers.workbooks.aids.book import AidsBook
from builder.writers.workbooks.aids.fit import EDGE, cards, posters, size_of
from builder.writers.workbooks.printing.linker import no_links
from builder.writers.workbooks.printing.render import render

PROGRAM_FILES = ("templates/workbooks/aids",)


def aids_page(book: AidsBook) -> str:
    """All job aids, a page each or as cards."""
    link = no_links(book.format)
    if not book.cards:
        return render("aids/aids.html", book, {}, placed=posters(book), link=link)
    sheets = cards(book)
    placed = [one for rows in sheets for row in rows for one in row]
    sizes = {shape: size_of(shape, book.format.paper) for shape in ("card", "half", "poster")}
    return render("aids/cards.html", book, {}, sheets=sheets, placed=placed, sizes=sizes, edge=EDGE, link=link)
