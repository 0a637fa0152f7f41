"""What becomes of scenarios, cards and plans, which learners' state names by their ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from builder.identity.scenario import scenario_key
from builder.impact.change import Change, Reason, Shift
from builder.model.activities import CommitmentField

if TYPE_CHECKING:
    from builder.impact.side import Both
    from builder.model.base import Identified
    from builder.model.course import Course
    from builder.model.scenarios import Scenario


def scenarios(both: Both) -> Iterator[Change]:
    """A scenario whose meaning has changed is begun anew; the endings that were reached stay."""
    was = _scenarios(both, old=True)
    now = _scenarios(both, old=False)
    for name, new in now.items():
        old = was.get(name)
        if old is None:
            yield Change("scenario", name, "new", spot(new), str(new.module))
        elif scenario_key("", old) == scenario_key("", new):
            yield Change("scenario", name, "kept", spot(new), str(new.module), shifts=_moved(old, new))
        else:
            found = tuple(_why(old, new))
            yield Change("scenario", name, "reopened", spot(new), str(new.module), found, shifts=_moved(old, new))
    for name, old in was.items():
        if name not in now:
            yield Change("scenario", name, "retired", spot(old), str(old.module))


def cards(both: Both) -> Iterator[Change]:
    """A card keeps its box and its day whatever is written on it."""
    was, now = _cards(both, old=True), _cards(both, old=False)
    yield from by_id("card", was, now)


def plans(both: Both) -> Iterator[Change]:
    """If-then plans: each lesson's own and those of worksheets."""
    yield from by_id("plan", _plans(both, old=True), _plans(both, old=False))


def by_id(
    kind: str, was: Mapping[str, tuple[str, Identified]], now: Mapping[str, tuple[str, Identified]]
) -> Iterator[Change]:
    """Things whose state hangs on their id alone: (module, thing) by id."""
    for name, (module, thing) in now.items():
        old = was.get(name)
        shifts = _moved(old[1], thing) if old else ()
        yield Change(kind, name, "kept" if old else "new", spot(thing), module, shifts=shifts)
    for name, (module, thing) in was.items():
        if name not in now:
            yield Change(kind, name, "retired", spot(thing), module)


def spot(thing: Identified) -> str:
    """``file:line`` of a thing's id."""
    place = thing.places.of("id")
    return f"{place.file}:{place.line}" if place.line else place.file


def course_of(both: Both, *, old: bool) -> Course | None:
    """The rendered course of either version's first edition."""
    side = both.old if old else both.new
    return side.versions[0].edition.course if side.versions else None


def _moved(old: Identified, new: Identified) -> tuple[Shift, ...]:
    was, now = old.places.start.file, new.places.start.file
    return (Shift("file", was, now),) if was != now else ()


def _scenarios(both: Both, *, old: bool) -> dict[str, Scenario]:
    course = course_of(both, old=old)
    return {str(one.id): one for one in course.scenarios} if course else {}


def _cards(both: Both, *, old: bool) -> dict[str, tuple[str, Identified]]:
    course = course_of(both, old=old)
    decks = course.decks if course else ()
    return {str(card.id): (str(deck.module), card) for deck in decks for card in deck.cards}


def _plans(both: Both, *, old: bool) -> dict[str, tuple[str, Identified]]:
    course = course_of(both, old=old)
    found: dict[str, tuple[str, Identified]] = {}
    for module in course.modules if course else ():
        for lesson in module.lesson_files:
            if lesson.commitment:
                found[str(lesson.commitment.id)] = (str(module.id), lesson.commitment)
        for sheet in module.worksheets:
            fields = [one for one in sheet.fields if isinstance(one, CommitmentField)]
            found |= {f"{sheet.id}.{one.id}": (str(module.id), one) for one in fields}
    return found


def _why(old: Scenario, new: Scenario) -> Iterator[Reason]:
    """What of the graph differs."""
    if old.revision != new.revision:
        yield Reason("revision", f"revision was {old.revision}, is {new.revision}")
    if old.start != new.start:
        yield Reason("start", f"it began at '{old.start}', begins at '{new.start}'")
    choices = [{str(c.id): c for scene in one.scenes for c in scene.choices} for one in (old, new)]
    for word, was, now in (
        ("scene", {str(s.id) for s in old.scenes}, {str(s.id) for s in new.scenes}),
        ("choice", set(choices[0]), set(choices[1])),
        ("ending", {str(e.id) for e in old.endings}, {str(e.id) for e in new.endings}),
    ):
        yield from (Reason(f"{word}-removed", f"{word} '{one}' is gone") for one in sorted(was - now))
        yield from (Reason(f"{word}-added", f"{word} '{one}' is new") for one in sorted(now - was))
    for name, choice in choices[1].items():
        before = choices[0].get(name)
        if before and before.goto != choice.goto:
            yield Reason("goto", f"choice '{name}' led to '{before.goto}', leads to '{choice.goto}'")
        if before and before.score != choice.score:
            yield Reason("score", f"choice '{name}' scored {before.score}, scores {choice.score}")
    outcomes = {str(one.id): one.outcome for one in old.endings}
    for ending in new.endings:
        if outcomes.get(ending.id, ending.outcome) != ending.outcome:
            yield Reason("outcome", f"ending '{ending.id}' was {outcomes[ending.id]}, is {ending.outcome}")
