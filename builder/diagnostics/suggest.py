"""Guessing what an author meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like ``name``, if any does; the first in the alphabet among equals."""
    found = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str], before: str = "") -> str:
    """``did you mean '…'?``, with ``before`` in front of the guess, or nothing."""
    guess = nearest(name, known)
    return f"did you mean '{before}{guess}'?" if guess else ""
