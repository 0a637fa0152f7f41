"""Which size of type and which share of a sheet a job aid takes: measured, so that nothing overflows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

from builder.writers.workbooks.aids.book import Aid
from builder.writers.workbooks.printing.linker import no_links
from builder.writers.workbooks.printing.measure import Fit, fitted, heights
from builder.writers.workbooks.printing.paper import LARGE_BODY, Format, Paper
from builder.writers.workbooks.printing.render import Book, render

Shape = Literal["poster", "half", "card"]
EDGE = 9.0
"""Millimetres between the paper's edge and the cards: room for crop marks, and what printers leave white."""
POSTER_SIZES = (13.0, 12.4, 11.8, 11.2, 10.7, 10.2, 9.7, 9.2)
HALF_SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
CARD_SIZES = (11.5, 10.5, 10.0, 9.5, 9.0, 8.5)
"""Points of type, none smaller than reads well on a card."""


class AidsPages(Book, Protocol):
    """A book with job aids in it."""

    @property
    def aids(self) -> tuple[Aid, ...]:
        """The job aids."""

    @property
    def help_desk(self) -> str:
        """Where to turn, for each aid's foot."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An aid, its share of a sheet, and how it fits there."""

    aid: Aid
    shape: Shape
    fit: Fit

    @property
    def row(self) -> float:
        """Millimetres of a row to write in: narrower in the smallest type, wider where the page has room."""
        least = 7.4 if self.shape != "poster" else 7.6 if self.fit.size == POSTER_SIZES[-1] else 9.4
        return least + self.wider

    @property
    def wider(self) -> float:
        """Millimetres that each row to write in gains."""
        return self.fit.wider(self.aid.fields) if self.shape != "card" else 0


RUNS = ("aid-bound", "aid-long")
"""The names of pages that hold job aids in another book: of aids that fit, and of those that go on over pages."""


def binding_of(form: Format) -> float:
    """Millimetres at the binding of a book, up to the line along which a leaf is cut out; on screen there is none."""
    return 10.0 if form.mirrored else 0.0


def size_of(shape: Shape, paper: Paper) -> tuple[float, float]:
    """Width and height of ``shape`` in millimetres."""
    wide, high = paper.width - 2 * EDGE, paper.height - 2 * EDGE
    match shape:
        case "poster":
            return paper.width, paper.height
        case "half":
            return wide, high / 2
        case "card":
            return wide / 2, high / 2


def posters(book: AidsPages, binding: float = 0) -> tuple[Placed, ...]:
    """Each aid on a page of its own, in the largest type that the page holds; in large print on as many as it takes.

    ``binding`` is what a book takes off the page's width, in millimetres.
    """
    sizes = (float(LARGE_BODY),) if book.format.large else POSTER_SIZES
    fits = _fits(book, [aid.id for aid in book.aids], "poster", sizes, binding)
    return tuple(Placed(aid, "poster", fits[aid.id]) for aid in book.aids)


def run_of(placed: Sequence[Placed]) -> str:
    """The name of the pages that hold ``placed`` in another book, whose wrapper has it as its class."""
    return RUNS[0] if any(one.fit.whole for one in placed) else RUNS[1]


def cards(book: AidsPages) -> tuple[tuple[tuple[Placed, ...], ...], ...]:
    """Sheets of rows of cards: an aid takes a quarter of a sheet; too long, a half; too long again, a page."""
    fits: dict[str, Placed] = {}
    known = {aid.id: aid for aid in book.aids}
    shapes: tuple[tuple[Shape, Sequence[float]], ...] = (("card", CARD_SIZES), ("half", HALF_SIZES))
    for shape, sizes in shapes:
        left = [aid.id for aid in book.aids if aid.id not in fits]
        found = _fits(book, left, shape, sizes)
        fits |= {one: Placed(known[one], shape, fit) for one, fit in found.items() if fit.whole}
    rows = _rows([fits[aid.id] for aid in book.aids if aid.id in fits])
    sheets = [tuple(rows[at : at + 2]) for at in range(0, len(rows), 2)]
    left = [aid.id for aid in book.aids if aid.id not in fits]
    whole = _fits(book, left, "poster", POSTER_SIZES)
    return (*sheets, *(((Placed(known[one], "poster", whole[one]),),) for one in left))


def _rows(placed: Sequence[Placed]) -> list[tuple[Placed, ...]]:
    """Rows of one half or two quarters, two quarters together as soon as there are two."""
    rows: list[tuple[Placed, ...]] = []
    waiting: int | None = None
    for one in placed:
        if one.shape == "half":
            rows.append((one,))
        elif waiting is None:
            waiting = len(rows)
            rows.append((one,))
        else:
            rows[waiting] += (one,)
            waiting = None
    return rows


def _fits(
    book: AidsPages, ids: Sequence[str], shape: Shape, sizes: Sequence[float], binding: float = 0
) -> Mapping[str, Fit]:
    width, room = size_of(shape, book.format.paper)
    return fitted(ids, sizes, room, partial(_measured, book, shape, width - binding))


def _measured(book: AidsPages, shape: Shape, width: float, sizes: Mapping[str, float]) -> Mapping[str, float]:
    aids = [Placed(aid, shape, Fit(sizes[aid.id], 0)) for aid in book.aids if aid.id in sizes]
    html = render("aids/measure.html", book, {}, placed=aids, width=width, link=no_links(book.format))
    return heights(html, forms=book.format.fillable)
