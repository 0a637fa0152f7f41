"""What a learner practises with beside items: scenarios, worksheets, cards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from builder.model.cards import BasicCard, Card, ClozeCard
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.model.activities import Worksheet
    from builder.model.base import Picture
    from builder.model.cards import Deck
    from builder.model.course import Module
    from builder.model.scenarios import Scenario, Scene
    from builder.writers.site.frame import Frame

_HIDDEN = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")


@dataclass(frozen=True, slots=True)
class Faces:
    """Both sides of a card."""

    id: str
    front: Markup
    back: Markup
    picture: Picture | None = None


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


def worksheet_page(frame: Frame, module: Module, sheet: Worksheet) -> Page:
    """A sheet to fill in on screen or to print."""
    page = Page(frame, f"worksheets/{sheet.id}.html", sheet.title.plain, "worksheet", sheet.purpose.plain)
    page.add("practice/eyebrow.html", kind=frame.words.gettext("Worksheet"), module=module)
    page.heading(1, sheet.id, sheet.title)
    page.add("practice/worksheet.html", sheet=sheet)
    return page


def deck_page(frame: Frame, deck: Deck) -> Page:
    """Cards to flip."""
    _ = frame.words.gettext
    title = _("Cards: {title}", title=deck.title.plain)
    page = Page(frame, f"cards/{deck.id}.html", title, "cards", _("Say the answer aloud, then turn the card."))
    page.add("practice/eyebrow.html", kind=_("Cards"), module=frame.edition.modules.get(deck.module))
    page.heading(1, deck.id, title)
    page.add("practice/cards.html", faces=[_faces(page, card) for card in deck.cards])
    return page


def _faces(page: Page, card: Card) -> Faces:
    if isinstance(card, BasicCard):
        return Faces(card.id, page.text(card.front), page.text(card.back), card.picture)
    return Faces(card.id, _gapped(page, card), _filled(page, card))


def _gapped(page: Page, card: ClozeCard) -> Markup:
    def gap(found: re.Match[str]) -> str:
        """A hole with its hint."""
        return page.render("practice/gap.html", hint=Markup(found[2] or ""))  # noqa: S704 - a piece of rendered text

    return Markup(_HIDDEN.sub(gap, page.text(card.text)))  # noqa: S704 - rendered text and a template


def _filled(page: Page, card: ClozeCard) -> Markup:
    filled = _HIDDEN.sub(lambda found: f"<strong>{found[1]}</strong>", page.text(card.text))
    return Markup(filled) + page.text(card.extra)  # noqa: S704 - rendered text
