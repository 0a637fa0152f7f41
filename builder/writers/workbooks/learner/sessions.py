"""A workshop activity as its participants need it: what trainers say, ask and expect stays in their guide."""

from __future__ import annotations

from builder.model.activities import Activity, ObserverSheet
from builder.model.edition import Edition
from builder.writers.workbooks.learner.printed import See, Session, Watch


def session(edition: Edition, activity: Activity, anchor: str, number: int, sheet: See | None) -> Session:
    """``activity`` without steps, briefs and expected answers; ``sheet`` is the worksheet it uses."""
    return Session(
        id=anchor,
        number=number,
        title=activity.title.html,
        minutes=activity.minutes,
        grouping=activity.size.grouping.html,
        purpose=activity.purpose.html,
        roles=tuple(role.name.html for role in activity.roles),
        sheet=sheet,
        watch=_watch(edition, activity.observer_sheet) if activity.observer_sheet else None,
        questions=tuple(question.text.html for question in activity.debrief),
    )


def _watch(edition: Edition, sheet: ObserverSheet) -> Watch:
    practices = [edition.practices[practice] for practice in sheet.practices if practice in edition.practices]
    return Watch(
        rules=tuple((practice.name.html, practice.rule.html) for practice in practices),
        look_for=tuple(line.html for line in sheet.look_for),
    )
