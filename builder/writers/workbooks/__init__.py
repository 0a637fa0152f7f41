"""Workbooks for learners, and their answer keys, as tagged PDF (PDF/UA-1) by WeasyPrint."""

from builder.writers.workbooks.books import artefacts

__all__ = ["artefacts"]
