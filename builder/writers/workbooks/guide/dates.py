"""When content last changed, by the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from builder.model.edition import Edition


def day_of(edition: Edition, things: Iterable[str]) -> str:
    """The day, as YYYY-MM-DD, of the newest change of ``things``; empty if the ledger knows none of them."""
    known = [edition.dates[thing] for thing in things if thing in edition.dates]
    return datetime.fromtimestamp(max(known), UTC).date().isoformat() if known else ""
