"""Drafts of new things: files that pass every check at once, and the smallest edits that list them in the course."""

from __future__ import annotations

from builder.drafts.draft import Draft, DraftError, write

__all__ = ["Draft", "DraftError", "write"]
