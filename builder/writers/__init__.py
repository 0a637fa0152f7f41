"""The formats: one literal table, a module each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model.course import Output
    from builder.model.edition import Edition
    from builder.model.plan import Plan
    from builder.writers.artefact import Artefact

    Writer = Callable[[Edition, Plan], tuple[Artefact, ...]]


def writers() -> Mapping[Output, tuple[Writer, ...]]:
    """The literal table of formats by output; imported on the first call because some formats import slowly."""
    from builder.writers import anki, moodle, refreshers, site, workbooks  # noqa: PLC0415 - see the docstring

    return {
        "site": (site.artefacts,),
        "workbooks": (workbooks.artefacts,),
        "banks": (moodle.artefacts,),
        "decks": (anki.artefacts,),
        "refreshers": (refreshers.artefacts,),
    }
