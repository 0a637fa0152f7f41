"""Printed books, tests and refresher sheets as tagged PDF (PDF/UA-1) by WeasyPrint."""

from builder.writers.workbooks.books import artefacts
from builder.writers.workbooks.sheets import artefacts as refresher_sheets
from builder.writers.workbooks.test_papers import artefacts as test_papers

__all__ = ["artefacts", "refresher_sheets", "test_papers"]
