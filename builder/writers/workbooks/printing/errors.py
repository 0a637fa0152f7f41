"""A book that could not be printed as it should."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.diagnostics.place import NOWHERE, Place
from builder.model.edition import Edition
from builder.model.walk import texts_of

_GLYPH = re.compile(r"unsupported by fonts: \"(?P<letter>.)\" \(U\+[0-9A-F]+\)", re.DOTALL)
_PICTURE = re.compile(r"picture:(?P<path>[^\"'\s]+)")


@dataclass(frozen=True, slots=True)
class Complaint:
    """A log record of the layout engine. ``letter`` is one that no font has, ``picture`` a picture's path, or empty."""

    message: str
    letter: str = ""
    picture: str = ""


class BookError(Exception):
    """The layout engine complained while making a book."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        """``messages`` are its log records, each once."""
        super().__init__("; ".join(messages))
        self.messages = messages

    def __reduce__(self) -> tuple[type[BookError], tuple[tuple[str, ...]]]:
        """Carry the messages from a forked process."""
        return (BookError, (self.messages,))

    @property
    def complaints(self) -> tuple[Complaint, ...]:
        """The messages, read."""
        return tuple(_complaint(message) for message in self.messages)


def place_of(edition: Edition, complaint: Complaint) -> Place:
    """Where the source holds what ``complaint`` is about: the text with the letter, the picture; else nowhere."""
    if complaint.picture in edition.pictures:
        return Place(complaint.picture)
    if complaint.letter:
        for thing in (edition.course, edition.organisation):
            for _, text in texts_of(thing):
                if complaint.letter in text.plain and text.place != NOWHERE:
                    return _within(text.place, text.source, complaint.letter)
        drawn = (path for path, picture in edition.pictures.items() if complaint.letter.encode() in picture.data)
        return Place(min(drawn, default=""))
    return NOWHERE


def _within(place: Place, source: str, letter: str) -> Place:
    before, found, _ = source.partition(letter)
    if not found or "\n" in before:
        return place
    return Place(place.file, place.line, place.column + len(before))


def _complaint(message: str) -> Complaint:
    if found := _GLYPH.search(message):
        return Complaint(message, letter=found["letter"])
    if found := _PICTURE.search(message):
        return Complaint(message, picture=found["path"])
    return Complaint(message)
