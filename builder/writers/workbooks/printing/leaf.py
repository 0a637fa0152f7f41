"""Loose leaves: what is printed by itself, without cover and contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from builder.model.edition import PictureFile
from builder.writers.artefact import Written
from builder.writers.workbooks.printing.drawings import picture_files
from builder.writers.workbooks.printing.engine import Numbering, Printed, print_pdf
from builder.writers.workbooks.printing.linker import no_links
from builder.writers.workbooks.printing.render import Book, render

RUNS: Mapping[str, Numbering] = {"leaf": Numbering()}


class Leaf(Book, Protocol):
    """A view that is printed at ``file``."""

    @property
    def file(self) -> str:
        """Its file below an edition's output folder."""

    @property
    def pictures(self) -> tuple[PictureFile, ...]:
        """The pictures that it shows."""


def print_leaf(template: str, leaf: Leaf, **values: object) -> Written:
    """The PDF that ``template`` makes of ``leaf``."""
    return Written({leaf.file: _printed(template, leaf, values).data})


def print_fitted(template: str, leaf: Leaf, sizes: Sequence[float], **values: object) -> Written:
    """The same in the first of ``sizes``, points of the root that fall, unless a smaller one saves a page."""
    printed = _printed(template, leaf, {**values, "size": sizes[0]})
    for size in sizes[1:] if len(printed.pages) > 1 else ():
        smaller = _printed(template, leaf, {**values, "size": size})
        if len(smaller.pages) < len(printed.pages):
            return Written({leaf.file: smaller.data})
    return Written({leaf.file: printed.data})


def _printed(template: str, leaf: Leaf, values: Mapping[str, object]) -> Printed:
    html = render(template, leaf, RUNS, link=no_links(leaf.format), **values)
    return print_pdf(html, picture_files(leaf.pictures), RUNS)
