"""From a sheet's view to its PDF."""

from __future__ import annotations

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.printing.leaf import print_fitted
from builder.writers.workbooks.printing.paper import Format
from builder.writers.workbooks.sheets.view import Sheet, SheetKey

PROGRAM_FILES = ("templates/workbooks/sheets", "templates/workbooks/learner", "templates/workbooks/key")
SIZES = (10.0, 9.6, 9.2, 8.9)
"""Points of the root: running text is a little smaller. A sheet that is a little too long for its page shrinks."""


def write_sheet(sheet: Sheet, labels: Labels) -> Written:
    """The sheet that people write on."""
    del labels
    return print_fitted("sheets/sheet.html", sheet, _sizes(sheet.format))


def write_sheet_key(key: SheetKey, labels: Labels) -> Written:
    """Its key."""
    del labels
    return print_fitted("sheets/key.html", key, _sizes(key.format))


def _sizes(form: Format) -> tuple[float, ...]:
    """Large print doesn't shrink: it takes the pages that it needs."""
    return (SIZES[0] * form.scale,) if form.large else SIZES
