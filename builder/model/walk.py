"""Walking over every text of a thing, with a key that says which text it is.

A text key is the path of field names and ids from the course: ``banks.first.items.who.options.payroll.text``; the
n-th of a list of texts is ``hints[n]``. Positions of things never count, so a key survives reordering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast, get_args

from builder.model.base import Identified, Thing
from builder.model.text import Text

T = TypeVar("T")
TextMap = Callable[[str, Text], Text]


def map_texts(thing: T, change: TextMap, key: str = "") -> T:
    """A copy of ``thing`` (model, dataclass, tuple or text) with each text replaced by ``change(key, text)``.

    Parts without texts are shared with the original, and so is what didn't change.
    """
    return cast("T", _mapped(thing, change, key))


def texts_of(thing: object, key: str = "") -> Iterator[tuple[str, Text]]:
    """Each text of ``thing`` with its key, in the order of the fields; empty texts too."""
    if isinstance(thing, Text):
        yield key, thing
    elif isinstance(thing, tuple):
        for number, part in enumerate(thing):
            yield from texts_of(part, _part_key(key, number, part))
    else:
        kind: type = type(thing)
        for name in text_fields(kind):
            yield from texts_of(getattr(thing, name), _join(key, name))


def each_text(thing: object) -> Iterator[Text]:
    """Each text of ``thing``, as `texts_of` gives them, without the cost of keys."""
    waiting = [thing]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            yield value
        elif isinstance(value, tuple):
            waiting.extend(reversed(value))
        else:
            kind: type = type(value)
            waiting.extend([getattr(value, name) for name in reversed(text_fields(kind))])


def files_of(*things: object) -> tuple[str, ...]:
    """The source files in which the texts of ``things`` stand, sorted."""
    found = {text.place.file for thing in things for text in each_text(thing)}
    return tuple(sorted(found - {""}))


@cache
def text_fields(kind: type) -> tuple[str, ...]:
    """The fields of a model or dataclass that can hold a text, however deep; none for any other type."""
    return tuple(name for name, declared in _declared(kind).items() if _holds_text(declared, frozenset({kind})))


def _holds_text(declared: Any, seen: frozenset[type]) -> bool:
    if declared is Any:
        return True
    if isinstance(declared, type):
        if issubclass(declared, Text):
            return True
        if declared in seen:
            return False
        return any(
            _holds_text(part, seen | {declared}) for part in (*get_args(declared), *_declared(declared).values())
        )
    return any(_holds_text(part, seen) for part in get_args(declared))


def _declared(kind: Any) -> dict[str, Any]:
    """The declared type of each field of a model; of a dataclass, whose hints may not be importable, Any."""
    if isinstance(kind, type) and issubclass(kind, Thing):
        return {name: field.annotation for name, field in kind.model_fields.items() if name != "places"}
    if isinstance(kind, type) and is_dataclass(kind):
        return {field.name: Any for field in fields(kind) if field.name != "place"}
    return {}


def _mapped(value: Any, change: TextMap, key: str) -> object:
    if isinstance(value, Text):
        return change(key, value) if value.source else value
    if isinstance(value, tuple):
        parts = tuple([_mapped(part, change, _part_key(key, n, part)) for n, part in enumerate(value)])
        return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    changed = {}
    kind: type = type(value)
    for name in text_fields(kind):
        old = getattr(value, name)
        new = _mapped(old, change, _join(key, name))
        if new is not old:
            changed[name] = new
    if not changed:
        return value
    return value.model_copy(update=changed) if isinstance(value, Thing) else replace(value, **changed)


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _part_key(key: str, number: int, part: object) -> str:
    if isinstance(part, Identified):
        return f"{key}.{part.id}"
    return f"{key}[{number}]"
