"""Tests as printed papers, a paper for each parallel form, and one key with the conversion for all forms of a test."""

from builder.writers.workbooks.test_papers.make import artefacts

__all__ = ["artefacts"]
