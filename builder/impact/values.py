"""The organisation's values that differ, and what shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.identity.things import things_of
from builder.locale import catalogue
from builder.model.base import Identified, Thing
from builder.model.organisation import Duration
from builder.model.text import Text
from builder.model.walk import each_text

if TYPE_CHECKING:
    from builder.impact.side import Both, Pair
    from builder.model.edition import Edition

_NAME = re.compile(r"\{\{[\s(]*([A-Za-z_]\w*(?:\.\w+)*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value of an organisation (``org.…``) or of the course (``course.…``) in an edition, and the things it is in."""

    name: str
    edition: str
    old: str
    new: str
    things: tuple[str, ...]


def names_in(source: str) -> Iterator[str]:
    """The dotted names that stand in a text's braces."""
    if "{{" in source:
        yield from (found[1] for found in _NAME.finditer(source))


def changed(pair: Pair) -> dict[str, tuple[str, str]]:
    """The old and the new text of each value that differs; empty for one that isn't there."""
    was, now = _values(pair.old.edition), _values(pair.new.edition)
    both = {name: (was.get(name, ""), now.get(name, "")) for name in (*was, *(n for n in now if n not in was))}
    return {name: values for name, values in both.items() if values[0] != values[1]}


def value_changes(both: Both) -> tuple[ValueChange, ...]:
    """Every value that differs and stands in a text, once an organisation."""
    made: list[ValueChange] = []
    shown: dict[str, list[str]] | None = None
    told: set[tuple[str, str]] = set()
    for pair in both.pairs:
        differing = changed(pair)
        if differing and shown is None:
            shown = _shown(pair.new.edition)
        for name, (old, new) in differing.items():
            mark = (str(pair.new.edition.organisation.id), name)
            if (shown or {}).get(name) and mark not in told:
                told.add(mark)
                made.append(ValueChange(name, pair.new.name, old, new, tuple((shown or {})[name])))
    return tuple(made)


def _shown(edition: Edition) -> dict[str, list[str]]:
    """The ids of the things whose texts name each value."""
    found: dict[str, dict[str, None]] = {}
    for named in things_of(edition.course):
        if named.kind in _TEXTUAL:
            for text in each_text(named.thing):
                for name in names_in(text.source):
                    found.setdefault(name, {})[str(named.id)] = None
    return {name: list(ids) for name, ids in found.items()}


_TEXTUAL = frozenset(
    {"item", "card", "lesson", "scenario", "worksheet", "activity", "quiz", "term", "objective", "practice"}
)


def _values(edition: Edition) -> Mapping[str, str]:
    found: dict[str, str] = {}
    say = catalogue(edition.language).duration
    waiting: list[tuple[str, object]] = [("org", edition.organisation), ("course", edition.course.settings)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Text):
            found[path] = value.plain
        elif isinstance(value, Duration):
            found[path] = say(value)
        elif isinstance(value, str | int):
            found[path] = str(value)
        elif isinstance(value, Thing):
            waiting += [
                (f"{path}.{name}", getattr(value, name)) for name in type(value).model_fields if name != "places"
            ]
        elif isinstance(value, tuple):
            waiting += [(f"{path}.{one.id.replace('-', '_')}", one) for one in value if isinstance(one, Identified)]
    return dict(sorted(found.items()))
