"""From an activity of the model to what its trainer reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from builder.model.activities import Activity, ActivityStep, Ask, Do, Say
from builder.writers.workbooks.dates import day_of
from builder.writers.workbooks.guide.book import Block, Play, Question, Slip, Spot
from builder.writers.workbooks.guide.clock import since
from builder.writers.workbooks.guide.materials import needs_of, sets_of
from builder.writers.workbooks.guide.picks import Checks
from builder.writers.workbooks.things import Things


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an activity in the learner workbook: its module, lesson, own case and checks.

    ``near`` are the ids of all that its lesson holds.
    """

    things: Things
    module: str
    lesson: Spot | None
    near: frozenset[str]
    case: Spot | None
    checks: Checks

    def spot(self, activity: Activity) -> Spot:
        """The page of ``activity``."""
        return Spot("activity", activity.title.html, self.anchors(str(activity.id)))

    def sheet(self, worksheet: str) -> Spot | None:
        """The page of a worksheet, if there is one."""
        if worksheet not in self.things.worksheets:
            return None
        _, sheet = self.things.worksheets[worksheet]
        return Spot("worksheet", sheet.title.html, self.anchors(worksheet))

    def anchors(self, thing: str) -> tuple[str, ...]:
        """Where a thing can stand: under its own id, or borrowed by the module."""
        return (thing, f"{self.module}.{thing}")


def play(around: Around, activity: Activity, number: str) -> Play:
    """``activity`` as its trainer runs it; ``number`` is its number in the guide."""
    edition = around.things.edition
    objectives = [edition.objectives[o] for o in activity.objectives if o in edition.objectives]
    return Play(
        id=str(activity.id),
        number=number,
        title=activity.title.html,
        kind=activity.kind,
        minutes=activity.minutes,
        priority=activity.priority,
        purpose=activity.purpose.html,
        smallest=activity.size.min,
        largest=activity.size.max,
        grouping=activity.size.grouping.html,
        outcomes=tuple(o.html for o in objectives),
        needs=needs_of(activity),
        slips=tuple(Slip(role.name.html, role.brief.html) for role in activity.roles),
        sets=sets_of(activity),
        blocks=tuple(_blocks(around, activity)),
        debrief=tuple(Question(q.stage, q.text.html, tuple(e.html for e in q.expected)) for q in activity.debrief),
        observe=tuple(_observe(around.things, activity)),
        sizes=tuple((size.people, size.text.html) for size in activity.sizes),
        remote=activity.remote.html,
        producer=tuple(("" if step.at is None else since(step.at), step.text.html) for step in activity.producer),
        access=activity.access.html,
        if_late=activity.if_late.html,
        spots=tuple(_spots(around, activity)),
        picks=around.checks.picks(activity, around.near),
        changed=day_of(edition, [str(activity.id)]),
    )


def _blocks(around: Around, activity: Activity) -> Iterator[Block]:
    timed, gone = any(step.minutes for step in activity.steps), 0
    for step in activity.steps:
        yield _block(around, activity, step, since(gone) if timed else "")
        gone += step.minutes


def _block(around: Around, activity: Activity, step: ActivityStep, at: str) -> Block:
    spot = around.spot(activity)
    match step:
        case Say():
            return Block("say", at, step.minutes, step.text.html, spot)
        case Ask():
            replies = tuple((reply.to.html, reply.reply.html) for reply in step.replies)
            expected = tuple(line.html for line in step.expected)
            return Block("ask", at, step.minutes, step.text.html, spot, expected, replies, step.follow_up.html)
        case Do():
            sheet = around.sheet(str(step.worksheet)) if step.worksheet else None
            return Block("do", at, step.minutes, step.text.html, sheet or spot, yours=step.by == "trainer")
        case _:
            assert_never(step)


def _observe(things: Things, activity: Activity) -> Iterator[str]:
    if sheet := activity.observer_sheet:
        practices = things.edition.practices
        yield from (practices[practice].rule.html for practice in sheet.practices if practice in practices)
        yield from (line.html for line in sheet.look_for)


def _spots(around: Around, activity: Activity) -> Iterator[Spot]:
    yield around.spot(activity)
    for worksheet in _worksheets(activity):
        if sheet := around.sheet(worksheet):
            yield sheet
    if around.case and activity.kind == "case_clinic":
        yield around.case
    if around.lesson:
        yield around.lesson


def _worksheets(activity: Activity) -> Iterable[str]:
    used = [activity.worksheet, *(step.worksheet for step in activity.steps if isinstance(step, Do))]
    return dict.fromkeys(str(worksheet) for worksheet in used if worksheet)
