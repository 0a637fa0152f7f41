"""The ledger at work: dates for editions, what isn't accepted, and the ledger written anew by ``course accept``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic
from builder.identity.content import contents
from builder.identity.ledger_check import check_ledger, edition_name, live_things, state_keys
from builder.identity.ledger_text import LEDGER_FILE, Dated, Entry, Ledger, damaged, parse, unparse

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.plan import Plan

__all__ = [
    "FIRST_DATE", "LEDGER_FILE", "Dated", "Entry", "Ledger", "accept", "check_ledger", "dates_for", "default_epoch",
    "edition_name", "frozen_months", "keys_for", "parse", "read_ledger", "unparse",
]  # fmt: skip

FIRST_DATE = 315532800
"""1980-01-01: the first day that a zip can hold."""


def read_ledger(root: Path) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger below ``root``; an empty one where there is none, and with a finding where it can't be read."""
    try:
        text = (root / LEDGER_FILE).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Ledger(), ()
    except (OSError, UnicodeDecodeError) as error:
        reason = "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else str(error.strerror)
        return Ledger(), (damaged(reason),)
    return parse(text)


def dates_for(ledger: Ledger, edition: Edition) -> dict[str, int]:
    """The date of each thing of ``edition`` whose content is the accepted one."""
    name = edition_name(edition)
    dates: dict[str, int] = {}
    for thing, content in contents(edition).items():
        entry = ledger.things.get(thing)
        dated = entry.dates.get(name) if entry else None
        if dated and dated.content == content:
            dates[thing] = dated.date
    return dates


def keys_for(ledger: Ledger, edition: Edition) -> dict[str, tuple[int, ...]]:
    """The state keys that each item of ``edition`` ever had, in any edition."""
    known = ((item, ledger.things.get(item)) for item in edition.items)
    return {item: entry.states for item, entry in known if entry and entry.states}


def frozen_months(ledger: Ledger, _edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """The items of each frozen month: the same in every edition."""
    return ledger.refreshers


def default_epoch(ledger: Ledger) -> int:
    """The newest date of the ledger, or 1980-01-01 where it is empty."""
    dates = [dated.date for entry in ledger.things.values() for dated in entry.dates.values()]
    return max([*dates, FIRST_DATE])


def accept(editions: Sequence[Edition], plans: Sequence[Plan], ledger: Ledger, now: int) -> str:
    """The text of the ledger that holds ``editions`` (of all organisations and languages) as accepted.

    ``now`` is in seconds (Unix time); a thing that changed again is dated later than before in any case. ``plans`` go
    with ``editions``; the first one's months up to the policy's ``frozen_until`` are kept from now on.
    """
    things = dict(ledger.things)
    live = {str(one.id): one for one in live_things(editions)}
    for name, entry in ledger.things.items():
        if name not in live and entry.retired is None:
            things[name] = replace(entry, retired=now)
    for name, one in live.items():
        things.setdefault(name, Entry(one.kind))
    for name, keys in state_keys(editions).items():
        entry = things[name]
        things[name] = replace(entry, states=tuple(sorted({*entry.states, *keys})))
    for edition in editions:
        _date(things, edition, now)
    return unparse(Ledger(things, _frozen(editions, plans, ledger)))


def _date(things: dict[str, Entry], edition: Edition, now: int) -> None:
    name = edition_name(edition)
    for thing, content in contents(edition).items():
        entry = things[thing]
        old = entry.dates.get(name)
        if old is None or old.content != content:
            date = max(now, old.date + 1) if old else now
            things[thing] = replace(entry, dates={**entry.dates, name: Dated(content, date)})


def _frozen(editions: Sequence[Edition], plans: Sequence[Plan], ledger: Ledger) -> Mapping[str, tuple[str, ...]]:
    months = dict(ledger.refreshers)
    policy = editions[0].course.refresher if editions else None
    if policy is not None and policy.frozen_until is not None:
        for month in plans[0].refreshers:
            if month.month <= policy.frozen_until:
                months[month.month] = tuple(str(asked.item.id) for asked in month.items)
    return months
