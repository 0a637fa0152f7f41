"""What a job aid takes from the organisation: promises, ladder, calendar, swaps, in words."""

from __future__ import annotations

from dataclasses import dataclass

from builder.locale import Catalogue
from builder.model.kit import JobAid
from builder.model.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised on one channel, in words."""

    channel: str
    acknowledge: str
    update: str
    resolve: str
    use_for: str


@dataclass(frozen=True, slots=True)
class Promises:
    """What is promised on each channel."""

    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Whom to turn to, one rung after the other: (after, role, contact)."""

    rungs: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Fixed points: (rhythm, name, purpose, who, channel)."""

    points: tuple[tuple[str, str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two departments that swap places, for how long, and what to look for."""

    first: str
    second: str
    length: str
    look_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Swaps:
    """The pairs that swap places."""

    pairs: tuple[Pair, ...]


Shown = Promises | Ladder | Calendar | Swaps


def shown_of(aid: JobAid, organisation: Organisation, words: Catalogue) -> Shown | None:
    """What ``aid`` shows of ``organisation``; None where it shows nothing, or the organisation has nothing to show."""
    match aid.shows:
        case "promises":
            return Promises(promises_of(organisation, words))
        case "escalation":
            return Ladder(rungs_of(organisation, words)) if organisation.escalation else None
        case "calendar":
            points = organisation.calendar
            rows = tuple((p.rhythm.html, p.name.html, p.purpose.html, p.who.html, p.channel.html) for p in points)
            return Calendar(rows) if rows else None
        case "swaps":
            return Swaps(_pairs(organisation, words)) if organisation.swaps else None
        case "":
            return None


def promises_of(organisation: Organisation, words: Catalogue) -> tuple[Promise, ...]:
    """What ``organisation`` promises on each channel."""
    duration = words.duration
    return tuple(
        Promise(
            standard.name.html,
            duration(standard.acknowledge),
            duration(standard.update),
            duration(standard.resolve),
            standard.use_for.html,
        )
        for standard in organisation.standards
    )


def rungs_of(organisation: Organisation, words: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """The rungs of ``organisation``'s ladder: (after, role, contact)."""
    return tuple((words.duration(step.after), step.role.html, step.contact.html) for step in organisation.escalation)


def _pairs(organisation: Organisation, words: Catalogue) -> tuple[Pair, ...]:
    names = {str(department.id): department.name.html for department in organisation.departments}
    return tuple(
        Pair(
            names[str(swap.first)],
            names[str(swap.second)],
            words.duration(swap.length),
            tuple(line.html for line in swap.look_for),
        )
        for swap in organisation.swaps
        if swap.first in names and swap.second in names
    )
