"""Scenarios: cases to walk through. The page holds every scene; the player shows one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.identity.scenario import scenario_key
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.model.scenarios import Choice, Scenario, Scene
    from builder.writers.site.frame import Frame


def scenario_page(frame: Frame, scenario: Scenario) -> Page:
    """All scenes in order, each choice a details element that leads on; the endings after them."""
    _ = frame.words.gettext
    path = f"scenarios/{scenario.id}.html"
    # The contents would tell how the case can end.
    page = Page(frame, path, scenario.title.plain, "scenario", scenario.situation.plain, hide=("toc",))
    page.add("practice/eyebrow.html", kind=_("Scenario"), module=frame.edition.modules.get(scenario.module))
    page.heading(1, scenario.id, scenario.title)
    titles = {scene.id: scene.title for scene in scenario.scenes}
    titles |= {ending.id: ending.title for ending in scenario.endings}
    page.add("practice/scenario_lead.html", scenario=scenario, key=scenario_key(frame.edition.key.course, scenario))
    practices = frame.edition.practices
    for scene in _in_order(scenario):
        page.heading(2, f"{scenario.id}--{scene.id}", scene.title)
        served = {choice.id: practice_of(scenario, scene, choice) for choice in scene.choices}
        page.add(
            "practice/scene.html", scenario=scenario, scene=scene, titles=titles, practices=practices, served=served
        )
    for ending in scenario.endings:
        page.heading(2, f"{scenario.id}--{ending.id}", ending.title)
        page.add("practice/ending.html", scenario=scenario, ending=ending)
    page.add("practice/debrief.html", scenario=scenario, practices=practices)
    page.words(_walk_words(frame))
    return page


def practice_of(scenario: Scenario, scene: Scene, choice: Choice) -> str:
    """The practice that a choice is about: its own, else that of the scene's best choice, else the case's only one."""
    best = max(scene.choices, key=lambda one: one.score)
    only = scenario.practices[0] if len(scenario.practices) == 1 else ""
    return str(choice.practice or best.practice or only)


def _in_order(scenario: Scenario) -> list[Scene]:
    """The first scene first, the others as the author wrote them."""
    return sorted(scenario.scenes, key=lambda scene: scene.id != scenario.start)


def _walk_words(frame: Frame) -> Mapping[str, str]:
    """What the player says on the way."""
    _ = frame.words.gettext
    return {
        "walk-ask": _("What do you do?"),
        "walk-decide": _("Decide"),
        "walk-choose": _("Choose what you do first, then press “{button}”."),
        "walk-chose": _("You chose"),
        "walk-happens": _("What happens"),
        "walk-on": _("Go on"),
        "walk-back": _("Back"),
        "walk-restart": _("Start again"),
        "walk-another": _("Try another way"),
        "walk-way": _("Your way so far"),
        "walk-here": _("You are here"),
        "walk-scene": _("Scene {number}"),
        "walk-ended": _("How it ends"),
        "walk-debrief": _("What your choices show"),
        "walk-other": _("Other choices"),
        "walk-better": _("The better choice here"),
        "walk-none": _("You met no choice about this on your way."),
        "walk-seen": _("Endings seen: {seen} of {all}."),
        "walk-all-seen": _("You have seen every ending of this case."),
        "walk-changed": _("This case has changed since you walked it, so your way begins anew."),
    }
