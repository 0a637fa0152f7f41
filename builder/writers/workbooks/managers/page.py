"""From the view of the manager's kit to one XHTML document: measured first, so that each step has its page."""

from __future__ import annotations

from collections.abc import Mapping

from builder.writers.workbooks.managers.book import ManagersBook
from builder.writers.workbooks.printing.engine import Numbering
from builder.writers.workbooks.printing.linker import Linker
from builder.writers.workbooks.printing.measure import Fit, grown, heights
from builder.writers.workbooks.printing.paper import BODY, LARGE_BODY
from builder.writers.workbooks.printing.render import render

PROGRAM_FILES = ("templates/workbooks/managers",)
RUNS: Mapping[str, Numbering] = {"kit": Numbering()}
SIZES = (10.8, 10.5, 10.2, 9.9, 9.6, 9.3, 9.0)
"""Points of the root: running text is a little larger."""
LARGE_SIZE = 10 * LARGE_BODY / BODY
"""Points of the root in large print, where a step takes the pages that it needs."""
_OPENING = "kit.open"
_GAP = 12.0
"""Millimetres between the pattern of the first page and its words."""
MARGIN = 20.0
"""The margin away from the binding, in millimetres: nobody writes notes there."""


def managers_page(book: ManagersBook) -> str:
    """The whole kit, in one size of type: the largest in which each step has a page, but for those too long in any."""
    room = book.format.room
    size, measured = _measured_to_fit(book, room)
    fits = {one: Fit(size, room - high, high <= room) for one, high in measured.items()}
    return _rendered(book, "managers/kit.html", fits, size, room - fits[_OPENING].rest)


def _measured_to_fit(book: ManagersBook, room: float) -> tuple[float, Mapping[str, float]]:
    """The size of type and the steps' heights in it: measured in a middle one, then from what this lets expect."""
    sizes = (LARGE_SIZE,) if book.format.large else SIZES
    middle, smallest = sizes[len(sizes) // 2], sizes[-1]
    first = _measured(book, middle)
    fitting = [one for one, high in first.items() if one != _OPENING and grown(high, middle, smallest) <= room]
    tallest = max((first[one] for one in fitting), default=0.0)
    for size in sizes:
        if size == smallest or grown(tallest, middle, size) <= room:
            measured = _measured(book, size)
            if size == smallest or all(measured[one] <= room for one in fitting):
                return size, measured
    return smallest, first


def _measured(book: ManagersBook, size: float) -> Mapping[str, float]:
    html = _rendered(book, "managers/measure.html", {step.id: Fit(size, 0) for step in book.steps}, size, 0)
    return heights(html, forms=book.format.fillable)


def _rendered(book: ManagersBook, template: str, fits: Mapping[str, Fit], size: float, opening: float) -> str:
    form = book.format
    inner = form.gutter if form.mirrored else (25 + MARGIN) / 2
    outer = MARGIN if form.mirrored else inner
    everywhere = frozenset(step.id for step in book.steps)
    link = Linker("", everywhere, everywhere, form.tables)
    band = max(0.0, min(form.paper.width / 3, form.paper.height - form.bottom - opening - _GAP))
    placed = [(step, fits[step.id]) for step in book.steps]
    return render(
        template,
        book,
        RUNS,
        size=size,
        tight=size == SIZES[-1],
        band=band,
        gap=_GAP,
        placed=placed,
        inner=inner,
        outer=outer,
        link=link,
    )
