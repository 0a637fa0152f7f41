"""Rules of practices where sheets and forms ask for them: the same words everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from builder.model.activities import TableField
from builder.model.base import Thing
from builder.model.course import Course
from builder.model.text import Line
from builder.model.walk import text_fields

T = TypeVar("T")
M = TypeVar("M", bound=Thing)


def with_rules(course: Course) -> Course:
    """``course`` with the rules of its practices as rows in the tables that name them; unknown ones are left out."""
    rules = {str(practice.id): practice.rule for practice in course.practices}
    changed = _changed(course, "kit", rules)
    modules = tuple(_with(module, _changed(module, "worksheets", rules)) for module in course.modules)
    if any(a is not b for a, b in zip(modules, course.modules, strict=True)):
        changed["modules"] = modules
    return _with(course, changed)


def _changed(thing: Thing, name: str, rules: Mapping[str, Line]) -> dict[str, object]:
    old = getattr(thing, name)
    new = _ruled(old, rules)
    return {} if new is old else {name: new}


def _ruled(value: T, rules: Mapping[str, Line]) -> T:
    """``value`` with its tables filled in; parts without such tables are shared."""
    if isinstance(value, TableField):
        rows = tuple(rules[practice] for practice in value.practices if practice in rules)
        return cast("T", value.model_copy(update={"rows": rows + value.rows})) if rows else value
    if isinstance(value, tuple):
        parts = tuple(_ruled(part, rules) for part in value)
        return cast("T", parts) if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    if isinstance(value, Thing):
        changed: dict[str, object] = {}
        for name in text_fields(type(value)):
            changed |= _changed(value, name, rules)
        return _with(value, changed)
    return value


def _with(thing: M, changed: dict[str, object]) -> M:
    return thing.model_copy(update=changed) if changed else thing
