"""What a user says of an organisation in a word: departments, channels, times, colours; each read or refused."""

from __future__ import annotations

import re
from itertools import pairwise

from pydantic_core import PydanticCustomError

from builder.cli import UsageError
from builder.cli.questions import line_fault
from builder.drafts.around import id_fault, id_from
from builder.drafts.organisations import Channel, Serving
from builder.model.organisation import Duration

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_TIMES = (2, 3)
_WORKED = {"working hour": (60, 60), "working day": (360, 600)}
"""Minutes of work that a unit has at least and at most: days of work are longer here than there."""
_MINUTES = {
    "minute": (1, 1), "hour": (60, 60), "working hour": (60, 252), "day": (1440, 1440), "working day": (360, 2016),
    "week": (10080, 10080), "month": (40320, 44640),
}  # fmt: skip
"""Minutes that pass until a unit is over, at least and at most: five working days are at most a week."""


def part(text: str, flag: str) -> tuple[str, str]:
    """``ID=NAME`` as both; a name alone makes its id. Raises UsageError."""
    name, mark, words = text.partition("=")
    name, words = (name.strip(), words.strip()) if mark else (id_from(text, "part"), text.strip())
    if fault := id_fault(name) or line_fault(words):
        message = f"{flag} '{text[:60]}': {fault}"
        raise UsageError(message)
    return name, words


def serving(text: str) -> Serving:
    """``ID:ID=WHAT``; raises UsageError."""
    pair, _, what = text.partition("=")
    giver, mark, to = (word.strip() for word in pair.partition(":"))
    fault = "" if mark else "write it as ID:ID=WHAT"
    if fault := fault or id_fault(giver) or id_fault(to) or line_fault(what):
        message = f"--serves '{text[:60]}': {fault}"
        raise UsageError(message)
    return Serving(giver, to, what.strip())


def channel(text: str, known: dict[str, Channel]) -> Channel:
    """``ID=ACKNOWLEDGE/[UPDATE/]RESOLVE``; what isn't said comes from the channel of that id in ``known``."""
    name, words = part(text, "--channel")
    times = [time.strip() for time in words.split("/")]
    fault = "" if len(times) in _TIMES else "write it as 'email=4 working hours/5 working days'"
    fault = fault or next((said for time in times if (said := time_fault(time))), "")
    if fault := fault or order_fault(*times):
        message = f"--channel '{text[:60]}': {fault}"
        raise UsageError(message)
    return channel_of(name, times[0], times[1] if len(times) > _TIMES[0] else "", times[-1], known)


def channel_of(name: str, acknowledge: str, update: str, resolve: str, known: dict[str, Channel]) -> Channel:
    """A channel with the name and use of its like in ``known``; ``update`` where empty is the time to resolve."""
    like = known.get(name)
    same = like is not None and like.resolve == resolve
    fits = like is not None and same and not order_fault(acknowledge, like.update)
    between = update or (like.update if like is not None and fits else resolve)
    return Channel(
        name, like.name if like else name.replace("-", " "), acknowledge, between, resolve, like.use_for if like else ""
    )


def time_fault(text: str) -> str:
    """What is wrong with ``text`` as a duration; empty where nothing is."""
    try:
        Duration.parse(text)
    except PydanticCustomError as error:
        return f"'{text[:60]}' {error.message()}"
    return ""


def order_fault(*times: str) -> str:
    """What is wrong with the order of a channel's promises, each a duration; empty where none is surely too early."""
    for first, then in pairwise(times):
        if _is_longer(Duration.parse(first), Duration.parse(then)):
            return f"'{then}' is sooner than '{first}': acknowledge first, then update, then resolve"
    return ""


def _is_longer(one: Duration, other: Duration) -> bool:
    """Whether ``one`` is longer however long the days of work are."""
    if one.unit == other.unit:
        return one.count > other.count
    minutes = _WORKED if {one.unit, other.unit} <= _WORKED.keys() else _MINUTES
    return one.count * minutes[one.unit][0] > other.count * minutes[other.unit][1]


def colour_fault(text: str) -> str:
    """What is wrong with ``text`` as a colour; empty where nothing is."""
    return "" if _COLOUR.fullmatch(text) else f"'{text[:60]}' is no colour such as '#1f4e5f'"
