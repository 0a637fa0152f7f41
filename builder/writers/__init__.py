"""The formats: one literal table, a module each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, assert_never, get_args

from builder.model.course import Output

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.plan import Plan
    from builder.writers.artefact import Artefact

    Writer = Callable[[Edition, Plan], tuple[Artefact, ...]]


def writers() -> Mapping[Output, tuple[Writer, ...]]:
    """The writers of all outputs."""
    return {output: writers_of(output) for output in get_args(Output)}


def writers_of(output: Output) -> tuple[Writer, ...]:
    """The writers of one output, imported when it is made: some import slowly."""
    match output:
        case "site":
            from builder.writers import site  # noqa: PLC0415 - see the docstring

            return (site.artefacts,)
        case "workbooks":
            from builder.writers import workbooks  # noqa: PLC0415

            return (workbooks.artefacts, workbooks.test_papers)
        case "banks":
            from builder.writers import moodle  # noqa: PLC0415

            return (moodle.artefacts,)
        case "decks":
            from builder.writers import anki  # noqa: PLC0415

            return (anki.artefacts,)
        case "refreshers":
            from builder.writers import refresher_calendar, refreshers, workbooks  # noqa: PLC0415

            return (refreshers.artefacts, refresher_calendar.artefacts, workbooks.refresher_sheets)
        case "letters":
            from builder.writers import letters  # noqa: PLC0415

            return (letters.artefacts,)
        case _:
            assert_never(output)
