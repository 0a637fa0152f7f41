"""The pattern of a new organisation: one that the course has already, or that of a new course.

Texts take values from the organisation by id, so a new one needs the parts that the texts name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from builder.drafts.around import Around
from builder.drafts.organisations import Channel, Outside, Portrait, Rows, Serving
from builder.drafts.templates import scalar
from builder.model.organisation import Duration, Organisation

COLOUR = "#1f4e5f"
ACCENT = "#b4541a"


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a new organisation is like where nothing else is said.

    ``departments`` and ``channels`` are suggestions; those in ``needed`` (ids by section) can't be left out, because
    texts of the course take values from them. ``swaps`` maps a swap's two departments to its line.
    """

    departments: Mapping[str, str]
    outside: tuple[Outside, ...]
    channels: tuple[Channel, ...]
    rows: tuple[Rows, ...] = ()
    swaps: Mapping[tuple[str, str], str] = field(default_factory=dict)
    needed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def rows_for(self, departments: Iterable[str]) -> tuple[Rows, ...]:
        """The rows of an organisation with these ``departments``: swaps stand between those alone."""
        there = set(departments)
        swaps = tuple(line for pair, line in self.swaps.items() if there >= set(pair))
        return (*self.rows, Rows("swaps", swaps))

    def lacking(self, portrait: Portrait) -> tuple[str, ...]:
        """What texts of the course need and ``portrait`` lacks: ``the department 'desk'``."""
        there = {
            "department": set(portrait.departments),
            "channel": {channel.id for channel in portrait.channels},
            "outside": {one.id for one in portrait.outside},
        }
        words = {"outside": "customer outside"}
        return tuple(
            f"the {words.get(what, what)} '{name}'"
            for what, names in self.needed.items()
            for name in names
            if name not in there[what]
        )


FIRST = Pattern(
    departments={"front-desk": "Front Desk", "back-office": "Back Office"},
    outside=(Outside("main", "customers", "a late or half answer"),),
    channels=(
        Channel("email", "email", "4 working hours", "2 working days", "5 working days", "requests that need a record"),
        Channel("phone", "phone", "2 working hours", "1 working day", "2 working days", "what stops the work today"),
    ),
    rows=(
        Rows("escalation", ("  - {id: team-lead, role: team lead, after: 2 working days}",)),
        Rows(
            "calendar",
            (
                "  - id: weekly-round",
                "    name: Monday round",
                '    rhythm: "Mondays at 09:00, ten minutes"',
                "    who: everybody in the team",
                "    channel: standing, before the board",
                '    purpose: "what is due this week, and who needs a hand"',
            ),
        ),
    ),
)
"""What a new course starts from."""

FIRST_SERVES = (
    Serving("front-desk", "back-office", "orders with all the details"),
    Serving("back-office", "front-desk", "answers that can be passed on"),
)


def pattern_of(around: Around) -> Pattern:
    """The course's own organisation as a pattern, with what the texts of the course need."""
    course = around.course
    own = next((one for one in course.organisations if one.id == course.settings.organisation), course.organisations[0])
    pairs = {(str(swap.first), str(swap.second)): _row(swap, "length", "look_for") for swap in own.swaps}
    return Pattern(
        {str(one.id): one.name.source for one in own.departments},
        tuple(Outside(str(one.id), one.name.source, one.feels.source) for one in own.outside),
        tuple(
            Channel(str(c.id), c.name.source, _time(c.acknowledge), _time(c.update), _time(c.resolve), c.use_for.source)
            for c in own.standards
        ),
        (
            Rows("escalation", tuple(_row(one, "role", "after") for one in own.escalation)),
            Rows("calendar", tuple(_row(m, "name", "rhythm", "who", "channel", "purpose") for m in own.calendar)),
            Rows("words", tuple(_row(word, "text") for word in own.words)),
        ),
        pairs,
        _needed(around, own),
    )


def _needed(around: Around, own: Organisation) -> dict[str, tuple[str, ...]]:
    swaps = _used(around, "swaps", own.swaps)
    between = {name for swap in own.swaps if swap.id in swaps for name in (str(swap.first), str(swap.second))}
    used = set(_used(around, "departments", own.departments))
    return {
        "department": tuple(str(one.id) for one in own.departments if one.id in used | between),
        "channel": _used(around, "standards", own.standards),
        "outside": _used(around, "outside", own.outside),
    }


def _used(around: Around, section: str, parts: Iterable[object]) -> tuple[str, ...]:
    named = set(around.named(section))
    ids = (str(part.id) for part in parts)  # type: ignore[attr-defined]  # parts of an organisation have ids
    return tuple(name for name in ids if name.replace("-", "_") in named)


def _row(part: object, *fields: str) -> str:
    return f"  - {{{', '.join(_pairs(part, fields))}}}"


def _pairs(part: object, fields: tuple[str, ...]) -> Iterator[str]:
    yield f"id: {part.id}"  # type: ignore[attr-defined]  # as above
    for name in ("first", "second"):
        if hasattr(part, name):
            yield f"{name}: {getattr(part, name)}"
    for name in fields:
        value = getattr(part, name)
        if isinstance(value, tuple):
            yield f"{name}: [{', '.join(scalar(one.source) for one in value)}]"
        elif isinstance(value, Duration):
            yield f"{name}: {_time(value)}"
        elif value.source:
            yield f"{name}: {scalar(value.source)}"


def _time(duration: Duration) -> str:
    return f"{duration.count} {duration.unit}{'' if duration.count == 1 else 's'}"
