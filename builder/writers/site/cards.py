"""Cards: a session that asks those whose day has come, and the list of all to read, to turn and to print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from builder.model.cards import BasicCard, Card, ClozeCard
from builder.writers.site.counted import counted
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.model.base import Picture
    from builder.model.cards import Deck
    from builder.writers.site.frame import Frame

_HIDDEN = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")


@dataclass(frozen=True, slots=True)
class Faces:
    """Both sides of a card. ``reverse``: it is asked the other way round as well."""

    id: str
    front: Markup
    back: Markup
    picture: Picture | None = None
    reverse: bool = False


def deck_page(frame: Frame, deck: Deck) -> Page:
    """The page of a deck."""
    _ = frame.words.gettext
    title = _("Cards: {title}", title=deck.title.plain)
    page = Page(frame, f"cards/{deck.id}.html", title, "cards", _("Say the answer aloud, then turn the card."))
    page.add("practice/eyebrow.html", kind=_("Cards"), module=frame.edition.modules.get(deck.module))
    page.heading(1, deck.id, title)
    page.add("practice/study_lead.html", deck=deck, count=len(deck.cards))
    page.add("practice/study.html", deck=deck)
    page.heading(2, f"{deck.id}--all", _("All cards"))
    page.add("practice/cards.html", faces=[_faces(page, card) for card in deck.cards])
    page.words(_words(frame))
    return page


def card_ids(deck: Deck) -> list[str]:
    """What a learner's state of the deck is filed under: two for a card that is asked both ways, the backs last."""
    backs = [f"{card.id}.back" for card in deck.cards if isinstance(card, BasicCard) and card.reverse]
    return [*(str(card.id) for card in deck.cards), *backs]


def _words(frame: Frame) -> dict[str, str]:
    """What a session says."""
    _, ngettext, language = frame.words.gettext, frame.words.ngettext, frame.edition.language
    words = {
        "study-due": _("Due now: {due}. New: {fresh}."),
        "study-none": _("No card is due today. The next one comes on {date}."),
        "study-new": _("No card is due today. New: {fresh}."),
        "study-told-again": _("Begins again. Next time: {date}."),
        "study-told-hard": _("Stays in its box. Next time: {date}."),
        "study-told-good": _("Known. Next time: {date}."),
        "study-next": _("The next ones are due on {date}."),
        "study-more": _("Go on with new cards"),
        "study-begin": _("Study"),
    }
    words |= counted(language, "study-cards", lambda n: ngettext("{n} card", "{n} cards", n, n="{n}"))
    words |= counted(language, "study-left", lambda n: ngettext("{n} card to go", "{n} cards to go", n, n="{n}"))
    return words | counted(
        language, "study-known", lambda n: ngettext("{all}, {n} known.", "{all}, {n} known.", n, n="{n}", all="{all}")
    )


def _faces(page: Page, card: Card) -> Faces:
    if isinstance(card, BasicCard):
        return Faces(card.id, page.text(card.front), page.text(card.back), card.picture, card.reverse)
    return Faces(card.id, _gapped(page, card), _filled(page, card))


def _gapped(page: Page, card: ClozeCard) -> Markup:
    def gap(found: re.Match[str]) -> str:
        """A hole with its hint."""
        return page.render("practice/gap.html", hint=Markup(found[2] or ""))  # noqa: S704 - a piece of rendered text

    return Markup(_HIDDEN.sub(gap, page.text(card.text)))  # noqa: S704 - rendered text and a template


def _filled(page: Page, card: ClozeCard) -> Markup:
    filled = _HIDDEN.sub(lambda found: f"<strong>{found[1]}</strong>", page.text(card.text))
    return Markup(filled) + page.text(card.extra)  # noqa: S704 - rendered text
