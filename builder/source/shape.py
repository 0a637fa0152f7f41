"""What keys a model admits at a location: for suggestions."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, Literal, get_args, get_origin

from builder.model.base import PLACE_KEY, Thing
from builder.source.trail import Location


def keys_at(model: type[Thing], location: Location) -> tuple[str, ...]:
    """The keys of the mapping at ``location`` (as pydantic gives it) below ``model``, in the order of its format."""
    return _keys_at(model, tuple(0 if isinstance(part, int) else part for part in location))


@lru_cache(maxsize=1024)
def _keys_at(model: type[Thing], location: Location) -> tuple[str, ...]:
    annotation: Any = model
    for part in location:
        annotation = _below(annotation, part)
    return _keys(annotation)


def _keys(annotation: Any) -> tuple[str, ...]:
    found = [m for m in _members(annotation) if isinstance(m, type) and issubclass(m, Thing)]
    return tuple(name for name, field in found[0].model_fields.items() if field.alias != PLACE_KEY) if found else ()


def _members(annotation: Any) -> tuple[Any, ...]:
    """The classes that a value of ``annotation`` may have: unions and annotations opened, lists left alone."""
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) is tuple or isinstance(annotation, type):
        return (annotation,)
    return tuple(member for part in get_args(annotation) for member in _members(part))


def _below(annotation: Any, part: int | str) -> Any:
    members = _members(annotation)
    if isinstance(part, int):
        return next((get_args(m)[0] for m in members if get_origin(m) is tuple), None)
    for member in members:
        if isinstance(member, type) and issubclass(member, Thing):
            if _has_tag(member, part) and len(members) > 1:
                return member
            if part in member.model_fields and len(members) - members.count(type(None)) == 1:
                return member.model_fields[part].annotation
    return None


def _has_tag(member: type[Thing], tag: str) -> bool:
    fields = (member.model_fields.get("type"), member.model_fields.get("kind"))
    return any(f is not None and get_origin(f.annotation) is Literal and tag in get_args(f.annotation) for f in fields)
