"""Activities: words that a trainer can say, groups that can be."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.model.activities import Activity, Say
from builder.model.edition import Edition

LONGEST_SAY = 60
"""Words that a trainer can say without reading them out."""


def check_activities(edition: Edition) -> Iterator[Diagnostic]:
    """Words for the trainer that are too many to say, and groups smaller than their smallest size."""
    for module in edition.course.modules:
        for activity in module.activities:
            yield from _says(activity)
            if activity.size.max < activity.size.min:
                message = f"at most {activity.size.max} people, and at least {activity.size.min}"
                help_ = f"raise max to {activity.size.min} or more"
                yield Diagnostic("out-of-range", message, activity.size.places.of("max"), help_)


def _says(activity: Activity) -> Iterator[Diagnostic]:
    for step in activity.steps:
        if isinstance(step, Say) and (count := len(step.text.plain.split())) > LONGEST_SAY:
            message = f"{count} words to say at once, more than {LONGEST_SAY}"
            help_ = "split it, with a question between, or say less"
            yield Diagnostic("long-say", message, step.places.of("text"), help_)
