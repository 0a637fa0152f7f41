"""What a book's pages cite: the sources that their texts link to."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from builder.model.base import Thing
from builder.model.course import Source
from builder.model.edition import Edition
from builder.model.links import linked_ids
from builder.model.walk import texts_of


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that pages rest on, as a line of a list."""

    authors: str
    year: str
    title: str
    published_in: str
    address: str


def cited_of(edition: Edition, linked: Container[str]) -> tuple[Cited, ...]:
    """The sources among the ids that are ``linked``, in the order of the course's list."""
    return tuple(_cited(source) for source in edition.course.sources if source.id in linked)


def linked_in(views: object) -> frozenset[str]:
    """The ids that the texts of ``views`` link to, however deep they stand."""
    return frozenset(_links(views))


def _links(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from linked_ids(value)
    elif isinstance(value, Thing):
        for _, text in texts_of(value):
            yield from linked_ids(text.html)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _links(getattr(value, field.name))
    elif isinstance(value, Iterable):
        for part in value:
            yield from _links(part)


def _cited(source: Source) -> Cited:
    return Cited(
        authors=source.authors.html,
        year=str(source.year or ""),
        title=source.title.html,
        published_in=source.published_in.html,
        address=source.address,
    )
