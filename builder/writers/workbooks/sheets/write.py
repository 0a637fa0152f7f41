"""From a sheet's view to its PDF."""

from __future__ import annotations

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.printing.leaf import print_leaf
from builder.writers.workbooks.sheets.view import Sheet, SheetKey

PROGRAM_FILES = ("templates/workbooks/sheets", "templates/workbooks/learner", "templates/workbooks/key")


def write_sheet(sheet: Sheet, labels: Labels) -> Written:
    """The sheet that people write on."""
    del labels
    return print_leaf("sheets/sheet.html", sheet)


def write_sheet_key(key: SheetKey, labels: Labels) -> Written:
    """Its key."""
    del labels
    return print_leaf("sheets/key.html", key)
