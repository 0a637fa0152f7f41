"""From a sheet's view to its PDF."""

from __future__ import annotations

from collections.abc import Mapping

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.printing.drawings import picture_files
from builder.writers.workbooks.printing.engine import Numbering, print_pdf
from builder.writers.workbooks.printing.linker import Linker
from builder.writers.workbooks.printing.render import render
from builder.writers.workbooks.sheets.view import Sheet, SheetKey

PROGRAM_FILES = ("templates/workbooks/sheets", "templates/workbooks/learner", "templates/workbooks/key")
RUNS: Mapping[str, Numbering] = {"leaf": Numbering()}
_LINK = Linker("", frozenset(), frozenset())


def write_sheet(sheet: Sheet, labels: Labels) -> Written:
    """The sheet that people write on."""
    del labels
    html = render("sheets/sheet.html", sheet, RUNS, link=_LINK)
    return Written({sheet.file: print_pdf(html, picture_files(sheet.pictures), RUNS).data})


def write_sheet_key(key: SheetKey, labels: Labels) -> Written:
    """Its key."""
    del labels
    html = render("sheets/key.html", key, RUNS, link=_LINK)
    return Written({key.file: print_pdf(html, picture_files(key.pictures), RUNS).data})
