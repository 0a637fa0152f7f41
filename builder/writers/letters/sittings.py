"""Planned workshops: when each sitting begins and ends, from the first day and the rows of its run sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from builder.model.kit import Session
from builder.model.runs import RunRow

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.organisation import PlannedWorkshop


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting: ``start`` and ``end`` are local times (YYYY-MM-DDTHH:MM); ``title`` is plain."""

    id: str
    title: str
    start: str
    end: str

    @property
    def day(self) -> date:
        """The day it begins on."""
        return datetime.fromisoformat(self.start).date()

    @property
    def clock(self) -> str:
        """From when to when, as ``09:00`` to ``16:30`` with a dash between."""
        return f"{self.start[11:]}\N{EN DASH}{self.end[11:]}"


def sittings_of(edition: Edition, planned: PlannedWorkshop) -> tuple[Sitting, ...]:
    """The sittings of ``planned`` in the order of its days."""
    made = zip(planned.dates, _sessions(edition, str(planned.timing)), strict=False)
    found = (_sitting(day, id_, title, start, rows) for day, (id_, title, start, rows) in made)
    return tuple(sorted(found, key=lambda sitting: sitting.start))


_Planned = tuple[str, str, str, Iterable[RunRow]]


def _sessions(edition: Edition, timing: str) -> Iterator[_Planned]:
    """Id, title, start and rows of each sitting of a timing, or of a module's workshop."""
    sessions: Iterable[Session] = next((t.sessions for t in edition.course.kit.timings if t.id == timing), ())
    for session in sessions:
        yield str(session.id), session.title.plain, session.start, session.rows
    module = edition.modules.get(timing)
    if module and module.workshop:
        yield str(module.id), module.workshop.title.plain, module.workshop.start, module.workshop.rows


def _sitting(day: str, id_: str, title: str, start: str, rows: Iterable[RunRow]) -> Sitting:
    begins = datetime.fromisoformat(f"{day}T{start}")
    ends = begins + timedelta(minutes=sum(row.minutes for row in rows))
    return Sitting(id_, title, _minute(begins), _minute(ends))


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
