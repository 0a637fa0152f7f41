"""Cards to flip."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from builder.model.cards import BasicCard, Card, ClozeCard
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.model.base import Picture
    from builder.model.cards import Deck
    from builder.writers.site.frame import Frame

_HIDDEN = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")


@dataclass(frozen=True, slots=True)
class Faces:
    """Both sides of a card."""

    id: str
    front: Markup
    back: Markup
    picture: Picture | None = None


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
