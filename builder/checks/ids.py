"""Ids: unique in the course, and the parts of a thing unique in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.checks.known import repeated
from builder.diagnostics import Diagnostic, Place
from builder.identity.things import Named, things_of
from builder.model.activities import Activity, Worksheet
from builder.model.course import Course
from builder.model.kit import Form, JobAid, ManagerPage, OwnCase
from builder.model.organisation import Organisation
from builder.model.scenarios import Scenario


def check_ids(course: Course, elsewhere: Iterable[Named] = ()) -> Iterator[Diagnostic]:
    """Every id that stands twice, at its second place; things ``elsewhere`` come first."""
    first: dict[str, Named] = {str(named.id): named for named in elsewhere}
    for named in things_of(course):
        if named.id in first:
            other = first[named.id]
            message = f"the id '{named.id}' is taken by the {other.kind} at {other.place}"
            yield Diagnostic(
                "duplicate-id", message, named.place, "give the newer of the two another id", len(named.id)
            )
        first.setdefault(named.id, named)
        yield from _parts(named)


def _parts(named: Named) -> Iterator[Diagnostic]:
    thing, place = named.thing, named.place
    match thing:
        case Worksheet():
            yield from repeated((field.id for field in thing.fields), "field", place)
        case Activity():
            yield from repeated((one.id for one in thing.materials), "material", place)
            yield from repeated((one.id for one in thing.roles), "role", place)
            yield from repeated((one.id for one in thing.cards), "card", place)
        case Form() | ManagerPage() | JobAid() | OwnCase():
            yield from repeated((field.id for field in thing.fields), "field", place)
        case Scenario():
            yield from repeated(
                (*(s.id for s in thing.scenes), *(e.id for e in thing.endings)), "scene or ending", place
            )
            for scene in thing.scenes:
                yield from repeated((choice.id for choice in scene.choices), "choice", scene.places.start)
        case Organisation():
            yield from _of_organisation(thing, place)
        case _:
            return


def _of_organisation(organisation: Organisation, place: Place) -> Iterator[Diagnostic]:
    for what in ("departments", "outside", "standards", "escalation", "calendar", "swaps", "words"):
        yield from repeated((part.id for part in getattr(organisation, what)), what.removesuffix("s"), place)
