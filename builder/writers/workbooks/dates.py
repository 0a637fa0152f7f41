"""When content last changed, by the ledger, and what changed since the last publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from builder.model.activities import Activity, Worksheet
from builder.model.course import Module
from builder.model.edition import Edition
from builder.model.lessons import Lesson

MovedKind = Literal["lesson", "worksheet", "activity"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A thing of ``module`` that is new or changed since the last publication, and the ``day`` it changed last."""

    kind: MovedKind
    id: str
    module: str
    title: str
    day: str


def day_of(edition: Edition, things: Iterable[str]) -> str:
    """The day, as YYYY-MM-DD, of the newest change of ``things``; empty if the ledger knows none of them."""
    known = [edition.dates[thing] for thing in things if thing in edition.dates]
    return datetime.fromtimestamp(max(known), UTC).date().isoformat() if known else ""


def moved(edition: Edition, modules: Sequence[Module]) -> tuple[Moved, ...]:
    """What of ``modules`` changed after the day of the last publication; nothing if the course names no such day.

    That day itself counts as published. What the ledger doesn't hold yet has no day, and isn't told.
    """
    published = edition.course.settings.published
    found = (
        Moved(kind, str(thing.id), str(module.id), thing.title.html, day_of(edition, [str(thing.id)]))
        for module in modules
        for kind, thing in _things(module)
    )
    return tuple(one for one in found if published and one.day > published)


def _things(module: Module) -> Iterator[tuple[MovedKind, Lesson | Worksheet | Activity]]:
    yield from (("lesson", one) for one in module.lesson_files)
    yield from (("worksheet", one) for one in module.worksheets)
    yield from (("activity", one) for one in module.activities)
