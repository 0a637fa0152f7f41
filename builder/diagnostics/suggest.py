"""Guessing what an author meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LENGTHS_APART = 8
_MANY = 500
"""Of more names than that only those with the same first letter are compared: each takes 10 microseconds."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like ``name``, if any does; the first in the alphabet among equals."""
    alike = sorted(one for one in known if abs(len(one) - len(name)) <= _LENGTHS_APART)
    if len(alike) > _MANY:
        alike = [one for one in alike if one[:1] == name[:1]]
    found = get_close_matches(name, alike, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str], before: str = "") -> str:
    """``did you mean '…'?``, with ``before`` in front of the guess, or nothing."""
    guess = nearest(name, known)
    return f"did you mean '{before}{guess}'?" if guess else ""
