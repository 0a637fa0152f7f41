"""Pictures that a book shows: from the model to paths, and the files behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from builder.model.base import Picture, Thing
from builder.model.edition import Edition, PictureFile
from builder.model.links import picture_path, pictured_paths
from builder.model.walk import texts_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its path from the course's root, its text alternative (empty: decorative) and its caption."""

    path: str
    alt: str
    caption: str = ""


def shown(edition: Edition, picture: Picture | None) -> Shown | None:
    """``picture`` by its path from the course's root; None where there is no picture or no such file."""
    if picture is None or (path := picture_path(picture)) not in edition.pictures:
        return None
    return Shown(path, "" if picture.decorative else picture.alt.plain, picture.caption.html)


def pictures_of(edition: Edition, *views: object) -> tuple[PictureFile, ...]:
    """The files of all pictures that ``views`` show, by path."""
    paths = {path for view in views for path in _paths(view)}
    return tuple(edition.pictures[path] for path in sorted(paths) if path in edition.pictures)


def _paths(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from pictured_paths(value)
    elif isinstance(value, Shown):
        yield value.path
        yield from pictured_paths(value.caption)
    elif isinstance(value, Thing):
        for _, text in texts_of(value):
            yield from pictured_paths(text.html)
    elif isinstance(value, tuple):
        for part in value:
            yield from _paths(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _paths(getattr(value, field.name))
