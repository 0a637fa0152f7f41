"""Each month's refresher as a printed sheet, and its key apart: ``refreshers/<YYYY-MM>/sheet.<paper>.pdf``."""

from builder.writers.workbooks.sheets.make import artefacts

__all__ = ["artefacts"]
