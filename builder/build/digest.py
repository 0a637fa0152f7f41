"""A digest over frozen values: equal content gives equal digests in every process, folder and session.

Places are left out: a thing that moved in its file has not changed. A rendered text counts by what it rendered to.
The order of a mapping counts, since a writer may go through it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, cast

from builder.diagnostics.place import Place, Places
from builder.model.base import Thing
from builder.model.organisation import Duration
from builder.model.text import Text

if TYPE_CHECKING:
    from hashlib import _Hash

Feed = Callable[[bytes], None]


def digest(*values: object) -> str:
    """SHA-256 of the values, 64 hexadecimal digits. Raises TypeError on a type it doesn't know."""
    hasher: _Hash = hashlib.sha256()
    for value in values:
        _feed(value, hasher.update)
    return hasher.hexdigest()


def _feed(value: object, feed: Feed) -> None:
    if type(value) is str:
        _leaf("str", value.encode("utf-8", "surrogatepass"), feed)
    elif isinstance(value, Text):
        _text(value, feed)
    elif value is None or isinstance(value, bool | int | float | Decimal):
        _leaf(type(value).__name__, str(value).encode(), feed)
    elif isinstance(value, str):
        _leaf("str", (str(value.value) if isinstance(value, Enum) else value).encode("utf-8", "surrogatepass"), feed)
    elif isinstance(value, bytes):
        _leaf("bytes", value, feed)
    elif isinstance(value, Place | Places):
        return
    elif isinstance(value, Duration):
        _leaf("duration", repr(value).encode(), feed)
    elif isinstance(value, tuple | list):
        _sequence("seq", value, feed)
    elif isinstance(value, Mapping):
        _sequence("map", [part for key in value for part in (str(key), value[key])], feed)
    elif isinstance(value, frozenset | set):
        _sequence("set", sorted(value, key=repr), feed)
    else:
        _thing(value, feed)


def _text(text: Text, feed: Feed) -> None:
    rendered = text.html or text.plain
    _leaf("text", text.html.encode() if rendered else text.source.encode("utf-8", "surrogatepass"), feed)
    _leaf("plain", text.plain.encode(), feed)


def _thing(value: object, feed: Feed) -> None:
    kind = cast("type", type(value))
    _leaf("thing", kind.__name__.encode(), feed)
    for name, label in _fields(kind):
        feed(label)
        _feed(getattr(value, name), feed)
    feed(b"end")


@cache
def _fields(kind: type) -> tuple[tuple[str, bytes], ...]:
    """The fields of a model or a dataclass that count, each with what is fed for its name."""
    if issubclass(kind, Thing):
        names = [name for name in kind.model_fields if name != "places"]
    elif is_dataclass(kind):
        names = [field.name for field in fields(kind) if field.compare]
    else:
        message = f"no digest for {kind.__name__}"
        raise TypeError(message)
    return tuple((name, f"field:{len(name.encode())}:{name}".encode()) for name in names)


def _sequence(kind: str, parts: tuple[object, ...] | list[object] | list[str], feed: Feed) -> None:
    _leaf(kind, str(len(parts)).encode(), feed)
    for part in parts:
        _feed(part, feed)


def _leaf(kind: str, data: bytes, feed: Feed) -> None:
    feed(f"{kind}:{len(data)}:".encode() + data)
