"""A scenario as a case to read and discuss."""

from __future__ import annotations

from builder.model.edition import Edition
from builder.model.scenarios import Scenario
from builder.writers.workbooks.learner.printed import Case, Moment
from builder.writers.workbooks.printing.pictures import shown


def learner_case(edition: Edition, scenario: Scenario, anchor: str, number: int) -> Case:
    """``scenario`` without scores, consequences and endings; its first scene first, the others as in the source."""
    scenes = sorted(scenario.scenes, key=lambda scene: scene.id != scenario.start)
    return Case(
        id=anchor,
        number=number,
        title=scenario.title.html,
        minutes=scenario.minutes,
        role=scenario.role.html,
        situation=scenario.situation.html,
        moments=tuple(
            Moment(
                title=scene.title.html,
                text=scene.text.html,
                choices=tuple(choice.text.html for choice in scene.choices),
                picture=shown(edition, scene.picture),
            )
            for scene in scenes
        ),
    )
