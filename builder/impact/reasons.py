"""Why an item means something else: two meanings compared facet by facet, each difference as a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from builder.identity.meaning import meaning
from builder.impact.change import Reason
from builder.impact.facets import PARTS, Facet, facets
from builder.impact.values import names_in

if TYPE_CHECKING:
    from builder.model.items import Item

Values = Mapping[str, tuple[str, str]]
"""Values of the organisation that differ: the old and the new one by dotted name."""
_Facets = Mapping[tuple[str, str], Facet]


def reasons(old: Item, new: Item, values: Values) -> tuple[Reason, ...]:
    """Why ``new`` doesn't mean what ``old`` meant; empty when it does."""
    if meaning(old) == meaning(new):
        return ()
    if old.type != new.type:
        return (Reason("type", f"the type was {old.type}, is {new.type}"),)
    was = {(one.name, one.id): one for one in facets(old)}
    now = {(one.name, one.id): one for one in facets(new)}
    found = [*_parts(was, now), *_values(was, now, values)]
    if old.revision != new.revision:
        found.append(Reason("revision", f"revision was {old.revision}, is {new.revision}"))
    return tuple(found)


def _parts(was: _Facets, now: _Facets) -> Iterator[Reason]:
    gone = [one for key, one in was.items() if one.name in PARTS and key not in now]
    come = {(one.name, one.words): one for key, one in now.items() if one.name in PARTS and key not in was}
    for one in gone:
        twin = come.pop((one.name, one.words), None)
        if twin is None:
            yield Reason(f"{one.name}-removed", f"{one.name} '{one.id}' is gone")
        else:
            text = f"{one.name} '{one.id}' is now called '{twin.id}': give it its old id, and answers carry over"
            yield Reason(f"{one.name}-renamed", text)
    for one in come.values():
        yield Reason(f"{one.name}-added", f"{one.name} '{one.id}' is new")


def _values(was: _Facets, now: _Facets, values: Values) -> Iterator[Reason]:
    for key, new in now.items():
        old = was.get(key)
        if old is None or old.value == new.value or _differs_in_case(old, new):
            continue
        if new.name == "order":
            common = set(old.value) & set(new.value)
            if [one for one in old.value if one in common] != [one for one in new.value if one in common]:
                yield Reason("order", "the right order is another")
        else:
            yield Reason(new.name, _changed(old, new) + _through(old, new, values))


def _differs_in_case(old: Facet, new: Facet) -> bool:
    """Whether the same is accepted but for the case of letters, of which there is a reason of its own."""
    return new.name == "accepted" and {one.casefold() for one in old.value} == {one.casefold() for one in new.value}


def _changed(old: Facet, new: Facet) -> str:
    was, now = ", ".join(old.value), ", ".join(new.value)
    match new.name:
        case "accepted":
            return _accepted(old, new)
        case "score":
            return f"option '{new.id}' scored {was}, scores {now}"
        case "belongs":
            return f"'{new.id}' belonged to '{was}', belongs to '{now}'"
        case "choices":
            return f"gap '{new.id}' offers other choices"
        case "case":
            return f"the case of letters {now} now"
        case _:
            return f"the {new.name} was {was}, is {now}"


def _accepted(old: Facet, new: Facet) -> str:
    where = f"gap '{new.id}' " if new.id else ""
    more = [one for one in new.value if one not in old.value]
    less = [one for one in old.value if one not in new.value]
    said = [f"{where}accepts also {_quoted(more)}"] if more else []
    said += [f"{'' if said else where}no longer accepts {_quoted(less)}"] if less else []
    return ", ".join(said)


def _quoted(answers: list[str]) -> str:
    return ", ".join(f"'{one}'" for one in answers)


def _through(old: Facet, new: Facet, values: Values) -> str:
    """The organisation's values that made the difference, where the texts are as they were."""
    if not new.texts or sorted(one.source for one in old.texts) != sorted(one.source for one in new.texts):
        return ""
    names = [name for name in dict.fromkeys(n for text in new.texts for n in names_in(text.source)) if name in values]
    told = ", ".join(f"{name} was {values[name][0]}, is {values[name][1]}" for name in names)
    return f", because {told}" if told else ""
