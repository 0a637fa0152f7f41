"""Test papers and refresher sheets of the tiny course, each printed once a run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import tiny_course
from printed_books import printed, whole

from builder.writers.workbooks import refresher_sheets, test_papers

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.plan import Plan
    from builder.writers.artefact import Artefact


def leaves(made: Edition, plan: Plan) -> dict[str, Artefact]:
    """The artefacts by name: ``workbooks/a4/tea.test-a``, ``refreshers/2027-01/sheet.a4``."""
    everything = whole(made)
    return {one.name: one for one in (*test_papers(everything, plan), *refresher_sheets(everything, plan))}


@cache
def leaf(name: str, organisation: str = "harbour", language: str = "en") -> bytes:
    """The PDF called ``name``."""
    made = leaves(tiny_course.edition(organisation, language), tiny_course.plan(organisation, language))[name]
    labels = {need: printed(need.removeprefix("workbooks/a4/"), organisation, language).labels for need in made.needs}
    ((path, data),) = made.write(made.reads, labels).files.items()
    assert path == f"{name}.pdf"
    return data


def words(text: str) -> str:
    return " ".join(text.split())
