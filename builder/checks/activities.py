"""Activities: words that a trainer can say, groups that can be."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.model.activities import Activity, Say
from builder.model.edition import Edition

LONGEST_SAY = 60
"""Words that a trainer can say without reading them out."""


def check_activities(edition: Edition) -> Iterator[Diagnostic]:
    """Words that are too many to say, groups smaller than their smallest size, acts on screen after the end."""
    for module in edition.course.modules:
        for activity in module.activities:
            yield from _says(activity)
            if activity.size.max < activity.size.min:
                message = f"at most {activity.size.max} people, and at least {activity.size.min}"
                help_ = f"raise max to {activity.size.min} or more"
                yield Diagnostic("out-of-range", message, activity.size.places.of("max"), help_)
            yield from _producer(activity)


def _producer(activity: Activity) -> Iterator[Diagnostic]:
    for step in activity.producer:
        if step.at is not None and step.at > activity.minutes:
            message = f"at minute {step.at} of an activity of {activity.minutes} minutes"
            help_ = f"choose a minute up to {activity.minutes}"
            yield Diagnostic("out-of-range", message, step.places.of("at"), help_)


def _says(activity: Activity) -> Iterator[Diagnostic]:
    for step in activity.steps:
        if isinstance(step, Say) and (count := len(step.text.plain.split())) > LONGEST_SAY:
            message = f"{count} words to say at once, more than {LONGEST_SAY}"
            help_ = "split it, with a question between, or say less"
            yield Diagnostic("long-say", message, step.places.of("text"), help_)
