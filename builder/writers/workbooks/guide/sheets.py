"""Run sheets: the clock, minutes from the start, sums, and what to bring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.model.activities import Activity
from builder.model.course import Module
from builder.model.kit import Timing
from builder.model.runs import RunRow, Workshop
from builder.writers.workbooks.guide.book import Row, Sitting, Spot, Way
from builder.writers.workbooks.guide.clock import clock, since
from builder.writers.workbooks.guide.materials import summed
from builder.writers.workbooks.things import Things

SUMS = ("must", "should", "could", "task", "talk", "break")
"""What minutes go to: activities by priority, then other rows by kind."""


@dataclass(frozen=True, slots=True)
class RunMaker:
    """Makes the run sheets of one guide.

    ``here`` are the modules whose activities it describes, ``forms`` the forms that it holds, and ``open_at`` says
    where in the workbook the things stand that rows name.
    """

    things: Things
    here: frozenset[str]
    forms: frozenset[str]
    open_at: Mapping[str, Spot]

    def timing(self, timing: Timing) -> Way:
        """A way that the kit names."""
        sittings = [(one.title.html, one.start, one.rows) for one in timing.sessions]
        return self._way(str(timing.id), timing.title.html, timing.suits.html, sittings)

    def workshop(self, module: Module, workshop: Workshop) -> Way:
        """The workshop of ``module``."""
        sittings = [("", workshop.start, workshop.rows)]
        return self._way(f"{module.id}.workshop", workshop.title.html, "", sittings)

    def _way(self, name: str, title: str, suits: str, sittings: Iterable[tuple[str, str, Sequence[RunRow]]]) -> Way:
        made = tuple(self._sitting(*sitting) for sitting in sittings)
        rows = [row for _, _, rows in sittings for row in rows]
        activities = dict.fromkeys(str(row.activity) for row in rows if row.activity)
        further = dict.fromkeys(material.html for row in rows for material in row.materials)
        return Way(
            id=name,
            title=title,
            suits=suits,
            minutes=sum(sitting.minutes for sitting in made),
            sittings=made,
            needs=summed(self.things.activities[a][1] for a in activities if a in self.things.activities),
            further=tuple(further),
        )

    def _sitting(self, title: str, start: str, rows: Sequence[RunRow]) -> Sitting:
        made = tuple(self._rows(start, rows))
        total = sum(row.minutes for row in rows)
        sums = dict.fromkeys(SUMS, 0)
        for row in made:
            sums[row.priority or row.kind] += row.minutes
        return Sitting(title, start, clock(start, total), total, made, tuple((k, v) for k, v in sums.items() if v))

    def _rows(self, start: str, rows: Sequence[RunRow]) -> Iterator[Row]:
        gone = 0
        for row in rows:
            home, activity = self.things.activities.get(str(row.activity), ("", None))
            yield Row(
                at=clock(start, gone),
                since=since(gone),
                minutes=row.minutes,
                kind=row.kind,
                title=activity.title.html if activity else row.title.html,
                how=activity.size.grouping.html if activity else "",
                priority=activity.priority if activity else "",
                sort=activity.kind if activity else "",
                here=tuple(self._here(row, home)),
                spots=tuple(self._spots(row, activity, home)),
                materials=tuple(_materials(row, activity)),
                shorter=row.shorter.html,
            )
            gone += row.minutes

    def _here(self, row: RunRow, home: str) -> Iterator[str]:
        if row.activity and home in self.here:
            yield str(row.activity)
        yield from (f"form.{page}" for page in row.pages if page in self.forms)

    def _spots(self, row: RunRow, activity: Activity | None, home: str) -> Iterator[Spot]:
        if activity:
            yield Spot("activity", activity.title.html, (str(activity.id), f"{home}.{activity.id}"))
        yield from (self.open_at[page] for page in row.pages if page in self.open_at)


def _materials(row: RunRow, activity: Activity | None) -> Iterator[str]:
    """What the activity needs, in short, unless the row says more of it; then what the row names."""
    said = " ".join(material.plain for material in row.materials).casefold()
    for material in activity.materials if activity else ():
        name = material.short or material.name
        if name.plain.casefold() not in said:
            yield name.html
    yield from (material.html for material in row.materials)
