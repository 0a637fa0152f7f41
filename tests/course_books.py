"""The printed matter of the course that ships: its books, test papers and refresher sheets, for each organisation."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from printed_books import short, whole

from builder.build.front import compile_course
from builder.writers.workbooks import artefacts, refresher_sheets, test_papers

if TYPE_CHECKING:
    from builder.build.front import Compiled
    from builder.writers.artefact import Artefact, Written

ROOT = Path(__file__).parent.parent
ORGANISATIONS = ("larkfield", "norrby")
MINE = ORGANISATIONS[0]


@cache
def course_books(organisation: str = MINE) -> dict[str, Artefact]:
    """All that is printed for ``organisation``, in every variant and by short names; what is quoted stands first."""
    (one,) = [one for one in _compiled() if one.edition.organisation.id == organisation]
    everything = whole(one.edition)
    parts = (artefacts, test_papers, refresher_sheets)
    return {short(made.name): made for part in parts for made in part(everything, one.plan)}


@cache
def course_book(name: str, organisation: str = MINE) -> Written:
    """One of them, with the labels of what it quotes."""
    artefact = course_books(organisation)[name]
    return artefact.write(
        artefact.reads, {need: course_book(short(need), organisation).labels for need in artefact.needs}
    )


@cache
def _compiled() -> tuple[Compiled, ...]:
    return compile_course(ROOT, locked=True).compiled
