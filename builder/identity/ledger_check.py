"""Holding a course against its ledger: what is retired and back, what clashes, what isn't accepted yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic, Place
from builder.identity.content import contents
from builder.identity.ledger_text import LEDGER_FILE, Ledger
from builder.identity.meaning import state_key
from builder.identity.things import Named, things_of

if TYPE_CHECKING:
    from builder.model.edition import Edition


def check_ledger(editions: Sequence[Edition], ledger: Ledger, *, locked: bool = False) -> tuple[Diagnostic, ...]:
    """What is retired and back, what clashes, and how much isn't accepted yet (an error where ``locked``)."""
    if not editions:
        return ()
    named = {str(one.id): one for one in live_things(editions)}
    states = state_keys(editions)
    findings = list(_returned(named.values(), ledger))
    findings.extend(_clashes(editions, states, ledger))
    changed = {*_changed(editions, ledger), *_new_states(states, ledger)}
    findings.extend(_unaccepted(named, changed, _unfrozen(editions, ledger), ledger, locked=locked))
    return tuple(findings)


def edition_name(edition: Edition) -> str:
    """What an edition's dates stand under: ``organisation.language``."""
    return f"{edition.organisation.id}.{edition.language}"


def live_things(editions: Iterable[Edition]) -> Iterator[Named]:
    """The things of every edition, each id once: editions differ in their organisation alone."""
    seen: set[str] = set()
    for edition in editions:
        for named in things_of(edition.course):
            if named.id not in seen:
                seen.add(named.id)
                yield named


def state_keys(editions: Iterable[Edition]) -> dict[str, set[int]]:
    """The state keys of each item in all ``editions``: values in accepted answers may make them differ."""
    keys: dict[str, set[int]] = {}
    for edition in editions:
        for item in edition.items.values():
            keys.setdefault(str(item.id), set()).add(state_key(edition.course.settings.id, item))
    return keys


def _returned(named: Iterable[Named], ledger: Ledger) -> Iterator[Diagnostic]:
    for one in named:
        entry = ledger.things.get(one.id)
        if entry is None:
            continue
        if entry.retired is not None:
            message, help_ = f"the id '{one.id}' was retired", "choose an id that was never used"
            yield Diagnostic("retired-id", message, one.place, help_, len(one.id))
        elif entry.kind != one.kind:
            message = f"'{one.id}' was accepted as the id of another kind of thing: {entry.kind}"
            yield Diagnostic("retired-id", message, one.place, "choose another id", len(one.id))


def _clashes(editions: Sequence[Edition], states: Mapping[str, set[int]], ledger: Ledger) -> Iterator[Diagnostic]:
    owner: dict[int, str] = {}
    for name, entry in sorted(ledger.things.items()):
        for key in entry.states:
            owner.setdefault(key, name)
    for name, keys in states.items():
        for key in sorted(keys):
            other = owner.setdefault(key, name)
            if other != name and key not in (ledger.things[name].states if name in ledger.things else ()):
                item = next(edition.items[name] for edition in editions if name in edition.items)
                message = f"'{name}' has the state key of '{other}'"
                help_ = f"raise revision of '{name}' to {item.revision + 1}"
                yield Diagnostic("state-key-clash", message, item.places.of("revision"), help_)
                break


def _unaccepted(
    named: Mapping[str, Named], changed: set[str], months: list[str], ledger: Ledger, *, locked: bool
) -> Iterator[Diagnostic]:
    news = [name for name in named if name not in ledger.things]
    gone = [name for name, entry in ledger.things.items() if name not in named and entry.retired is None]
    parts = [
        f"{len(names)} {word} ({', '.join(names[:3])}{', …' if len(names) > 3 else ''})"  # noqa: PLR2004 - examples
        for word, names in (
            ("new", news),
            ("changed", sorted(changed - set(news))),
            ("gone", gone),
            ("to freeze", months),
        )
        if names
    ]
    if parts:
        code = "not-accepted" if locked else "unfilled-ledger"
        place = named[news[0]].place if len(news) == 1 and len(parts) == 1 else Place(LEDGER_FILE)
        help_ = "run `course accept` and commit the ledger"
        yield Diagnostic(code, f"the ledger lacks {', '.join(parts)}", place, help_)


def _changed(editions: Iterable[Edition], ledger: Ledger) -> Iterator[str]:
    for edition in editions:
        name = edition_name(edition)
        for thing, content in contents(edition).items():
            entry = ledger.things.get(thing)
            dated = entry.dates.get(name) if entry else None
            if dated is None or dated.content != content:
                yield thing


def _new_states(states: Mapping[str, set[int]], ledger: Ledger) -> Iterator[str]:
    for name, keys in states.items():
        entry = ledger.things.get(name)
        if entry is None or not keys <= set(entry.states):
            yield name


def _unfrozen(editions: Sequence[Edition], ledger: Ledger) -> list[str]:
    """Months that the policy freezes and the ledger lacks, or where an item is gone."""
    course = editions[0].course
    policy = course.refresher
    if policy is None or policy.frozen_until is None:
        return []
    alive = {name for name, item in editions[0].items.items() if item.pool != "held_out"}
    start, count = policy.start, policy.months
    return [
        month
        for month in _months(start, count)
        if month <= policy.frozen_until and not all(name in alive for name in ledger.refreshers.get(month, ("",)))
    ]


def _months(start: str, count: int) -> Iterator[str]:
    first = int(start[:4]) * 12 + int(start[5:]) - 1
    return (f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, first + count))
