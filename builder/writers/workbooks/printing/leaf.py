"""Loose leaves: what is printed by itself, without cover and contents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from builder.model.edition import PictureFile
from builder.writers.artefact import Written
from builder.writers.workbooks.printing.drawings import picture_files
from builder.writers.workbooks.printing.engine import Numbering, print_pdf
from builder.writers.workbooks.printing.linker import NO_LINKS
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
    html = render(template, leaf, RUNS, link=NO_LINKS, **values)
    return Written({leaf.file: print_pdf(html, picture_files(leaf.pictures), RUNS).data})
