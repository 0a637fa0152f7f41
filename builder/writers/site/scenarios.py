"""Scenarios: cases to walk through, a scene at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.model.scenarios import Scenario, Scene
    from builder.writers.site.frame import Frame


def scenario_page(frame: Frame, scenario: Scenario) -> Page:
    """All scenes in order, each choice a details element that leads on; the endings after them."""
    _ = frame.words.gettext
    page = Page(frame, f"scenarios/{scenario.id}.html", scenario.title.plain, "scenario", scenario.situation.plain)
    page.add("practice/eyebrow.html", kind=_("Scenario"), module=frame.edition.modules.get(scenario.module))
    page.heading(1, scenario.id, scenario.title)
    titles = {scene.id: scene.title for scene in scenario.scenes}
    titles |= {ending.id: ending.title for ending in scenario.endings}
    page.add("practice/scenario_lead.html", scenario=scenario)
    for scene in _in_order(scenario):
        page.heading(2, f"{scenario.id}--{scene.id}", scene.title)
        page.add("practice/scene.html", scenario=scenario, scene=scene, titles=titles)
    for ending in scenario.endings:
        page.heading(2, f"{scenario.id}--{ending.id}", ending.title)
        page.add("practice/ending.html", scenario=scenario, ending=ending)
    page.add("practice/debrief.html", scenario=scenario, practices=frame.edition.practices)
    return page


def _in_order(scenario: Scenario) -> list[Scene]:
    """The first scene first, the others as the author wrote them."""
    return sorted(scenario.scenes, key=lambda scene: scene.id != scenario.start)
