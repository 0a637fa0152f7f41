"""What the deck is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model.cards import Card
from builder.model.course import Term
from builder.model.items import Item

if TYPE_CHECKING:
    from builder.model.edition import EditionKey, PictureFile

Subject = Card | Item | Term
"""What a note is about."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A subject, its module or ``""``, the second of its last change of content, and its sources as XHTML lines."""

    subject: Subject
    module: str
    changed: int
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subdeck:
    """A deck below the course's. ``id`` is a module's, or ``glossary``."""

    id: str
    title: str
    notes: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """The whole package. ``about`` and ``imprint`` are XHTML lines for the deck's description."""

    file: str
    key: EditionKey
    language: str
    title: str
    about: str
    imprint: str
    accent: str
    subdecks: tuple[Subdeck, ...]
    pictures: Mapping[str, PictureFile]
