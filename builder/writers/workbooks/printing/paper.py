"""Paper, and the variants that one book comes in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builder.model.course import VARIANTS, PaperName, VariantName
from builder.writers.workbooks.printing.fitting import Room

BODY = 10.4
"""Points of running text; styles are in ``rem`` of ten points."""
LARGE_BODY = 18
"""Points of running text in large print (Royal National Institute of Blind People: 16 to 18)."""
_REM = 10 * 25.4 / 72
"""What sizes in styles are counted in, in millimetres, but for large print."""


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
        return 24 if self.paper == A4 else 21

    @property
    def bottom(self) -> float:
        """The margin below the text."""
        return self.top

    @property
    def room(self) -> float:
        """Millimetres between the margins at the top and the bottom."""
        return self.paper.height - self.top - self.bottom

    @property
    def gutter(self) -> float:
        """The margin at the binding, or on the left."""
        return 25 if self.variant == "print" else 22 if self.large else 30.5

    @property
    def outer(self) -> float:
        """The margin away from the binding, or on the right."""
        return 36 if self.variant == "print" else 22 if self.large else 30.5

    def size(self, rem: float) -> str:
        """A size of type in CSS: large print enlarges headings less than reading text, and small print more."""
        return f"{(1 + (rem - 1) * 0.45 if rem > 1 else max(rem, 0.93)) if self.large else rem:g}rem"

    @property
    def page_lines(self) -> int:
        """How many writing lines, 9 mm each, fill a page under a heading."""
        return int((self.room - (26 if self.large else 16)) / 9)

    @property
    def tables(self) -> Room:
        """A table that needs more is printed row by row."""
        letters = (0.96 if self.large else 0.9) * _REM * self.scale
        return Room(3 if self.large else 8, self.paper.width - self.gutter - self.outer, letters)

    def name(self, book: str) -> str:
        """The artefact that ``book`` is in this format."""
        return f"workbooks/{self.paper.name}/{book}{'' if self.variant == 'print' else f'.{self.variant}'}"

    def file(self, book: str, volume: int = 0) -> str:
        """Its file below an edition's output folder; a ``volume`` has its number at the end."""
        return f"{self.name(book)}{f'.{volume}' if volume else ''}.pdf"


def formats_of(variants: Collection[VariantName], paper: Paper) -> tuple[Format, ...]:
    """How a book comes on ``paper``: to print, and in what else ``variants`` ask for."""
    return tuple(Format(paper, variant) for variant in VARIANTS if variant == "print" or variant in variants)


def leaves_of(variants: Collection[VariantName], paper: Paper) -> tuple[Format, ...]:
    """How loose leaves come on ``paper``: with margins alike on both sides, and if ``variants`` ask, in large print."""
    return (Format(paper, "screen"), *(Format(paper, variant) for variant in ("large",) if variant in variants))


def quoted(form: Format, variants: Collection[VariantName]) -> Format:
    """Which learner workbook a guide or key in ``form`` quotes the pages of: the one in large print if it is too."""
    return form if form.large and "large" in variants else Format(form.paper)
