"""What becomes of each item, by the state keys that learners have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.impact.change import Change, Fate, Reason, Shift
from builder.impact.reasons import reasons
from builder.impact.values import changed
from builder.model.items import Item

if TYPE_CHECKING:
    from builder.impact.reasons import Values
    from builder.impact.side import Both, Pair

_SETTINGS = ("pool", "difficulty", "credit", "shuffle", "objectives", "practices")
_LOST = {"credit": "answers given so far keep their points; new ones are counted otherwise"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where and how an item is asked, as texts."""

    file: str
    bank: str
    module: str
    quizzes: str
    settings: Mapping[str, str]


def items(both: Both) -> Iterator[Change]:
    """A change for each item of either version, those that nothing happened to among them."""
    first = both.first
    values = {id(pair): changed(pair) for pair in both.pairs}
    was, now = (_asked(both, old=True), _asked(both, old=False))
    live = [str(name) for name in both.new.versions[0].edition.items] if both.new.versions else []
    for name in live:
        yield _live(name, both, values, was.get(name), now[name])
    before = [str(name) for name in first.old.edition.items] if first else []
    lost = [name for name, one in both.old.ledger.things.items() if one.kind == "item" and one.retired is None]
    known = set(live)
    for name in dict.fromkeys([*before, *lost]):
        if name not in known:
            place = was.get(name)
            yield Change("item", name, "retired", _place(both, name, old=True), place.module if place else "")


def had(both: Both, pair: Pair, name: str) -> frozenset[int]:
    """The state keys under which learners may have answers to an item in an edition.

    Those of the old version, if they were accepted or the ledger knows none; otherwise those that were accepted last.
    """
    accepted = both.old.accepted.get(name, ())
    key = pair.old.keys.get(name)
    if key is not None and (key in accepted or not accepted):
        return frozenset({key})
    return frozenset(accepted)


def _live(name: str, both: Both, values: Mapping[int, Values], was: _Asked | None, now: _Asked) -> Change:
    open_, found, known = [], dict[Reason, None](), False
    told: set[str] = set()
    for pair in both.pairs:
        keys = had(both, pair, name)
        known = known or bool(keys)
        if keys and pair.new.keys[name] not in keys:
            open_.append(pair.new.name)
            if (organisation := str(pair.new.edition.organisation.id)) in told:
                continue  # in another language the reason is the same
            told.add(organisation)
            found |= dict.fromkeys(_why(name, both, pair, values[id(pair)]))
    fate: Fate = "reopened" if open_ else "kept" if known else "new"
    shifts = tuple(_shifts(was, now)) if was else ()
    losses = tuple(_LOST[one.what] for one in shifts if one.what in _LOST) if fate == "kept" else ()
    everywhere = len(open_) == len(both.pairs)
    return Change(
        "item", name, fate, _place(both, name, old=False), now.module, tuple(found), losses, shifts,
        editions=() if everywhere else tuple(open_),
    )  # fmt: skip


def _why(name: str, both: Both, pair: Pair, values: Values) -> tuple[Reason, ...]:
    if both.is_renamed:
        return (Reason("course-id", f"the course's id was '{both.old.course_id}', is '{both.new.course_id}'"),)
    old, new = pair.old.item(name), pair.new.item(name)
    if old is None or new is None:
        return (Reason("id-used-before", "its id was accepted before for something else"),)
    found = reasons(old, new, values)
    return found or (Reason("not-accepted", "it was changed before the old version and never accepted"),)


def _place(both: Both, name: str, *, old: bool) -> str:
    side = both.old if old else both.new
    item = side.versions[0].item(name) if side.versions else None
    return _spot(item) if item else ""


def _spot(item: Item) -> str:
    place = item.places.of("id")
    return f"{place.file}:{place.line}" if place.line else place.file


def _asked(both: Both, *, old: bool) -> dict[str, _Asked]:
    side = both.old if old else both.new
    if not side.versions:
        return {}
    version = side.versions[0]
    return {
        str(item.id): _Asked(
            item.places.start.file, str(bank.id), str(bank.module),
            ", ".join(version.asked_in.get(item.id, ())), _settings(item),
        )
        for bank in version.edition.course.banks for item in bank.items
    }  # fmt: skip


def _settings(item: Item) -> dict[str, str]:
    found = {}
    for name in _SETTINGS:
        value = getattr(item, name, None)
        if value is not None:
            found[name] = ", ".join(value) if isinstance(value, tuple) else str(value).lower()
    return found


def _shifts(was: _Asked, now: _Asked) -> Iterator[Shift]:
    for what in ("file", "bank", "module", "quizzes"):
        old, new = getattr(was, what), getattr(now, what)
        if old != new:
            yield Shift(what, old, new)
    for name, new in now.settings.items():
        if name in was.settings and was.settings[name] != new:
            yield Shift(name, was.settings[name], new)
