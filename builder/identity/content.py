"""A thing's content: a hash over all that a reader of it gets. It moves modification times, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import cast

from builder.identity.things import Named, things_of
from builder.model.base import Picture, Thing
from builder.model.edition import Edition, PictureFile
from builder.model.links import picture_path, pictured_paths
from builder.model.text import Text

DATED_KINDS = frozenset({"item", "card", "term", "source", "lesson", "scenario", "worksheet", "activity"})
"""Kinds of things whose changes are dated."""

_UNSEEN = frozenset({"places", "place", "file", "allow", "revision"})
"""Fields that no reader meets: where the source stands, which findings it is spared, what moves the state key."""

_LATER: Mapping[str, object] = {"cards": (), "by": "group", "producer": (), "short": ()}
"""Fields that came after contents were first kept, and what they hold where an author leaves them out; () is empty.

Left out they don't count, so that a new field dates nothing anew.
"""

CONTENT_LENGTH = 16
"""Hexadecimal digits of a content."""


def contents(edition: Edition) -> dict[str, str]:
    """The content of each dated thing of ``edition``, by id."""
    return {
        str(named.id): content(named, edition.pictures)
        for named in things_of(edition.course)
        if named.kind in DATED_KINDS
    }


def content(named: Named, pictures: Mapping[str, PictureFile]) -> str:
    """64 bits of SHA-256 over the rendered texts, values and pictures of a thing, as hexadecimal digits."""
    parts: list[str] = []
    _collect(named.thing, parts)
    shown = "\0".join(parts)
    digest = hashlib.sha256(shown.encode())
    for path in _pictures(shown):
        if path in pictures:
            digest.update(hashlib.sha256(pictures[path].data).digest())
    return digest.hexdigest()[:CONTENT_LENGTH]


def _pictures(shown: str) -> Iterator[str]:
    if "picture:" in shown:
        yield from pictured_paths(shown)
    if "\1picture:" in shown:
        yield from (part.partition("\0")[0] for part in shown.split("\1picture:")[1:])


def _collect(value: object, parts: list[str]) -> None:
    """Append every value below ``value`` in the order of the fields; brackets keep structures apart."""
    if isinstance(value, str):
        parts.append(value)
    elif isinstance(value, Text):
        parts.append(value.html)
    elif isinstance(value, tuple):
        parts.append("\1(")
        for part in value:
            _collect(part, parts)
        parts.append("\1)")
    elif isinstance(value, Picture):
        parts.append(f"\1picture:{picture_path(value)}")
        _collect((value.alt, value.caption), parts)
    elif names := _seen_fields(cast("type", type(value))):
        parts.append("\1{")
        for name in names:
            part = getattr(value, name)
            if name in _LATER and (part or ()) == _LATER[name]:
                continue
            if isinstance(part, Text):
                parts.append(part.html)
            elif isinstance(part, str):
                parts.append(part)
            else:
                _collect(part, parts)
        parts.append("\1}")
    else:
        parts.append(repr(value))


@cache
def _seen_fields(kind: type) -> tuple[str, ...]:
    """The fields of a model or dataclass that readers meet; none for any other type."""
    if issubclass(kind, Thing):
        names = tuple(kind.model_fields)
    elif is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
    else:
        names = ()
    return tuple(name for name in names if name not in _UNSEEN)
