"""Pictures that a book shows: from the model to paths, and the files behind them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from builder.model.base import Picture, Thing
from builder.model.edition import Edition, PictureFile
from builder.model.links import pictured_paths
from builder.model.walk import texts_of
from builder.writers.workbooks.printed import Shown


def shown(edition: Edition, thing: Thing, picture: Picture | None) -> Shown | None:
    """``picture`` of ``thing`` by its path from the course's root; None where there is no picture or no such file."""
    if picture is None:
        return None
    path = path_beside(thing, picture.file)
    if path not in edition.pictures:
        return None
    alt = "" if picture.decorative else picture.alt.plain
    return Shown(path, alt, picture.caption.html)


def path_beside(thing: Thing, file: str) -> str:
    """The path from the course's root of ``file``, which stands beside the file of ``thing``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(thing.places.start.file), file))


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
