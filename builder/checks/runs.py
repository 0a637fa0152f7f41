"""Run sheets: minutes that add up, breaks in time, and nobody made to listen for long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.diagnostics import Diagnostic
from builder.model.activities import Activity, ActivityStep, Do, Say
from builder.model.course import Course
from builder.model.kit import Session, Timing
from builder.model.runs import RunRow, Workshop

LONGEST_SITTING = 90
"""Minutes from the start, or a break, to the next break or the end."""
LONGEST_LISTENING = 10
"""Minutes in which only the trainer speaks or does something."""


def check_runs(course: Course) -> Iterator[Diagnostic]:
    """The activities of all modules whose steps have minutes, then the workshops and timings made from them."""
    activities = {str(one.id): one for module in course.modules for one in module.activities}
    for activity in activities.values():
        yield from _steps(activity)
    for module in course.modules:
        if workshop := module.workshop:
            yield from _stated(f"the workshop of '{module.id}'", workshop, workshop.rows)
            yield from _sitting(workshop.rows, activities)
    for timing in course.kit.timings:
        yield from _stated(f"'{timing.id}'", timing, [row for session in timing.sessions for row in session.rows])
        for session in timing.sessions:
            yield from _stated(f"'{session.id}'", session, session.rows)
            yield from _sitting(session.rows, activities)


def _stated(name: str, whole: Timing | Session | Workshop, rows: Sequence[RunRow]) -> Iterator[Diagnostic]:
    """A finding if the rows add up to another length than ``whole`` states."""
    total = sum(row.minutes for row in rows)
    if whole.minutes not in {0, total}:
        message = f"the rows of {name} take {total} minutes, not {whole.minutes}"
        help_ = f"write 'minutes: {total}', or mend the rows"
        yield Diagnostic("run-minutes", message, whole.places.of("minutes"), help_)


def _steps(activity: Activity) -> Iterator[Diagnostic]:
    total = sum(step.minutes for step in activity.steps)
    if total not in {0, activity.minutes}:
        message = f"the steps of '{activity.id}' take {total} minutes, the activity {activity.minutes}"
        help_ = f"write 'minutes: {total}', or mend the steps"
        yield Diagnostic("run-minutes", message, activity.places.of("minutes"), help_)


def _sitting(rows: Sequence[RunRow], activities: Mapping[str, Activity]) -> Iterator[Diagnostic]:
    seated = listened = 0
    for row in rows:
        yield from _length(row, activities)
        seated = 0 if row.kind == "break" else seated + row.minutes
        if seated - row.minutes <= LONGEST_SITTING < seated:
            message = f"{seated} minutes without a break"
            help_ = "put a row with 'kind: break' before this one"
            yield Diagnostic("run-break", message, row.places.start, help_)
        for minutes in _listening(row, activities):
            before, listened = listened, 0 if minutes is None else listened + minutes
            if before <= LONGEST_LISTENING < listened:
                message = f"people listen for {listened} minutes without doing anything"
                help_ = "let them answer, write or try something in between"
                yield Diagnostic("run-listening", message, row.places.start, help_)


def _length(row: RunRow, activities: Mapping[str, Activity]) -> Iterator[Diagnostic]:
    activity = activities.get(str(row.activity))
    if activity is None or row.minutes == activity.minutes:
        return
    if row.minutes > activity.minutes or not row.shorter:
        message = f"the row '{row.id}' gives {row.minutes} minutes to an activity of {activity.minutes}"
        help_ = f"write 'minutes: {activity.minutes}', or say in 'shorter:' what to leave out"
        if row.minutes > activity.minutes:
            help_ = f"write 'minutes: {activity.minutes}'"
        yield Diagnostic("run-minutes", message, row.places.of("minutes"), help_)


def _listening(row: RunRow, activities: Mapping[str, Activity]) -> Iterator[int | None]:
    """The row's stretches of time in order: minutes of only listening, or None where people do something."""
    activity = activities.get(str(row.activity))
    if activity is None:
        yield row.minutes if row.kind == "talk" else None
    elif any(step.minutes for step in activity.steps):
        yield from (step.minutes if _is_heard(step) else None for step in activity.steps)
    else:
        yield row.minutes if all(_is_heard(step) for step in activity.steps) else None


def _is_heard(step: ActivityStep) -> bool:
    """Whether people only listen or watch meanwhile."""
    return isinstance(step, Say) or (isinstance(step, Do) and step.by == "trainer")
