"""A scenario's meaning, as a key: while it stays, the way that a learner has walked stays good.

Meaning is the start, the ids of scenes, choices and endings, where each choice leads, how it is graded, how each ending
is told, and the revision. Wording and order are not meaning.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from builder.identity.meaning import STATE_KEY_BITS

if TYPE_CHECKING:
    from builder.model.scenarios import Scenario


def scenario_meaning(scenario: Scenario) -> str:
    """The meaning as canonical JSON: equal texts mean the same case to a learner's state."""
    scenes = {
        scene.id: {choice.id: [choice.goto, choice.score] for choice in scene.choices} for scene in scenario.scenes
    }
    endings = {ending.id: ending.outcome for ending in scenario.endings}
    return json.dumps([scenario.revision, scenario.start, scenes, endings], ensure_ascii=True, sort_keys=True)


def scenario_key(course: str, scenario: Scenario) -> int:
    """The first 24 bits of SHA-256 over course id, scenario id and meaning."""
    text = json.dumps([course, scenario.id, scenario_meaning(scenario)], ensure_ascii=True)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[: STATE_KEY_BITS // 8], "big")
