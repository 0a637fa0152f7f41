"""The package: a database in memory, media, and a zip that is the same every time."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from itertools import count

import genanki

from builder.identity.keys import anki_id
from builder.locale import catalogue
from builder.writers.anki.fields import Fields
from builder.writers.anki.note_types import STYLED, note_types
from builder.writers.anki.notes import DatedNote, Notes
from builder.writers.anki.reads import Deck
from builder.writers.artefact import Declined, Labels, Written

_FILE = 0o100644 << 16
_UNIX = 3


def write(reads: Deck, _labels: Labels) -> Written:
    """The package's bytes, and the subjects that make no note."""
    fields = Fields(reads.key.course, reads.pictures)
    notes = Notes(reads, note_types(reads.key, reads.language, reads.accent), fields)
    title = deck_name(reads.title)
    decks = [genanki.Deck(anki_id(reads.key, "deck", reads.key.course), title, _description(reads))]
    losses: list[Declined] = []
    positions = count(1)
    for subdeck in reads.subdecks:
        deck = genanki.Deck(anki_id(reads.key, "deck", subdeck.id), f"{title}::{deck_name(subdeck.title)}")
        for noted in subdeck.notes:
            made = notes.note(noted)
            if isinstance(made, Declined):
                losses.append(made)
                continue
            made.position = next(positions)
            deck.add_note(made)
        if deck.notes:
            decks.append(deck)
    return Written({reads.file: _zipped(_database(decks), fields.media)}, tuple(losses))


def deck_name(title: str) -> str:
    """A title as a deck's name: two colons would start a deck below."""
    return " ".join(title.replace("::", ": ").split())


def _description(reads: Deck) -> str:
    words = catalogue(reads.language)
    again = words.gettext(
        "Import a newer version over this one: your progress stays. Cards that are no longer part of it stay too;"
        " suspend them if you don't need them."
    )
    return f"<p>{reads.about}</p><p>{again}</p><p><small>{reads.imprint}</small></p>"


def _database(decks: list[genanki.Deck]) -> bytes:
    dates = [note.identity.changed for deck in decks for note in deck.notes if isinstance(note, DatedNote)]
    with closing(sqlite3.connect(":memory:")) as connection:
        cursor = connection.cursor()
        genanki.Package(decks).write_to_db(cursor, float(max([STYLED, *dates])), count(1))
        connection.commit()
        return connection.serialize()


def _zipped(database: bytes, media: dict[str, bytes]) -> bytes:
    names = sorted(media)
    index = json.dumps({str(number): name for number, name in enumerate(names)}, ensure_ascii=True)
    files = {"collection.anki2": database, "media": index.encode()}
    files |= {str(number): media[name] for number, name in enumerate(names)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _FILE, zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return packed.getvalue()
