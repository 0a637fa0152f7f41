"""Flashcards."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from builder.model.base import Identified, Picture, Serves
from builder.model.text import Id, Line, Prose


class BasicCard(Serves):
    """A question and its answer; ``reverse`` asks the other way round as well."""

    type: Literal["basic"]
    front: Prose
    back: Prose
    reverse: bool = False
    picture: Picture | None = None


class ClozeCard(Serves):
    """A sentence with hidden words: ``[[words]]`` or ``[[words|hint]]``."""

    type: Literal["cloze"]
    text: Prose
    extra: Line = Line("")


Card = Annotated[BasicCard | ClozeCard, Field(discriminator="type")]


class Deck(Identified):
    """The cards of one file, all of one module."""

    title: Line
    module: Id
    cards: tuple[Card, ...]
