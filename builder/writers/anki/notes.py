"""A note for each subject: fields, tags, ids, and its own time of change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Cursor
from typing import Any

import genanki

from builder.identity.keys import anki_guid, anki_id
from builder.locale import catalogue
from builder.model.cards import BasicCard, ClozeCard
from builder.model.course import Term
from builder.writers.anki.fields import Fields
from builder.writers.anki.items import sides
from builder.writers.anki.note_types import SPARES, NoteTypes
from builder.writers.anki.reads import Deck, Noted
from builder.writers.artefact import Declined

_SPARE = ("",) * len(SPARES)


@dataclass(frozen=True, slots=True)
class Identity:
    """What never changes of a note, and when its content last did (Unix time). ``cards`` are ids by template number."""

    guid: str
    note: int
    cards: tuple[int, ...]
    changed: int


class DatedNote(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note that brings its own ids and time: genanki has one time a package and counts ids up."""

    def __init__(self, model: genanki.Model, fields: tuple[str, ...], tags: list[str], identity: Identity) -> None:
        """``fields`` in the order of the model's; ``tags`` without spaces."""
        super().__init__(model=model, fields=list(fields), tags=tags, guid=identity.guid)
        self.identity = identity
        self.position = 0

    def write_to_db(self, cursor: Cursor, _timestamp: float, deck_id: int, _id_gen: Iterator[int]) -> None:
        """Write the note and its cards, in the order of the templates."""
        own = self.identity
        tags, fields = self._format_tags(), self._format_fields()
        row = (own.note, own.guid, self.model.model_id, own.changed, -1, tags, fields, self.fields[0], 0, 0, "")
        cursor.execute("INSERT INTO notes VALUES(?,?,?,?,?,?,?,?,?,?,?)", row)
        for number in sorted(card.ord for card in self.cards):
            ids: tuple[Any, ...] = (own.cards[number], own.note, deck_id, number, own.changed, -1, 0, 0, self.position)
            cursor.execute("INSERT INTO cards VALUES(?,?,?,?,?,?,?,?,?,0,0,0,0,0,0,0,0,'')", ids)


class Notes:
    """Makes the notes of one deck."""

    def __init__(self, deck: Deck, types: NoteTypes, fields: Fields) -> None:
        """Notes of ``types``, with their texts turned by ``fields``."""
        self._deck = deck
        self._types = types
        self._fields = fields
        self._words = catalogue(deck.language)

    def note(self, noted: Noted) -> DatedNote | Declined:
        """The note of a subject, or why there is none."""
        match noted.subject:
            case BasicCard() as card:
                return self._basic(card, noted)
            case ClozeCard() as card:
                return self._cloze(card, noted)
            case Term() as term:
                return self._term(term, noted)
            case item:
                made = sides(item, self._fields, self._words)
                if isinstance(made, Declined):
                    return made
                values = (made.question, made.answer, made.why, "")
                return self._made(self._types.item, values, noted, "item")

    def _basic(self, card: BasicCard, noted: Noted) -> DatedNote:
        front = self._fields.html(card.front.html) + self._fields.picture(card.picture)
        reverse = "y" if card.reverse else ""
        return self._made(self._types.basic, (front, self._fields.html(card.back.html), reverse, ""), noted, "card")

    def _cloze(self, card: ClozeCard, noted: Noted) -> DatedNote | Declined:
        text = self._fields.cloze(card.text.html)
        if not text:
            reason = "no words are hidden in it, so it would have no card"
            return Declined(card.id, reason, card.places.start, whole=True)
        return self._made(self._types.cloze, (text, self._fields.html(card.extra.html)), noted, "card")

    def _term(self, term: Term, noted: Noted) -> DatedNote:
        told = term.term.plain.casefold() in term.definition.plain.casefold()
        values = (self._fields.html(term.term.html), self._fields.html(term.definition.html), "" if told else "y", "")
        return self._made(self._types.basic, values, noted, "term")

    def _made(self, model: genanki.Model, values: tuple[str, ...], noted: Noted, kind: str) -> DatedNote:
        thing = str(noted.subject.id)
        source = "<br>".join(self._fields.html(line) for line in noted.cited)
        key = self._deck.key
        most = len(model.templates) if model.model_type == genanki.Model.FRONT_BACK else values[0].count("{{c")
        cards = tuple(anki_id(key, "card", f"{thing}/{number}") for number in range(most))
        identity = Identity(anki_guid(key, thing), anki_id(key, "note", thing), cards, noted.changed)
        return DatedNote(model, (*values, source, thing, *_SPARE), self._tags(noted, kind), identity)

    def _tags(self, noted: Noted, kind: str) -> list[str]:
        subject = noted.subject
        named = [f"kind::{kind}"]
        named += [f"module::{noted.module}"] if noted.module else []
        named += [f"objective::{one}" for one in (() if isinstance(subject, Term) else subject.objectives)]
        named += [f"practice::{one}" for one in subject.practices]
        return [f"{self._deck.key.course}::{name}" for name in named]
