"""What is wrong inside one text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """A finding within a text, before its file is known: ``start`` and ``length`` are in characters of the source."""

    code: str
    message: str
    help: str
    start: int = 0
    length: int = 1
