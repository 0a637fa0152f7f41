"""Walking over every text of a thing, with a key that says which text it is.

A text key is the path of field names and ids from the course: ``banks.first.items.who.options.payroll.text``; the
n-th of a list of texts is ``hints[n]``. Positions of things never count, so a key survives reordering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from builder.model.base import Identified, Thing
from builder.model.text import Text

T = TypeVar("T")
TextMap = Callable[[str, Text], Text]


def map_texts(thing: T, change: TextMap, key: str = "") -> T:
    """A copy of ``thing`` (model, dataclass, tuple or text) with each text replaced by ``change(key, text)``.

    Parts without texts are shared with the original.
    """
    return cast("T", _mapped(thing, change, key))


def texts_of(thing: object, key: str = "") -> Iterator[tuple[str, Text]]:
    """Each text of ``thing`` with its key, in the order of the fields; empty texts too."""
    if isinstance(thing, Text):
        yield key, thing
    elif isinstance(thing, tuple):
        for number, part in enumerate(thing):
            yield from texts_of(part, _part_key(key, number, part))
    elif isinstance(thing, Thing):
        for name in type(thing).model_fields:
            yield from texts_of(getattr(thing, name), _join(key, name))
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts_of(getattr(thing, field.name), _join(key, field.name))


def files_of(*things: object) -> tuple[str, ...]:
    """The source files in which the texts of ``things`` stand, sorted."""
    found = {text.place.file for thing in things for _, text in texts_of(thing)}
    return tuple(sorted(found - {""}))


def _mapped(value: object, change: TextMap, key: str) -> object:
    if isinstance(value, Text):
        return change(key, value) if value.source else value
    if isinstance(value, tuple):
        parts = tuple(_mapped(part, change, _part_key(key, n, part)) for n, part in enumerate(value))
        return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    if isinstance(value, Thing):
        changed = {
            name: new
            for name, old in value.__dict__.items()
            if not isinstance(old, str | int) and (new := _mapped(old, change, _join(key, name))) is not old
        }
        return value.model_copy(update=changed) if changed else value
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: new
            for field in fields(value)
            if (new := _mapped(old := getattr(value, field.name), change, _join(key, field.name))) is not old
        }
        return replace(value, **changed) if changed else value
    return value


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _part_key(key: str, number: int, part: object) -> str:
    if isinstance(part, Identified):
        return f"{key}.{part.id}"
    return f"{key}[{number}]"
