"""Paper, and the variants that one book comes in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builder.model.course import PaperName, VariantName

BODY = 10.4
"""Points of running text; styles are in ``rem`` of ten points."""
LARGE_BODY = 18
"""Points of running text in large print (Royal National Institute of Blind People: 16 to 18)."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in millimetres, upright."""

    name: PaperName
    width: float
    height: float


A4 = Paper("a4", 210, 297)
LETTER = Paper("letter", 215.9, 279.4)
PAPERS: Mapping[PaperName, Paper] = MappingProxyType({paper.name: paper for paper in (A4, LETTER)})


@dataclass(frozen=True, slots=True)
class Format:
    """A variant on a paper. Margins are in millimetres; ``gutter`` is at the binding, ``outer`` takes notes.

    Screen and print have columns of one width, so that their pages break alike.
    """

    paper: Paper
    variant: VariantName = "print"

    @property
    def mirrored(self) -> bool:
        """Whether left and right pages differ: what is bound has its gutter inside."""
        return self.variant in {"print", "large"}

    @property
    def fillable(self) -> bool:
        """Whether one can type into it."""
        return self.variant == "fillable"

    @property
    def large(self) -> bool:
        """Whether it is in large print."""
        return self.variant == "large"

    @property
    def scale(self) -> float:
        """How much larger than usual the type is."""
        return LARGE_BODY / BODY if self.large else 1

    @property
    def top(self) -> float:
        """The margin above the text."""
        return 24 if self.paper is A4 else 21

    @property
    def bottom(self) -> float:
        """The margin below the text."""
        return self.top

    @property
    def gutter(self) -> float:
        """The margin at the binding, or on the left."""
        return 25 if self.variant == "print" else 22 if self.large else 30.5

    @property
    def outer(self) -> float:
        """The margin away from the binding, or on the right."""
        return 36 if self.variant == "print" else 22 if self.large else 30.5

    def name(self, book: str) -> str:
        """The artefact that ``book`` is in this format."""
        return f"workbooks/{self.paper.name}/{book}{'' if self.variant == 'print' else f'.{self.variant}'}"

    def file(self, book: str) -> str:
        """Its file below an edition's output folder."""
        return f"{self.name(book)}.pdf"


def sheets_of(variants: Collection[VariantName], paper: Paper) -> tuple[Format, ...]:
    """How sheets and small books come on ``paper``: to print, and if ``variants`` ask for it, to fill in on screen."""
    return (Format(paper), *(Format(paper, variant) for variant in ("fillable",) if variant in variants))
